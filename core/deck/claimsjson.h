#pragma once

#include "core/deck/findingsbeside.h"
#include "core/deck/jsontext.h"

namespace icp {

/// Member "claims" of findings.json.
void writeClaims(JsonText& json, const std::vector<CheckedClaim>& claims);

}  // namespace icp
