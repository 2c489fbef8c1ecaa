#pragma once

#include "core/proposals/compare.h"
#include "core/proposals/proposals.h"
#include "core/table/dataset.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace icp {

/// What an import into a workshop tells beside its dataset.
struct ImportNews {
    std::shared_ptr<const Dataset> before;     ///< what was in use; nullptr when nothing was
    std::optional<DatasetChange> change = {};  ///< from `before` to the dataset
    std::optional<Proposals> proposals = {};   ///< what is not certain, and not applied
};

/// import.json with two more members, "change" and "proposals".
QByteArray importJson(const Dataset& dataset, const ImportNews& news);

/// How a row is told to people: by its name, else its id or address; empty when it has none.
QString rowName(const Dataset& dataset, Entity entity, std::size_t row);

}  // namespace icp
