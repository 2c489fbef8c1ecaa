#pragma once

#include "tests/support/ui/stationcase.h"
#include "ui/stations/import/importstation.h"

#include <QTableView>
#include <QTemporaryDir>
#include <QTreeView>

namespace icp::test {

/// The import page with a workshop and small exports that hold one of everything a user may have to decide:
/// spellings, words for no value, a similar name, a twin, a column that knows the result, a bad cell, a bad
/// row.
class ImportCase {
public:
    explicit ImportCase(const QSize& size = QSize(1236, 840));

    QString file(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const;
    /// "accounts.csv" and "deals.csv".
    void writeExports() const;
    QByteArray accounts() const;
    QByteArray deals() const;

    ui::Document& open() { return m_case.open(nullptr); }
    /// Reads these files to the end, looks and review as well.
    void read(const QStringList& names);
    void settle();

    ui::ImportStation& station() { return m_case.station(); }
    ui::Document& document() { return m_case.document(); }
    template <class Widget>
    Widget& part(const char* name = nullptr) {
        auto* found = name ? station().findChild<Widget*>(QLatin1StringView(name)) : station().findChild<Widget*>();
        if (!found) qFatal("The page has no such part.");
        return *found;
    }
    /// Chooses the card of the file that is called so.
    void choose(const QString& name);
    /// Chooses one of the views of the rows' card: 0 rows, 1 what needs a look, 2 columns, 3 what to confirm.
    void view(int view);
    const Dataset& result() { return *station().draft().result; }

private:
    QTemporaryDir m_folder;
    StationCase<ui::ImportStation> m_case;
};

}  // namespace icp::test
