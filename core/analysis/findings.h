#pragma once

#include "core/analysis/confounders/confounder.h"
#include "core/analysis/exposure.h"
#include "core/analysis/leadssaved.h"
#include "core/analysis/proportions.h"
#include "core/analysis/rate.h"
#include "core/analysis/seal.h"
#include "core/analysis/study.h"
#include "core/analysis/time/dealtimes.h"
#include "core/analysis/time/funnel.h"

#include <QDate>
#include <QString>

#include <algorithm>
#include <memory>
#include <vector>

namespace icp {

enum class AttributeKind { Nominal, Ordinal, Numeric, Date, Multi, Boolean };
enum class Mode { Full, Directional, Hypothesis };  ///< Hypothesis: nothing won or nothing lost

/// One value or range of an attribute. "Unknown" (the cell is missing) is always last.
struct Level {
    QString label;
    Condition condition;
    Rate rate;
    double shrunk = 0;  ///< empirical Bayes, statistics.md 3
    double lift = 0;    ///< rate / base rate; 0 when the base rate is 0
    LevelStatus status = LevelStatus::Ok;
    bool unknown = false;
    qint64 best =
        0;  ///< accounts among the best (positive accounts when unit is Account; won accounts otherwise)
    qint64 rest = 0;  ///< all other accounts of the study
    Estimate middle;  ///< scored outcomes: medianWithRange() of the level's scores; else 0
    Estimate shift;   ///< scored outcomes: hodgesLehmann() against all other known levels; else 0
};

struct AttributeProfile {
    QString name;
    QString label;
    QString unit;
    AttributeClass cls = AttributeClass::Firmographic;
    Entity entity = Entity::Account;
    AttributeKind kind = AttributeKind::Nominal;
    qint64 missing = 0;  ///< units without a value
    QString test;        ///< "rao-scott", "fisher", "mann-whitney", ...; empty when none could be made
    double statistic = 0;
    double df = 0;
    double p = 1;
    double q = 1;  ///< Benjamini-Hochberg over all tested attributes
    QString effectName;
    double effect = 0;
    QString leak;           ///< why it was left out; empty = analysed
    QString caution;        ///< why it may follow the outcome, as Attribute::caution; mostly empty
    bool circular = false;  ///< `caution` says that it repeats the outcome, see growsWithStaying(): it stands
                            ///< below the drivers that do not, and makes no criterion of a draft
    bool singleLevel = false;
    std::vector<Level> levels;

    bool isDriver() const { return leak.isEmpty() && !test.isEmpty() && q < 0.05; }
};

struct Segment {
    std::vector<Condition> conditions;
    QStringList labels;  ///< one per condition, as shown
    Rate rate;
    double lift = 0;
    double wracc = 0;     ///< n/N x (rate - base rate)
    double kloesgen = 0;  ///< sqrt(n/N) x (rate - base rate)
    double gain = 0;      ///< n/N x (rate - the best rate of what it narrows): WRAcc, generalisation-aware
    double p = 1;
    double q = 1;
    Rate heldOut;         ///< n = 0 when there is no hold-out
    QString verdict;      ///< "held", "weaker", "too-few", "average", "" (no hold-out); see verdictOf()
    int foundAgain = 0;   ///< in so many of Findings::redraws; see Redraws
    double optimism = 0;  ///< how much higher than in all data its rate lies in those
};

/// The rate of a segment without what the search adds to it by picking the best; its own where it was not
/// found again.
inline double correctedRate(const Segment& segment) {
    return std::clamp(segment.rate.rate - segment.optimism, 0.0, 1.0);
}

/// A level whose upper bound lies below the base rate.
struct Exclusion {
    Condition condition;
    QString label;
    QString attributeLabel;
    Entity entity = Entity::Account;  ///< Deal: it says nothing of an account, so it makes no criterion
    Rate rate;                        ///< on the units searched, without those held out
    Rate heldOut;                     ///< n = 0 when there is no hold-out
    Rate whole;                       ///< on all units of the study, both together
    QString verdict;                  ///< as of a segment
    qint64 customers = 0;             ///< it would shut out; Deal: with a won deal in it
    double revenueShare = 0;          ///< their share of won value, 0 to 1; Deal: that of those won deals
    LeadsSaved saved;                 ///< had it been left alone
};

struct Warning {
    QString
        code;  ///< "few-deals", "few-attempts", "single-level", "clusters", "no-closed-deals", "all-won" ...
    QString text;
    QString attribute;  ///< may be empty
};

/// Everything an analysis found out, as plain values, strongest first.
struct Findings {
    Study study;
    Rate base;  ///< over the units used for discovery and those held out together
    Mode mode = Mode::Full;
    std::shared_ptr<const Bitmap> units;  ///< what was studied: rows of the deals or the accounts table
    qint64 clusters = 0;                  ///< accounts behind the units; equal to base.n when each has one
    qint64 unlinked = 0;  ///< units without a known account; see dealOwners() for whose they count as
    qint64 unlinkedPositives = 0;
    Rate discovery;     ///< the units the segments were searched on
    Rate heldOut;       ///< the newest units kept for checking
    QDate heldOutFrom;  ///< invalid when there is no hold-out
    Seal seal;
    QDate from;  ///< dates of the units, invalid when they have none
    QDate to;
    double valueTotal = 0;  ///< won value over everything, in the data's currency
    QString currency;
    QString measure;  ///< what the outcome was measured by, as shown; empty for won
    int permutations =
        0;                ///< of whole accounts' outcomes, that the search was repeated on; 0 = too much work
    int redraws = 0;      ///< of accounts that were searched again so far
    double optimism = 0;  ///< how much of the quality of the best segment is picking the best; see Redraws
    std::vector<AttributeProfile> attributes;  ///< drivers by effect, circular ones after them, then the
                                               ///< others by q; left-out ones last
    std::vector<Segment> segments;
    std::vector<Exclusion> exclusions;
    LeadsSaved saved;                     ///< had all exclusions been left alone
    std::vector<Exposure> coverage;       ///< in the order of the attributes; without those left out
    std::vector<Confounder> confounders;  ///< pairs whose first is in doubt, explained ones first
    QStringList group;       ///< labels of Study::group, else of the first segment; empty without either
    CloseTimesPair closing;  ///< of that group beside all others; of all, beside nobody, without one
    StayPair staying;        ///< likewise, of the accounts behind its deals
    FunnelPair funnel;       ///< of the deals of `closing`
    std::vector<LostReason> lostReasons;  ///< of the deals of `closing`
    LeftSplit left;                       ///< of the customers of `staying`
    std::vector<Warning> warnings;

    const AttributeProfile* find(QStringView name) const;
};

/// Label of a condition as shown: "Industry: Logistics, Wholesale", "Finance team size 4–15".
QString conditionLabel(const Condition& condition, const Dataset& dataset);

}  // namespace icp
