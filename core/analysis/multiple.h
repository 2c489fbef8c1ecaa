#pragma once

#include <span>
#include <vector>

namespace icp {

/// q values: the false discovery rate at which each p would just be a discovery (Benjamini & Hochberg 1995).
std::vector<double> benjaminiHochberg(std::span<const double> p);
/// The same under any dependence between the tests (Benjamini & Yekutieli 2001).
std::vector<double> benjaminiYekutieli(std::span<const double> p);

}  // namespace icp
