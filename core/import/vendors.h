#pragma once

#include "core/import/understand.h"

#include <vector>

namespace icp {

/// Files that came together are judged together: where one alone is doubtful, has headers of the vendor that
/// the sure ones agree on, and more of it than of any other, it is that vendor's, as sure as the headers of
/// all of them make it.
void agreeOnVendor(std::vector<UnderstoodFile>& files, const Profiles& profiles);

}  // namespace icp
