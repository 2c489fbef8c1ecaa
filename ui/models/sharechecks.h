#pragma once

#include "core/deck/build.h"

#include <QString>

#include <vector>

namespace icp::ui {

/// One line of what to look at before slides leave the house.
struct ShareCheck {
    enum class Kind { Numbers, Narrowed, Anecdotes, Names, Fit, Hypothesis } kind;
    bool done = false;  ///< nothing to do about it
    QString text;
};

/// `icp` is one of the workshop's; `deck` was made of it. `narrowed`: what everything is narrowed to.
std::vector<ShareCheck> shareChecks(const Workshop& workshop, const Icp& icp, const Dataset& dataset,
                                    const Deck& deck, const std::vector<Condition>& narrowed = {});

}  // namespace icp::ui
