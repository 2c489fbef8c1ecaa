#pragma once

#include "core/base/interval.h"
#include "core/table/dataset.h"

#include <optional>

namespace icp {

/// How many contacts are known at the accounts of some deals. Every account counts once, because its deals
/// share its contacts; only accounts with a contact count: none known does not mean that nobody took part.
struct PanelStat {
    qint64 deals = 0;
    qint64 accounts = 0;
    double mean = 0;
    double lowerQuartile = 0;  ///< quantiles of type 7 (Hyndman and Fan 1996)
    double median = 0;
    double upperQuartile = 0;
    /// Of the median, with a confidence of at least 95%, without any assumption on how contacts are
    /// distributed: the order statistics that the binomial distribution gives (Conover 1999, Practical
    /// Nonparametric Statistics, 3.2). Nothing with fewer than six accounts, where no such interval exists.
    std::optional<Interval> range;
};
PanelStat panelStat(std::vector<double> contactsPerAccount, qint64 deals);

/// How many people take part on the buying side, from the workshop's own contacts.
struct PanelSize {
    struct Band {
        QString label;  ///< "under 25k" ...: bands of deal amount by terciles, rounded
        double low = 0;
        double high = 0;  ///< of the amount; infinity for the last
        PanelStat stat;
    };
    bool known =
        false;  ///< false: no contacts are linked; then only the quoted 5.7 can be shown, labelled as such
    PanelStat won;
    PanelStat lost;
    std::vector<Band> bands;  ///< won deals by amount, ascending; empty when fewer than three have one
};
PanelSize panelSize(const Dataset& dataset);

/// The figure Forrester is quoted with; a labelled default, never mixed with computed results.
inline constexpr double quotedPanelSize = 5.7;

}  // namespace icp
