#pragma once

#include "core/analysis/time/dealtimes.h"
#include "core/deck/jsontext.h"
#include "core/workshop/fitdecision.h"

#include <array>

namespace icp {

/// Customers who left, by their fit under an ICP: an ideal fit that leaves is an alarm, a bad one that leaves
/// may be good. The classes together are all who left.
struct LeftByFit {
    static constexpr std::array classes{Fit::Ideal, Fit::Stretch, Fit::Bad};
    struct Year {
        int year = 0;                ///< in which they left; 0 = not known
        std::array<qint64, 3> left;  ///< by class
    };
    QString icp;                  ///< its name
    std::array<Rate, 3> left;     ///< of the customers of each class
    std::array<double, 3> value;  ///< accountValue() of those who left
    std::vector<Year> years;
    QString sentence;  ///< empty when nobody left
};

/// `fits`: what the team decided on single accounts, as Workshop::fits. Nothing when the ICP gives no fit.
std::optional<LeftByFit> leftByFit(const Dataset& dataset, const Study& study, const Icp& icp,
                                   const std::vector<FitDecision>& fits);

/// Member "leftByFit" of findings.json.
void writeLeftByFit(JsonText& json, const LeftByFit& left);

}  // namespace icp
