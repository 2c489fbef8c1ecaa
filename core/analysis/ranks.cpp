#include "core/analysis/ranks.h"

#include "core/analysis/distributions.h"

#include <algorithm>
#include <cmath>

namespace icp {

RankComparison mannWhitney(std::span<const qint64> first, std::span<const qint64> second) {
    double n1 = 0;
    double n2 = 0;
    double u = 0;
    double ties = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const double a = double(first[i]);
        const double b = double(second[i]);
        u += a * (n2 + b / 2);
        ties += std::pow(a + b, 3) - (a + b);
        n1 += a;
        n2 += b;
    }
    if (n1 == 0 || n2 == 0) return {};
    const double n = n1 + n2;
    RankComparison result{u, 1, 2 * u / (n1 * n2) - 1};
    const double variance = n1 * n2 / 12 * (n + 1 - ties / (n * (n - 1)));
    if (variance > 0)
        result.p = std::min(1.0, 2 * normalTail((std::abs(u - n1 * n2 / 2) - 0.5) / std::sqrt(variance)));
    return result;
}

KruskalWallis kruskalWallis(std::span<const double> values, std::span<const std::uint8_t> groups,
                            std::size_t count) {
    std::vector<double> sum(count, 0.0);
    std::vector<double> n(count, 0.0);
    double ties = 0;
    for (std::size_t from = 0; from < values.size();) {
        std::size_t to = from;
        while (to < values.size() && values[to] == values[from]) ++to;
        const double rank = double(from + to + 1) / 2;
        for (std::size_t i = from; i < to; ++i) {
            sum[groups[i]] += rank;
            n[groups[i]] += 1;
        }
        const double t = double(to - from);
        ties += t * t * t - t;
        from = to;
    }
    const double all = double(values.size());
    double h = 0;
    double used = 0;
    for (std::size_t g = 0; g < count; ++g)
        if (n[g] > 0) {
            used += 1;
            const double off = sum[g] / n[g] - (all + 1) / 2;
            h += n[g] * off * off;
        }
    const double spread = all > 1 ? 1 - ties / (all * all * all - all) : 0;
    if (used < 2 || !(spread > 0)) return {};
    h *= 12 / (all * (all + 1)) / spread;
    return {{h, used - 1, chiSquareTail(h, used - 1)}, std::min(1.0, h / (all - 1))};
}

}  // namespace icp
