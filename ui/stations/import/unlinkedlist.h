#pragma once

#include "core/table/dataset.h"

#include <QAbstractTableModel>

class QDialog;

namespace icp::ui {

/// What rows without an account call theirs, and how many rows do; most rows first.
class UnlinkedModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum { TextColumn, FoundIn, Rows, Why, ColumnCount };
    explicit UnlinkedModel(const Links& links, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// These rows with their heads, cells parted by tabs, as spreadsheets take them.
    QString copied(const std::vector<int>& rows) const;

private:
    std::vector<Unlinked> m_unlinked;
    qint64 m_nameless;
};

/// A window with the list, which can be copied; it is deleted when it is closed.
QDialog* showUnlinked(const QString& title, const Links& links, QWidget* parent);

}  // namespace icp::ui
