#pragma once

#include "core/table/dataset.h"

#include <QAbstractTableModel>

#include <memory>

namespace icp::ui {

/// The rows that were set aside, with the reason; of one file, or of all.
class RejectedModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit RejectedModel(QObject* parent = nullptr);
    void setFile(std::shared_ptr<const Dataset> dataset, int file);
    qint64 fileRow(int row) const { return m_dataset->rejected[m_rows[std::size_t(row)]].row; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 2; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const Dataset> m_dataset;
    std::vector<std::size_t> m_rows;
};

}  // namespace icp::ui
