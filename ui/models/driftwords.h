#pragma once

#include "core/analysis/drift/drift.h"
#include "core/store/storeddataset.h"
#include "ui/models/grouptimes.h"
#include "ui/models/textrows.h"

namespace icp::ui {

/// One row per attribute, in the order of the drift: name, how strong, index, q. The row's id is its place.
std::vector<TextRows::Row> driftRows(const Drift& drift);

/// What of one attribute has changed, its numbers and how they were computed; `cannot` when there is nothing
/// to compare.
TimeWords driftWords(const AttributeDrift& attribute, const Drift& drift);

/// What the comparison as a whole leaves out, and what it is worth: sentences, mostly none.
QStringList driftNotes(const Drift& drift);

/// "Import 2, 30 Sep 2025": with the day of its data.
QString importName(const StoredDataset& import);

}  // namespace icp::ui
