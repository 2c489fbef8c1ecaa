#pragma once

#include "core/table/dataset.h"

#include <memory>

namespace icp::test {

/// Something of everything a user can decide about an import.
ImportChoices choices();

/// A dataset with something in every place.
std::shared_ptr<const Dataset> full(quint32 seed, std::size_t accounts);

}  // namespace icp::test
