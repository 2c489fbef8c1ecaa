#include "ui/models/fitlist.h"

#include <QLocale>

#include <algorithm>

namespace icp::ui {

QString fitTitle(Fit fit) {
    switch (fit) {
        case Fit::Ideal:
            return FitListModel::tr("Ideal");
        case Fit::Stretch:
            return FitListModel::tr("Stretch");
        case Fit::Bad:
            return FitListModel::tr("Bad");
        case Fit::None:
            return FitListModel::tr("Not judged");
    }
    return {};
}

void FitListModel::show(std::shared_ptr<const AccountFacts> facts, const FitTable& fit,
                        const FitDecisions& decisions, std::function<QStringList(std::uint32_t)> decided) {
    beginResetModel();
    m_facts = std::move(facts);
    m_fit = fit;
    m_decisions = decisions;
    m_decided = std::move(decided);
    narrow();
    endResetModel();
}

void FitListModel::setSearch(const QString& text) {
    beginResetModel();
    m_search = text.trimmed();
    narrow();
    endResetModel();
}

void FitListModel::setFit(std::optional<Fit> fit) {
    beginResetModel();
    m_only = fit;
    narrow();
    endResetModel();
}

void FitListModel::setWhich(Which which) {
    beginResetModel();
    m_which = which;
    narrow();
    endResetModel();
}

void FitListModel::sort(int column, Qt::SortOrder order) {
    beginResetModel();
    m_sortedBy = column;
    m_order = order;
    arrange();
    endResetModel();
}

void FitListModel::narrow() {
    m_shown.clear();
    m_counts = {};
    if (m_fit.fit.size() != m_facts->size()) return;  // of other data: the new ones are on their way
    for (const std::uint32_t account : m_facts->byValue()) {
        if (m_which == Which::Customers && !m_facts->isCustomer(account)) continue;
        if (m_which == Which::ByHand && m_decisions.of(account) == nullptr) continue;
        const Fit fit = m_fit.fit[account];
        ++m_counts[std::size_t(fit)];
        if (m_only && fit != *m_only) continue;
        if (m_search.isEmpty() || m_facts->name(account).contains(m_search, Qt::CaseInsensitive))
            m_shown.push_back(account);
    }
    arrange();
}

/// Rows that are alike stay in order of value.
void FitListModel::arrange() {
    const auto by = [&](auto&& less) {
        std::stable_sort(m_shown.begin(), m_shown.end(), [&](std::uint32_t a, std::uint32_t b) {
            return m_order == Qt::AscendingOrder ? less(a, b) : less(b, a);
        });
    };
    switch (m_sortedBy) {
        case Name:
            by([&](std::uint32_t a, std::uint32_t b) {
                return m_facts->name(a).compare(m_facts->name(b), Qt::CaseInsensitive) < 0;
            });
            break;
        case FitColumn:
            by([&](std::uint32_t a, std::uint32_t b) {
                return m_fit.fit[a] != m_fit.fit[b] ? m_fit.fit[a] < m_fit.fit[b]
                                                    : m_fit.score[a] > m_fit.score[b];
            });
            break;
        case Score:
            by([&](std::uint32_t a, std::uint32_t b) { return m_fit.score[a] < m_fit.score[b]; });
            break;
        case Value:
            by([&](std::uint32_t a, std::uint32_t b) { return m_facts->value(a) < m_facts->value(b); });
            break;
        default:
            break;
    }
}

int FitListModel::rowOf(std::uint32_t account) const {
    const auto found = std::find(m_shown.begin(), m_shown.end(), account);
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

int FitListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_shown.size());
}

int FitListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString FitListModel::text(std::uint32_t account, int column) const {
    const FitDecision* decision = m_decisions.of(account);
    switch (column) {
        case Name:
            return decision != nullptr && decision->test ? tr("%1 (test)").arg(m_facts->name(account))
                                                         : m_facts->name(account);
        case FitColumn:
            return fitTitle(m_fit.fit[account]);
        case Score:
            return m_fit.scored ? QLocale().toString(double(m_fit.score[account]), 'f', 0) : QString();
        case Value:
            return m_facts->valueText(account);
        default:
            return m_decided ? m_decided(account).join(QStringLiteral(", ")) : QString();
    }
}

QVariant FitListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(m_shown[std::size_t(index.row())], index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(
            (index.column() == Score || index.column() == Value ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter));
    return {};
}

QVariant FitListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(
            (section == Score || section == Value ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Name:
            return tr("Company");
        case FitColumn:
            return tr("Fit");
        case Score:
            return tr("Score");
        case Value:
            return m_facts->valueLabel().isEmpty() ? tr("Value") : m_facts->valueLabel();
        default:
            return tr("Decided by");
    }
}

}  // namespace icp::ui
