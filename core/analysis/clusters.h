#pragma once

#include "core/analysis/contingency.h"

namespace icp {

/// How the positives of groups vary from cluster to cluster: the sums a cluster-honest test is made of.
///
/// For cluster i and group j, u_ij is the part of (positives - expected positives) of group j that cluster i
/// contributes when all groups have one rate; the matrix is the sum over clusters of u_i u_i'.
class ClusterScore {
public:
    /// `groups`: totals over all clusters, at most 32 groups.
    explicit ClusterScore(std::span<const Group> groups);

    /// One cluster's positives and n in one group. Call for every group the cluster touches, then close().
    void add(std::size_t group, qint64 positives, qint64 n);
    void close();

    /// Chi-square corrected to second order for the design effects of clusters (Rao & Scott 1984, 1987; the F
    /// form of Thomas & Rao 1987), with the covariance taken under equal rates. Without repeats it is close
    /// to chi-square.
    TestResult raoScott() const;
    /// One group's positives above what is expected, in standard deviations.
    double z(std::size_t group) const;
    /// How many times larger the variance of a group's positives is than that of independent units. At
    /// least 1.
    double designEffect(std::size_t group) const;
    qint64 clusters() const { return m_clusters; }

private:
    struct Part {
        std::size_t group;
        double excess;
    };
    double covariance(std::size_t a, std::size_t b) const;

    std::vector<Group> m_groups;
    std::vector<double> m_share;  // of units per group
    double m_n = 0;
    double m_rate = 0;
    std::vector<Part> m_open;  // the cluster being added
    qint64 m_clusters = 0;
    std::vector<double> m_products;  // sums over clusters of excess_a excess_b
    std::vector<double> m_cross;     // of excess_a x the cluster's whole excess
    double m_whole = 0;              // of the cluster's whole excess, squared
};

}  // namespace icp
