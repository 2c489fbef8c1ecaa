#pragma once

#include "core/table/column.h"

#include <vector>

namespace icp {

/// A text or number that may say that there is no value. Nothing is changed until the user says so, with
/// ColumnWish::missing.
struct MissingProposal {
    QString column;  ///< header
    QString text;    ///< as ColumnWish::missing takes it
    qint64 count = 0;

    bool operator==(const MissingProposal&) const = default;
};

/// Words for nothing ("n/a", "unknown") among texts; numbers that programs write for nothing (-1, 999, 9999),
/// at least twice and far from all others, or in a fifth of the cells and twice as often as any other;
/// 1900-01-01 and 1970-01-01 among later dates. Most frequent first.
std::vector<MissingProposal> proposeMissing(const QString& header, const Column& column);

}  // namespace icp
