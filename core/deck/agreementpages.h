#pragma once

#include "core/deck/findingsbeside.h"
#include "core/deck/jsontext.h"
#include "core/deck/page.h"
#include "core/deck/sheet.h"

namespace icp {

/// How each version of the ICP was agreed, and who has read which. None before the first version.
std::vector<Draft> agreementPages(const DeckInput& input, const MeasureText& measure);

/// One row per version, the newest first: when, who took part and who should have, the vote, dissent, next
/// review.
Sheet agreementsSheet(const Workshop& workshop, const Icp& icp);
/// One row per reader: version, name, department, day.
Sheet acknowledgementsSheet(const Workshop& workshop, const Icp& icp);

/// The versions of an ICP, the newest first, each with who has read it.
std::vector<Agreement> agreementsOf(const Workshop& workshop, const Icp& icp);
/// Member "agreements" of findings.json.
void writeAgreements(JsonText& json, const std::vector<Agreement>& agreements);

}  // namespace icp
