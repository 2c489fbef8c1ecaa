#include "core/table/bitmap.h"

#include <algorithm>

namespace icp {

Bitmap::Bitmap(std::size_t size, bool value)
    : m_size(size), m_words((size + 63) / 64, value ? ~std::uint64_t(0) : 0) {
    clearTail();
}

void Bitmap::clearTail() {
    if (m_size % 64 != 0) m_words.back() &= (std::uint64_t(1) << (m_size % 64)) - 1;
}

void Bitmap::push_back(bool value) {
    if (m_size % 64 == 0) m_words.push_back(0);
    ++m_size;
    if (value) set(m_size - 1);
}

std::size_t Bitmap::count() const {
    std::size_t n = 0;
    for (const std::uint64_t word : m_words) n += std::size_t(std::popcount(word));
    return n;
}

bool Bitmap::any() const {
    return std::any_of(m_words.begin(), m_words.end(), [](std::uint64_t word) { return word != 0; });
}

std::size_t Bitmap::countAnd(const Bitmap& other) const {
    std::size_t n = 0;
    for (std::size_t i = 0; i < m_words.size(); ++i)
        n += std::size_t(std::popcount(m_words[i] & other.m_words[i]));
    return n;
}

Bitmap& Bitmap::operator&=(const Bitmap& other) {
    for (std::size_t i = 0; i < m_words.size(); ++i) m_words[i] &= other.m_words[i];
    return *this;
}

Bitmap& Bitmap::operator|=(const Bitmap& other) {
    for (std::size_t i = 0; i < m_words.size(); ++i) m_words[i] |= other.m_words[i];
    return *this;
}

Bitmap& Bitmap::operator-=(const Bitmap& other) {
    for (std::size_t i = 0; i < m_words.size(); ++i) m_words[i] &= ~other.m_words[i];
    return *this;
}

Bitmap Bitmap::operator~() const {
    Bitmap result(*this);
    for (std::uint64_t& word : result.m_words) word = ~word;
    if (!result.m_words.empty()) result.clearTail();
    return result;
}

}  // namespace icp
