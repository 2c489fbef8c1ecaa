#include "ui/models/customertable.h"

#include "core/base/shown.h"

#include <algorithm>
#include <cmath>

namespace icp::ui {

CustomerTableModel::CustomerTableModel(AccountList list, QObject* parent)
    : QAbstractTableModel(parent), m_list(list) {}

void CustomerTableModel::setLists(std::shared_ptr<const AccountFacts> facts,
                                  std::shared_ptr<const CustomerLists> lists, const std::vector<Pin>& pins) {
    beginResetModel();
    m_facts = std::move(facts);
    m_lists = std::move(lists);
    m_pins = pins;
    narrow();
    endResetModel();
}

void CustomerTableModel::setSearch(const QString& text) {
    beginResetModel();
    m_search = text.trimmed();
    narrow();
    endResetModel();
}

void CustomerTableModel::narrow() {
    const auto& all = m_lists->on(m_list);
    if (m_search.isEmpty()) {
        m_shown = all;
        return;
    }
    m_shown.clear();
    for (const std::uint32_t account : all) {
        if (m_facts->name(account).contains(m_search, Qt::CaseInsensitive) ||
            m_facts->industry(account).contains(m_search, Qt::CaseInsensitive))
            m_shown.push_back(account);
    }
}

const Pin* CustomerTableModel::pin(int row) const {
    if (row < 0 || row >= rowCount()) return nullptr;
    const std::int32_t index = m_lists->pin[account(row)];
    return index >= 0 ? &m_pins[std::size_t(index)] : nullptr;
}

int CustomerTableModel::rowOf(std::uint32_t account) const {
    const auto found = std::find(m_shown.begin(), m_shown.end(), account);
    return found != m_shown.end() ? int(found - m_shown.begin()) : -1;
}

QString CustomerTableModel::pinText(int row) const {
    const Pin* here = pin(row);
    if (here == nullptr) return {};
    const QString what = here->in                        ? tr("Pinned")
                         : here->list == Pin::List::Best ? tr("Taken out of best")
                                                         : tr("Taken out of least ideal");
    return here->reason.isEmpty() ? what : tr("%1: %2", "Pinned: our reference").arg(what, here->reason);
}

int CustomerTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_shown.size());
}

int CustomerTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CustomerTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const std::uint32_t account = this->account(index.row());
    const double score = m_lists->lists.place[account];
    switch (role) {
        case AccountRole:
            return account;
        case ScoreRole:
            return score;
        case PinRole:
            return pinText(index.row());
        case DetailRole: {
            const bool left = m_facts->state(account) == AccountFacts::State::Left;
            QStringList parts{m_facts->industry(account), left ? QString() : m_facts->tenureText(account)};
            parts.removeAll(QString());
            return parts.join(QStringLiteral(", "));
        }
        case LeftRole:
            return m_facts->state(account) == AccountFacts::State::Left ? m_facts->tenureText(account)
                                                                        : QString();
        case Qt::TextAlignmentRole:
            if (index.column() == Name) return {};
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        case Qt::ToolTipRole:
            if (index.column() == PinColumn) return tr("Pin with a reason (P), unpin (U)");
            return index.column() == Value ? m_facts->valueLabel() : data(index, Qt::DisplayRole);
        case Qt::DisplayRole:
            break;
        default:
            return {};
    }
    switch (index.column()) {
        case Name:
            return m_facts->name(account);
        case Value:
            return m_facts->valueText(account);
        case Score:
            return std::isnan(score) ? QString(QChar(0x2013)) : countText(std::lround(score));
        default:
            return pinText(index.row());
    }
}

QVariant CustomerTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole && section == Score)
        return tr("Place among all customers: 100 is the first, 0 the last");
    if (role == Qt::ToolTipRole && section == Value) return m_facts->valueLabel();
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Name:
            return tr("Customer");
        case Value:
            return tr("Value");
        case Score:
            return tr("Place");
        default:
            return QString();
    }
}

}  // namespace icp::ui
