#pragma once

#include "core/workshop/accounttotals.h"
#include "core/workshop/fit.h"
#include "core/workshop/narrownessbands.h"

namespace icp {

/// A part of a whole; `share` is 0 when the whole is 0.
struct Share {
    double part = 0;
    double whole = 0;
    double share() const { return whole > 0 ? part / whole : 0; }
    friend bool operator==(const Share&, const Share&) = default;
};

/// Positives out of n with 95% Wilson interval, as in analysis.
struct GaugeRate {
    qint64 n = 0;
    qint64 positives = 0;
    double rate = 0;
    double low = 0;
    double high = 1;
};

enum class Narrowness { Empty, TooBroad, Comfortable, TooNarrow };

/// What an ICP means for the customers at hand. Inside = ideal fit. Deals count when they are linked to an
/// account.
struct Gauge {
    Share accounts;    ///< accounts inside / all
    Share customers;   ///< customers inside / customersOf()
    Share wins;        ///< won deals
    Share revenue;     ///< AccountTotals::value
    Share pipeline;    ///< AccountTotals::pipeline
    Share market;      ///< only when both numbers are typed; whole = 0 otherwise
    GaugeRate inside;  ///< closed deals won; when no deal is closed at all: customers retained
    GaugeRate outside;
    double difference = 0;  ///< inside - outside with Newcombe's 95% interval; 0 when either has no n
    double differenceLow = -1;
    double differenceHigh = 1;
    GaugeRate leftInside;  ///< left, of the accounts known to be or to have been customers
    GaugeRate leftOutside;
    qint64 unlinked = 0;  ///< closed deals without a known account, which neither inside nor outside counts
    bool aboutRetention = false;  ///< inside/outside are retention, because no deal is closed at all
    qint64 ideal = 0;             ///< customers by fit; all 0 when there is no fit
    qint64 stretch = 0;
    qint64 bad = 0;
    Narrowness narrowness =
        Narrowness::Empty;  ///< Empty: no customers, or no must or should that can be computed
    double position =
        0;  ///< marker of the narrowness meter: 0 = broadest, 1 = narrowest; comfortable is 0.27 to 0.73
};

/// Facts of a dataset that do not depend on the ICP, gathered once.
class GaugeModel {
public:
    /// `dataset` must outlive the model.
    explicit GaugeModel(const Dataset& dataset);
    /// With the totals of the dataset, where they are known already.
    GaugeModel(const Dataset& dataset, std::shared_ptr<const AccountTotals> totals);
    /// Reuses what did not change since the last call: within one 16 ms frame at 100,000 accounts when one
    /// criterion changed. Where no deal is won, customers inside count in the place of won deals; what is too
    /// broad and too narrow at once is called too broad.
    Gauge evaluate(const Icp& icp);
    void setBands(const NarrownessBands& bands) { m_bands = bands; }
    FitModel& fit() { return m_fit; }
    const FitModel& fit() const { return m_fit; }
    const AccountTotals& totals() const { return *m_totals; }

private:
    void setNarrowness(Gauge& gauge, const Icp& icp, const Share& wins) const;

    FitModel m_fit;
    NarrownessBands m_bands;
    std::shared_ptr<const AccountTotals> m_totals;
};

}  // namespace icp
