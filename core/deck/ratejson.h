#pragma once

#include "core/analysis/rate.h"
#include "core/base/interval.h"
#include "core/deck/jsontext.h"

namespace icp {

void writeInterval(JsonText& json, const char* name, const Interval& interval);
/// {n, positives, rate, interval:[low, high]}: members of an open object.
void writeRate(JsonText& json, const Rate& rate);

}  // namespace icp
