#include "core/rows/csv/delimiters.h"

#include <algorithm>

namespace icp {

namespace {

constexpr std::string_view usual = ",;\t|";
constexpr std::string_view rare = " :^~\x1F\x1E\x1D\x1C\x01\x02\x14#*!&$%@=+/\\";

bool mayBelong(char c) {
    const auto u = static_cast<unsigned char>(c);
    const bool word = (u >= '0' && u <= '9') || ((u | 0x20U) >= 'a' && (u | 0x20U) <= 'z') || u >= 0x80;
    return !word && std::string_view("\"'`\r\n.()-").find(c) == std::string_view::npos;
}

bool isDigit(std::string_view sample, std::size_t at) {
    return at < sample.size() && sample[at] >= '0' && sample[at] <= '9';
}

/// How often `c` stands beside itself in this share of its places, those within numbers and times aside:
/// 2 for "||", 3 for ":::", else 1.
std::size_t repeats(std::string_view sample, char c, double share) {
    std::size_t runs = 0;
    std::size_t multiples[5] = {};
    for (std::size_t at = sample.find(c); at != sample.npos; at = sample.find(c, at)) {
        const std::size_t end = std::min(sample.find_first_not_of(c, at), sample.size());
        const bool within = end - at == 1 && at > 0 && isDigit(sample, at - 1) && isDigit(sample, end);
        runs += within ? 0 : 1;
        for (std::size_t n = 2; n <= 4; ++n) multiples[n] += (end - at) % n == 0;
        at = end;
    }
    for (std::size_t n = 4; n >= 2; --n)
        if (runs >= 2 && double(multiples[n]) >= share * double(runs)) return n;
    return 1;
}

/// The sign that stands before (`step` -1) or after `core` in this share of its places, those within numbers
/// aside; 0 when there is none.
char neighbour(std::string_view sample, std::string_view core, int step, double share) {
    std::size_t counts[128] = {};
    std::size_t all = 0;
    for (std::size_t at = sample.find(core); at != sample.npos; at = sample.find(core, at + core.size())) {
        if (step < 0 && at == 0) continue;
        const std::size_t beside = step < 0 ? at - 1 : at + core.size();
        if (beside >= sample.size() || sample[beside] == '\n' || sample[beside] == '\r') continue;
        if (at > 0 && isDigit(sample, at - 1) && isDigit(sample, at + core.size())) continue;
        ++all;
        const auto u = static_cast<unsigned char>(sample[beside]);
        if (u < 128) ++counts[u];
    }
    const auto most = std::max_element(std::begin(counts), std::end(counts));
    const char c = char(most - std::begin(counts));
    return all >= 2 && double(*most) >= share * double(all) && mayBelong(c) ? c : char(0);
}

/// The sample without what stands between double quotes. A line whose quotes do not pair stays whole.
std::string outsideQuotes(std::string_view sample) {
    std::string outside;
    while (!sample.empty()) {
        const std::size_t end = std::min(sample.find('\n'), sample.size() - 1) + 1;
        const std::string_view line = sample.substr(0, end);
        sample.remove_prefix(end);
        if (std::count(line.begin(), line.end(), '"') % 2 != 0) {
            outside += line;
            continue;
        }
        bool inside = false;
        for (const char c : line) {
            if (c == '"')
                inside = !inside;
            else if (!inside)
                outside += c;
        }
    }
    return outside;
}

}  // namespace

std::vector<DelimiterCandidate> delimiterCandidates(std::string_view sample) {
    std::vector<DelimiterCandidate> found;
    const std::string bare = outsideQuotes(sample);
    const auto add = [&](char c, bool isRare) {
        if (sample.find(c) == sample.npos) return;
        const std::size_t times = c == ' ' ? 1 : repeats(sample, c, 0.95);
        std::string text(times, c);
        found.push_back({text, isRare && times == 1});
        if (c == ' ') return;
        // Where it also stands alone in words or times, both must be tried.
        if (const std::size_t often = repeats(sample, c, 0.5); times == 1 && often > 1)
            found.push_back({std::string(often, c), false});
        const std::string core = text;
        const auto longer = [&](std::string_view where, double share) {
            const char before = neighbour(where, core, -1, share);
            const char after = neighbour(where, core, 1, share);
            const std::string candidate = (before != c ? std::string(before != 0, before) : std::string()) +
                                          core +
                                          (after != c ? std::string(after != 0, after) : std::string());
            if (candidate.size() == core.size() || candidate == text) return;
            text = candidate;
            found.push_back({text, isRare});
        };
        longer(sample, 0.95);
        // Dates, amounts and lists hold commas without the blank that stands behind those between cells.
        if (bare.size() < sample.size()) longer(bare, 0.95);
        if (!isRare) longer(bare, 0.5);
    };
    for (const char c : usual) add(c, false);
    for (const char c : rare) add(c, true);
    for (const std::string_view sign : {"§", "¦", "¬", "¶", "þ"})
        if (sample.find(sign) != sample.npos) found.push_back({std::string(sign), true});
    return found;
}

}  // namespace icp
