#pragma once

#include "core/table/dataset.h"

namespace icp {

// Attributes that no file has: made from dates, deals, contacts and usage. Those of deals hold only what was
// known before a deal ended, so that they cannot know how. They are columns like all others.

/// Adds them to what was imported. One that the data cannot answer, or answer alike everywhere, is not added.
/// Cheap: one pass over the rows each.
void derive(Dataset& dataset);
/// Makes those that are there anew, after rows, links or dates have changed; what was decided about their use
/// stays.
void deriveAnew(Dataset& dataset);

bool isDerived(QStringView attribute);
/// Whether it is known of customers only, once they have bought: it may explain why they stay, grow and
/// recommend, never why they buy.
bool isKnownAfterSale(QStringView attribute);
/// How it is computed, one sentence; empty for attributes of files.
QString derivationOf(QStringView attribute);

}  // namespace icp
