#include "core/base/largepages.h"

#ifdef __linux__
#include <sys/mman.h>
#endif

#include <cstdint>

namespace icp {

void preferLargePages([[maybe_unused]] const void* begin, [[maybe_unused]] std::size_t bytes) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    constexpr std::size_t largePage = 2U * 1024 * 1024;
    constexpr std::uintptr_t page = 64U * 1024;  // a multiple of every page size there is
    if (bytes < 2 * largePage) return;
    const auto from = (reinterpret_cast<std::uintptr_t>(begin) + page - 1) / page * page;
    const auto to = (reinterpret_cast<std::uintptr_t>(begin) + bytes) / page * page;
    // A wish: where it is refused, nothing is lost.
    (void)madvise(reinterpret_cast<void*>(from), to - from, MADV_HUGEPAGE);
#endif
}

}  // namespace icp
