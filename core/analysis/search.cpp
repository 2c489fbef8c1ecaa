#include "core/analysis/search.h"

#include "core/base/parallel.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <limits>
#include <mutex>
#include <numeric>

namespace icp {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::Search)
};

bool better(const Conjunction& a, const Conjunction& b) {
    if (a.quality != b.quality) return a.quality > b.quality;
    if (a.depth != b.depth) return a.depth < b.depth;
    return a.condition < b.condition;
}

/// The best so far, shared by all threads. What a thread sees of the limit may be old, which only costs it
/// time.
class Best {
public:
    explicit Best(std::size_t count) : m_count(count) {}

    /// Below this quality nothing can get in any more.
    double limit() const { return m_limit.load(std::memory_order_relaxed); }

    void offer(const Conjunction& found) {
        const std::lock_guard lock(m_mutex);
        if (m_heap.size() == m_count) {
            if (!better(found, m_heap.front())) return;
            std::pop_heap(m_heap.begin(), m_heap.end(), better);
            m_heap.pop_back();
        }
        m_heap.push_back(found);
        std::push_heap(m_heap.begin(), m_heap.end(), better);
        if (m_heap.size() == m_count) m_limit.store(m_heap.front().quality, std::memory_order_relaxed);
    }

    std::vector<Conjunction> sorted() && {
        std::sort(m_heap.begin(), m_heap.end(), better);
        return std::move(m_heap);
    }

private:
    std::size_t m_count;
    std::mutex m_mutex;
    std::vector<Conjunction> m_heap;
    std::atomic<double> m_limit{std::numeric_limits<double>::min()};  // above 0
};

/// Positives and n of a generalisation.
struct Counts {
    qint64 positives;
    qint64 n;
};

/// n to the power of 1 - a.
double sizeOf(qint64 n, SegmentQuality by) {
    switch (by) {
        case SegmentQuality::Wracc:
            return 1;
        case SegmentQuality::Binomial:
            return std::sqrt(double(n));
        case SegmentQuality::Lift:
            break;
    }
    return double(n);
}

/// Against the rate of `than`, all when it is everything. Whole numbers divided last, so that equal ones are
/// equal.
double worth(Counts of, Counts than, Counts all, SegmentQuality by) {
    const auto gain = double(of.positives * than.n - of.n * than.positives);
    return gain * (double(all.n) / double(than.n)) / sizeOf(of.n, by);
}

/// standardErrorsOf() but for what is the same for all sets of a space.
double surprise(Counts of, Counts all) {
    const double spread = double(of.n) * double(all.n - of.n);
    if (!(spread > 0)) return 0;
    return double(of.positives * all.n - of.n * all.positives) / std::sqrt(spread);
}

/// What is the same for all sets of a space.
double spreadOf(Counts all) {
    return all.n > 1 ? std::sqrt(double(all.positives) * double(all.n - all.positives) / double(all.n - 1))
                     : 0;
}

struct Pair {
    std::uint32_t i;
    std::uint32_t j;
    std::uint32_t positives;
};

class Search {
public:
    Search(const SearchSpace& space, const SearchLimits& limits, const Job& job, const BitKernel& kernel)
        : m_space(space),
          m_limits(limits),
          m_job(job),
          m_kernel(kernel),
          m_best(limits.top),
          m_conditions(space.conditions()),
          m_all{space.positives(), space.rows()},
          m_leastSurprise(limits.leastStandardErrors) {
        for (double& least : m_leastSurprise) least *= spreadOf(m_all);
        m_leastOfAll = *std::min_element(m_leastSurprise.begin(), m_leastSurprise.begin() + limits.depth);
    }

