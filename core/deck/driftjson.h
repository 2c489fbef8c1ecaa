#pragma once

#include "core/analysis/drift/drift.h"
#include "core/deck/jsontext.h"

namespace icp {

/// Member "drift" of findings.json.
void writeDrift(JsonText& json, const Drift& drift);

}  // namespace icp
