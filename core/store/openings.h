#pragma once

#include "core/store/change.h"
#include "core/workshop/workshop.h"

#include <optional>
#include <vector>

namespace icp {

/// What is asked of the sealed deals: the study's question, and by a mark which decisions mend the data it is
/// asked of. A column taken back or a deal that found its account changes what is searched, so it is another
/// question; what was declined changes nothing, nor does the order. The question alone where nothing is
/// decided.
QString sealedQuestion(const QString& question, const Decisions& decisions);

/// How often the sealed deals of a dataset have been opened, by the journal: looks that were undone count
/// too, since what was seen stays seen.
int openingsOf(const std::vector<Change>& journal, const QString& fingerprint);

/// The same of looks that `look` does not repeat: whoever asks the same question of the same data again sees
/// nothing new.
int otherOpenings(const std::vector<Change>& journal, const SealOpening& look);
/// The change that records a look; nothing when the journal has one with the same question.
std::optional<Change> recorded(const std::vector<Change>& journal, SealOpening look);

}  // namespace icp
