#include "ui/models/segmenttable.h"

#include "core/base/shown.h"

#include <algorithm>

namespace icp::ui {

QString verdictText(const QString& verdict) {
    if (verdict == u"held") return SegmentTableModel::tr("Held");
    if (verdict == u"weaker") return SegmentTableModel::tr("Weaker");
    if (verdict == u"too-few") return SegmentTableModel::tr("Too few");
    if (verdict == u"average") return SegmentTableModel::tr("Average");
    return {};
}

QStringList cautionsOf(const Segment& segment, const Findings& findings) {
    std::vector<std::pair<QString, QStringList>> found;  // caution, attributes it is about
    for (const Condition& condition : segment.conditions) {
        const AttributeProfile* attribute = findings.find(condition.attribute);
        if (attribute == nullptr || attribute->caution.isEmpty()) continue;
        const auto same = std::find_if(found.begin(), found.end(),
                                       [&](const auto& one) { return one.first == attribute->caution; });
        if (same == found.end())
            found.emplace_back(attribute->caution, QStringList{attribute->label});
        else
            same->second << attribute->label;
    }
    QStringList cautions;
    for (const auto& [caution, labels] : found)
        cautions << SegmentTableModel::tr("%1: %2", "attributes: why their rates may mislead")
                        .arg(labels.join(QStringLiteral(", ")), caution);
    return cautions;
}

QString checkMeaning(const QString& verdict, bool above, const Study& study) {
    if (verdict == u"held")
        return above ? SegmentTableModel::tr(
                           "Held: among the newest, which the search never saw, even the lower end of its "
                           "range "
                           "lies above their average.")
                     : SegmentTableModel::tr(
                           "Held: among the newest, which the search never saw, it is still below average: "
                           "even "
                           "the upper end of its range lies below theirs.");
    if (verdict == u"weaker")
        return above ? SegmentTableModel::tr(
                           "Weaker: above the average of the newest, but its range reaches it.")
                     : SegmentTableModel::tr(
                           "Less clear: below the average of the newest, but its range reaches it.");
    if (verdict == u"average")
        return above ? SegmentTableModel::tr("Average: no better than the newest are together.")
                     : SegmentTableModel::tr("Not so any more: no worse than the newest are together.");
    if (verdict == u"too-few")
        return SegmentTableModel::tr("Too few: fewer than %1 of the newest are of this kind.")
            .arg(study.minLevel);
    return {};
}

void SegmentTableModel::setFindings(const Findings& findings, bool sealed) {
    beginResetModel();
    m_sealed = sealed;
    m_findings = findings;
    m_maximum = findings.base.rate;
    for (const Segment& segment : findings.segments) m_maximum = std::max(m_maximum, segment.rate.high);
    for (const Exclusion& exclusion : findings.exclusions)
        m_maximum = std::max(m_maximum, exclusion.rate.high);
    m_maximum = std::clamp(m_maximum, 0.05, 1.0);
    endResetModel();
}

const Segment* SegmentTableModel::segment(int row) const {
    return row >= 0 && row < rowCount() ? &m_findings.segments[std::size_t(row)] : nullptr;
}

int SegmentTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_findings.segments.size());
}

int SegmentTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SegmentTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Segment* here = segment(index.row());
    if (role == SegmentRole) return QVariant::fromValue(here);
    if (role == Qt::TextAlignmentRole && (index.column() == Count || index.column() == Lift))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    const QString range =
        tr("%1, range %2 to %3")
            .arg(percentText(here->rate.rate), percentText(here->rate.low), percentText(here->rate.high));
    if (role == Qt::ToolTipRole) {
        switch (index.column()) {
            case Conditions:
                return (here->labels + cautionsOf(*here, m_findings)).join(u'\n');
            case RateColumn:
                return (QStringList{
                            tr("%1 of %2\n%3")
                                .arg(countText(here->rate.positives), countText(here->rate.n), range)} +
                        cautionsOf(*here, m_findings))
                    .join(u'\n');
            case Check:
                return m_sealed
                           ? tr("Sealed: nobody has looked yet whether it holds among the newest (O opens).")
                           : data(index, Qt::DisplayRole).toString() + u'\n' +
                                 checkMeaning(here->verdict, true, m_findings.study);
            default:
                return {};
        }
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    switch (index.column()) {
        case Number:
            return countText(index.row() + 1);
        case Conditions:
            return here->labels.join(QStringLiteral(", "));
        case Count:
            return countText(here->rate.n);
        case RateColumn:
            return range;
        case Lift:
            return liftText(here->lift);
        default:
            break;
    }
    if (m_sealed) return tr("Sealed");
    if (here->heldOut.n == 0) return verdictText(here->verdict);
    return tr("%1, %2 of %3", "Held, 58% of 45")
        .arg(verdictText(here->verdict), percentText(here->heldOut.rate), countText(here->heldOut.n));
}

QVariant SegmentTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    const bool right = section == Count || section == Lift;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    const bool accounts = m_findings.study.unit == Unit::Account;
    switch (section) {
        case Conditions:
            return accounts ? tr("Customers with") : tr("Companies with");
        case Count:
            return accounts ? tr("Customers") : tr("Deals");
        case RateColumn:
            return tr("Rate, range, average %1").arg(percentText(m_findings.base.rate));
        case Lift:
            return tr("Lift");
        case Check:
            return m_findings.heldOutFrom.isValid()
                       ? tr("%1 check", "2025 check")
                             .arg((m_findings.to.isValid() ? m_findings.to : m_findings.heldOutFrom).year())
                       : tr("Check");
        default:
            return {};
    }
}

}  // namespace icp::ui
