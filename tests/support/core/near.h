#pragma once

#include <QTest>

#include <algorithm>
#include <cmath>

namespace icp::test {

/// Fails the test when `actual` is not `expected` but for a share of `relative`.
inline void near(double actual, double expected, double relative = 1e-9) {
    const double allowed = relative * std::max(std::abs(expected), 1e-300);
    if (!(std::abs(actual - expected) <= allowed))
        QFAIL(qPrintable(QStringLiteral("%1 is not %2").arg(actual, 0, 'g', 17).arg(expected, 0, 'g', 17)));
}

}  // namespace icp::test
