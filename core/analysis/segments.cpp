#include "core/analysis/segments.h"

#include "core/analysis/contrast.h"
#include "core/analysis/multiple.h"
#include "core/analysis/stability.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <cmath>

namespace icp {

namespace {

constexpr std::size_t searched = 300;  // kept by the search, to choose different ones from
constexpr std::size_t judged = 24;     // that go to the hold-out
constexpr std::size_t shown = 12;
constexpr double sameCover = 0.6;         // Jaccard index from which two covers count as one
constexpr std::size_t manyPieces = 1200;  // beyond which pairs only are searched

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

private:
    const Frame& m_frame;
    const std::vector<Coded>& m_attributes;
    const std::vector<Piece>& m_pieces;
    const Bitmap& m_units;
};

struct Candidate {
    Conjunction found;
    Bitmap cover;  // over all units of the frame
    double p;
    Rate heldOut;
};

double jaccard(const Bitmap& a, const Bitmap& b) {
    const auto both = double(a.countAnd(b));
    const double either = double(a.count()) + double(b.count()) - both;
    return either > 0 ? both / either : 1;
}

std::vector<Conjunction> search(const Frame& frame, const std::vector<Coded>& attributes,
                                const std::vector<Piece>& pieces, const Bitmap& units,
                                const SearchLimits& limits, const Job& job) {
    std::vector<std::uint32_t> rows;
    rows.reserve(frame.size());
    units.forEach([&](std::size_t unit) { rows.push_back(std::uint32_t(unit)); });
    SearchSpace space(rows, frame.positive);
    for (std::size_t p = 0; p < pieces.size() && !job.cancelled();) {
        const std::size_t a = pieces[p].attribute;
        std::vector<std::uint32_t> masks;
        for (; p < pieces.size() && pieces[p].attribute == a; ++p) masks.push_back(pieces[p].levels);
        if (attributes[a].kind != AttributeKind::Multi)
            space.addCodes(int(a), attributes[a].codes, masks);
        else
            for (const std::uint32_t mask : masks) {
                const Bitmap& element = attributes[a].elements[std::size_t(std::countr_zero(mask))];
                space.add(int(a), [&](std::uint32_t unit) { return element.test(unit); });
            }
    }
    return bestConjunctions(space, limits, job);
}

/// How likely a search like this one finds so good a segment where nothing matters: the p on the searched
/// units paid for in layers, one third of 5% for each depth (Webb 2008), or that on the hold-out, which was
/// not searched (Webb 2007); the smaller, doubled because there are two.
double searchedP(const Candidate& candidate, const Frame& frame, const Findings& findings, double layer) {
    const double paid = std::min(1.0, candidate.p * layer * findings.study.depth);
    if (findings.heldOut.n == 0) return paid;
    return std::min(1.0, 2 * std::min(paid, contrastOf(frame, candidate.cover, frame.heldOut).above));
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

void findSegments(Findings& findings, const Dataset& dataset, const Frame& frame,
                  const std::vector<Coded>& attributes, const Job& job) {
    if (findings.mode == Mode::Hypothesis) return;
    const Study& study = findings.study;
    const Bitmap units = ~frame.heldOut;
    const std::vector<Piece> pieces = piecesOf(frame, attributes, units, study.minLevel);
    SearchLimits limits{study.depth, searched, study.minLevel, study.threads};
    if (limits.depth == 3 && pieces.size() > manyPieces) {
        limits.depth = 2;
        findings.warnings.push_back(
            {QStringLiteral("depth-limited"),
             Tr::tr("%n condition(s) are too many for combinations of three; two are combined.", nullptr,
                    int(pieces.size())),
             {}});
    }
    const std::vector<Conjunction> best = search(frame, attributes, pieces, units, limits, job);

    const Judge judge(frame, attributes, pieces, units);
    std::vector<Candidate> candidates;
    for (const Conjunction& found : best) {
        if (job.cancelled()) return;
        if (candidates.size() == judged) break;
        Bitmap cover = judge.cover(found, ~0U);
        const Bitmap discovered = cover & units;
        if (std::any_of(candidates.begin(), candidates.end(),
                        [&](const Candidate& c) { return jaccard(discovered, c.cover & units) > sameCover; }))
            continue;
        const double p = contrastOf(frame, discovered, units).above;
        if (p > 0.05 || !judge.improves(found, discovered)) continue;
        candidates.push_back({found, std::move(cover), p, {}});
    }

    std::vector<double> p;
    for (Candidate& candidate : candidates) {
        if (job.cancelled()) return;
        const Contrast held = contrastOf(frame, candidate.cover, frame.heldOut);
        candidate.heldOut = rateOf(held.in.positives, held.in.n);
        p.push_back(searchedP(candidate, frame, findings,
                              conjunctionsOf(pieces, attributes.size(), candidate.found.depth)));
    }
    const std::vector<double> q = benjaminiHochberg(p);
    std::vector<Bitmap> covers;
    const double square = double(findings.discovery.n) * double(findings.discovery.n);
    for (std::size_t i = 0; i < candidates.size() && findings.segments.size() < shown; ++i) {
        if (!(q[i] < 0.05)) continue;
        const Candidate& candidate = candidates[i];
        Segment segment;
        for (int d = 0; d < candidate.found.depth; ++d) {
            segment.conditions.push_back(pieces[candidate.found.condition[std::size_t(d)]].condition);
            segment.labels << conditionLabel(segment.conditions.back(), dataset);
        }
        segment.rate = rateOf(candidate.found.positives, candidate.found.n);
        segment.lift = findings.discovery.rate > 0 ? segment.rate.rate / findings.discovery.rate : 0;
        segment.wracc = double(candidate.found.quality) / square;
        segment.p = p[i];
        segment.q = q[i];
        segment.heldOut = candidate.heldOut;
        segment.verdict = verdictOf(candidate.heldOut, findings, true);
        findings.segments.push_back(std::move(segment));
        covers.push_back(candidate.cover);
    }
    const std::vector<double> stability =
        stabilityOf(frame, covers, units, study.minLevel, study.threads, job);
    if (stability.size() != covers.size()) {
        findings.segments.clear();
        return;
    }
    for (std::size_t i = 0; i < stability.size(); ++i) findings.segments[i].stability = stability[i];
    std::stable_sort(findings.segments.begin(), findings.segments.end(),
                     [](const Segment& a, const Segment& b) { return a.rate.low > b.rate.low; });
}

}  // namespace icp
