#pragma once

#include "core/base/job.h"
#include "core/table/column.h"

#include <QStringList>

#include <limits>
#include <optional>
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

/// Different values per known value, 0 to 1, among the first 50,000 rows; 1 when no value is known.
double distinctShare(const Column& column);

/// Whether at least four fifths of the known values differ, as an id's or a name's do and a group's do not.
/// Looks at the first 50,000 rows.
bool nearlyUnique(const Column& column);

/// The different texts of a coded or Text column, in order of appearance; empty when there are more than
/// `most`.
QStringList levelsOf(const Column& column, std::size_t most = 200);

/// `judge(std::string_view)` of every row's text, asked once per different text; a value-initialised Answer
/// where the cell is missing, and from where the job was cancelled.
template <class Answer, class Judge>
std::vector<Answer> perText(const Column& column, Judge judge, const Job& job = {}) {
    std::vector<Answer> result(column.size());
    std::vector<std::optional<Answer>> levels(column.isCoded() ? column.dictionary().size() : 0);
    std::unordered_map<std::string, Answer> known;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (row % 4096 == 0 && job.cancelled()) break;
        if (column.isMissing(row)) continue;
        if (column.isCoded()) {
            std::optional<Answer>& level = levels[column.codes()[row]];
            if (!level) level = judge(column.dictionary().at(column.codes()[row]));
            result[row] = *level;
        } else {
            const auto [entry, added] = known.try_emplace(column.display(row));
            if (added) entry->second = judge(std::string_view(entry->first));
            result[row] = entry->second;
        }
    }
    return result;
}

}  // namespace icp
