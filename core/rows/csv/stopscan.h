#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace icp {

/// Finds the next of four bytes in a text, 64 bytes at a time: the positions of all of them in a block
/// become the bits of a word, so that short cells cost a few instructions each (as simdjson does it,
/// Langdale and Lemire 2019). Asked for positions in any order; cheap when they rise.
class StopScan {
public:
    StopScan(std::string_view text, char a, char b, char c, char d)
        : m_begin(text.data()), m_size(text.size()), m_stops{a, b, c, d} {}

    /// The first stop at or after `at`, the end of the text when there is none.
    const char* next(const char* at) {
        const auto position = std::size_t(at - m_begin);
        if (position >= m_size) return m_begin + m_size;
        if (position / 64 != m_block) load(position / 64);
        std::uint64_t bits = m_bits & (~std::uint64_t(0) << (position % 64));
        if (bits == 0 && (bits = later()) == 0) return m_begin + m_size;
        return m_begin + m_block * 64 + std::size_t(std::countr_zero(bits));
    }

private:
    /// The stops of the next block that has any; 0 when there is none.
    std::uint64_t later() {
        while ((m_block + 1) * 64 < m_size) {
            load(m_block + 1);
            if (m_bits != 0) return m_bits;
        }
        return 0;
    }

    void load(std::size_t block) {
        m_block = block;
        const char* from = m_begin + block * 64;
        if ((block + 1) * 64 <= m_size) {
            m_bits = bitsOf(from);
            return;
        }
        // The last block may be short: the rest of its copy is no stop that counts.
        char copy[64] = {};
        const std::size_t left = m_size - block * 64;
        std::memcpy(copy, from, left);
        m_bits = bitsOf(copy) & ((std::uint64_t(1) << left) - 1);
    }

#if defined(__SSE2__)
    std::uint64_t bitsOf(const char* from) const {
        std::uint64_t bits = 0;
        for (int part = 0; part < 4; ++part) {
            const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + 16 * part));
            __m128i hits = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(m_stops[0]));
            for (int i = 1; i < 4; ++i)
                hits = _mm_or_si128(hits, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(m_stops[i])));
            bits |= std::uint64_t(std::uint32_t(_mm_movemask_epi8(hits))) << (16 * part);
        }
        return bits;
    }
#else
    std::uint64_t bitsOf(const char* from) const {
        std::uint64_t bits = 0;
        for (unsigned i = 0; i < 64; ++i) {
            const char c = from[i];
            const bool stop = c == m_stops[0] || c == m_stops[1] || c == m_stops[2] || c == m_stops[3];
            bits |= std::uint64_t(stop) << i;
        }
        return bits;
    }
#endif

    const char* m_begin;
    std::size_t m_size;
    char m_stops[4];
    std::size_t m_block = ~std::size_t(0);
    std::uint64_t m_bits = 0;
};

}  // namespace icp
