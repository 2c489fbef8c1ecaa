#pragma once

#include "core/analysis/findings.h"
#include "core/analysis/measure.h"
#include "core/table/dataset.h"

#include <cstdint>
#include <span>
#include <vector>

namespace icp {

/// The units of a study with their outcome, laid out for counting: all units of an account stand side by
/// side.
struct Frame {
    Entity entity = Entity::Deal;        ///< whose rows the units are
    std::vector<std::uint32_t> rows;     ///< per unit: its row in the entity's table
    std::vector<std::uint32_t> account;  ///< per unit: row in accounts, or noRow
    std::vector<std::uint32_t> owner;    ///< per unit: whose it is, see dealOwners(); of an account: it
    std::vector<std::uint8_t> positive;  ///< per unit: 0 or 1
    std::vector<std::uint32_t> start;    ///< clusters + 1; units start[c] .. start[c + 1] are of one account
    std::vector<std::uint8_t> best;      ///< per cluster: 1 when one of its units is positive
    std::vector<double> value;           ///< per unit, where the outcome is a score; else empty
    std::vector<std::uint32_t> byValue;  ///< units by ascending value; empty like `value`
    std::vector<double> date;            ///< per unit: days since 1970, NaN = not known
    Bitmap heldOut;                      ///< the newest units, kept for checking
    qint64 positives = 0;
    Measure measure;  ///< of the scores
    QString cannot;   ///< why there are none, see AccountScores

    std::size_t size() const { return rows.size(); }
    std::size_t clusters() const { return start.size() - 1; }
    /// Whether some account has several units.
    bool repeats() const { return clusters() < size(); }
};

/// A study as it can be answered: Value and Retained are about accounts, depth is 1 to 3, shares and limits
/// in range.
Study normalised(Study study);

Frame frameOf(const Dataset& dataset, const Study& study);

/// The units as rows of their entity's table.
Bitmap unitsOf(const Frame& frame, const Dataset& dataset);

}  // namespace icp
