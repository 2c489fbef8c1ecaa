#pragma once

#include "core/table/column.h"

#include <QStringList>

#include <limits>

namespace icp {

/// What a column holds, counted.
struct ColumnFacts {
    std::size_t known = 0;     ///< cells with a value
    std::size_t distinct = 0;  ///< different values; counting stops one past `most`
    std::string first;         ///< the first known value, for people
};

ColumnFacts factsOf(const Column& column, std::size_t most = std::numeric_limits<std::size_t>::max() - 1);

/// Whether (nearly) every known value is another one: so an id or a name, not a group.
bool nearlyUnique(const Column& column);

/// The different texts of a coded or Text column, in order of appearance; empty when there are more than
/// `most`.
QStringList levelsOf(const Column& column, std::size_t most = 200);

}  // namespace icp
