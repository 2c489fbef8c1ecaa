#pragma once

#include <cstddef>
#include <functional>

namespace icp {

/// Runs `body(0) ... body(count - 1)`, each exactly once, on up to `threads` std::threads (0 = one per core) and
/// returns when all are done. Bodies may run in any order, so each writes only to what belongs to its index; that is
/// what keeps every result the same on one thread and on many.
void parallelFor(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& body);

/// Cores of this machine, at least 1.
unsigned coreCount();

}  // namespace icp
