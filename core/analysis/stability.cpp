#include "core/analysis/stability.h"

#include "core/analysis/draw.h"
#include "core/base/interval.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <map>

namespace icp {

namespace {

constexpr std::size_t redraws = 200;
constexpr std::size_t batch = 25;  // divides redraws
constexpr std::uint64_t seed = 0x1CF5EEDULL;

/// Accounts that are alike in every number that counts here: n and positives of all units, then of each
/// segment.
struct Kinds {
    std::vector<std::vector<std::uint32_t>> numbers;
    std::vector<std::uint32_t> kindOf;  // per account; accounts of one kind side by side
};

Kinds kindsOf(const Frame& frame, const std::vector<Bitmap>& covers, const Bitmap& whole, const Job& job) {
    constexpr std::size_t often = 4096;  // accounts between two looks at whether to stop
    std::map<std::vector<std::uint32_t>, std::uint32_t> found;  // in an order of its own, not that of rows
    std::vector<std::uint32_t> numbers;
    for (std::size_t c = 0; c < frame.clusters(); ++c) {
        if (c % often == 0 && job.cancelled()) return {};
        numbers.assign(2 * covers.size() + 2, 0);
        for (std::size_t unit = frame.start[c]; unit < frame.start[c + 1]; ++unit) {
            if (!whole.test(unit)) continue;
            numbers[0] += 1;
            numbers[1] += frame.positive[unit];
            for (std::size_t s = 0; s < covers.size(); ++s)
                if (covers[s].test(unit)) {
                    numbers[2 * s + 2] += 1;
                    numbers[2 * s + 3] += frame.positive[unit];
                }
        }
        if (numbers[0] > 0) ++found[numbers];
    }
    Kinds kinds;
    for (const auto& [kind, accounts] : found) {
        kinds.kindOf.insert(kinds.kindOf.end(), accounts, std::uint32_t(kinds.numbers.size()));
        kinds.numbers.push_back(kind);
    }
    return kinds;
}

/// Sums of one redraw: n and positives of all, then of each segment.
std::vector<std::uint64_t> redrawn(const Kinds& kinds, std::uint64_t number) {
    Draw draw(seed + number);
    std::vector<std::uint32_t> times(kinds.numbers.size(), 0);
    for (std::size_t i = 0; i < kinds.kindOf.size(); ++i)
        ++times[kinds.kindOf[draw.below(kinds.kindOf.size())]];
    std::vector<std::uint64_t> sums(kinds.numbers.front().size(), 0);
    for (std::size_t kind = 0; kind < times.size(); ++kind)
        for (std::size_t i = 0; i < sums.size(); ++i)
            sums[i] += std::uint64_t(times[kind]) * kinds.numbers[kind][i];
    return sums;
}

}  // namespace

std::vector<double> stabilityOf(
    const Frame& frame, const std::vector<Bitmap>& covers, const Bitmap& whole, qint64 least,
    unsigned threads, const Job& job,
    const std::function<void(int redraws, const std::vector<double>& share)>& soFar) {
    std::vector<double> share(covers.size(), 0);
    const Kinds kinds = kindsOf(frame, covers, whole, job);
    if (job.cancelled()) return {};
    if (covers.empty() || kinds.numbers.empty()) return share;
    std::vector<int> found(covers.size(), 0);
    for (std::size_t done = 0; done < redraws; done += batch) {
        std::vector<std::vector<std::uint8_t>> again(batch);  // per redraw and segment
        parallelFor(batch, threads, [&](std::size_t i) {
            if (job.cancelled()) return;
            const std::vector<std::uint64_t> sums = redrawn(kinds, done + i);
            again[i].resize(covers.size());
            const double base = double(sums[1]) / double(sums[0]);
            for (std::size_t s = 0; s < covers.size(); ++s) {
                const auto n = double(sums[2 * s + 2]);
                again[i][s] = n >= double(least) && wilson(double(sums[2 * s + 3]), n).low > base ? 1 : 0;
            }
        });
        if (job.cancelled()) return {};
        for (std::size_t s = 0; s < covers.size(); ++s) {
            for (const std::vector<std::uint8_t>& one : again) found[s] += one[s];
            share[s] = double(found[s]) / double(done + batch);
        }
        if (soFar) soFar(int(done + batch), share);
    }
    return share;
}

}  // namespace icp
