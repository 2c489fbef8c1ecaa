#pragma once

#include "core/table/column.h"

#include <vector>

namespace icp {

/// How a column got its type.
struct TypeEvidence {
    /// What else its cells could be read as, of those that were looked at for the decision.
    struct Alternative {
        ColumnType type;
        qint64 cells = 0;
    };

    QString sentence;  ///< for people: "All 1,214 cells are dates, day first (31.12.2023), such as ..."
    QString decimal;   ///< "." or "," when numbers have one
    QString unit;  ///< of lengths of time: "seconds", "minutes", "hours", "days", "weeks", "months", "years"
    QString example;         ///< the first cell that fits, at most 200 characters
    bool ambiguous = false;  ///< e.g. every date fits both day-first and month-first
    qint64 unreadable =
        0;            ///< cells that did not fit the type; each is an Issue and its row is kept, cell missing
    double sure = 1;  ///< 0 to 1: the share of cells that fit, halved where their order or mark is a guess
    qint64 lookedAt = 0;                    ///< cells with a value that the decision rests on
    std::vector<Alternative> alternatives;  ///< most cells first
};

}  // namespace icp
