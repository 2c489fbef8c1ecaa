#pragma once

#include "ui/models/customerlists.h"

#include <memory>

namespace icp::ui {

/// What the page of customers shows, worked out together; parts that nothing changed for are kept.
struct CustomerWork {
    std::shared_ptr<const AccountFacts> facts = std::make_shared<const AccountFacts>();
    std::vector<SuccessPart> blend;  ///< as chosen; empty = proposed
    std::vector<Pin> pins;
    int bestSize = 0;  ///< 0 = usual
    int leastSize = 0;
    std::shared_ptr<const Success> success;
    std::shared_ptr<const FourQuestions> questions;
    std::shared_ptr<const CustomerLists> lists = std::make_shared<const CustomerLists>();
};

/// `wanted` holds facts, blend, pins and sizes; `before` what was worked out last.
CustomerWork workOut(CustomerWork wanted, const CustomerWork& before);

}  // namespace icp::ui
