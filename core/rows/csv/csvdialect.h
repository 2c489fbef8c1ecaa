#pragma once

#include "core/rows/csv/csvtokens.h"

#include <optional>
#include <string_view>

namespace icp {

/// What the user has said about the dialect; the rest is found.
struct DialectWish {
    std::string delimiter;             ///< empty = find it
    std::optional<std::string> quote;  ///< "" = there are none
    std::optional<char> escape;        ///< 0 = only doubling
};

/// The dialect of `sample`, the beginning of a file that ends at a line end or, with `whole`, is all of it.
/// Every candidate cuts the sample; the best product of an even cut and of cells that look whole wins: the
/// consistency measure of van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting row and
/// type patterns" (Data Mining and Knowledge Discovery 33, 2019). Comma, semicolon, tab and bar come before
/// rarer ones, which must cut nearly every row alike. ',' when nothing cuts.
CsvDialect detectDialect(std::string_view sample, bool whole, const DialectWish& wish = {});

}  // namespace icp
