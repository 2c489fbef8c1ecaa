#pragma once

#include "core/analysis/findings.h"
#include "core/deck/jsontext.h"

namespace icp {

/// Members "confounders", "funnel", "survival", "lostReasons" and "left" of findings.json.
void writeConfounders(JsonText& json, const Findings& findings);
/// How fast deals close: of the first segment ("inside") and of all others.
void writeFunnel(JsonText& json, const Findings& findings);
/// How long customers stay, likewise.
void writeSurvival(JsonText& json, const Findings& findings);
/// Why deals are lost, likewise.
void writeLostReasons(JsonText& json, const Findings& findings);
/// Which customers left, likewise.
void writeLeft(JsonText& json, const Findings& findings);

/// Member "year"; null for 0, a year that is not known.
void writeYear(JsonText& json, int year);

}  // namespace icp
