#pragma once

#include "core/table/column.h"

#include <QStringList>

#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace icp {

/// What a column holds, counted.
struct ColumnFacts {
    std::size_t known = 0;     ///< cells with a value
    std::size_t distinct = 0;  ///< different values; counting stops one past `most`
    std::string first;         ///< the first known value, for people
};

ColumnFacts factsOf(const Column& column, std::size_t most = std::numeric_limits<std::size_t>::max() - 1);

/// Whether at least `share` of the known values differ: so an id or a name, not a group.
bool nearlyUnique(const Column& column, double share = 0.8);

/// The different texts of a coded or Text column, in order of appearance; empty when there are more than
/// `most`.
QStringList levelsOf(const Column& column, std::size_t most = 200);

/// `judge(std::string_view)` of every row's text, asked once per different text; a value-initialised Answer
/// where the cell is missing.
template <class Answer, class Judge>
std::vector<Answer> perText(const Column& column, Judge judge) {
    std::vector<Answer> result(column.size());
    if (column.isCoded()) {
        std::vector<Answer> levels;
        for (std::uint32_t code = 0; code < column.dictionary().size(); ++code)
            levels.push_back(judge(column.dictionary().at(code)));
        for (std::size_t row = 0; row < column.size(); ++row)
            if (!column.isMissing(row)) result[row] = levels[column.codes()[row]];
        return result;
    }
    std::unordered_map<std::string, Answer> known;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.isMissing(row)) continue;
        const auto [entry, added] = known.try_emplace(column.display(row));
        if (added) entry->second = judge(std::string_view(entry->first));
        result[row] = entry->second;
    }
    return result;
}

}  // namespace icp
