#include "core/typing/textcodes.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace icp {

namespace {

template <class Word>
Word load(const char* at) {
    Word word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// Fewer than eight bytes as a number, each text of a length as another one.
std::uint64_t shortWord(std::string_view text) {
    const char* data = text.data();
    const std::size_t size = text.size();
    if (size >= 4)
        return std::uint64_t(load<std::uint32_t>(data)) << 32 | load<std::uint32_t>(data + size - 4);
    if (size == 0) return 0;
    const auto byte = [&](std::size_t i) { return std::uint64_t(static_cast<unsigned char>(data[i])); };
    return byte(0) << 16 | byte(size / 2) << 8 | byte(size - 1);
}

/// Multiply and fold eight bytes at a time (as wyhash does, Wang Yi 2019); the value never leaves the
/// process.
std::uint32_t hashOf(std::string_view text) {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;
    std::uint64_t hash = text.size() * factor;
    const auto mix = [&](std::uint64_t word) {
        hash = (hash ^ word) * factor;
        hash ^= hash >> 29;
    };
    constexpr std::size_t step = sizeof(std::uint64_t);
    if (text.size() < step) {
        mix(shortWord(text));
    } else {
        const char* last = text.data() + text.size() - step;
        for (const char* at = text.data(); at < last; at += step) mix(load<std::uint64_t>(at));
        mix(load<std::uint64_t>(last));
    }
    return std::uint32_t(hash >> 32);
}

/// Most texts are short: they are compared without a call.
bool same(std::string_view a, std::string_view b) {
    const std::size_t size = a.size();
    if (size != b.size()) return false;
    constexpr std::size_t step = sizeof(std::uint64_t);
    if (size < step) return shortWord(a) == shortWord(b);
    if (size > 2 * step) return std::memcmp(a.data(), b.data(), size) == 0;
    return load<std::uint64_t>(a.data()) == load<std::uint64_t>(b.data()) &&
           load<std::uint64_t>(a.data() + size - step) == load<std::uint64_t>(b.data() + size - step);
}

}  // namespace

TextCodes::TextCodes(std::size_t expected) : m_slots(std::bit_ceil(std::max<std::size_t>(64, expected))) {}

std::size_t TextCodes::slotOf(std::string_view text, std::uint32_t hash) const {
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hash & mask;
    for (; m_slots[at].next != 0; at = (at + 1) & mask)
        if (m_slots[at].hash == hash && same(m_texts[m_slots[at].next - 1], text)) break;
    return at;
}

std::uint32_t TextCodes::find(std::string_view text) const {
    const Slot slot = m_slots[slotOf(text, hashOf(text))];
    return slot.next == 0 ? std::uint32_t(m_texts.size()) : slot.next - 1;
}

std::uint32_t TextCodes::intern(std::string_view text) {
    const std::uint32_t hash = hashOf(text);
    Slot& slot = m_slots[slotOf(text, hash)];
    if (slot.next != 0) return slot.next - 1;
    m_texts.push_back(text);
    const auto next = std::uint32_t(m_texts.size());
    slot = {hash, next};
    if (m_texts.size() * 2 > m_slots.size()) grow();
    return next - 1;
}

void TextCodes::grow() {
    const std::vector<Slot> before = std::exchange(m_slots, std::vector<Slot>(m_slots.size() * 2));
    const std::size_t mask = m_slots.size() - 1;
    for (const Slot& slot : before) {
        if (slot.next == 0) continue;
        std::size_t at = slot.hash & mask;
        while (m_slots[at].next != 0) at = (at + 1) & mask;
        m_slots[at] = slot;
    }
}

}  // namespace icp
