#pragma once

#include "core/typing/rowlook.h"

namespace icp {

/// Whether a text is a unit: "USD", "%", "(pcs)", "thousand EUR", "per month", "Personen"; or names what a
/// column holds: "text", "date".
bool isUnit(std::string_view text);

/// Whether `row`, below a header, says in what units its columns are. In bare words they must stand above
/// values, and none of them among the cells of its column.
bool isUnitsRow(const RowLooks& looks, std::size_t row);

}  // namespace icp
