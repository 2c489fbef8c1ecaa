#pragma once

#include "core/analysis/coded.h"
#include "core/analysis/search.h"
#include "core/base/job.h"

#include <functional>

namespace icp {

/// A condition that segments may be made of: a union of levels of one attribute.
struct Piece {
    std::size_t attribute = 0;  ///< index into the coded attributes
    std::uint32_t levels = 0;   ///< bit l = level l
    Condition condition;
};

/// Single levels of every attribute and, where levels are ordered, runs of neighbours; Unknown is never one.
/// Only those that hold for at least `least` of the `units`, and not for all.
std::vector<Piece> piecesOf(const Frame& frame, const std::vector<Coded>& attributes, const Bitmap& units,
                            qint64 least);

/// The pieces as sets of `units` of the frame, each as often as it is listed, for a search.
SearchSpace spaceOf(const std::vector<std::uint8_t>& positive, const std::vector<Coded>& attributes,
                    const std::vector<Piece>& pieces, std::span<const std::uint32_t> units);

/// Units of the frame that meet a piece.
Bitmap coverOf(const Frame& frame, const std::vector<Coded>& attributes, const Piece& piece);

/// What the units held out say of a group found better (`above`) or worse than all: "held" when its whole
/// range lies on that side of the rate of all that were held out, "weaker" when only the rate does, "average"
/// when not even that, "too-few" below Study::minLevel; empty without a hold-out.
QString verdictOf(const Rate& heldOut, const Findings& findings, bool above);

/// How segments were found, and which: what it takes to search again.
struct SegmentSearch {
    std::vector<Piece> pieces;
    SearchLimits limits;
    std::vector<Conjunction> found;  ///< in the order of the findings' segments
};

/// Fills `findings.segments`: the best conjunctions on the older units, without those that cover what a
/// better one covers or that Webb's (2007) test finds no better than a simpler one; only where the whole
/// search would hardly find as good a one by chance; checked on the units held out, which have no say in what
/// is shown; sorted by the low end of their interval. None when cancelled.
SegmentSearch findSegments(Findings& findings, const Dataset& dataset, const Frame& frame,
                           const std::vector<Coded>& attributes, const Job& job);

/// Searches 200 redraws of the accounts in the same way, fills how often each segment is found again and by
/// how much the search flatters what it finds, and tells of it as redraws are made; see Redraws.
void redrawSegments(Findings& findings, const Frame& frame, const std::vector<Coded>& attributes,
                    const SegmentSearch& search, const Job& job, const std::function<void()>& told);

/// Fills `findings.exclusions`: levels of at most half the units and at least a fifth worse than the base
/// rate, whose upper bound, accounts as clusters, lies below it, and that stay so when all levels looked at
/// are counted (Benjamini-Hochberg 5%). The units held out judge it, but have no say in what is shown.
void findExclusions(Findings& findings, const Dataset& dataset, const Frame& frame,
                    const std::vector<Coded>& attributes);

}  // namespace icp
