#pragma once

#include <cstddef>

namespace icp {

/// Tells the system that memory which is about to be filled, `bytes` from `begin` on, may lie on large pages:
/// filling it then costs a fraction of the page faults. Worth it for memory that is filled whole; small
/// blocks are left as they are, and so is everything where the system has no such pages.
void preferLargePages(const void* begin, std::size_t bytes);

}  // namespace icp
