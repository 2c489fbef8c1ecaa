#pragma once

#include <QString>

#include <optional>

namespace icp {

/// How good a conjunction is: (n/N)^a x (rate - base rate) (Kloesgen 1996).
enum class SegmentQuality {
    Wracc,     ///< a = 1: weighted relative accuracy (Lavrac et al. 2004); likes large groups
    Binomial,  ///< a = 1/2: in proportion to how far chance is from it
    Lift       ///< a = 0: the gain in rate alone; likes small groups
};
inline constexpr int segmentQualityCount = 3;

QString segmentQualityName(SegmentQuality quality);  ///< "wracc", "binomial", "lift"
std::optional<SegmentQuality> segmentQualityFromName(QStringView name);

}  // namespace icp
