#pragma once

#include "core/table/dataset.h"

namespace icp::test {

/// Where two datasets differ first, in words; empty when every value in them is equal.
QString difference(const Dataset& a, const Dataset& b);

}  // namespace icp::test
