#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace icp {

unsigned coreCount() { return std::max(1U, std::thread::hardware_concurrency()); }

void parallelFor(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& body)
{
    const std::size_t wanted = std::min<std::size_t>(count, threads == 0 ? coreCount() : threads);
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next.fetch_add(1); i < count; i = next.fetch_add(1))
            body(i);
    };
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < wanted; ++i)
        helpers.emplace_back(work);
    work();
}

}  // namespace icp
