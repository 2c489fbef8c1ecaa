#pragma once

#include "core/analysis/findings.h"
#include "core/table/dataset.h"

namespace icp {

/// Whether an attribute counts how long somebody has been a customer, by its name: tenure, months since ...
bool isTimeAsCustomer(const Attribute& attribute, const Column& column);

/// Where staying is studied: why an attribute may only tell how long somebody has been a customer, one
/// sentence; empty for all others. By its name (tenure, months since the start, total spend, number of
/// invoices ...; a start date), and for numbers and dates of any name by how they follow such a clock:
/// Spearman's rank correlation of 0.7 or more over accounts whose state is known.
QString growsWithStaying(const Dataset& dataset, const Attribute& attribute);

/// Marks the profiles of which growsWithStaying() says something, and adds it to their caution. Does nothing
/// where the outcome is not about staying.
void cautionWhatGrowsWithStaying(Findings& findings, const Dataset& dataset);

}  // namespace icp
