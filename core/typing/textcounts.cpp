#include "core/typing/textcounts.h"

#include <algorithm>
#include <cstring>

namespace icp {

namespace {

constexpr std::size_t smallestBlock = 1 << 10;
constexpr std::size_t largestBlock = 1 << 16;
constexpr std::size_t mostBlocks = 24;  // a little above a megabyte

}  // namespace

std::string_view TextCounts::keep(std::string_view text) {
    if (text.size() > m_room) {
        const std::size_t size =
            std::min(largestBlock, smallestBlock << std::min<std::size_t>(m_blocks.size(), 6));
        if (text.size() > size || m_blocks.size() == mostBlocks) return {};
        m_blocks.push_back(std::make_unique_for_overwrite<char[]>(size));
        m_free = m_blocks.back().get();
        m_room = size;
    }
    char* const place = m_free;
    m_free += text.size();
    std::memcpy(place, text.data(), text.size());
    m_room -= text.size();
    return {place, text.size()};
}

bool TextCounts::add(std::string_view text, CellKind kind) {
    const auto code = m_codes.find(text);
    if (code < m_seen.size()) {
        if (m_seen[code].kind != kind) return false;
        ++m_seen[code].count;
        return true;
    }
    const std::string_view kept = keep(text);
    if (kept.size() != text.size()) return false;
    m_codes.intern(kept);
    m_seen.push_back({kind, 1});
    return true;
}

}  // namespace icp
