#pragma once

#include "core/import/headers.h"
#include "core/import/profiles.h"

#include <QString>

namespace icp {

/// Why a column is not analysed, as a sentence, for the codes that resources/profiles use: "likelihood",
/// "after-close", "close-date", "amount", "lifecycle", "rating", "activity", "survey", "churn",
/// "bookkeeping", "seller", "ongoing".
QString leakReason(const QString& code);

/// The code of the rule that knows this header as a leak; empty when none does.
QString knownLeak(const Header& header, Entity entity, const Profiles& profiles);

/// The same for columns that are analysed all the same, because it depends on when they were filled in:
/// "ongoing".
QString knownCaution(const Header& header, Entity entity, const Profiles& profiles);

}  // namespace icp
