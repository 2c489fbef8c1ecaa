#include "core/table/claimquestion.h"

#include "core/base/names.h"

namespace icp {

namespace {
constexpr Names<ClaimMetric, 6> metrics{{"win-rate", "share", "value", "retention", "count", "none"}};
constexpr Names<ClaimDirection, 3> directions{{"above", "below", "equal"}};
}  // namespace

QString metricName(ClaimMetric metric) { return metrics.of(metric); }
ClaimMetric metricFromName(QStringView name) { return metrics.find(name, ClaimMetric::None); }
QString directionName(ClaimDirection direction) { return directions.of(direction); }
ClaimDirection directionFromName(QStringView name) { return directions.find(name, ClaimDirection::Above); }

}  // namespace icp
