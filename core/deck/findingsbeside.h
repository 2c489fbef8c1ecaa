#pragma once

#include "core/analysis/claims/claim.h"
#include "core/analysis/drift/drift.h"
#include "core/deck/leftbyfit.h"
#include "core/workshop/workshop.h"

#include <QByteArray>

#include <optional>

namespace icp {

struct Findings;

struct CheckedClaim {
    Claim claim;
    ClaimCheck check;
};
/// All claims of a workshop, asked of its data within a study.
std::vector<CheckedClaim> checkedClaims(const Workshop& workshop, const Dataset& dataset, const Study& study);

/// What a workshop tells beside the findings on its data; members of findings.json where there is something.
struct FindingsBeside {
    std::optional<LeftByFit> left = {};
    std::optional<Drift> drift = {};  ///< from earlier data to these
    std::vector<CheckedClaim> claims = {};
};

/// findings.json with "leftByFit", "drift" and "claims".
QByteArray findingsJson(const Findings& findings, const Dataset& dataset, const FindingsBeside& beside);

}  // namespace icp
