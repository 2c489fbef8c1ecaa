#pragma once

#include "core/proposals/proposals.h"
#include "core/proposals/similarity.h"

namespace icp {

// The parts of propose(), each adding its own kind. Unfinished when the job is cancelled meanwhile.

std::vector<LevelProposal> proposeLevels(const Dataset& dataset, const Job& job);
std::vector<MissingProposal> proposeMissing(const Dataset& dataset, const Job& job);
/// `names` are those of the accounts, by row.
std::vector<LinkProposal> proposeLinks(const Dataset& dataset, const NameIndex& names, const Job& job);
std::vector<TwinProposal> proposeTwins(const Dataset& dataset, const NameIndex& names, const Job& job);

/// A text in a column with how many rows hold it.
struct TextCount {
    QString text;
    qint64 rows = 0;
};
/// Every level of a Category or Multi column that a row holds, most rows first, then as in the data.
std::vector<TextCount> levelCounts(const Column& column, const Job& job);

}  // namespace icp
