#pragma once

#include "core/table/dataset.h"

#include <memory>

namespace icp::test {

/// The data behind sampleFindings(), as an import would have made them: 720 companies with one closed deal
/// each, 230 won, finance team size as its driver, public bodies hardly ever won, industry and country
/// without effect, 9 customers that left. `scale` repeats it, for lists that must stay quick.
std::shared_ptr<const Dataset> sampleDataset(int scale = 1);

}  // namespace icp::test
