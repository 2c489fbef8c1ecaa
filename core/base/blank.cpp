#include "core/base/blank.h"

#include <array>

namespace icp {

namespace {

constexpr std::array<std::string_view, 5> spaces{" ", "\t", "\u00A0", "\u202F", "\u2009"};

}  // namespace

std::size_t spaceAt(std::string_view text) {
    for (const std::string_view space : spaces)
        if (text.substr(0, space.size()) == space) return space.size();
    return 0;
}

std::string_view blanks::cut(std::string_view text) {
    while (const std::size_t size = spaceAt(text)) text.remove_prefix(size);
    for (bool again = true; again && !text.empty();) {
        again = false;
        for (const std::string_view space : spaces)
            if (text.size() >= space.size() && text.substr(text.size() - space.size()) == space) {
                text.remove_suffix(space.size());
                again = true;
            }
    }
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        return trimmed(text.substr(0, text.size() - 1));
    while (!text.empty() && (text.front() == '\n' || text.front() == '\r')) return trimmed(text.substr(1));
    return text;
}

}  // namespace icp
