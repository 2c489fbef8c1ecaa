#pragma once

#include "core/analysis/findings.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace icp::ui {

/// The levels of an attribute that do better than average, taken together, against all its other known
/// levels.
struct Contrast {
    std::vector<Level> levels;
    QString label;  ///< "4–25", "Logistics, Wholesale"
    Rate inside;
    Rate outside;
    double difference = 0;  ///< inside - outside, with Newcombe's 95% interval
    double low = -1;
    double high = 1;
    double base = 0;  ///< the rate over all
    /// Better than the others, and than the average: what may be claimed, and added as backed by data.
    bool clear() const { return low > 0 && inside.low > base; }
};

/// Ordered attributes: the run of neighbours above the base rate that gains most. Names: those whose range
/// lies above it. Several values in a cell: the best one alone, because such
/// levels overlap. Untested and unknown levels are in neither group of names and ranges that is added up to
/// `inside`. std::nullopt when no tested level is above the base rate, or nothing is left to compare with.
std::optional<Contrast> contrastOf(const AttributeProfile& attribute, const Rate& base);

/// The tested levels whose range lies below the base rate; of ordered ones the run of neighbours that loses
/// most, of several values in a cell the worst.
std::vector<Level> levelsBelow(const AttributeProfile& attribute, const Rate& base);

/// "4–25" out of "4–7", "8–15", "16–25"; else the labels, comma separated, at most three and how many more.
QString joinedLabels(const AttributeProfile& attribute, const std::vector<Level>& levels);

}  // namespace icp::ui
