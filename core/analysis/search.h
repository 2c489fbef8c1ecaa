#pragma once

#include "core/analysis/bits.h"
#include "core/analysis/segmentquality.h"
#include "core/base/job.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace icp {

/// Conditions as sets of rows, laid out for the search: positive rows first, in blocks of their own, so that
/// positives and others of a set are counted apart. Conditions are added attribute by attribute.
class SearchSpace {
public:
    /// `units` lists the rows searched (any numbers below `positive.size()`); `positive[unit]` is 0 or 1.
    SearchSpace(std::span<const std::uint32_t> units, std::span<const std::uint8_t> positive);

    qint64 rows() const { return m_rows; }
    qint64 positives() const { return m_positives; }
    std::size_t conditions() const { return m_attribute.size(); }
    int attribute(std::size_t condition) const { return m_attribute[condition]; }

    /// Adds the condition that holds for the units `holds(unit)`; several of one attribute are never
    /// combined.
    template <class Holds>
    void add(int attribute, Holds holds) {
        BitBlock* row = grow(attribute);
        const auto fill = [&](BitBlock* to, std::size_t first, std::size_t last) {
            for (std::size_t i = first; i < last; i += 64) {
                std::uint64_t word = 0;
                for (std::size_t bit = 0; bit < std::min<std::size_t>(64, last - i); ++bit)
                    word |= std::uint64_t(holds(m_order[i + bit]) ? 1 : 0) << bit;
                to[(i - first) / 512].words[(i - first) / 64 % 8] = word;
            }
        };
        fill(row, 0, std::size_t(m_positives));
        fill(row + m_positiveBlocks, std::size_t(m_positives), m_order.size());
    }
    /// Adds one condition for every mask: unit u is in it when bit `code[u]` of the mask is set.
    void addCodes(int attribute, std::span<const std::uint8_t> code, std::span<const std::uint32_t> masks);

    std::size_t positiveBlocks() const { return m_positiveBlocks; }
    std::size_t otherBlocks() const { return m_otherBlocks; }
    const BitBlock* positivesOf(std::size_t condition) const {
        return m_blocks.data() + condition * (m_positiveBlocks + m_otherBlocks);
    }
    const BitBlock* othersOf(std::size_t condition) const {
        return positivesOf(condition) + m_positiveBlocks;
    }

private:
    BitBlock* grow(int attribute);

    qint64 m_rows = 0;
    qint64 m_positives = 0;
    std::size_t m_positiveBlocks = 0;
    std::size_t m_otherBlocks = 0;
    std::vector<std::uint32_t> m_order;  // units, positives first
    std::vector<std::uint32_t> m_place;  // bit of each in a row of blocks
    std::vector<int> m_attribute;
    std::vector<BitBlock> m_blocks;
};

/// A conjunction of conditions, ascending.
struct Conjunction {
    std::array<std::uint32_t, 3> condition{};
    int depth = 0;
    qint64 n = 0;
    qint64 positives = 0;
    double quality = 0;  ///< see qualityOf()
};

/// Conjunction::quality of so many positives among `n` of the units of a space.
double qualityOf(qint64 positives, qint64 n, SegmentQuality by, const SearchSpace& space);
/// The value of a quality, 0 to 1, of a conjunction found by it.
double valueOf(double quality, SegmentQuality by, const SearchSpace& space);
/// By how many standard errors so many positives among `n` units exceed what is expected of as many units
/// drawn without replacement (hypergeometric); 0 where nothing varies. Unlike a quality it compares small and
/// large sets as chance does.
double standardErrorsOf(qint64 positives, qint64 n, const SearchSpace& space);

struct SearchLimits {
    int depth = 3;  ///< 1 to 3
    std::size_t top = 100;
    qint64 least = 1;  ///< n of a conjunction
    unsigned threads = 0;
    SegmentQuality by = SegmentQuality::Wracc;
    /// Counts only what a conjunction gains over the best rate of its generalisations (and of all), so that
    /// what adds nothing to a simpler one is worth nothing (Grosskreutz et al. 2010; Lemmerich et al. 2013).
    bool generalisationAware = false;
    /// Looks for the most standardErrorsOf() instead of the best quality.
    bool mostStandardErrors = false;
    /// Conjunctions of one, two and three conditions with fewer standardErrorsOf() are passed over.
    std::array<double, 3> leastStandardErrors{};
};

/// The `top` conjunctions by a quality among those above 0, found by exhaustive search with the optimistic
/// estimate of Wrobel 1997: exact, whatever the threads and processor. Best first; ties go to fewer
/// conditions, then to the smaller conditions. Stops early, with less, when cancelled. Qualities are compared
/// scaled so that WRAcc is a whole number: positives x rows - n x all positives, divided by n^(1 - a).
std::vector<Conjunction> bestConjunctions(const SearchSpace& space, const SearchLimits& limits,
                                          const Job& job = {}, const BitKernel& kernel = bestBitKernel());

/// The `top` by a quality, then the `top` by what they gain over their generalisations that are not among
/// them, which the first hundreds of the former may all be variants of one of. All with their plain quality.
std::vector<Conjunction> bestBothWays(const SearchSpace& space, SearchLimits limits, const Job& job = {},
                                      const BitKernel& kernel = bestBitKernel());

}  // namespace icp
