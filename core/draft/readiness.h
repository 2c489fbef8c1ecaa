#pragma once

#include "core/analysis/findings.h"
#include "core/workshop/icp.h"

#include <array>

namespace icp {

/// What a profile should have stood before it is agreed.
enum class Check { Comfort, SameAgain, Tested };
inline constexpr std::array checks{Check::Comfort, Check::SameAgain, Check::Tested};
QString checkName(Check check);  ///< "comfort", "same-again", "tested": for files
std::optional<Check> checkFromName(QStringView name);
QString checkTitle(Check check);

/// `Open`: not known yet; `text` says what is missing.
enum class CheckState { Met, Unmet, Open };
struct CheckResult {
    Check check = Check::Comfort;
    CheckState state = CheckState::Open;
    QString text;         ///< a sentence or two
    bool sealed = false;  ///< of SameAgain: that the newest deals are sealed is all that is missing
};

/// In the order of `checks`. Comfort: more than half of the room is comfortably uncomfortable with the
/// criteria as they stand. Same again: of every must, should and exclusion with a condition, the segment
/// behind it (that has a condition within the criterion's; of several the one with most conditions that the
/// profile asks for, then the strongest) is found again in at least 80% of the redraws and holds in the
/// newest deals; an exclusion holds there. Tested: with somebody, the criteria as they stand.
std::array<CheckResult, checks.size()> readiness(const Icp& icp, const Findings& findings);

/// Names in files of the checks that are not met, known or not.
QStringList unmetNames(const Icp& icp, const Findings& findings);

}  // namespace icp
