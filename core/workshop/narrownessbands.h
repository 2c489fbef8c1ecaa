#pragma once

#include <QtGlobal>

namespace icp {

/// Where a profile stops being comfortably narrow; each workshop may say otherwise.
struct NarrownessBands {
    double broadShare = 0.6;  ///< of customers inside; above it a profile is too broad
    qint64 fewWins = 20;      ///< won deals inside; below them it is too narrow

    friend bool operator==(const NarrownessBands&, const NarrownessBands&) = default;
};

}  // namespace icp
