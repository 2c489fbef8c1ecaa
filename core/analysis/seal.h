#pragma once

#include "core/analysis/rate.h"

#include <QDate>

namespace icp {

/// The newest units, kept out of every search to check what it finds. They prove something the first time
/// they are looked at; whoever looks, changes the question and looks again is searching them too (Dwork et
/// al. 2015).
struct Seal {
    Rate rate;         ///< of the units kept; n = 0 when there is no hold-out
    QDate from;        ///< the first day kept
    int openings = 0;  ///< how often they have been looked at, this time included

    bool worn() const { return openings > 1; }
};

}  // namespace icp
