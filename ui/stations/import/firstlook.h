#pragma once

#include "core/import/importer.h"
#include "core/rows/reader.h"
#include "ui/document/background.h"

#include <QAbstractTableModel>
#include <QHash>

#include <optional>
#include <vector>

namespace icp::ui {

/// The beginning of a file as it is written: what can be shown while all of it is still read.
struct FirstLook {
    FileRequest file;
    ReadInfo info;
    QStringList headers;
    std::vector<QStringList> rows;
    std::optional<Error> error;  ///< why it cannot be read at all
};

/// Reads a few hundred rows, whatever the size of the file.
FirstLook lookInto(const FileRequest& file, const Job& job);

/// The tables and views of a database. Errors: as readRows().
Result<QStringList> tablesOf(const QString& path, const Job& job);

/// First looks at files, one after the other in the background; each is taken once.
class FirstLooks : public QObject {
    Q_OBJECT
public:
    explicit FirstLooks(QObject* parent = nullptr);
    void take(const std::vector<FileRequest>& files);
    /// nullptr while it is not there yet.
    const FirstLook* of(const FileRequest& file) const;
    void wait() { m_work.wait(); }

Q_SIGNALS:
    void taken();

private:
    static QString keyOf(const FileRequest& file);

    QHash<QString, FirstLook> m_looks;
    Background m_work;
};

/// The rows of a first look.
class FirstRows : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setLook(const FirstLook& look);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    FirstLook m_look;
};

}  // namespace icp::ui
