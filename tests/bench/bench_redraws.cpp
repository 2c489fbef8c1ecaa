#include "core/analysis/stability.h"
#include "tests/bench/dealcodes.h"

#include <algorithm>
#include <cstdio>

using namespace icp;
using icp::bench::DealCodes;
using icp::bench::seconds;

// 200 redraws of 100,000 deals, each searched from scratch over 248 conditions, against 200 searches of the
// data themselves in the same run; on one thread and on two, which must agree.

namespace {

bool same(const Redraws& a, const Redraws& b) {
    return a.optimism == b.optimism &&
           std::equal(a.segments.begin(), a.segments.end(), b.segments.begin(), b.segments.end(),
                      [](const Redraws::Segment& x, const Redraws::Segment& y) {
                          return x.found == y.found && x.optimism == y.optimism;
                      });
}

}  // namespace

int main() {
    const DealCodes deals(100000);
    const SearchSpace space = deals.space(deals.all());
    AccountUnits accounts;
    for (const std::uint32_t unit : deals.all()) accounts.push_back({unit});
    for (const int depth : {2, 3}) {
        const SearchLimits limits{depth, 300, 15, 1};
        const double search = seconds([&] { (void)bestBothWays(space, limits); }, 5);
        std::vector<Conjunction> segments = bestBothWays(space, limits);
        segments.resize(12);
        Redrawn of{accounts, [&](std::span<const std::uint32_t> units) { return deals.space(units); }, limits,
                   segments};
        Redraws one;
        Redraws two;
        const double alone = seconds([&] { one = redraw(of); }, 1);
        of.limits.threads = 2;
        const double both = seconds([&] { two = redraw(of); }, 3);
        if (!same(one, two)) {
            std::printf("redraws: ONE AND TWO THREADS DIFFER\n");
            return 1;
        }
        std::printf(
            "redraws, 100000 deals, %zu conditions, depth %d, %s: %d searched again in %.2f s on one "
            "thread, %.2f s on two%s, %.2f x as long as as many searches (%.1f ms each); the first "
            "is found again in %d\n",
            space.conditions(), depth, bestBitKernel().name, two.made, alone, both,
            depth == 2 ? " (target 2.5 s)" : "", alone / (two.made * search), search * 1e3,
            two.segments.front().found);
    }
    return 0;
}
