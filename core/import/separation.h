#pragma once

#include "core/base/issue.h"
#include "core/base/job.h"
#include "core/table/dataset.h"

#include <optional>
#include <span>
#include <vector>

namespace icp {

/// How far a column alone tells two groups of rows apart.
struct Separation {
    double auc = 0.5;  ///< chance that a good row ranks above another one, ties half; 0.5 to 1
    QString sentence;  ///< what gives it away, with numbers; empty unless the column knows the outcome
};

/// Rows and whether each is good. Both of equal length.
struct Labelled {
    std::vector<std::uint32_t> rows;
    std::vector<bool> good;
    QString goodWord;   ///< "won deals"
    QString otherWord;  ///< "lost deals"
};

/// Finds columns that know the outcome by their data: the rank of the values (levels by their rate, levels of
/// fewer than 10 rows as one; Hanley and McNeil 1982) tells good rows from others with an AUC of 0.95 or
/// more, or the shares of filled cells of the two groups are 60 points or more apart: firms are looked up
/// after they bought. Needs 20 rows of each group.
Separation separation(const Column& column, const Labelled& labelled);

/// Sets such features aside in `dataset`, with the sentence as reason: deals by won and lost and by
/// dates that lie after the close, accounts by
/// whether they ever bought and by whether they left. Usage that exists only for buyers is set aside too,
/// unless accounts say who left. `decided[entity][i]`, when given, keeps attribute i as the user wants it:
/// the sentence is its caution then, unless it has one.
void setAsideWhatKnows(Dataset& dataset, std::span<const std::vector<bool>> decided, const Job& job);

}  // namespace icp
