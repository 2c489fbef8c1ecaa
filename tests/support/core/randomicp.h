#pragma once

#include "core/workshop/icp.h"

class QRandomGenerator;

namespace icp::test {

/// Criteria of all importances and sections over the attributes of randomDataset(), words only and unknown
/// attributes too.
Icp randomIcp(QRandomGenerator& random, int criteria);
Criterion randomCriterion(QRandomGenerator& random, int number);

/// One must: that many employees, low <= n < high.
Icp employing(double low, double high);

}  // namespace icp::test
