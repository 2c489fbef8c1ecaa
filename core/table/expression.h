#pragma once

#include "core/base/result.h"
#include "core/table/condition.h"

#include <vector>

namespace icp {

/// Reads a filter as people type it: conditions joined by "and".
///
///     account.industry = Logistics and account.employees >= 50
///     "Deal Type" in (New business, Expansion) and deal.close_date >= 2024-01-01 and account.technologies
///     has Sage
///
/// An attribute is its name or its label (in double quotes when it has spaces). Operators: = != < <= > >= in,
/// not in, has, has not, is missing, is known. Texts may stand in single or double quotes. Numbers use ".",
/// dates are ISO. Errors: Usage, naming the part that was not understood.
Result<std::vector<Condition>> parseConditions(const QString& text, const Dataset& dataset);

/// Whether a filter is well formed, before there are data that say which attributes exist and what they hold.
/// Errors: as parseConditions().
Result<void> checkConditions(const QString& text);

}  // namespace icp
