#include "core/analysis/supervised.h"

#include "core/analysis/contingency.h"
#include "core/analysis/permutation.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>

namespace icp {

namespace {

constexpr int mostDraws = 999;
constexpr int fewDraws = 199;
constexpr std::size_t manyUnits = 20000;  // from which few draws must do
constexpr int enough = 20;                // draws that tell as much, after which it is clear
constexpr int mostHalvings = 3;

double entropy(double positives, double n) {
    if (positives <= 0 || positives >= n) return 0;
    const double p = positives / n;
    return -p * std::log2(p) - (1 - p) * std::log2(1 - p);
}

int classes(double positives, double n) { return (positives > 0 ? 1 : 0) + (positives < n ? 1 : 0); }

/// Cuts of [from, to), where `before[i]` counts the positives among the first i.
void split(std::span<const Outcoming> all, std::span<const std::uint32_t> before, std::size_t from,
           std::size_t to, std::size_t least, int halvings, std::vector<double>& cuts) {
    const auto n = double(to - from);
    const double positives = before[to] - before[from];
    const double whole = entropy(positives, n);
    if (halvings == 0 || whole == 0) return;
    double best = whole * n;
    std::size_t at = 0;
    for (std::size_t i = from + std::max<std::size_t>(1, least); i + least <= to && i < to; ++i) {
        if (all[i].value == all[i - 1].value) continue;
        const double left = before[i] - before[from];
        const auto size = double(i - from);
        const double parts = size * entropy(left, size) + (n - size) * entropy(positives - left, n - size);
        if (parts < best) {
            best = parts;
            at = i;
        }
    }
    if (at == 0) return;
    const double left = before[at] - before[from];
    const auto size = double(at - from);
    const int k = classes(positives, n);
    const int k1 = classes(left, size);
    const int k2 = classes(positives - left, n - size);
    const double delta = std::log2(std::pow(3, k) - 2) -
                         (k * whole - k1 * entropy(left, size) - k2 * entropy(positives - left, n - size));
    if (!(whole - best / n > (std::log2(n - 1) + delta) / n)) return;
    split(all, before, from, at, least, halvings - 1, cuts);
    cuts.push_back((all[at - 1].value + all[at].value) / 2);
    split(all, before, at, to, least, halvings - 1, cuts);
}

std::vector<Group> groupsOf(std::span<const Outcoming> ascending, const std::vector<double>& cuts) {
    std::vector<Group> groups(cuts.size() + 1);
    std::size_t range = 0;
    for (const Outcoming& one : ascending) {
        while (range < cuts.size() && one.value >= cuts[range]) ++range;
        ++groups[range].n;
        groups[range].positives += one.positive;
    }
    return groups;
}

std::vector<double> chosen(std::span<const Outcoming> ascending, RangeChoice choice, std::size_t least) {
    const std::vector<double> cuts = entropyCuts(ascending, least);
    return choice == RangeChoice::Monotone ? monotoneCuts(ascending, cuts) : cuts;
}

}  // namespace

std::vector<double> entropyCuts(std::span<const Outcoming> ascending, std::size_t least) {
    std::vector<std::uint32_t> before{0};
    for (const Outcoming& one : ascending) before.push_back(before.back() + one.positive);
    std::vector<double> cuts;
    split(ascending, before, 0, ascending.size(), least, mostHalvings, cuts);
    return cuts;
}

std::vector<double> isotonic(std::span<const double> y, std::span<const double> weight) {
    struct Block {
        double sum;
        double weight;
        std::size_t size;
        double mean() const { return sum / weight; }
    };
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < y.size(); ++i) {
        blocks.push_back({y[i] * weight[i], weight[i], 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
            const Block last = blocks.back();
            blocks.pop_back();
            blocks.back().sum += last.sum;
            blocks.back().weight += last.weight;
            blocks.back().size += last.size;
        }
    }
    std::vector<double> fitted;
    for (const Block& block : blocks) fitted.insert(fitted.end(), block.size, block.mean());
    return fitted;
}

std::vector<double> monotoneCuts(std::span<const Outcoming> ascending, const std::vector<double>& cuts) {
    const std::vector<Group> groups = groupsOf(ascending, cuts);
    std::vector<double> best = cuts;
    double nearest = -1;
    for (const double sign : {1.0, -1.0}) {
        std::vector<double> rate;
        std::vector<double> weight;
        for (const Group& group : groups) {
            weight.push_back(double(group.n));
            rate.push_back(sign * double(group.positives) / double(std::max<qint64>(1, group.n)));
        }
        const std::vector<double> fitted = isotonic(rate, weight);
        double off = 0;
        std::vector<double> kept;
        for (std::size_t i = 0; i < fitted.size(); ++i) {
            off += weight[i] * (fitted[i] - rate[i]) * (fitted[i] - rate[i]);
            if (i > 0 && fitted[i] != fitted[i - 1]) kept.push_back(cuts[i - 1]);
        }
        if (nearest < 0 || off < nearest) {
            nearest = off;
            best = std::move(kept);
        }
    }
    return best;
}

PaidCuts paidCuts(const Frame& frame, std::span<const double> value, RangeChoice choice, std::size_t least,
                  const Job& job) {
    std::vector<std::uint32_t> order;
    Bitmap known(frame.size());
    for (std::uint32_t unit = 0; unit < frame.size(); ++unit)
        if (std::isfinite(value[unit])) {
            order.push_back(unit);
            known.set(unit);
        }
    // Equal values in an order of their own: it does not matter, as no cut parts them.
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return value[a] < value[b]; });
    const auto tell = [&](const std::vector<std::uint8_t>& positive, std::vector<double>* cuts) {
        std::vector<Outcoming> all;
        std::vector<Outcoming> searched;
        for (const std::uint32_t unit : order) {
            all.push_back({value[unit], positive[unit]});
            if (!frame.heldOut.test(unit)) searched.push_back(all.back());
        }
        std::vector<double> found = chosen(searched, choice, least);
        const double statistic = found.empty() ? 0 : chiSquare(tableOf(groupsOf(all, found))).statistic;
        if (cuts != nullptr) *cuts = std::move(found);
        return statistic;
    };
    PaidCuts result;
    const double observed = tell(frame.positive, &result.cuts);
    if (result.cuts.empty()) return result;
    const OutcomeShuffle shuffle(frame, known, [&](std::uint32_t unit) {
        const auto bits = std::bit_cast<std::array<char, sizeof(double)>>(value[unit]);
        return std::string(bits.begin(), bits.end());
    });
    const int most = frame.size() > manyUnits ? fewDraws : mostDraws;
    int asMuch = 0;
    while (result.draws < most && asMuch < enough) {
        if (job.cancelled()) return {};
        asMuch += tell(shuffle.draw(std::uint64_t(result.draws++)), nullptr) >= observed ? 1 : 0;
    }
    result.p = asMuch == enough ? double(asMuch) / result.draws : double(1 + asMuch) / (1 + result.draws);
    return result;
}

}  // namespace icp
