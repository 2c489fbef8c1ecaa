#include "ui/models/claimlist.h"

#include <algorithm>

namespace icp::ui {

void ClaimListModel::setClaims(std::vector<CheckedWords> claims) {
    const auto same = [](const CheckedWords& a, const CheckedWords& b) { return a.claim.id == b.claim.id; };
    if (std::equal(claims.begin(), claims.end(), m_claims.begin(), m_claims.end(), same)) {
        m_claims = std::move(claims);  // the choice stays where it is
        if (!m_claims.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_claims = std::move(claims);
    endResetModel();
}

bool ClaimListModel::follow(const std::vector<Claim>& claims) {
    const auto same = [](const CheckedWords& a, const Claim& b) { return a.claim == b; };
    if (std::equal(m_claims.begin(), m_claims.end(), claims.begin(), claims.end(), same)) return false;
    std::vector<CheckedWords> next;
    for (const Claim& claim : claims) {
        const CheckedWords* known = at(rowOf(claim.id));
        const bool asked = known != nullptr && known->claim.question == claim.question;
        next.push_back(asked ? *known : CheckedWords());
        next.back().claim = claim;
    }
    setClaims(std::move(next));
    return true;
}

const CheckedWords* ClaimListModel::at(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : &m_claims[std::size_t(row)];
}

int ClaimListModel::rowOf(const QString& id) const {
    const auto found = std::find_if(m_claims.begin(), m_claims.end(),
                                    [&](const CheckedWords& one) { return one.claim.id == id; });
    return found == m_claims.end() ? -1 : int(found - m_claims.begin());
}

int ClaimListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_claims.size());
}

QVariant ClaimListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const CheckedWords& one = m_claims[std::size_t(index.row())];
    const bool checked = !one.asked.isEmpty();
    switch (role) {
        case Qt::DisplayRole:
            return one.claim.statement;
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return checked ? QStringLiteral("%1. %2: %3")
                                 .arg(one.claim.statement, verdictText(one.check), one.numbers)
                           : one.claim.statement;
        case DetailRole: {
            QStringList parts{one.claim.author, one.asked, one.conditions.join(QStringLiteral(", "))};
            parts.removeAll(QString());
            return parts.join(QStringLiteral(" · "));
        }
        case VerdictRole:
            return checked ? QVariant(int(one.check.verdict)) : QVariant();
        case VerdictTextRole:
            return checked ? verdictText(one.check) : tr("Looking…");
        case NumbersRole:
            return one.numbers;
        default:
            return {};
    }
}

}  // namespace icp::ui
