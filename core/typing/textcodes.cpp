#include "core/typing/textcodes.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace icp {

namespace {

/// Multiply and fold eight bytes at a time (as wyhash does, Wang Yi 2019); the value never leaves the
/// process.
std::uint32_t hashOf(std::string_view text) {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;
    std::uint64_t hash = text.size() * factor;
    const auto mix = [&](std::uint64_t word) {
        hash = (hash ^ word) * factor;
        hash ^= hash >> 29;
    };
    std::uint64_t word = 0;
    for (; text.size() >= sizeof word; text.remove_prefix(sizeof word)) {
        std::memcpy(&word, text.data(), sizeof word);
        mix(word);
    }
    word = 0;
    if (!text.empty()) std::memcpy(&word, text.data(), text.size());
    mix(word);
    return std::uint32_t(hash >> 32);
}

}  // namespace

TextCodes::TextCodes(std::size_t expected) : m_slots(std::bit_ceil(std::max<std::size_t>(64, expected))) {}

std::size_t TextCodes::slotOf(std::string_view text, std::uint32_t hash) const {
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    for (; m_slots[slot] != 0; slot = (slot + 1) & mask) {
        const std::uint32_t code = m_slots[slot] - 1;
        if (m_hashes[code] == hash && m_texts[code] == text) break;
    }
    return slot;
}

std::uint32_t TextCodes::find(std::string_view text) const {
    const std::size_t slot = slotOf(text, hashOf(text));
    return m_slots[slot] == 0 ? std::uint32_t(m_texts.size()) : m_slots[slot] - 1;
}

std::uint32_t TextCodes::intern(std::string_view text) {
    const std::uint32_t hash = hashOf(text);
    const std::size_t slot = slotOf(text, hash);
    if (m_slots[slot] != 0) return m_slots[slot] - 1;
    const auto code = std::uint32_t(m_texts.size());
    m_texts.push_back(text);
    m_hashes.push_back(hash);
    m_slots[slot] = code + 1;
    if (m_texts.size() * 2 > m_slots.size()) grow();
    return code;
}

void TextCodes::grow() {
    m_slots.assign(m_slots.size() * 2, 0);
    const std::size_t mask = m_slots.size() - 1;
    for (std::uint32_t code = 0; code < m_texts.size(); ++code) {
        std::size_t slot = m_hashes[code] & mask;
        while (m_slots[slot] != 0) slot = (slot + 1) & mask;
        m_slots[slot] = code + 1;
    }
}

}  // namespace icp
