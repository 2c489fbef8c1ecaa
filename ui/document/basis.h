#pragma once

#include "core/proposals/accountkeys.h"
#include "core/workshop/accounttotals.h"

#include <memory>

namespace icp::ui {

/// What fit and gauge are computed on: a dataset and what it tells of its accounts whatever the ICP is. Rows
/// of accounts mean rows of this dataset, which for a moment may be an older one than the document's.
struct Basis {
    explicit Basis(std::shared_ptr<const Dataset> data)
        : dataset(std::move(data)),
          totals(std::make_shared<const AccountTotals>(*dataset)),
          keys(std::make_shared<const AccountKeys>(*dataset)) {}

    std::shared_ptr<const Dataset> dataset;
    std::shared_ptr<const AccountTotals> totals;
    std::shared_ptr<const AccountKeys> keys;
};

}  // namespace icp::ui
