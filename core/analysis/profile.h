#pragma once

#include "core/analysis/coded.h"
#include "core/analysis/shrinkage.h"

namespace icp {

/// Everything about one attribute but its q, which needs the others.
///
/// One test per attribute, over its known levels:
/// - outcomes that are yes or no: "chi-square" where counts allow, else "fisher" (two levels) or
/// "permutation". When
///   accounts repeat: "rao-scott", and where counts are thin the larger of its p and the exact one.
/// - ranges chosen by the outcome: "permutation-cuts", see supervised.h; the statistic is that of the test otherwise
///   made.
/// - value: "kruskal-wallis" over the levels, of the value itself.
/// - multi-valued attributes: each element against the other units that have a value; the smallest p times
/// the number of
///   elements (Bonferroni), under the name of that element's test.
/// Effects: Cramer's V without bias ("cramers-v"), epsilon squared ("epsilon-squared").
AttributeProfile profileOf(const Frame& frame, const Coded& attribute, const Study& study);

/// Positives and n of every level, in the order of `attribute.levels`.
std::vector<Group> countsOf(const Frame& frame, const Coded& attribute);

}  // namespace icp
