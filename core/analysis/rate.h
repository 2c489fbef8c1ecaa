#pragma once

#include <QtGlobal>

namespace icp {

/// Positives out of n with the 95% Wilson interval. n = 0: rate 0 and interval [0, 1], never NaN.
struct Rate {
    qint64 n = 0;
    qint64 positives = 0;
    double rate = 0;
    double low = 0;
    double high = 1;
};
Rate rateOf(qint64 positives, qint64 n);

enum class LevelStatus {
    Ok,
    Small,
    Untested
};  ///< Untested: n below Study::minLevel. Small: below twice that

}  // namespace icp
