#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace icp {

/// A set of row numbers below size(), one bit a row. Bits past size() are always 0.
class Bitmap {
public:
    Bitmap() = default;
    explicit Bitmap(std::size_t size, bool value = false);

    std::size_t size() const { return m_size; }
    bool test(std::size_t row) const { return m_words[row / 64] >> (row % 64) & 1U; }
    void set(std::size_t row) { m_words[row / 64] |= std::uint64_t(1) << (row % 64); }
    void reset(std::size_t row) { m_words[row / 64] &= ~(std::uint64_t(1) << (row % 64)); }
    void assign(std::size_t row, bool value) { value ? set(row) : reset(row); }
    void push_back(bool value);

    std::size_t count() const;
    bool any() const;
    /// Rows in both, without building the intersection. Sizes must be equal.
    std::size_t countAnd(const Bitmap& other) const;

    Bitmap& operator&=(const Bitmap& other);
    Bitmap& operator|=(const Bitmap& other);
    /// Removes the rows of `other`.
    Bitmap& operator-=(const Bitmap& other);
    Bitmap operator~() const;
    friend Bitmap operator&(Bitmap a, const Bitmap& b) { return a &= b; }
    friend Bitmap operator|(Bitmap a, const Bitmap& b) { return a |= b; }
    friend Bitmap operator-(Bitmap a, const Bitmap& b) { return a -= b; }
    friend bool operator==(const Bitmap&, const Bitmap&) = default;

    std::span<const std::uint64_t> words() const { return m_words; }

    /// Calls `body(row)` for every row in the set, ascending.
    template <class Body>
    void forEach(Body body) const
    {
        for (std::size_t w = 0; w < m_words.size(); ++w)
            for (std::uint64_t bits = m_words[w]; bits != 0; bits &= bits - 1)
                body(w * 64 + std::size_t(std::countr_zero(bits)));
    }

private:
    void clearTail();

    std::size_t m_size = 0;
    std::vector<std::uint64_t> m_words;
};

}  // namespace icp
