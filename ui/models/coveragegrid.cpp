#include "ui/models/coveragegrid.h"

#include "core/base/shown.h"

namespace icp::ui {

namespace {
constexpr double missingBelow = 0.2;
}

CoverageGridModel::CoverageGridModel(QAbstractItemModel* heads, QObject* parent)
    : QAbstractTableModel(parent), m_heads(heads) {
    connect(heads, &QAbstractItemModel::headerDataChanged, this, [this](Qt::Orientation orientation) {
        if (orientation == Qt::Horizontal && m_columns > 0)
            Q_EMIT headerDataChanged(Qt::Horizontal, 0, m_columns - 1);
    });
}

void CoverageGridModel::setGroups(std::vector<AccountGroup> groups) {
    beginResetModel();
    m_groups = std::move(groups);
    m_columns = m_groups.empty() ? 0 : int(m_groups.front().coverage.size());
    endResetModel();
}

int CoverageGridModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_groups.size());
}

int CoverageGridModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_columns;
}

QVariant CoverageGridModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const AccountGroup& group = m_groups[std::size_t(index.row())];
    const Coverage& coverage = group.coverage[std::size_t(index.column())];
    const QString counts =
        tr("%1 of %2 accounts").arg(countText(coverage.known), countText(coverage.accounts));
    switch (role) {
        case Qt::DisplayRole:
            return coverage.accounts == 0 ? tr("no accounts") : counts;
        case ShareRole:
            return coverage.accounts == 0 ? QVariant() : QVariant(coverage.share());
        case MissingRole:
            return coverage.accounts > 0 && group.ofRole[std::size_t(index.column())].share() < missingBelow;
        case Qt::AccessibleTextRole:
        case Qt::ToolTipRole:
            return tr("%1, %2: known in %3")
                .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), group.label,
                     counts);
        default:
            return {};
    }
}

QVariant CoverageGridModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal) return m_heads->headerData(section, orientation, role);
    if (section < 0 || section >= rowCount()) return {};
    const AccountGroup& group = m_groups[std::size_t(section)];
    if (role == Qt::DisplayRole) return group.label;
    if (role == Qt::ToolTipRole)
        return tr("%1: %2 of %3 accounts have fewer than 3 contacts, %4 have more than 10")
            .arg(group.label, countText(group.bands[0]), countText(group.count()), countText(group.bands[2]));
    return {};
}

}  // namespace icp::ui
