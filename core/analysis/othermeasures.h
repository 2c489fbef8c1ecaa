#pragma once

#include "core/analysis/findings.h"

#include <optional>
#include <vector>

namespace icp {

// What is told of an attribute beside its test and the Wilson ranges of its levels, for whoever is used to
// other measures. Never part of a decision.

struct OtherMeasures {
    double informationValue = 0;   ///< see informationValue()
    double mutualInformation = 0;  ///< nats
    double uncertainty = 0;        ///< Theil's U: the share of the outcome's entropy that is gone, 0 to 1
    double qAnyDependence = 1;     ///< Benjamini and Yekutieli 2001, over all attributes tested
};
/// Of every attribute of the findings, in their order; as made anew where nothing was tested. Over levels
/// with a known value; of lists of values no information is told, since their levels overlap.
std::vector<OtherMeasures> otherMeasures(const Findings& findings);

/// A level's rate divided by that of all other known units of its attribute (Katz et al. 1978); nothing where
/// there are none, and of lists of values, since their levels overlap.
std::optional<Estimate> ratioToOthers(const AttributeProfile& profile, const Level& level);
/// The conditional odds ratio of an attribute of two levels that was tested exactly; nothing otherwise.
std::optional<double> exactOdds(const AttributeProfile& profile);

}  // namespace icp
