#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace icp {

/// The distinct texts of a column, each with its code: 0, 1, 2 ... in order of first appearance. UTF-8.
/// Move-only; columns share it as `std::shared_ptr<const Dictionary>`.
class Dictionary {
public:
    Dictionary() = default;
    Dictionary(Dictionary&&) noexcept = default;
    Dictionary& operator=(Dictionary&&) noexcept = default;

    /// The code of `text`, added when it is new.
    std::uint32_t intern(std::string_view text);
    std::optional<std::uint32_t> find(std::string_view text) const;
    std::string_view at(std::uint32_t code) const { return m_texts[code]; }
    std::uint32_t size() const { return std::uint32_t(m_texts.size()); }

private:
    std::deque<std::string> m_texts;  // a deque, because the map's keys point into it
    std::unordered_map<std::string_view, std::uint32_t> m_codes;
};

}  // namespace icp
