#pragma once

#include "core/analysis/proportions.h"
#include "core/analysis/rate.h"
#include "core/table/dataset.h"

#include <vector>

namespace icp {

/// A share of units of which several belong to one account: its range is that of so many independent units
/// as they are worth (Rao and Scott 1992: sizes divided by the design effect, which is at least 1).
class ClusteredRate {
public:
    /// One unit; those of an account one after another. Units of noRow belong to nobody, and each stands for
    /// itself.
    void add(std::uint32_t account, bool positive);

    qint64 n() const { return m_n; }
    qint64 positives() const { return m_positives; }
    double rate() const { return m_n > 0 ? double(m_positives) / double(m_n) : 0; }
    bool repeats() const;  ///< whether an account has several units
    double designEffect() const;
    Estimate estimate() const;
    Rate asRate() const;

    struct Cluster {
        std::uint32_t account = noRow;
        qint64 n = 0;
        qint64 positives = 0;
    };
    const std::vector<Cluster>& clusters() const { return m_clusters; }  ///< in the order of adding

private:
    std::vector<Cluster> m_clusters;
    qint64 m_n = 0;
    qint64 m_positives = 0;
};

/// The same from sums over accounts, for many shares of one whole.
struct ClusterSums {
    double positives = 0;
    double squares = 0;   ///< of an account's positives
    double products = 0;  ///< of an account's positives and its units

    /// Of an account that has positives, out of `units`.
    void addPositives(double of, double units);
    /// `n`: all units; `sizes`: the squares of the accounts' units, summed.
    Rate rateOf(double n, double sizes) const;
};

/// The difference of two estimates, its range from their own (Newcombe 1998).
Estimate lessOf(const Estimate& a, const Estimate& b);

/// Two-sided p that both shares are the same: the test of Rao and Scott where accounts repeat, which may have
/// units on both sides; else the score test.
double pOfEqual(const ClusteredRate& a, const ClusteredRate& b);

}  // namespace icp
