#pragma once

#include "core/table/condition.h"

#include <QString>

#include <optional>
#include <vector>

namespace icp {

enum class Unit { Deal, FirstDeal, Account };
enum class Outcome {
    Won,      ///< unit Deal or FirstDeal: closed deals, positive = won
    Value,    ///< unit Account: customers, positive = in the top quarter by value; tests use the value itself
    Retained  ///< unit Account: customers whose state is known, positive = not left
};

QString unitName(Unit unit);        ///< "deal", "first-deal", "account"
QString outcomeName(Outcome outcome);  ///< "won", "value", "retained"
std::optional<Unit> unitFromName(QStringView name);
std::optional<Outcome> outcomeFromName(QStringView name);

/// What is studied: over which rows, what counts as good, and which rows count at all. Values chosen by statistics.md 1.
struct Study {
    Unit unit = Unit::Deal;
    Outcome outcome = Outcome::Won;
    std::vector<Condition> filter;  ///< all must hold
    int depth = 3;                  ///< conditions in a segment, 1 to 3
    int minLevel = 15;              ///< below this n a level is "untested"
    int minWon = 20;                ///< below this many won, or not won, the study is "directional"
    double holdout = 0.2;           ///< share of newest units kept for checking segments; 0 = none. Needs dates
    unsigned threads = 0;           ///< 0 = one per core; results do not depend on it
};

/// The outcome and unit that a dataset can answer without being asked: won by deal when deals are closed, else retained,
/// else value.
Study proposedStudy(const Dataset& dataset);

}  // namespace icp