    std::vector<Conjunction> run() {
        singles();
        if (m_limits.depth >= 2) pairs();
        if (m_limits.depth >= 3) triples();
        return std::move(m_best).sorted();
    }

private:
    double quality(qint64 positives, qint64 n, Counts than) const {
        return m_limits.mostStandardErrors ? surprise({positives, n}, m_all)
                                           : worth({positives, n}, than, m_all, m_limits.by);
    }
    /// The most that a set with these positives, or any set within it, can be worth: it has no others.
    /// Nothing when it cannot be surprising enough.
    double bound(qint64 positives) const {
        const qint64 n = std::max({positives, m_limits.least, qint64(1)});
        if (tooUsual({positives, n}, m_leastOfAll)) return 0;
        return quality(positives, n, m_all);
    }
    /// 0 asks for nothing.
    bool tooUsual(Counts one, double least) const { return least > 0 && surprise(one, m_all) < least; }
    bool hopeless(qint64 positives) const { return bound(positives) < m_best.limit(); }
    /// Positives that a set needs to be worth a look.
    std::uint32_t needed(double limit) const {
        qint64 least = 0;
        for (qint64 most = m_all.positives + 1; least < most;) {
            const qint64 middle = (least + most) / 2;
            if (bound(middle) < limit)
                least = middle + 1;
            else
                most = middle;
        }
        return std::uint32_t(least);
    }
    void offer(std::array<std::uint32_t, 3> condition, int depth, qint64 positives, qint64 others) {
        const qint64 n = positives + others;
        if (n < std::max<qint64>(1, m_limits.least)) return;
        if (tooUsual({positives, n}, m_leastSurprise[std::size_t(depth) - 1])) return;
        const Counts than = m_limits.generalisationAware ? bestGeneralisation(condition, depth) : m_all;
        const double worth = quality(positives, n, than);
        if (worth >= m_best.limit()) m_best.offer({condition, depth, n, positives, worth});
    }
    /// All pairs within a triple that is offered were counted: they have as many positives, so none was
    /// hopeless.
    Counts bestGeneralisation(const std::array<std::uint32_t, 3>& condition, int depth) const {
        Counts best = m_all;
        const auto meet = [&](Counts one) {
            if (one.n > 0 && one.positives * best.n > best.positives * one.n) best = one;
        };
        for (int d = 0; d < depth && depth > 1; ++d) meet(m_single[condition[std::size_t(d)]]);
        for (int d = 0; d < depth && depth > 2; ++d) {
            const std::size_t pair =
                condition[std::size_t(d)] * m_conditions + condition[std::size_t((d + 1) % depth)];
            meet({qint64(m_pair[pair]), qint64(m_pair[pair]) + m_pairOthers[pair]});
        }
        return best;
    }
    qint64 countPositives(std::uint32_t i, std::uint32_t j) const {
        return qint64(
            m_kernel.countAnd(m_space.positivesOf(i), m_space.positivesOf(j), m_space.positiveBlocks()));
    }
    qint64 countOthers(std::uint32_t i, std::uint32_t j) const {
        return qint64(m_kernel.countAnd(m_space.othersOf(i), m_space.othersOf(j), m_space.otherBlocks()));
    }

    void singles();
    void pairs();
    void triples();
    void countPairs();
    void triplesOf(const Pair& pair, std::vector<BitBlock>& positives, std::vector<BitBlock>& others);
    /// Pairs that may still lead into the best, the most promising first.
    std::vector<Pair> promising() const;

    const SearchSpace& m_space;
    const SearchLimits& m_limits;
    const Job& m_job;
    const BitKernel& m_kernel;
    Best m_best;
    std::size_t m_conditions;
    Counts m_all;
    std::array<double, 3> m_leastSurprise;  // per depth
    double m_leastOfAll = 0;
    std::vector<Counts> m_single;
    std::vector<std::uint32_t>
        m_pair;  // positives of every pair, conditions x conditions, 0 within an attribute
    std::vector<std::uint32_t> m_pairOthers;  // likewise; only generalisation-aware, and where not hopeless
};

void Search::singles() {
    m_single.reserve(m_conditions);
    for (std::uint32_t i = 0; i < m_conditions; ++i) {
        const qint64 positives = countPositives(i, i);
        const qint64 others = countOthers(i, i);
        m_single.push_back({positives, positives + others});
        offer({i, 0, 0}, 1, positives, others);
    }
}

/// All pairs' positives, block by block of rows, so that a block of every condition stays in the cache.
void Search::countPairs() {
    constexpr std::size_t side = 32;
    const std::size_t depth =
        std::max<std::size_t>(8, (std::size_t(768) << 10) / 64 / std::max<std::size_t>(1, m_conditions));
    m_pair.assign(m_conditions * m_conditions, 0);
    parallelFor((m_conditions + side - 1) / side, m_limits.threads, [&](std::size_t task) {
        const std::size_t from = task * side;
        const std::size_t to = std::min(from + side, m_conditions);
        for (std::size_t block = 0; block < m_space.positiveBlocks(); block += depth) {
            if (m_job.cancelled()) return;
            const std::size_t blocks = std::min(depth, m_space.positiveBlocks() - block);
            for (std::size_t i = from; i < to; ++i)
                for (std::size_t j = i + 1; j < m_conditions; ++j)
                    if (m_space.attribute(i) != m_space.attribute(j))
                        m_pair[i * m_conditions + j] += std::uint32_t(m_kernel.countAnd(
                            m_space.positivesOf(i) + block, m_space.positivesOf(j) + block, blocks));
        }
    });
    for (std::size_t i = 0; i < m_conditions; ++i)
        for (std::size_t j = i + 1; j < m_conditions; ++j)
            m_pair[j * m_conditions + i] = m_pair[i * m_conditions + j];
}

