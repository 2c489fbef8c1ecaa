#include "core/analysis/clusters.h"

#include "core/analysis/distributions.h"

#include <algorithm>
#include <cmath>

namespace icp {

ClusterScore::ClusterScore(std::span<const Group> groups)
    : m_groups(groups.begin(), groups.end()),
      m_share(groups.size()),
      m_products(groups.size() * groups.size()) {
    double positives = 0;
    for (const Group& g : m_groups) {
        m_n += double(g.n);
        positives += double(g.positives);
    }
    m_rate = m_n > 0 ? positives / m_n : 0;
    for (std::size_t g = 0; g < m_groups.size(); ++g) m_share[g] = m_n > 0 ? double(m_groups[g].n) / m_n : 0;
}

void ClusterScore::add(std::size_t group, qint64 positives, qint64 n) {
    m_open.push_back({group, double(positives) - double(n) * m_rate});
}

void ClusterScore::close() {
    for (const Part& a : m_open)
        for (const Part& b : m_open) m_products[a.group * m_groups.size() + b.group] += a.excess * b.excess;
    m_clusters += m_open.empty() ? 0 : 1;
    m_open.clear();
}

void ClusterScore::setProducts(std::vector<double> products, qint64 clusters) {
    m_products = std::move(products);
    m_clusters = clusters;
}

std::vector<double> ClusterScore::covariances() const {
    const std::size_t count = m_groups.size();
    std::vector<double> result(count * count, 0);
    if (m_clusters < 2) return result;
    // The whole excess of a cluster is shared out by the groups' shares: u_a = excess_a - share_a x whole.
    std::vector<double> withWhole(count, 0);
    double whole = 0;
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = 0; b < count; ++b) withWhole[a] += m_products[a * count + b];
    for (const double w : withWhole) whole += w;
    const double few = double(m_clusters) / double(m_clusters - 1);
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = 0; b < count; ++b)
            result[a * count + b] = few * (m_products[a * count + b] - withWhole[a] * m_share[b] -
                                           m_share[a] * withWhole[b] + m_share[a] * m_share[b] * whole);
    return result;
}

TestResult ClusterScore::raoScott() const {
    const TestResult plain = chiSquare(tableOf(m_groups));
    if (plain.df <= 0 || m_clusters < 2) return {};
    const std::vector<double> covariance = covariances();
    const std::size_t count = m_groups.size();
    const double unit = m_n * m_rate * (1 - m_rate);
    double trace = 0;
    double traceOfSquare = 0;
    for (std::size_t a = 0; a < count; ++a) {
        if (m_share[a] <= 0) continue;
        trace += covariance[a * count + a] / (unit * m_share[a]);
        for (std::size_t b = 0; b < count; ++b)
            if (m_share[b] > 0)
                traceOfSquare += std::pow(covariance[a * count + b] / unit, 2) / (m_share[a] * m_share[b]);
    }
    if (!(trace > 0) || !(traceOfSquare > 0)) return {};
    const double df = trace * trace / traceOfSquare;
    const double f = plain.statistic / trace;
    return {f * df, df, fTail(f, df, df * double(m_clusters - 1))};
}

double ClusterScore::z(std::size_t group) const {
    const double variance = covariances()[group * m_groups.size() + group];
    const Group& g = m_groups[group];
    return variance > 0 ? (double(g.positives) - double(g.n) * m_rate) / std::sqrt(variance) : 0;
}

double ClusterScore::designEffect(std::size_t group) const {
    const double independent = double(m_groups[group].n) * m_rate * (1 - m_rate);
    const double own = m_products[group * m_groups.size() + group];
    return independent > 0 ? std::max(1.0, own / independent) : 1;
}

}  // namespace icp
