#pragma once

#include "core/table/dataset.h"

#include <functional>
#include <vector>

namespace icp::test {

/// Deals of accounts (as many each) with attributes "account.a0" ... of four equally likely levels a to d;
/// `chance(codes)` is how likely an account's deals are won.
Dataset market(std::uint64_t seed, std::size_t accounts, std::size_t each, int attributes,
               const std::function<double(const std::vector<int>&)>& chance, bool dated);

/// The same deals with their ends dealt out anew, accounts as wholes.
Dataset relabelled(Dataset dataset, std::uint64_t seed);

}  // namespace icp::test
