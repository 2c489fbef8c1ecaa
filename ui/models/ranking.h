#pragma once

#include "core/workshop/workshop.h"
#include "ui/document/accountfacts.h"

#include <array>

namespace icp::ui {

/// What success means on the page of customers. A blend of several comes later.
enum class Measure {
    Value,  ///< the account's value
    Kept    ///< those that stayed before those that left; within each the larger first
};

/// Measures the data can answer, the better known first.
std::vector<Measure> measuresOf(const AccountFacts& facts);

enum class CustomerList : std::uint8_t { Least, Rest, Best, None };

/// The customers in three lists.
struct Ranking {
    std::array<std::vector<std::uint32_t>, 3>
        lists;                       ///< by CustomerList; Best and Rest best first, Least worst first
    std::vector<CustomerList> list;  ///< per account; None for those that are no customers
    std::vector<float> score;        ///< per account: percentile among customers, 0 to 100; NaN = not known
    std::vector<std::int32_t> pin;   ///< per account: index into the pins, or -1
    qint64 customers = 0;
    qint64 known = 0;       ///< customers of which the measure is known
    double valueTotal = 0;  ///< over all customers

    struct Sum {
        double valueShare = 0;  ///< of valueTotal
        qint64 left = 0;
    };
    std::array<Sum, 3> sums;
};

/// The `best` first customers by `measure`, the `least` last, everybody else between; customers whose measure
/// is not known are at the end of the rest. Pins are obeyed first and count for the size of their list.
Ranking rank(const AccountFacts& facts, Measure measure, int best, int least, const std::vector<Pin>& pins);

/// Sizes to choose from for lists of the best or the least ideal: round numbers up to a third of all
/// customers.
std::vector<int> listSizes(qint64 customers);
/// The one that is nearest to an eighth of them.
int usualListSize(qint64 customers);

}  // namespace icp::ui
