#include "core/analysis/shrinkage.h"

#include "core/analysis/distributions.h"

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

constexpr double alike = 1e7;  // a + b beyond which the groups count as all alike

double logLikelihood(std::span<const Group> groups, double a, double b) {
    double sum = 0;
    for (const Group& g : groups)
        sum += logGamma(double(g.positives) + a) + logGamma(double(g.n - g.positives) + b) -
               logGamma(double(g.n) + a + b) + logGamma(a + b) - logGamma(a) - logGamma(b);
    return sum;
}

}  // namespace

std::optional<BetaPrior> betaByMoments(std::span<const Group> groups) {
    double n = 0;
    double x = 0;
    double squares = 0;
    int known = 0;
    for (const Group& g : groups) {
        n += double(g.n);
        x += double(g.positives);
        squares += double(g.n) * double(g.n);
        known += g.n > 0 ? 1 : 0;
    }
    if (known < 2 || x <= 0 || x >= n) return std::nullopt;
    const double mean = x / n;
    double between = 0;
    for (const Group& g : groups)
        if (g.n > 0) between += double(g.n) * std::pow(double(g.positives) / double(g.n) - mean, 2);
    // E[between] = mean (1 - mean) ((k - 1)(1 - rho) + rho (n - squares / n)), rho = 1 / (a + b + 1)
    const double spread = between / (mean * (1 - mean));
    const double rho = (spread - (known - 1)) / (n - squares / n - (known - 1));
    if (!(rho > 1 / alike) || !(n - squares / n > known - 1)) return std::nullopt;
    const double size = 1 / std::min(rho, 0.999) - 1;
    return BetaPrior{mean * size, (1 - mean) * size};
}

std::optional<BetaPrior> betaByLikelihood(std::span<const Group> groups) {
    double n = 0;
    double x = 0;
    for (const Group& g : groups) {
        n += double(g.n);
        x += double(g.positives);
    }
    if (groups.size() < 2 || x <= 0 || x >= n) return std::nullopt;
    const BetaPrior start = betaByMoments(groups).value_or(BetaPrior{10 * x / n, 10 * (1 - x / n)});
    double a = start.a;
    double b = start.b;
    double best = logLikelihood(groups, a, b);
    // Newton in (log a, log b), falling back to the gradient where the surface is not concave; halved until
    // it climbs.
    for (int i = 0; i < 200; ++i) {
        double ga = 0;
        double gb = 0;
        double haa = 0;
        double hbb = 0;
        double hab = 0;
        for (const Group& g : groups) {
            const double xa = double(g.positives) + a;
            const double xb = double(g.n - g.positives) + b;
            const double all = double(g.n) + a + b;
            const double slope = digamma(a + b) - digamma(all);
            const double bend = trigamma(a + b) - trigamma(all);
            ga += digamma(xa) - digamma(a) + slope;
            gb += digamma(xb) - digamma(b) + slope;
            haa += trigamma(xa) - trigamma(a) + bend;
            hbb += trigamma(xb) - trigamma(b) + bend;
            hab += bend;
        }
        const double la = a * ga;
        const double lb = b * gb;
        const double laa = a * a * haa + la;
        const double lbb = b * b * hbb + lb;
        const double lab = a * b * hab;
        const double det = laa * lbb - lab * lab;
        double da = la;
        double db = lb;
        if (laa < 0 && det > 0) {
            da = -(lbb * la - lab * lb) / det;
            db = -(laa * lb - lab * la) / det;
        }
        const double largest = std::max(std::abs(da), std::abs(db));
        double step = largest > 2 ? 2 / largest : 1;
        double next = best;
        for (int halving = 0; halving < 60; ++halving, step /= 2) {
            next = logLikelihood(groups, a * std::exp(step * da), b * std::exp(step * db));
            if (next >= best) break;
        }
        if (!(next >= best)) break;
        a *= std::exp(step * da);
        b *= std::exp(step * db);
        best = next;
        if (a + b > alike || !std::isfinite(a + b)) return std::nullopt;
        if (step * largest < 1e-11) break;
    }
    return BetaPrior{a, b};
}

Shrinkage::Shrinkage(std::span<const Group> groups) {
    double n = 0;
    double x = 0;
    for (const Group& g : groups) {
        n += double(g.n);
        x += double(g.positives);
    }
    m_pooled = n > 0 ? x / n : 0;
    if (const auto moments = betaByMoments(groups)) m_prior = betaByLikelihood(groups).value_or(*moments);
}

}  // namespace icp
