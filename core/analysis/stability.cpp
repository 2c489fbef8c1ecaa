#include "core/analysis/stability.h"

#include "core/analysis/draw.h"
#include "core/base/interval.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

constexpr std::size_t redraws = 200;
constexpr std::size_t batch = 25;  // divides redraws
constexpr std::size_t kept = 100;  // by the search, each way, to choose different ones from
constexpr std::uint64_t seed = 0x1CF5EEDULL;
// One-sided 5% of a difference of twice the usual variance.
const double earnsItsPlace = 1.6448536269514722 * std::sqrt(2.0);

/// The units of a space that meet some conditions.
class Cover {
public:
    /// Those of a conjunction whose bit is set in `which`, one at least.
    Cover(const SearchSpace& space, const Conjunction& of, unsigned which = ~0U)
        : m_positiveBlocks(space.positiveBlocks()) {
        const std::size_t blocks = m_positiveBlocks + space.otherBlocks();
        for (int d = 0; d < of.depth; ++d) {
            if ((which >> d & 1U) == 0) continue;
            const BitBlock* row = space.positivesOf(of.condition[std::size_t(d)]);
            if (m_blocks.empty())
                m_blocks.assign(row, row + blocks);
            else
                for (std::size_t b = 0; b < blocks; ++b)
                    for (std::size_t w = 0; w < 8; ++w) m_blocks[b].words[w] &= row[b].words[w];
        }
    }

    qint64 positives(const BitKernel& kernel) const {
        return qint64(kernel.countAnd(m_blocks.data(), m_blocks.data(), m_positiveBlocks));
    }
    qint64 n(const BitKernel& kernel) const { return shared(*this, kernel); }
    qint64 shared(const Cover& other, const BitKernel& kernel) const {
        return qint64(kernel.countAnd(m_blocks.data(), other.m_blocks.data(), m_blocks.size()));
    }

private:
    std::size_t m_positiveBlocks;
    std::vector<BitBlock> m_blocks;
};

/// A set of the units of the data.
struct Known {
    Cover cover;
    qint64 n;
};

double rate(qint64 positives, qint64 n) { return n > 0 ? double(positives) / double(n) : 0; }

class Redrawing {
public:
    Redrawing(const Redrawn& of, const SearchSpace& data, const Job& job, const BitKernel& kernel)
        : m_of(of), m_data(data), m_job(job), m_kernel(kernel), m_limits(of.limits) {
        m_limits.threads = 1;  // redraws are shared out, not their searches
        m_limits.top = std::min(m_limits.top, kept);
        for (const Conjunction& segment : of.segments) m_segments.push_back(known(segment));
    }

    struct Result {
        std::vector<std::uint8_t> found;  // per segment
        std::vector<double> excess;       // of the rate of what was found
        double optimism = 0;
    };

