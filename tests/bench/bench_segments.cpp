#include "tests/bench/dealcodes.h"

#include <queue>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <utility>

using namespace icp;
using icp::bench::DealCodes;
using icp::bench::seconds;

// The exact top 100 by WRAcc to depth 3 over 248 conditions of 13 attributes, against a bare search in the
// same run: the same layout, instruction and bound, nothing else. Both on one thread; then the search on all
// cores.

namespace {

/// The qualities of the top 100, by nothing but AND, popcount and the bound on every branch.
class Bare {
public:
    explicit Bare(const SearchSpace& space)
        : m_space(space), m_count(space.conditions()), m_gain(space.rows() - space.positives()) {}

    std::vector<qint64> run(int depth) {
        for (std::size_t i = 0; i < m_count; ++i)
            offer(positives(m_space.positivesOf(i), i), others(m_space.othersOf(i), i));
        std::vector<std::uint32_t> x(m_count * m_count), y(m_count * m_count);
        // Blocks of rows that stay in the cache for all pairs.
        countBlocks(x, m_space.positiveBlocks(), [&](std::size_t i) { return m_space.positivesOf(i); });
        countBlocks(y, m_space.otherBlocks(), [&](std::size_t i) { return m_space.othersOf(i); });
        std::vector<std::pair<std::uint32_t, std::uint32_t>> branches;  // positives, pair
        for (std::size_t i = 0; i < m_count; ++i)
            for (std::size_t j = i + 1; j < m_count; ++j)
                if (m_space.attribute(i) != m_space.attribute(j)) {
                    offer(x[i * m_count + j], y[i * m_count + j]);
                    branches.push_back({x[i * m_count + j], std::uint32_t(i * m_count + j)});
                }
        std::sort(branches.begin(), branches.end(), std::greater<>());
        std::vector<BitBlock> both(m_space.positiveBlocks());
        std::vector<BitBlock> neither(m_space.otherBlocks());
        for (const auto& [bound, pair] : branches) {
            if (depth < 3 || bound * m_gain < limit()) break;
            const std::size_t i = pair / m_count;
            const std::size_t j = pair % m_count;
            bool met = false;
            bool metOthers = false;
            for (std::size_t k = j + 1; k < m_count; ++k) {
                if (m_space.attribute(k) == m_space.attribute(j)) continue;
                if (std::min(x[i * m_count + k], x[j * m_count + k]) * m_gain < limit()) continue;
                if (!std::exchange(met, true))
                    intersect(both, m_space.positivesOf(i), m_space.positivesOf(j));
                const qint64 x3 = positives(both.data(), k);
                if (x3 * m_gain < limit()) continue;
                if (!std::exchange(metOthers, true))
                    intersect(neither, m_space.othersOf(i), m_space.othersOf(j));
                offer(x3, others(neither.data(), k));
            }
        }
        std::vector<qint64> best;
        for (; !m_best.empty(); m_best.pop()) best.push_back(m_best.top());
        std::reverse(best.begin(), best.end());
        return best;
    }

private:
    template <class Row>
    void countBlocks(std::vector<std::uint32_t>& counts, std::size_t blocks, Row row) {
        constexpr std::size_t depth = 48;
        for (std::size_t block = 0; block < blocks; block += depth)
            for (std::size_t i = 0; i < m_count; ++i)
                for (std::size_t j = i + 1; j < m_count; ++j)
                    if (m_space.attribute(i) != m_space.attribute(j))
                        counts[i * m_count + j] += std::uint32_t(m_kernel.countAnd(
                            row(i) + block, row(j) + block, std::min(depth, blocks - block)));
    }
    static void intersect(std::vector<BitBlock>& out, const BitBlock* a, const BitBlock* b) {
        for (std::size_t i = 0; i < out.size(); ++i)
            for (std::size_t w = 0; w < 8; ++w) out[i].words[w] = a[i].words[w] & b[i].words[w];
    }
    qint64 positives(const BitBlock* of, std::size_t k) const {
        return qint64(m_kernel.countAnd(of, m_space.positivesOf(k), m_space.positiveBlocks()));
    }
    qint64 others(const BitBlock* of, std::size_t k) const {
        return qint64(m_kernel.countAnd(of, m_space.othersOf(k), m_space.otherBlocks()));
    }
    qint64 limit() const { return m_best.size() < 100 ? 1 : m_best.top(); }
    void offer(qint64 x, qint64 y) {
        const qint64 quality = x * m_space.rows() - (x + y) * m_space.positives();
        if (quality < limit()) return;
        m_best.push(quality);
        if (m_best.size() > 100) m_best.pop();
    }

    const SearchSpace& m_space;
    std::size_t m_count;
    qint64 m_gain;
    const BitKernel& m_kernel = bestBitKernel();
    std::priority_queue<qint64, std::vector<qint64>, std::greater<>> m_best;
};

}  // namespace

int main() {
    for (const std::size_t rows : {100000U, 1000000U}) {
        const DealCodes deals(rows);
        const SearchSpace space = deals.space(deals.all());
        for (const int depth : {2, 3}) {
            const int rounds = rows > 500000 ? 3 : 7;
            std::vector<qint64> expected;
            std::vector<Conjunction> found;
            const double bare = seconds([&] { expected = Bare(space).run(depth); }, rounds);
            const double one = seconds([&] { found = bestConjunctions(space, {depth, 100, 1, 1}); }, rounds);
            const double all = seconds([&] { (void)bestConjunctions(space, {depth, 100, 1, 0}); }, rounds);
            const bool same =
                std::equal(found.begin(), found.end(), expected.begin(), expected.end(),
                           [](const Conjunction& a, qint64 b) { return a.quality == double(b); });
            std::printf(
                "segments, %zu deals, %zu conditions, depth %d, %s: bare %.1f ms, search %.1f ms, ratio %.2f "
                "(target 2), all cores %.1f ms%s\n",
                rows, space.conditions(), depth, bestBitKernel().name, bare * 1e3, one * 1e3, one / bare,
                all * 1e3, same ? "" : " -- THE TWO DIFFER");
            if (!same) return 1;
        }
    }
    return 0;
}
