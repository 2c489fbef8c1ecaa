#pragma once

#include "core/analysis/time/dealtimes.h"
#include "core/deck/jsontext.h"
#include "core/workshop/workshop.h"

#include <array>

namespace icp {

/// By which version of an ICP it is told how somebody who left had fitted.
enum class FitOf {
    Now,  ///< the ICP as it stands, edits that were not agreed yet as well
    Then  ///< the version that was agreed by the day they left; of those who stay, by the day of the data
};

/// Customers who left, by their fit under an ICP. Ideal fits that leave more often than all others who can be
/// judged are an alarm: told where the 95% range of the difference (Newcombe 1998) excludes none. The classes
/// together are all who left.
struct LeftByFit {
    enum Class {
        Ideal,
        Stretch,
        Bad,
        Unjudged
    };  ///< Unjudged: no version held then, or nobody knows the day
    static constexpr std::size_t classes = 4;
    struct Year {
        int year = 0;                      ///< in which they left; 0 = not known
        std::array<qint64, classes> left;  ///< by class
    };
    QString icp;  ///< its name
    FitOf by = FitOf::Now;
    std::array<Rate, classes> left;     ///< of the customers of each class
    std::array<double, classes> value;  ///< accountValue() of those who left
    std::vector<Year> years;
    QString sentence;  ///< empty when nobody left

    qint64 all() const;  ///< who left
};
QString className(LeftByFit::Class one);  ///< "ideal", "stretch", "bad", "unjudged"

/// By the ICP `icp` as it stands. Nothing when it gives no fit.
std::optional<LeftByFit> leftByFit(const Dataset& dataset, const Study& study, const Workshop& workshop,
                                   const Icp& icp);
/// By the versions that held. Nothing when none was ever agreed. What the team decided on single accounts
/// holds for every version.
std::optional<LeftByFit> leftByVersions(const Dataset& dataset, const Study& study, const Workshop& workshop,
                                        const Icp& icp);

/// The members of an object of findings.json: "leftByFit" and "leftByVersion".
void writeLeftByFit(JsonText& json, const LeftByFit& left, double valueTotal);

}  // namespace icp
