#include "core/analysis/drift/drift.h"

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

constexpr double least = 1e-4;

/// Tail of the Kolmogorov distribution (Kolmogorov 1933); the second form converges where the first does not.
double kolmogorovTail(double x) {
    if (x <= 0) return 1;
    constexpr double pi = 3.14159265358979323846;
    double sum = 0;
    if (x < 1) {
        for (int k = 1; k <= 20; ++k) sum += std::exp(-std::pow((2 * k - 1) * pi / x, 2) / 8);
        return std::clamp(1 - std::sqrt(2 * pi) / x * sum, 0.0, 1.0);
    }
    for (int k = 1; k <= 100; ++k) sum += (k % 2 == 1 ? 1 : -1) * std::exp(-2.0 * k * k * x * x);
    return std::clamp(2 * sum, 0.0, 1.0);
}

}  // namespace

double stabilityIndex(std::span<const double> before, std::span<const double> now) {
    double sum = 0;
    for (std::size_t i = 0; i < std::min(before.size(), now.size()); ++i) {
        const double then = std::max(before[i], least);
        const double today = std::max(now[i], least);
        sum += (today - then) * std::log(today / then);
    }
    return sum;
}

double jensenShannon(std::span<const double> before, std::span<const double> now) {
    double sum = 0;
    for (std::size_t i = 0; i < std::min(before.size(), now.size()); ++i) {
        const double middle = (before[i] + now[i]) / 2;
        for (const double share : {before[i], now[i]})
            if (share > 0) sum += share / 2 * std::log2(share / middle);
    }
    return std::clamp(sum, 0.0, 1.0);
}

TestResult kolmogorovSmirnov(std::vector<double> before, std::vector<double> now) {
    if (before.empty() || now.empty()) return {};
    std::sort(before.begin(), before.end());
    std::sort(now.begin(), now.end());
    double distance = 0;
    for (std::size_t a = 0, b = 0; a < before.size() && b < now.size();) {
        const double value = std::min(before[a], now[b]);
        while (a < before.size() && before[a] == value) ++a;
        while (b < now.size() && now[b] == value) ++b;
        distance =
            std::max(distance, std::abs(double(a) / double(before.size()) - double(b) / double(now.size())));
    }
    const double n = double(before.size()) * double(now.size()) / double(before.size() + now.size());
    return {distance, 1, kolmogorovTail(std::sqrt(n) * distance)};
}

}  // namespace icp
