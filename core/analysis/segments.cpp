#include "core/analysis/segments.h"

#include "core/analysis/contrast.h"
#include "core/analysis/distributions.h"
#include "core/analysis/multiple.h"
#include "core/analysis/permutation.h"
#include "core/analysis/stability.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <cmath>

namespace icp {

namespace {

constexpr std::size_t searched = 300;  // kept by the search, to choose different ones from
constexpr std::size_t shown = 12;
constexpr std::size_t manyPieces = 1200;  // beyond which pairs only are searched
constexpr int permutations = 199;
// Work that all permutations may take, in blocks of 512 units: a second or two.
constexpr double mostPairs = 4e9;
constexpr double mostTriples = 5e8;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::Segments)
};

/// Conjunctions of exactly `depth` pieces of different attributes.
double conjunctionsOf(const std::vector<Piece>& pieces, std::size_t attributes, int depth) {
    std::vector<double> of(attributes, 0);
    for (const Piece& piece : pieces) of[piece.attribute] += 1;
    std::vector<double> ways{1, 0, 0, 0};
    for (const double count : of)
        for (std::size_t d = 3; d > 0; --d) ways[d] += ways[d - 1] * count;
    return ways[std::size_t(depth)];
}

class Judge {
public:
    Judge(const Frame& frame, const std::vector<Coded>& attributes, const std::vector<Piece>& pieces,
          const Bitmap& units)
        : m_frame(frame), m_attributes(attributes), m_pieces(pieces), m_units(units) {}

    /// Units that meet the conditions whose bit is set in `which`.
    Bitmap cover(const Conjunction& found, unsigned which) const {
        Bitmap result(m_frame.size(), true);
        for (int d = 0; d < found.depth; ++d)
            if (which >> d & 1U)
                result &= coverOf(m_frame, m_attributes, m_pieces[found.condition[std::size_t(d)]]);
        return result;
    }

    /// Whether every condition earns its place: the conjunction is better than what remains of each of its
    /// generalisations (productive in the sense of Webb 2007).
    bool improves(const Conjunction& found, const Bitmap& whole) const {
        const unsigned all = (1U << found.depth) - 1;
        for (unsigned which = 1; which < all; ++which)
            if (contrastOf(m_frame, whole, cover(found, which) & m_units).above > 0.05) return false;
        return true;
    }

    /// The highest rate among its generalisations; 0 when it has none.
    double bestPart(const Conjunction& found) const {
        double best = 0;
        for (unsigned which = 1; which < (1U << found.depth) - 1; ++which) {
            const Contrast part = contrastOf(m_frame, cover(found, which), m_units);
            if (part.in.n > 0) best = std::max(best, double(part.in.positives) / double(part.in.n));
        }
        return best;
    }

private:
    const Frame& m_frame;
    const std::vector<Coded>& m_attributes;
    const std::vector<Piece>& m_pieces;
    const Bitmap& m_units;
};

struct Candidate {
    Conjunction found;
    Bitmap cover;  // over all units of the frame
    double p;      // one-sided, on the units searched, of this one alone
};

double jaccard(const Bitmap& a, const Bitmap& b) {
    const auto both = double(a.countAnd(b));
    const double either = double(a.count()) + double(b.count()) - both;
    return either > 0 ? both / either : 1;
}

std::vector<std::uint32_t> rowsOf(const Bitmap& units) {
    std::vector<std::uint32_t> rows;
    rows.reserve(units.size());
    units.forEach([&](std::size_t unit) { rows.push_back(std::uint32_t(unit)); });
    return rows;
}

/// Those of the best that differ from each other and that no simpler one explains.
std::vector<Candidate> chosen(const std::vector<Conjunction>& best, const Judge& judge, const Frame& frame,
                              const Job& job) {
    const Bitmap units = ~frame.heldOut;
    std::vector<Candidate> candidates;
    for (const Conjunction& found : best) {
        if (job.cancelled()) return {};
        if (candidates.size() == candidatesJudged) break;
        Bitmap cover = judge.cover(found, ~0U);
        const Bitmap discovered = cover & units;
        if (std::any_of(candidates.begin(), candidates.end(),
                        [&](const Candidate& c) { return jaccard(discovered, c.cover & units) > sameCover; }))
            continue;
        const double p = contrastOf(frame, discovered, units).above;
        if (p > 0.05 || !judge.improves(found, discovered)) continue;
        candidates.push_back({found, std::move(cover), p});
    }
    return candidates;
}

