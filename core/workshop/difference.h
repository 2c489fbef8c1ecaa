#pragma once

#include "core/workshop/icp.h"

#include <optional>
#include <vector>

namespace icp {

/// A criterion that two ICPs do not share as it is.
struct CriterionDifference {
    std::optional<Criterion> before;  ///< nothing: it was added
    std::optional<Criterion> after;   ///< nothing: it was removed
    // When both are there, what of it changed:
    bool condition = false;  ///< or its text
    bool importance = false;
    bool section = false;
    bool weight = false;
    bool reason = false;  ///< why a technology is a criterion
};

/// Words of an ICP that differ.
struct WordsDifference {
    enum class Field { Name, Sentence, Quote, Problem, ValueProposition, Market, MarketSource };
    Field field;
    QString before;
    QString after;
};

/// What changed from one ICP to another: the criteria removed and changed in the order of `before`, then
/// those added in the order of `after`; then the words. Criteria are the same when they have the same id, or
/// else the same condition. Their evidence is not compared: it belongs to the day.
struct IcpDifference {
    std::vector<CriterionDifference> criteria;
    std::vector<WordsDifference> words;
    bool empty() const { return criteria.empty() && words.empty(); }
};
IcpDifference difference(const Icp& before, const Icp& after);

}  // namespace icp
