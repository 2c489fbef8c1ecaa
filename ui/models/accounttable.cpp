#include "ui/models/accounttable.h"

namespace icp::ui {

void AccountTableModel::setAccounts(std::shared_ptr<const AccountFacts> facts,
                                    const std::vector<std::uint32_t>& accounts) {
    beginResetModel();
    m_facts = std::move(facts);
    Bitmap wanted(m_facts->size());
    for (const std::uint32_t account : accounts)
        if (account < wanted.size()) wanted.set(account);
    m_all.clear();
    for (const std::uint32_t account : m_facts->byValue())
        if (wanted.test(account)) m_all.push_back(account);
    narrow();
    endResetModel();
}

void AccountTableModel::setSearch(const QString& text) {
    beginResetModel();
    m_search = text.trimmed();
    narrow();
    endResetModel();
}

void AccountTableModel::narrow() {
    if (m_search.isEmpty()) {
        m_shown = m_all;
        return;
    }
    m_shown.clear();
    for (const std::uint32_t account : m_all) {
        if (m_facts->name(account).contains(m_search, Qt::CaseInsensitive) ||
            m_facts->industry(account).contains(m_search, Qt::CaseInsensitive))
            m_shown.push_back(account);
    }
}

int AccountTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_shown.size());
}

int AccountTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AccountTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const std::uint32_t account = m_shown[std::size_t(index.row())];
    if (role == AccountRole) return account;
    const AccountFacts::State state = m_facts->state(account);
    const bool left = state == AccountFacts::State::Left;
    if (role == LeftRole) return left ? AccountFacts::stateText(state) : QString();
    if (role == DetailRole) {
        QStringList parts{m_facts->industry(account), left ? QString() : AccountFacts::stateText(state)};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    if (role == Qt::TextAlignmentRole && index.column() == Value)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole && index.column() == Value) return m_facts->valueLabel();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    switch (index.column()) {
        case Name:
            return m_facts->name(account);
        case Industry:
            return m_facts->industry(account);
        case Value:
            return m_facts->valueText(account);
        default:
            return AccountFacts::stateText(state);
    }
}

QVariant AccountTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Value ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole && section == Value) return m_facts->valueLabel();
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Name:
            return tr("Company");
        case Industry:
            return tr("Industry");
        case Value:
            return tr("Value");
        default:
            return tr("State");
    }
}

}  // namespace icp::ui
