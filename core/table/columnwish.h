#pragma once

#include "core/table/column.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace icp {

/// What the user has decided about one column; everything left open is detected.
struct ColumnWish {
    std::optional<ColumnType> type = {};
    std::optional<char> decimal = {};    ///< '.' or ','
    std::optional<bool> dayFirst = {};   ///< whether 03/04/2024 is in April
    std::optional<char> separator = {};  ///< between the elements of one cell: ';', '|', ',' or '\n'
    QStringList missing = {};  ///< texts that say there is no value; spaces around them do not count

    bool operator==(const ColumnWish&) const = default;
};

/// In files: only what is decided is there, and what is of no known kind is passed over.
QJsonObject toJson(const ColumnWish& wish);
ColumnWish columnWishFromJson(const QJsonObject& json);

}  // namespace icp
