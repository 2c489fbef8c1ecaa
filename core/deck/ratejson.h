#pragma once

#include "core/analysis/contingency.h"
#include "core/analysis/proportions.h"
#include "core/analysis/rate.h"
#include "core/base/interval.h"
#include "core/deck/jsontext.h"
#include "core/table/condition.h"

namespace icp {

void writeInterval(JsonText& json, const char* name, const Interval& interval);
/// Of a share of `n`: null when that is nothing.
void writeInterval(JsonText& json, const char* name, const Interval& interval, qint64 n);
/// A member; null where the value was not made.
void writeMade(JsonText& json, const char* name, double value, bool made);
/// {statistic, df, p}: members of an open object, all null where the test was not made.
void writeTest(JsonText& json, const TestResult& test, bool made);
/// {n, positives, rate, interval:[low, high]}: members of an open object; rate and interval of none are null.
void writeRate(JsonText& json, const Rate& rate);

/// A member with value and interval.
void writeEstimate(JsonText& json, const char* name, const Estimate& estimate);

/// A member that rests on what customers are worth: null where that is known of nobody (`total` 0), since the
/// sum of nothing is no value of 0.
void writeWorth(JsonText& json, const char* name, double worth, double total);

/// {attribute, op, value}: members of an open object.
void writeCondition(JsonText& json, const Condition& condition);

}  // namespace icp