/// How good the best conjunction of up to `depth` conditions is where outcomes have changed places; depth 0
/// where even pairs are too much work. WRAcc is its own measure. The best by rate, and much of the best by
/// its root, is few units that were lucky, beside which no larger set could stand out: these are measured by
/// how far chance is from them, which is fair to every size.
struct Null {
    int depth = 0;
    std::vector<double> best;  // ascending
};

bool isOwnMeasure(SegmentQuality by) { return by == SegmentQuality::Wracc; }

double measured(const Conjunction& found, SegmentQuality by, const SearchSpace& space) {
    return isOwnMeasure(by) ? found.quality : standardErrorsOf(found.positives, found.n, space);
}

Null nullOf(const Frame& frame, const std::vector<Coded>& attributes, const std::vector<Piece>& pieces,
            const Bitmap& units, SearchLimits limits, const Job& job) {
    const auto work = [&](int depth) {
        constexpr double call = 8;  // what looking at a conjunction costs beside its blocks of 512 units
        return conjunctionsOf(pieces, attributes.size(), depth) * permutations *
               (call + double(frame.size()) / 512);
    };
    if (limits.depth == 3 && work(3) > mostTriples) limits.depth = 2;
    if (limits.depth >= 2 && work(2) > mostPairs) return {};
    limits.top = 1;
    limits.mostStandardErrors = !isOwnMeasure(limits.by);
    const std::vector<std::uint32_t> rows = rowsOf(units);
    const unsigned threads = limits.threads;
    limits.threads = 1;  // draws are shared out, not their searches
    return {limits.depth, nullMaxima(OutcomeShuffle(frame, attributes, units), permutations, threads, job,
                                     [&](const std::vector<std::uint8_t>& positive) {
                                         const SearchSpace space =
                                             spaceOf(positive, attributes, pieces, rows);
                                         const auto best = bestConjunctions(space, limits, job);
                                         return best.empty() ? 0 : measured(best.front(), limits.by, space);
                                     })};
}

/// What a p on the searched units is multiplied by for one of `depth` layers, each with an equal share, of so
/// many conjunctions (Webb 2008).
double paidFor(double layer, int depth) { return layer * depth; }

/// How likely a search like this one finds so good a segment where nothing matters, in two ways: the p on the
/// searched units times all conjunctions that could have been found; and, as deep as they went, the best of
/// searches among changed places. The smaller, times the number of ways.
double searchedP(const Candidate& candidate, double measure, double layer, int depth, const Null& null) {
    const double paid = std::min(1.0, candidate.p * paidFor(layer, depth));
    if (null.depth == 0) return paid;
    const double drawn = candidate.found.depth <= null.depth ? maximumP(null.best, measure) : 1;
    return std::min(1.0, 2 * std::min(paid, drawn));
}

/// Standard errors below which no conjunction of one, two or three conditions has a searchedP() under 5%:
/// what is not its own measure is looked for among the others only, since the best of all
/// are small and prove nothing.
std::array<double, 3> leastOf(const std::vector<Piece>& pieces, std::size_t attributes, int depth,
                              const Null& null) {
    const double ways = null.depth > 0 ? 2 : 1;
    std::array<double, 3> least{};
    for (int d = 1; d <= depth; ++d) {
        const double layer = std::max(1.0, conjunctionsOf(pieces, attributes, d));
        double& of = least[std::size_t(d) - 1];
        of = -normalQuantile(0.05 / (ways * paidFor(layer, depth)));
        if (d > null.depth) continue;
        std::size_t draw = null.best.size();
        while (draw > 0 && maximumP(null.best, null.best[draw - 1]) * ways < 0.05) --draw;
        of = std::min(of, draw > 0 ? null.best[draw - 1] : 0.0);
    }
    return least;
}

}  // namespace

QString verdictOf(const Rate& heldOut, const Findings& findings, bool above) {
    if (findings.heldOut.n == 0) return {};
    if (heldOut.n < findings.study.minLevel) return QStringLiteral("too-few");
    const double all = findings.heldOut.rate;
    if (above ? heldOut.low > all : heldOut.high < all) return QStringLiteral("held");
    return (above ? heldOut.rate > all : heldOut.rate < all) ? QStringLiteral("weaker")
                                                             : QStringLiteral("average");
}

