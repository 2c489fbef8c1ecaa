#include "core/analysis/clusteredrate.h"

#include "core/analysis/clusters.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace icp {

void ClusteredRate::add(std::uint32_t account, bool positive) {
    if (account == noRow || m_clusters.empty() || m_clusters.back().account != account)
        m_clusters.push_back({account, 0, 0});
    Cluster& cluster = m_clusters.back();
    ++cluster.n;
    ++m_n;
    cluster.positives += positive ? 1 : 0;
    m_positives += positive ? 1 : 0;
}

bool ClusteredRate::repeats() const { return qint64(m_clusters.size()) < m_n; }

double ClusteredRate::designEffect() const {
    const double share = rate();
    const double independent = double(m_n) * share * (1 - share);
    if (!(independent > 0)) return 1;
    double own = 0;
    for (const Cluster& cluster : m_clusters)
        own += std::pow(double(cluster.positives) - double(cluster.n) * share, 2);
    return std::max(1.0, own / independent);
}

Estimate ClusteredRate::estimate() const {
    const double effect = designEffect();
    return {rate(), wilson(double(m_positives) / effect, double(m_n) / effect)};
}

Rate ClusteredRate::asRate() const {
    Rate result = rateOf(m_positives, m_n);
    const Estimate honest = estimate();
    result.low = honest.interval.low;
    result.high = honest.interval.high;
    return result;
}

void ClusterSums::addPositives(double of, double units) {
    positives += of;
    squares += of * of;
    products += of * units;
}

Rate ClusterSums::rateOf(double n, double sizes) const {
    Rate rate = icp::rateOf(qint64(positives), qint64(n));
    const double share = n > 0 ? positives / n : 0;
    const double independent = n * share * (1 - share);
    if (!(independent > 0)) return rate;
    const double effect =
        std::max(1.0, (squares - 2 * share * products + share * share * sizes) / independent);
    const Interval honest = wilson(positives / effect, n / effect);
    rate.low = honest.low;
    rate.high = honest.high;
    return rate;
}

Estimate lessOf(const Estimate& a, const Estimate& b) {
    const double value = a.value - b.value;
    return {value,
            {value - std::hypot(a.value - a.interval.low, b.interval.high - b.value),
             value + std::hypot(a.interval.high - a.value, b.value - b.interval.low)}};
}

double pOfEqual(const ClusteredRate& a, const ClusteredRate& b) {
    struct Part {
        ClusteredRate::Cluster cluster;
        std::size_t side;
    };
    std::vector<Part> parts;
    for (const ClusteredRate::Cluster& cluster : a.clusters()) parts.push_back({cluster, 0});
    for (const ClusteredRate::Cluster& cluster : b.clusters()) parts.push_back({cluster, 1});
    std::stable_sort(parts.begin(), parts.end(), [](const Part& one, const Part& other) {
        return one.cluster.account < other.cluster.account;
    });
    const auto alike = [](const Part& one, const Part& next) {
        return one.cluster.account == next.cluster.account && one.cluster.account != noRow;
    };
    const bool onBothSides = std::adjacent_find(parts.begin(), parts.end(), alike) != parts.end();
    const double plain = scoreTest(a.positives(), a.n(), b.positives(), b.n());
    if (!onBothSides && !a.repeats() && !b.repeats()) return plain;
    ClusterScore score(std::array{Group{a.positives(), a.n()}, Group{b.positives(), b.n()}});
    for (std::size_t i = 0; i < parts.size(); ++i) {
        score.add(parts[i].side, parts[i].cluster.positives, parts[i].cluster.n);
        if (i + 1 == parts.size() || !alike(parts[i], parts[i + 1])) score.close();
    }
    const TestResult test = score.raoScott();
    return test.df > 0 ? test.p : plain;
}

}  // namespace icp
