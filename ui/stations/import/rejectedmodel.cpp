#include "ui/stations/import/rejectedmodel.h"

#include "ui/theme/tokens.h"

#include <QLocale>

namespace icp::ui {

RejectedModel::RejectedModel(QObject* parent) : QAbstractTableModel(parent) {}

void RejectedModel::setFile(std::shared_ptr<const Dataset> dataset, int file) {
    beginResetModel();
    m_dataset = std::move(dataset);
    m_rows.clear();
    if (m_dataset)
        for (std::size_t i = 0; i < m_dataset->rejected.size(); ++i)
            if (m_dataset->rejected[i].file == file) m_rows.push_back(i);
    endResetModel();
}

int RejectedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RejectedModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const RejectedRow& row = m_dataset->rejected[m_rows[std::size_t(index.row())]];
    switch (role) {
        case Qt::DisplayRole:
            return index.column() == 0 ? tr("Row %1").arg(QLocale().toString(row.row)) : row.reason;
        case Qt::ToolTipRole:
            return row.reason + u'\n' + row.cells.join(QStringLiteral(" | ")).left(400);
        case Qt::FontRole:
            return index.column() == 0 ? ui::font(Type::Table, QFont::DemiBold) : QVariant();
        default:
            return {};
    }
}

QVariant RejectedModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical || role != Qt::DisplayRole) return {};
    return section == 0 ? tr("Row") : tr("Reason");
}

}  // namespace icp::ui
