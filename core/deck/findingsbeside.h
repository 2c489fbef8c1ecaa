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

/// A version of an ICP, and who has read it.
struct Agreement {
    IcpVersion version;
    std::vector<Acknowledgement> readers;
};

/// What a workshop tells beside the findings on its data; members of findings.json where there is something.
struct FindingsBeside {
    std::optional<LeftByFit> left = {};
    std::optional<LeftByFit> leftThen = {};  ///< by the versions that held
    std::optional<Drift> drift = {};         ///< from earlier data to these
    std::vector<CheckedClaim> claims = {};
    std::vector<Agreement> agreements = {};  ///< of the ICP, the newest first
};

/// All of it but the drift, which needs other data. `icp`: by whose fit it is told who left; nullptr:
/// nobody's.
FindingsBeside besideOf(const Workshop& workshop, const Icp* icp, const Dataset& dataset, const Study& study);

/// findings.json with "leftByFit", "leftByVersion", "drift", "claims" and "agreements".
QByteArray findingsJson(const Findings& findings, const Dataset& dataset, const FindingsBeside& beside);

}  // namespace icp
