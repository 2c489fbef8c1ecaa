#pragma once

#include "core/table/dataset.h"

#include <memory>

namespace icp::test {

/// Three files as an importer would hand them over: five accounts, eight deals (three won, three lost, two
/// open, one with an unreadable amount), no contacts linked but one; two rows set aside; a column that knows
/// the result.
std::shared_ptr<const Dataset> smallDataset();

}  // namespace icp::test
