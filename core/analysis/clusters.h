#pragma once

#include "core/analysis/contingency.h"

namespace icp {

/// How the positives of groups vary from cluster to cluster: what a cluster-honest test is made of.
///
/// The excess of cluster i in group j is its positives there less those expected when all groups have one
/// rate. All below follows from the sums over clusters of the products of two groups' excesses.
class ClusterScore {
public:
    /// `groups`: totals over all clusters.
    explicit ClusterScore(std::span<const Group> groups);

    double rate() const { return m_rate; }  ///< of all groups together

    /// One cluster's positives and n in one group. Call for every group the cluster touches, then close().
    void add(std::size_t group, qint64 positives, qint64 n);
    void close();
    /// The same for all clusters at once: the sums themselves, groups x groups, and the number of clusters.
    void setProducts(std::vector<double> products, qint64 clusters);

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
    /// Covariances of the groups' excesses, the common rate being estimated from the same clusters.
    std::vector<double> covariances() const;

    std::vector<Group> m_groups;
    std::vector<double> m_share;  // of units per group
    double m_n = 0;
    double m_rate = 0;
    std::vector<Part> m_open;  // the cluster being added
    std::vector<double> m_products;
    qint64 m_clusters = 0;
};

}  // namespace icp