SegmentSearch findSegments(Findings& findings, const Dataset& dataset, const Frame& frame,
                           const std::vector<Coded>& attributes, const Job& job) {
    if (findings.mode == Mode::Hypothesis) return {};
    const Study& study = findings.study;
    const Bitmap units = ~frame.heldOut;
    const std::vector<Piece> pieces = piecesOf(frame, attributes, units, study.minLevel);
    SearchLimits limits{study.depth, searched, study.minLevel, study.threads, study.quality};
    if (limits.depth == 3 && pieces.size() > manyPieces) {
        limits.depth = 2;
        findings.warnings.push_back(
            {QStringLiteral("depth-limited"),
             Tr::tr("%n condition(s) are too many for combinations of three; two are combined.", nullptr,
                    int(pieces.size())),
             {}});
    }
    const Judge judge(frame, attributes, pieces, units);
    const Null null = nullOf(frame, attributes, pieces, units, limits, job);
    if (job.cancelled()) return {};
    findings.permutations = int(null.best.size());
    if (!isOwnMeasure(limits.by))
        limits.leastStandardErrors = leastOf(pieces, attributes.size(), limits.depth, null);
    const SearchSpace space = spaceOf(frame.positive, attributes, pieces, rowsOf(units));
    std::vector<Candidate> candidates = chosen(bestBothWays(space, limits, job), judge, frame, job);
    if (job.cancelled() || candidates.empty()) return {};
    struct Found {
        Segment segment;
        Conjunction conjunction;
    };
    std::vector<Found> found;
    for (std::size_t i = 0; i < candidates.size() && found.size() < shown; ++i) {
        Candidate& candidate = candidates[i];
        const double layer = conjunctionsOf(pieces, attributes.size(), candidate.found.depth);
        const double paid =
            searchedP(candidate, measured(candidate.found, limits.by, space), layer, limits.depth, null);
        // What was held out has no say in what is shown: only then does it prove something.
        if (!(paid < 0.05)) continue;
        Segment segment;
        for (int d = 0; d < candidate.found.depth; ++d) {
            segment.conditions.push_back(pieces[candidate.found.condition[std::size_t(d)]].condition);
            segment.labels << conditionLabel(segment.conditions.back(), dataset);
        }
        segment.rate = rateOf(candidate.found.positives, candidate.found.n);
        const double base = findings.discovery.rate;
        const double share = double(segment.rate.n) / double(findings.discovery.n);
        segment.lift = base > 0 ? segment.rate.rate / base : 0;
        segment.wracc = share * (segment.rate.rate - base);
        segment.kloesgen = std::sqrt(share) * (segment.rate.rate - base);
        segment.gain = share * (segment.rate.rate - std::max(base, judge.bestPart(candidate.found)));
        segment.p = segment.q = paid;
        const Contrast held = contrastOf(frame, candidate.cover, frame.heldOut);
        segment.heldOut = rateOf(held.in.positives, held.in.n);
        segment.verdict = verdictOf(segment.heldOut, findings, true);
        found.push_back({std::move(segment), candidate.found});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.segment.rate.low > b.segment.rate.low; });
    SegmentSearch search{pieces, limits, {}};
    for (Found& one : found) {
        findings.segments.push_back(std::move(one.segment));
        search.found.push_back(one.conjunction);
    }
    return search;
}

void redrawSegments(Findings& findings, const Frame& frame, const std::vector<Coded>& attributes,
                    const SegmentSearch& search, const Job& job, const std::function<void()>& told) {
    if (search.found.empty()) return;
    const Redrawn of{accountsInOrder(frame, attributes, ~frame.heldOut),
                     [&](std::span<const std::uint32_t> units) {
                         return spaceOf(frame.positive, attributes, search.pieces, units);
                     },
                     search.limits, search.found};
    redraw(of, job, [&](const Redraws& redraws) {
        findings.redraws = redraws.made;
        findings.optimism = redraws.optimism;
        for (std::size_t i = 0; i < redraws.segments.size(); ++i) {
            findings.segments[i].foundAgain = redraws.segments[i].found;
            findings.segments[i].optimism = redraws.segments[i].optimism;
        }
        told();
    });
}

}  // namespace icp