    Result operator()(std::uint64_t number) const {
        const SearchSpace drawn = m_of.space(units(number));
        const std::vector<Conjunction> best = bestBothWays(drawn, m_limits, m_job, m_kernel);
        Result result{std::vector<std::uint8_t>(m_segments.size()), std::vector<double>(m_segments.size()),
                      best.empty() ? 0 : optimism(best.front(), drawn)};
        std::vector<Known> different;
        for (const Conjunction& one : best) {
            if (different.size() == candidatesJudged || m_job.cancelled()) break;
            if (!standsOut(one, drawn)) continue;
            Known cover = known(one);
            if (std::any_of(different.begin(), different.end(),
                            [&](const Known& other) { return same(cover, other); }))
                continue;
            for (std::size_t s = 0; s < m_segments.size(); ++s)
                if (result.found[s] == 0 && same(cover, m_segments[s])) {
                    result.found[s] = 1;
                    result.excess[s] =
                        rate(one.positives, one.n) - rate(cover.cover.positives(m_kernel), cover.n);
                }
            different.push_back(std::move(cover));
        }
        return result;
    }

private:
    /// Units of accounts drawn with replacement.
    std::vector<std::uint32_t> units(std::uint64_t number) const {
        Draw draw(seed + number);
        std::vector<std::uint32_t> times(m_of.accounts.size(), 0);
        for (std::size_t i = 0; i < times.size(); ++i) ++times[draw.below(times.size())];
        std::vector<std::uint32_t> units;
        units.reserve(std::size_t(m_data.rows()) * 9 / 8);
        for (std::size_t a = 0; a < times.size(); ++a)
            for (std::uint32_t time = 0; time < times[a]; ++time)
                units.insert(units.end(), m_of.accounts[a].begin(), m_of.accounts[a].end());
        return units;
    }
    Known known(const Conjunction& of) const {
        Cover cover(m_data, of);
        const qint64 n = cover.n(m_kernel);
        return {std::move(cover), n};
    }
    bool same(const Known& a, const Known& b) const {
        const auto [less, more] = std::minmax(a.n, b.n);
        if (!(double(less) > sameCover * double(more))) return false;  // spares counting
        const qint64 both = a.cover.shared(b.cover, m_kernel);
        return double(both) > sameCover * double(a.n + b.n - both);
    }
    bool standsOut(const Conjunction& one, const SearchSpace& drawn) const {
        if (!(wilson(double(one.positives), double(one.n)).low > rate(drawn.positives(), drawn.rows())))
            return false;
        for (unsigned which = 1; which < (1U << one.depth) - 1; ++which) {
            const Cover wider(drawn, one, which);
            const qint64 n = wider.n(m_kernel);
            const qint64 positives = wider.positives(m_kernel);
            const qint64 rest = n - one.n;
            if (rest == 0) return false;
            const double pooled = rate(positives, n);
            const double spread = std::sqrt(pooled * (1 - pooled) * (1 / double(one.n) + 1 / double(rest)));
            const double gain = rate(one.positives, one.n) - rate(positives - one.positives, rest);
            if (!(gain > earnsItsPlace * spread)) return false;
        }
        return true;
    }
    double optimism(const Conjunction& best, const SearchSpace& drawn) const {
        const Known inData = known(best);
        const double there = valueOf(best.quality, m_limits.by, drawn);
        if (inData.n == 0) return there;
        return there - valueOf(qualityOf(inData.cover.positives(m_kernel), inData.n, m_limits.by, m_data),
                               m_limits.by, m_data);
    }

    const Redrawn& m_of;
    const SearchSpace& m_data;
    const Job& m_job;
    const BitKernel& m_kernel;
    SearchLimits m_limits;
    std::vector<Known> m_segments;
};

}  // namespace

Redraws redraw(const Redrawn& of, const Job& job, const std::function<void(const Redraws& soFar)>& soFar,
               const BitKernel& kernel) {
    if (of.accounts.empty() || job.cancelled()) return {};
    std::vector<std::uint32_t> all;
    for (const std::vector<std::uint32_t>& account : of.accounts)
        all.insert(all.end(), account.begin(), account.end());
    const SearchSpace data = of.space(all);
    const Redrawing one(of, data, job, kernel);
    Redraws sums{0, std::vector<Redraws::Segment>(of.segments.size()), 0};
    Redraws means = sums;
    while (sums.made < int(redraws)) {
        std::vector<Redrawing::Result> results(batch);
        parallelFor(batch, of.limits.threads, [&](std::size_t i) {
            if (!job.cancelled()) results[i] = one(std::uint64_t(sums.made) + i);
        });
        if (job.cancelled()) return {};
        sums.made += int(batch);
        for (const Redrawing::Result& result : results) {
            sums.optimism += result.optimism;
            for (std::size_t s = 0; s < sums.segments.size(); ++s) {
                sums.segments[s].found += result.found[s];
                sums.segments[s].optimism += result.excess[s];
            }
        }
        means.made = sums.made;
        means.optimism = sums.optimism / sums.made;
        for (std::size_t s = 0; s < sums.segments.size(); ++s) {
            const Redraws::Segment& sum = sums.segments[s];
            means.segments[s] = {sum.found, sum.found > 0 ? sum.optimism / sum.found : 0};
        }
        if (soFar) soFar(means);
    }
    return means;
}

}  // namespace icp
