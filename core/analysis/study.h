#pragma once

#include "core/analysis/segmentquality.h"
#include "core/table/condition.h"
#include "core/table/marketmix.h"

#include <QString>

#include <optional>
#include <vector>

namespace icp {

enum class Unit {
    Deal,       ///< every closed deal
    FirstDeal,  ///< the first closed deal of every account; renewals and upsell do not count where the data
                ///< name them
    Account
};
/// What "good" means. Numbers are for customers: positive = in the top quarter, tests use the number itself.
enum class Outcome {
    Won,       ///< unit Deal or FirstDeal: closed deals, positive = won
    Value,     ///< unit Account: what a customer is worth
    Retained,  ///< unit Account: customers whose state is known, positive = not left
    Growth,    ///< unit Account: how much a customer has grown or may grow
    Advocacy,  ///< unit Account: how much a customer recommends
    Blend      ///< unit Account: a weighted mean of the others, see Study::blend
};
inline constexpr int outcomeCount = 6;
/// Whether it is a number on every customer, so that "positive" is the top quarter.
constexpr bool isScored(Outcome outcome) { return outcome != Outcome::Won && outcome != Outcome::Retained; }

QString unitName(Unit unit);           ///< "deal", "first-deal", "account"
QString outcomeName(Outcome outcome);  ///< "won", "value", "retained", "growth", "advocacy", "blend"
std::optional<Unit> unitFromName(QStringView name);
std::optional<Outcome> outcomeFromName(QStringView name);

/// One part of a blend. Weights are shares of their sum.
struct BlendPart {
    Outcome outcome = Outcome::Value;  ///< never Blend
    double weight = 1;                 ///< above 0
    QString measure = {};              ///< Measure::key; empty = the first that the data can answer

    friend bool operator==(const BlendPart&, const BlendPart&) = default;
};

/// How numbers are cut into ranges.
enum class RangeChoice {
    Round,       ///< where people would, without looking at the outcome
    Supervised,  ///< where the outcome changes; its tests pay for the choice
    Monotone     ///< likewise, joined until the outcome only rises or falls
};
QString rangeChoiceName(RangeChoice choice);  ///< "round", "supervised", "monotone"
std::optional<RangeChoice> rangeChoiceFromName(QStringView name);

/// What is studied: over which rows, what counts as good, and which rows count at all. Values chosen by
/// statistics.md 1.
struct Study {
    Unit unit = Unit::Deal;
    Outcome outcome = Outcome::Won;
    QString measure = {};  ///< how the outcome is measured, Measure::key; empty = the first the data answer
    std::vector<BlendPart> blend;       ///< Outcome::Blend; empty = proposedBlend()
    std::vector<Condition> filter;      ///< all must hold
    std::vector<Condition> group = {};  ///< whose times and stages are told beside all others; empty = the
                                        ///< first segment found
    std::vector<MarketMix> market;      ///< what the market is made of, for the coverage
    RangeChoice ranges = RangeChoice::Round;         ///< scored outcomes have round ones only
    int depth = 3;                                   ///< conditions in a segment, 1 to 3
    SegmentQuality quality = SegmentQuality::Wracc;  ///< what the best segment is
    int minLevel = 15;                               ///< below this n a level is "untested"
    int minWon = 20;             ///< below this many won, or not won, the study is "directional"
    double holdout = 0.2;        ///< share of newest units kept for checking segments; 0 = none. Needs dates
    bool newestQuarter = false;  ///< keep those since the quarter of the year began in which the newest lie,
                                 ///< instead of a share; all the same at most half. Not where `holdout` is 0
    int openings = 0;            ///< how often the units held out were looked at before; see Seal
    unsigned threads = 0;        ///< 0 = one per core; results do not depend on it

    friend bool operator==(const Study&, const Study&) = default;
};

/// The outcome and unit that a dataset can answer without being asked: won by deal when deals are closed,
/// else retained, else value. Where renewals are mixed in, a warning proposes first new-business deals.
Study proposedStudy(const Dataset& dataset);

}  // namespace icp
