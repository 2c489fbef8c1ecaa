#include "core/analysis/multiple.h"

#include <algorithm>
#include <numeric>

namespace icp {

namespace {

std::vector<double> stepUp(std::span<const double> p, double factor) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> q(p.size());
    double smallest = 1;
    for (std::size_t rank = p.size(); rank > 0; --rank) {
        const std::size_t i = order[rank - 1];
        smallest = std::min(smallest, p[i] * factor * double(p.size()) / double(rank));
        q[i] = smallest;
    }
    return q;
}

}  // namespace

std::vector<double> benjaminiHochberg(std::span<const double> p) { return stepUp(p, 1); }

std::vector<double> benjaminiYekutieli(std::span<const double> p) {
    double harmonic = 0;
    for (std::size_t i = 1; i <= p.size(); ++i) harmonic += 1 / double(i);
    return stepUp(p, harmonic);
}

}  // namespace icp
