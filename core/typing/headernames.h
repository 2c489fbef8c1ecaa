#pragma once

#include "core/typing/rowlook.h"

namespace icp {

// Rows of words above the values of a table: which of them name its columns.

/// Whether `row`, below a header, goes on with it: words only, where values follow further down.
bool goesOn(const RowLooks& looks, std::size_t row);

/// Whether `row`, above a header, names groups of its columns: in the first cell of each, or in all of them.
bool namesGroups(const RowLooks& looks, std::size_t row, std::size_t header);

/// Whether no two columns are called alike by `row`.
bool tellsApart(const RowLooks& looks, std::size_t row);

/// Whether two rows name the columns one by one, each in its own words: the labels and the names of a
/// program's interface, or the same names written in two ways.
bool nameAlike(const RowLooks& looks, std::size_t row, std::size_t below);

/// Whether `below` rather than `row`, which name the columns alike, is the one made for people.
bool isLabels(const RowLooks& looks, std::size_t row, std::size_t below);

}  // namespace icp
