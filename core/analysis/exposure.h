#pragma once

#include "core/analysis/rate.h"
#include "core/base/interval.h"
#include "core/table/condition.h"

#include <QDate>

#include <optional>
#include <vector>

namespace icp {

struct AttributeProfile;
struct Coded;
struct Findings;
struct Frame;
struct Study;

/// Where a level was tried, where it won, and what the market is made of.
struct ExposureLevel {
    QString label;
    Condition condition;
    bool unknown = false;
    LevelStatus status = LevelStatus::Ok;
    Rate rate;                          ///< tries, and how many of them ended well
    double triedShare = 0;              ///< of all tries, 0 to 1
    double wonShare = 0;                ///< of all that ended well, 0 to 1
    std::optional<double> marketShare;  ///< 0 to 1; nothing when nobody said
    std::optional<double>
        representation;  ///< tried share / market share: above 1 = tried more than there are
};

/// The rate as it would be if tries were spread as the market is (post-stratification).
struct Reweighted {
    double rate = 0;
    Interval interval;
    double market = 0;  ///< share of the market that was tried at all, 0 to 1; the rate is about that part
};

/// Whether "not known" itself goes with the outcome.
struct MissingCheck {
    Rate known;
    Rate unknown;
    double p = 1;  ///< two-sided, accounts as clusters
    double q = 1;  ///< over all attributes with missing values
};

/// How the tries of one attribute are spread: what was tried says as much about us as about the market.
struct Exposure {
    QString attribute;  ///< Attribute::name
    QString label;
    std::vector<ExposureLevel> levels;  ///< in the order of the attribute's profile
    QString marketSource;               ///< empty when nobody said what the market is made of
    QDate marketAsOf;
    std::optional<Reweighted> reweighted;
    std::optional<MissingCheck> missing;  ///< nothing when all or none are known
    bool singleSegment =
        false;  ///< nearly all tries are of one level, so the attribute was never put to the test

    QString leader;  ///< the level that was tried most; empty when there is none
    Rate leaderRate;
    Rate elsewhere;       ///< all other known levels
    Interval gap{-1, 1};  ///< 95%, of the leader's rate less the others'
    bool habit = false;   ///< the leader leads by tries alone: worth a habit warning
    QString
        sentence;  ///< the finding, empty unless `habit` or `singleSegment`: "Country UK leads because ..."
    QString numbers;  ///< below it: "Win rate: 32% in UK, 32% elsewhere."
};

/// How one attribute was tried, but for what needs the others: MissingCheck::q and the sentences.
Exposure exposureOf(const Frame& frame, const Coded& attribute, const AttributeProfile& profile,
                    const Study& study);

/// Completes `findings.coverage`: q over all checks of missing values, then the words, in the order of
/// `findings.attributes`.
void settleExposures(Findings& findings, const Dataset& dataset);

}  // namespace icp
