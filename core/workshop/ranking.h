#pragma once

#include "core/base/interval.h"
#include "core/workshop/accounttotals.h"
#include "core/workshop/fit.h"

namespace icp {

/// How well the score of an ICP puts good accounts before the others. Told of the deals at hand, on which the
/// ICP was written too, so it flatters. Good: at least one of its closed deals was won; when no deal is
/// closed at all: customers who stayed, against those who left.
struct Ranking {
    bool told = false;  ///< false: fewer than 15 good or 15 others, no score, or no range can be given
    bool aboutRetention = false;  ///< because no deal is closed at all
    qint64 good = 0;              ///< accounts
    qint64 others = 0;
    /// Share of pairs of a good and another account in which the good one scores higher; ties count half.
    /// That is the area under the ROC curve, with the 95% interval of DeLong, DeLong & Clarke-Pearson 1988
    /// within [0, 1].
    double area = 0.5;
    Interval range;
    /// The share of all wins (or of all who stayed) that the best-scored fifth of the accounts holds.
    /// Accounts of one score hold alike.
    double fifth = 0;
};
/// Takes time in proportion to accounts: fit for every move of a criterion.
Ranking rankingOf(const FitTable& fit, const AccountTotals& totals);
/// The same by these closed deals alone (rows of the deals table): an account counts by what became of its
/// deals among them. Never about retention.
Ranking rankingOn(const FitTable& fit, const Dataset& dataset, const Bitmap& deals);

}  // namespace icp
