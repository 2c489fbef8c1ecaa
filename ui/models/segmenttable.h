#pragma once

#include "core/analysis/findings.h"

#include <QAbstractTableModel>

namespace icp::ui {

/// The segments of the findings in their order, which is by the low end of the range.
class SegmentTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Number, Conditions, Count, RateColumn, Lift, Check, ColumnCount };
    enum Role { SegmentRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;

    /// `sealed`: the check is not to be seen yet.
    void setFindings(const Findings& findings, bool sealed = false);
    bool sealed() const { return m_sealed; }
    const Findings& findings() const { return m_findings; }
    const Segment* segment(int row) const;  ///< nullptr when there is no such row
    /// Upper end of all ranges, for bars that can be compared.
    double maximum() const { return m_maximum; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Findings m_findings;
    bool m_sealed = false;
    double m_maximum = 1;
};

/// "Held", "Weaker", "Too few", "Average"; empty when nothing was held out.
QString verdictText(const QString& verdict);
/// Why the rate of a segment may follow the result, one line for every such reason.
QStringList cautionsOf(const Segment& segment, const Findings& findings);
/// What that means, of a segment (`above`) or of an exclusion; empty without a verdict.
QString checkMeaning(const QString& verdict, bool above, const Study& study);

}  // namespace icp::ui

Q_DECLARE_METATYPE(const icp::Segment*)
