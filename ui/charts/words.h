#pragma once

#include "core/analysis/findings.h"
#include "core/base/shown.h"

#include <QCoreApplication>

namespace icp::ui {

/// The words in which a study is talked about: deals are won, customers stay, customers are among the best.
class Words {
    Q_DECLARE_TR_FUNCTIONS(icp::ui::Words)
public:
    Words() = default;
    explicit Words(const Study& study) : m_unit(study.unit), m_outcome(study.outcome) {}

    QString unit() const;                   ///< "First deal per company"
    QString outcome() const;                ///< "Won or lost"
    QString counted(qint64 n) const;        ///< "720 deals"
    QString positives(qint64 n) const;      ///< "230 won"
    QString negatives(qint64 n) const;      ///< "490 lost"
    QString scope(const Rate& base) const;  ///< "720 deals, 230 won"
    QString ratio(const Rate& rate) const;  ///< "86 of 188 won"
    QString range(const Rate& rate) const;  ///< "range 39% to 53%"
    QString rateName() const;               ///< "Win rate"
    QString rateTitle() const;              ///< "How often you win"
    QString rateNote() const;
    QString groupTitle() const;  ///< "Where your customers are"
    QString groupNote() const;
    QString bestName() const;  ///< the two groups of the distribution chart
    QString restName() const;
    QString triedName() const;  ///< all that is counted, beside bestName(): "Tried"
    QString who() const;        ///< "you win", "customers stay": before "twice as often"

private:
    Unit m_unit = Unit::Deal;
    Outcome m_outcome = Outcome::Won;
};

/// "Finance team size 1–3", "Ownership: Public body".
QString exclusionName(const Exclusion& exclusion);

/// The numbers of an exclusion in words.
struct ExclusionNumbers {
    QString record;  ///< "5 of 78 won, since Jan 2025: 2 of 16."
    QString cost;    ///< "5 customers fit this, 1% of revenue."
};
ExclusionNumbers exclusionNumbers(const Exclusion& exclusion, const Findings& findings);

}  // namespace icp::ui
