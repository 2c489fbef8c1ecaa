#pragma once

#include "core/workshop/icp.h"

namespace icp {

/// The ICP in one sentence, as sentence(icp), of whom it describes: companies, or where consumers are sold
/// to, customers.
Sentence sentence(const Icp& icp, bool consumers);
/// One that has all of these: as companySentence(criteria), of a company or a customer.
Sentence companySentence(const std::vector<Criterion>& criteria, bool consumers);

}  // namespace icp
