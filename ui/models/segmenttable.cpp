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
                return here->labels.join(u'\n');
            case RateColumn:
                return tr("%1 of %2\n%3")
                    .arg(countText(here->rate.positives), countText(here->rate.n), range);
            case Check:
                return data(index, Qt::DisplayRole);
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
