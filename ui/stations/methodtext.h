#pragma once

#include "core/analysis/findings.h"

#include <QCoreApplication>

namespace icp::ui {

/// "How was this computed": the method in plain words with its reference, what was counted, how many, and
/// within which filter. One paragraph a line.
class MethodText {
    Q_DECLARE_TR_FUNCTIONS(icp::ui::MethodText)
public:
    MethodText(const Findings& findings, const Dataset& dataset) : m_findings(findings), m_dataset(dataset) {}

    QString attribute(const AttributeProfile& attribute) const;
    QString confounder(const Confounder& found) const;
    static QString compared(const Confounder& found,
                            const Study& study);  ///< how many units, how many left out
    QString habit(const Exposure& exposure) const;
    QString reweighted(const Exposure& exposure) const;
    QString missing(const Exposure& exposure) const;
    QString exclusion(const Exclusion& exclusion) const;
    QString segment(const Segment& segment) const;

private:
    QString otherwise(const AttributeProfile& attribute) const;  ///< by other measures and ranges
    QString scope() const;                                       ///< what was counted, how many, the filter
    QString withSealed() const;  ///< that the units kept aside count here too; empty when none are
    QString searched() const;
    QString redraws(
        const Segment& segment) const;  ///< how often it is found again; empty before that is known

    const Findings& m_findings;
    const Dataset& m_dataset;
};

}  // namespace icp::ui
