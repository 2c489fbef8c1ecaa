#include "core/table/dictionary.h"

namespace icp {

std::uint32_t Dictionary::intern(std::string_view text) {
    if (const auto it = m_codes.find(text); it != m_codes.end()) return it->second;
    const std::uint32_t code = size();
    m_codes.emplace(m_texts.emplace_back(text), code);
    return code;
}

std::optional<std::uint32_t> Dictionary::find(std::string_view text) const {
    if (const auto it = m_codes.find(text); it != m_codes.end()) return it->second;
    return std::nullopt;
}

}  // namespace icp
