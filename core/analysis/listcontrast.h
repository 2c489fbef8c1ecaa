#pragma once

#include "core/analysis/accountlists.h"
#include "core/analysis/findings.h"
#include "core/base/job.h"

#include <array>

namespace icp {

/// How one attribute is spread over the three lists of customers.
struct ListContrast {
    QString name;
    QString label;
    struct Level {
        QString label;
        bool unknown = false;
        std::array<qint64, 3> n{};  ///< by AccountList
    };
    std::vector<Level> levels;
    std::array<qint64, 3> known{};  ///< customers of each list of whom the attribute is known
    double strength = 0;            ///< Cramér's V of best against least ideal, corrected (Bergsma 2013)
    QString caution = {};           ///< as AttributeProfile::caution
    double p = 1;                   ///< that best and least ideal are alike: reshuffled, for small lists too

    /// Of the known customers of a list, 0 to 1; of an unknown level of all of them.
    double share(std::size_t level, AccountList list) const;
};

/// All attributes of accounts that the findings have levels of, save those `madeOf`, which the lists were
/// made from, and those that know the result; those that differ most between the best and the least ideal
/// first. Takes time in proportion to levels times accounts; empty when cancelled.
std::vector<ListContrast> listContrasts(const Dataset& dataset, const Findings& findings,
                                        const AccountLists& lists, const QStringList& madeOf,
                                        const Job& job = {});

/// "Industry, Logistics: 45% of the best, 12% of the least ideal." The level that differs most; empty without
/// any.
QString contrastSentence(const ListContrast& contrast);

}  // namespace icp
