#include "core/base/placeholder.h"

#include "core/base/blank.h"

#include <algorithm>
#include <array>

namespace icp {

namespace {

/// Sorted; lower case as far as ASCII goes.
constexpr std::array<std::string_view, 63> words{"#n/a",
                                                 "#na",
                                                 "#null!",
                                                 "(blank)",
                                                 "(empty)",
                                                 "(leer)",
                                                 "(none)",
                                                 "(null)",
                                                 "(unknown)",
                                                 "-",
                                                 "--",
                                                 "---",
                                                 "-/-",
                                                 ".",
                                                 "..",
                                                 "...",
                                                 "/",
                                                 "<blank>",
                                                 "<empty>",
                                                 "<na>",
                                                 "<none>",
                                                 "<null>",
                                                 "?",
                                                 "??",
                                                 "???",
                                                 "[null]",
                                                 "\\n",
                                                 "desconhecido",
                                                 "desconocido",
                                                 "entfällt",
                                                 "inconnu",
                                                 "k. a.",
                                                 "k.a.",
                                                 "keine angabe",
                                                 "leer",
                                                 "missing",
                                                 "n. a.",
                                                 "n. v.",
                                                 "n.a",
                                                 "n.a.",
                                                 "n.d.",
                                                 "n.v.",
                                                 "n/a",
                                                 "n/d",
                                                 "na",
                                                 "nan",
                                                 "nil",
                                                 "no data",
                                                 "none",
                                                 "not available",
                                                 "not provided",
                                                 "not set",
                                                 "not specified",
                                                 "null",
                                                 "não informado",
                                                 "please select",
                                                 "select",
                                                 "tbd",
                                                 "unbekannt",
                                                 "undefined",
                                                 "unknown",
                                                 "unspecified",
                                                 "不明"};
static_assert(std::is_sorted(words.begin(), words.end()));

constexpr std::size_t longest = 16;

}  // namespace

bool isPlaceholder(std::string_view text) {
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    // Most texts are none, and most of these show it by their length or an end.
    const bool bare = !text.empty() && text.front() > '-' && text.front() <= '~';
    if (text.empty() || isDigit(text.back()) || (bare && text.size() > longest && text.back() > ' '))
        return false;
    text = trimmed(text);
    if (!text.empty() && isDigit(text.front())) return false;
    if (text.empty() || text.size() > longest + 8) return false;
    // "-- Select --", "- None -": a word between dashes.
    const std::size_t from = text.find_first_not_of('-');
    if (from != text.npos && from > 0 && text.back() == '-')
        text = trimmed(text.substr(from, text.find_last_not_of('-') + 1 - from));
    if (text == "–" || text == "—") return true;
    std::array<char, longest> folded{};
    if (text.size() > longest) return false;
    std::transform(text.begin(), text.end(), folded.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return std::binary_search(words.begin(), words.end(), std::string_view(folded.data(), text.size()));
}

}  // namespace icp