std::vector<Pair> Search::promising() const {
    const std::uint32_t least = needed(m_best.limit());
    std::vector<Pair> result;
    for (std::uint32_t i = 0; i < m_conditions; ++i)
        for (std::uint32_t j = i + 1; j < m_conditions; ++j)
            if (const std::uint32_t positives = m_pair[i * m_conditions + j]; positives >= least)
                result.push_back({i, j, positives});
    std::stable_sort(result.begin(), result.end(),
                     [](const Pair& a, const Pair& b) { return a.positives > b.positives; });
    return result;
}

void Search::pairs() {
    countPairs();
    const std::vector<Pair> candidates = promising();
    if (m_limits.generalisationAware) m_pairOthers.assign(m_conditions * m_conditions, 0);
    constexpr std::size_t side = 64;
    parallelFor((candidates.size() + side - 1) / side, m_limits.threads, [&](std::size_t task) {
        if (m_job.cancelled()) return;
        for (std::size_t c = task * side; c < std::min((task + 1) * side, candidates.size()); ++c) {
            const Pair& pair = candidates[c];
            if (hopeless(pair.positives)) return;
            const qint64 others = countOthers(pair.i, pair.j);
            if (m_limits.generalisationAware)
                m_pairOthers[pair.i * m_conditions + pair.j] = m_pairOthers[pair.j * m_conditions + pair.i] =
                    std::uint32_t(others);
            offer({pair.i, pair.j, 0}, 2, pair.positives, others);
        }
    });
}

void Search::triplesOf(const Pair& pair, std::vector<BitBlock>& positives, std::vector<BitBlock>& others) {
    const std::uint32_t* withI = m_pair.data() + pair.i * m_conditions;
    const std::uint32_t* withJ = m_pair.data() + pair.j * m_conditions;
    const auto intersect = [](std::vector<BitBlock>& out, const BitBlock* a, const BitBlock* b,
                              std::size_t blocks) {
        out.resize(blocks);
        for (std::size_t block = 0; block < blocks; ++block)
            for (std::size_t w = 0; w < 8; ++w) out[block].words[w] = a[block].words[w] & b[block].words[w];
    };
    positives.clear();
    others.clear();
    double limit = m_best.limit();
    std::uint32_t least = needed(limit);
    for (std::uint32_t k = pair.j + 1; k < m_conditions; ++k) {
        if (withI[k] < least || withJ[k] < least) continue;
        if (positives.empty())
            intersect(positives, m_space.positivesOf(pair.i), m_space.positivesOf(pair.j),
                      m_space.positiveBlocks());
        const auto x =
            qint64(m_kernel.countAnd(positives.data(), m_space.positivesOf(k), m_space.positiveBlocks()));
        if (hopeless(x)) continue;
        if (others.empty())
            intersect(others, m_space.othersOf(pair.i), m_space.othersOf(pair.j), m_space.otherBlocks());
        offer({pair.i, pair.j, k}, 3, x,
              qint64(m_kernel.countAnd(others.data(), m_space.othersOf(k), m_space.otherBlocks())));
        if (const double now = m_best.limit(); now != limit) least = needed(limit = now);
    }
}

void Search::triples() {
    const std::vector<Pair> candidates = promising();
    constexpr std::size_t side = 16;
    std::atomic<qint64> done{0};
    parallelFor((candidates.size() + side - 1) / side, m_limits.threads, [&](std::size_t task) {
        std::vector<BitBlock> positives;
        std::vector<BitBlock> others;
        for (std::size_t c = task * side; c < std::min((task + 1) * side, candidates.size()); ++c) {
            if (m_job.cancelled() || hopeless(candidates[c].positives)) return;
            triplesOf(candidates[c], positives, others);
        }
        m_job.report(std::min(++done * qint64(side), qint64(candidates.size())), qint64(candidates.size()),
                     Tr::tr("Searching combinations"));
    });
}

}  // namespace

