#pragma once

#include "core/base/job.h"
#include "core/workshop/icp.h"
#include "core/workshop/lookalikes.h"

namespace icp {

/// A made-up company with every quality that a profile wants, and the real customers nearest to it.
struct Exemplar {
    /// What it has of the attributes of accounts that musts, shoulds and nices name. A range gives the middle
    /// of what customers inside it have (without any: its finite end), several levels the one that most
    /// customers have (without any: the first).
    std::vector<Similarity::Trait> traits;
    Sentence sentence;               ///< of the traits, and of what is written in words only
    std::vector<LookAlike> nearest;  ///< customers; similarity over the traits known of them
};

struct ExemplarWish {
    std::size_t count = 5;   ///< of the nearest
    bool consumers = false;  ///< are sold to
    Job job{};               ///< a cancelled one gives what is no longer wanted
};
/// `customers`: rows of accounts. What a profile wants only not to have makes no trait. Takes time in
/// proportion to accounts and traits.
Exemplar exemplarOf(const Icp& icp, const Dataset& dataset, const Bitmap& customers,
                    const ExemplarWish& wish = {});

}  // namespace icp
