#pragma once

#include "core/analysis/findings.h"
#include "core/deck/jsontext.h"

namespace icp {

/// Members "confounders", "funnel" and "survival" of findings.json.
void writeConfounders(JsonText& json, const Findings& findings);
/// How fast deals close: of the first segment ("inside") and of all others.
void writeFunnel(JsonText& json, const Findings& findings);
/// How long customers stay, likewise.
void writeSurvival(JsonText& json, const Findings& findings);

}  // namespace icp
