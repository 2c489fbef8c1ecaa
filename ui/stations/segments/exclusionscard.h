#pragma once

#include "core/analysis/findings.h"
#include "ui/widgets/card.h"

class QScrollArea;

namespace icp::ui {

class Text;

/// What lies clearly below average, each with its numbers and a button; and below, what was hardly tried.
class ExclusionsCard : public Card {
    Q_OBJECT
public:
    explicit ExclusionsCard(QWidget* parent = nullptr);

    void setFindings(const Findings& findings, double maximum, bool complete);
    /// The exclusion whose row has the focus, else the first; nullptr when there is none.
    const Exclusion* current() const;

Q_SIGNALS:
    void excludeRequested(const icp::Exclusion& exclusion);

private:
    QWidget* row(const Exclusion& exclusion, double maximum);
    QWidget* saved() const;  ///< had all of them been left alone
    QWidget* untested() const;

    QScrollArea* m_scroll;
    Findings m_findings;
    std::vector<QWidget*> m_rows;
};

/// "Insurance 3 deals, Energy 2, and 4 more"; empty when every level of every attribute was tried often
/// enough.
QString untestedLevels(const Findings& findings);

}  // namespace icp::ui
