#pragma once

#include "core/analysis/findings.h"

#include <QStringList>

#include <limits>
#include <vector>

namespace icp::test {

inline constexpr double none = std::numeric_limits<double>::quiet_NaN();  ///< an empty cell

/// Columns of a study as plain cells, so that rows can be shuffled, doubled and relabelled.
struct Rows {
    struct Deal {
        std::uint32_t account;
        QString source;
        double seats;
        double closed;
        DealState state;
    };
    QStringList country;
    std::vector<double> employees;
    QStringList tags;
    std::vector<Deal> deals;

    Dataset dataset() const;
};

/// Accounts with up to `most` deals each; with an effect, those of 50 to 400 employees win twice as often.
Rows randomRows(std::uint64_t seed, std::size_t accounts, std::size_t most, bool effect);

Findings of(const Rows& rows, const Study& study = {});
/// Fails the test where a number is not finite or a rate lies outside its interval.
void checkFinite(const Findings& findings);
QStringList codes(const Findings& findings);    ///< of the warnings
QStringList drivers(const Findings& findings);  ///< names

}  // namespace icp::test