SearchSpace::SearchSpace(std::span<const std::uint32_t> units, std::span<const std::uint8_t> positive)
    : m_rows(qint64(units.size())) {
    m_order.reserve(units.size());
    for (const std::uint8_t wanted : {1, 0})
        for (const std::uint32_t unit : units)
            if (positive[unit] == wanted) m_order.push_back(unit);
    for (const std::uint32_t unit : units) m_positives += positive[unit];
    m_positiveBlocks = (std::size_t(m_positives) + 511) / 512;
    m_otherBlocks = (std::size_t(m_rows - m_positives) + 511) / 512;
    m_place.resize(m_order.size());
    for (std::size_t i = 0; i < m_order.size(); ++i)
        m_place[i] = std::uint32_t(
            qint64(i) < m_positives ? i : i - std::size_t(m_positives) + m_positiveBlocks * 512);
}

BitBlock* SearchSpace::grow(int attribute) {
    m_attribute.push_back(attribute);
    const std::size_t size = m_blocks.size();
    m_blocks.resize(size + m_positiveBlocks + m_otherBlocks);
    return m_blocks.data() + size;
}

void SearchSpace::addCodes(int attribute, std::span<const std::uint8_t> code,
                           std::span<const std::uint32_t> masks) {
    const std::size_t first = conditions();
    for (std::size_t m = 0; m < masks.size(); ++m) grow(attribute);
    // Words of every level first; a condition is the union of some levels.
    std::array<std::uint64_t, 32> word{};
    const std::size_t stride = (m_positiveBlocks + m_otherBlocks);
    const auto flush = [&](std::uint32_t place) {
        for (std::size_t m = 0; m < masks.size(); ++m) {
            std::uint64_t bits = 0;
            for (std::uint32_t left = masks[m]; left != 0; left &= left - 1)
                bits |= word[std::size_t(std::countr_zero(left))];
            m_blocks[(first + m) * stride + place / 512].words[place / 64 % 8] = bits;
        }
        word.fill(0);
    };
    for (std::size_t i = 0; i < m_order.size(); ++i) {
        word[code[m_order[i]]] |= std::uint64_t(1) << (m_place[i] % 64);
        if (i + 1 == m_order.size() || m_place[i + 1] / 64 != m_place[i] / 64) flush(m_place[i]);
    }
}

double qualityOf(qint64 positives, qint64 n, SegmentQuality by, const SearchSpace& space) {
    const Counts all{space.positives(), space.rows()};
    return worth({positives, n}, all, all, by);
}

double standardErrorsOf(qint64 positives, qint64 n, const SearchSpace& space) {
    const Counts all{space.positives(), space.rows()};
    const double spread = spreadOf(all);
    return spread > 0 ? surprise({positives, n}, all) / spread : 0;
}

double valueOf(double quality, SegmentQuality by, const SearchSpace& space) {
    const auto rows = double(space.rows());
    if (!(rows > 0)) return 0;
    return quality / (by == SegmentQuality::Wracc      ? rows * rows
                      : by == SegmentQuality::Binomial ? rows * std::sqrt(rows)
                                                       : rows);
}

std::vector<Conjunction> bestConjunctions(const SearchSpace& space, const SearchLimits& limits,
                                          const Job& job, const BitKernel& kernel) {
    if (space.positives() == 0 || space.positives() == space.rows() || limits.top == 0) return {};
    return Search(space, limits, job, kernel).run();
}

std::vector<Conjunction> bestBothWays(const SearchSpace& space, SearchLimits limits, const Job& job,
                                      const BitKernel& kernel) {
    std::vector<Conjunction> best = bestConjunctions(space, limits, job, kernel);
    limits.generalisationAware = true;
    const std::size_t plain = best.size();
    for (Conjunction more : bestConjunctions(space, limits, job, kernel)) {
        const auto same = [&](const Conjunction& one) {
            return one.depth == more.depth && one.condition == more.condition;
        };
        if (std::any_of(best.begin(), best.begin() + std::ptrdiff_t(plain), same)) continue;
        more.quality = qualityOf(more.positives, more.n, limits.by, space);
        best.push_back(more);
    }
    return best;
}

}  // namespace icp
