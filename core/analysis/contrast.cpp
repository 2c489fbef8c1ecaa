#include "core/analysis/contrast.h"

#include "core/analysis/clusters.h"
#include "core/analysis/distributions.h"
#include "core/analysis/fisher.h"

#include <algorithm>
#include <array>

namespace icp {

Contrast contrastOf(const Frame& frame, const Bitmap& in, const Bitmap& whole) {
    Contrast result;
    whole.forEach([&](std::size_t unit) {
        Group& side = in.test(unit) ? result.in : result.rest;
        side.n += 1;
        side.positives += frame.positive[unit];
    });
    const Group& a = result.in;
    const Group& b = result.rest;
    if (a.n == 0 || b.n == 0) return result;
    result.above = fisherGreater({a.positives, a.n, b.positives, b.n});
    result.below = fisherGreater({b.positives, b.n, a.positives, a.n});
    if (!frame.repeats()) return result;

    ClusterScore score(std::array{a, b});
    for (std::size_t c = 0; c < frame.clusters(); ++c) {
        std::array<Group, 2> sides{};
        for (std::size_t unit = frame.start[c]; unit < frame.start[c + 1]; ++unit)
            if (whole.test(unit)) {
                Group& side = sides[in.test(unit) ? 0 : 1];
                side.n += 1;
                side.positives += frame.positive[unit];
            }
        for (std::size_t side = 0; side < 2; ++side)
            if (sides[side].n > 0) score.add(side, sides[side].positives, sides[side].n);
        score.close();
    }
    const double z = score.z(0);
    const auto df = double(score.clusters() - 1);
    result.above = std::max(result.above, studentTail(z, df));
    result.below = std::max(result.below, studentTail(-z, df));
    result.designEffect = score.designEffect(0);
    return result;
}

}  // namespace icp
