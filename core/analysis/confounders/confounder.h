#pragma once

#include "core/analysis/proportions.h"

#include <QString>

#include <vector>

namespace icp {

/// What becomes of an attribute's odds once another attribute is held equal.
enum class ConfounderVerdict {
    Explained,     ///< nothing that could be told from chance is left
    StillMatters,  ///< the range stays above 1
    Reversed,      ///< the sign turns, clearly (Simpson 1951)
    Differs,       ///< the odds differ from stratum to stratum, some above and some below 1
    Unclear        ///< too few, or the two go together too closely to be told apart
};
QString verdictName(
    ConfounderVerdict verdict);  ///< "explained", "still-matters", "reversed", "differs", "unclear"

/// "Is it really size?": one attribute asked again within equal values of another. Odds are those of the
/// outcome inside the contrast against outside it; all numbers are finite and above 0.
struct Confounder {
    QString attribute;  ///< Attribute::name of the one in doubt
    QString label;
    QString explainedBy;  ///< Attribute::name of the one held equal
    QString explainedByLabel;
    QString contrast;          ///< how the one in doubt was cut in two: "4–7, 8–15 against the rest"
    QString otherContrast;     ///< the same for the one held equal
    qint64 n = 0;              ///< units compared: those of which both attributes are known
    qint64 unknown = 0;        ///< units left out, because the one held equal is not known of them
    int strata = 0;            ///< levels of the other that hold units of both sides
    Estimate crude;            ///< odds ratio over the same units, nothing held equal
    Estimate adjusted;         ///< odds ratio pooled over equal values of the other (Mantel, Haenszel 1959)
    double adjustedP = 1;      ///< p that nothing is left of it: the pooled test (Mantel, Haenszel 1959), its
                               ///< variance over accounts where that is larger
    Estimate risk;             ///< ratio of rates, pooled likewise
    Estimate both;             ///< odds ratio from a penalised logistic regression with both
    Estimate other;            ///< odds ratio of the other while this one is held equal
    double homogeneity = 1;    ///< p that the odds are equal in all strata (Breslow, Day 1980; Tarone 1985)
    double eValue = 1;         ///< see eValueOf(); of the adjusted ratio of rates
    double eValueOfRange = 1;  ///< of the end of its range nearest to 1
    bool turns = false;        ///< crude and adjusted lie on different sides of 1
    double association = 0;    ///< Cramer's V (Bergsma) of the two attributes
    ConfounderVerdict verdict = ConfounderVerdict::Unclear;
    QString sentence;  ///< "No. Company size mostly follows team size."
};

}  // namespace icp
