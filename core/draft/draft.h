#pragma once

#include "core/analysis/findings.h"
#include "core/workshop/icp.h"
#include "core/workshop/persona.h"

#include <vector>

namespace icp {

/// A first ICP out of what was found, for people to argue with; nothing in it is without evidence.
///
/// Of each driver among the attributes of accounts and their usage, the levels whose interval lies above the
/// base rate become one criterion: the strongest are musts, at most three, as long as each raises the rate
/// inside and leaves enough wins to trust it, and no segment with it got weaker on held-out units; the next
/// are shoulds, then nices. A driver behind which another one was found is left to that one. Ranges beside a
/// must that are not clearly worse become its stretch limits, and exclusions are taken over. Who owns an
/// account, where it was found and when it was entered describe the seller, and are left out. Weights add up
/// to 100. Without a driver, or with too little data, the ICP is
/// marked a hypothesis. It is a baseline that product proposes to the others: Icp::baseline.
Icp draftIcp(const Findings& findings, const Dataset& dataset, const QString& name);

/// The six roles; each with the title and department that its contacts have most often, at accounts with a
/// won deal when there are any. What the data do not say is left empty.
std::vector<Persona> draftPersonas(const Dataset& dataset, const Icp& icp);

}  // namespace icp
