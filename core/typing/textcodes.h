#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace icp {

/// Codes for the distinct texts of one batch, in order of first appearance. The texts must outlive it.
class TextCodes {
public:
    explicit TextCodes(std::size_t expected);

    std::uint32_t intern(std::string_view text);
    /// The code of a text; the number of texts when it has none yet.
    std::uint32_t find(std::string_view text) const;
    std::string_view text(std::uint32_t code) const { return m_texts[code]; }
    std::vector<std::string_view> take() { return std::move(m_texts); }

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t next = 0;  ///< code + 1; 0 = free
    };
    void grow();
    /// Where the text is, or would be.
    std::size_t slotOf(std::string_view text, std::uint32_t hash) const;

    std::vector<Slot> m_slots;  ///< a power of two of them
    std::vector<std::string_view> m_texts;
};

}  // namespace icp
