#pragma once

#include "core/typing/headerrow.h"

#include <cstdint>
#include <vector>

namespace icp {

/// Why a row is not taken as it stands.
enum class RowProblem : std::uint8_t {
    TooWide,
    Footer,
    RepeatedHeader,
    Units,       ///< the row under the header names units
    OtherNames,  ///< the row under the header names the columns once more
    Rule,        ///< a line drawn with signs
    Remark,      ///< "# ..." between the rows
    Short,
    OpenQuote,
    StrayQuote,
    Joined,
    Shifted,
    Recut,
    OtherBytes,
    NulBytes
};

/// What a note of the reader says of its row.
RowProblem problemOf(RowNote::What what);

/// Which rows of a batch are data.
struct RowChoice {
    struct Odd {
        std::uint32_t row;
        RowProblem problem;
    };
    std::vector<std::uint32_t> taken;
    std::vector<Odd> rejected;
    std::vector<Odd> doubtful;  ///< taken all the same
};

/// Rows before `from` stand before the data. Rows without any value are left out without a word.
RowChoice chooseRows(const RowBatch& batch, std::size_t from, const TableLayout& layout);

}  // namespace icp
