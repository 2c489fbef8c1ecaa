#pragma once

#include "core/workshop/accounttotals.h"
#include "core/workshop/fit.h"

namespace icp {

inline constexpr std::size_t maxOverlapping = 16;

/// How several ICPs share the customers. Inside = ideal fit.
struct Overlap {
    /// Customers inside exactly these ICPs and no other.
    struct Part {
        std::uint32_t icps = 0;  ///< bit i: inside the i-th ICP; 0 = inside none: uncovered
        qint64 customers = 0;
        double value = 0;  ///< AccountTotals::value
    };
    std::vector<Part> parts;  ///< those with customers, most first; uncovered customers wherever they come
    std::vector<qint64> customers;      ///< per ICP, inside it
    std::vector<std::uint32_t> inside;  ///< per account: the ICPs it is inside, as Part::icps
    std::vector<std::int8_t> primary;   ///< per account: the ICP it belongs to first, -1 = inside none
    qint64 uncovered() const;
    qint64 inSeveral() const;
};

/// An account inside several ICPs belongs first to the one it scores highest in; of equal scores to the one
/// that stands first. At most maxOverlapping ICPs are looked at.
Overlap overlap(const std::vector<FitTable>& icps, const AccountTotals& totals);

}  // namespace icp
