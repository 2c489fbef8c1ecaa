#include "core/rows/csvtokens.h"

#include <algorithm>
#include <array>
#include <map>

namespace icp {

namespace {

constexpr std::size_t rowsLookedAt = 200;

/// Whether a cell looks as if another delimiter should have cut it.
bool looksUncut(std::string_view cell) {
    if (cell.find_first_of(";\t|") != cell.npos) return true;
    const std::size_t comma = cell.find(',');
    if (comma == cell.npos || comma + 1 == cell.size()) return comma != cell.npos;
    const char next = cell[comma + 1];
    return next != ' ' && (next < '0' || next > '9');
}

struct Cut {
    double score = 0;
    std::size_t width = 0;
};

/// How well `delimiter` cuts the sample: the share of rows that have the most common number of cells, times
/// the share of cells that look whole.
Cut cut(std::string_view sample, char delimiter) {
    RowBatch batch;
    batch.text = sample;
    splitCsv(batch, {delimiter});
    const std::size_t rows = std::min(batch.rows(), rowsLookedAt);
    std::map<std::size_t, std::size_t> widths;
    std::size_t uncut = 0;
    std::size_t cells = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        ++widths[batch.width(row)];
        cells += batch.width(row);
        for (std::size_t column = 0; column < batch.width(row); ++column)
            uncut += looksUncut(batch.cell(row, column).text);
    }
    const auto common = std::max_element(widths.begin(), widths.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second < b.second : a.first < b.first;
    });
    if (common == widths.end() || common->first < 2) return {};
    const double even = double(common->second) / double(rows);
    const double whole = 1 - double(uncut) / double(cells);
    const double first = batch.width(0) == common->first ? 1.0 : 0.9;
    return {even * whole * first, common->first};
}

char best(std::string_view sample, std::string_view candidates, double atLeast, std::size_t minWidth) {
    char found = 0;
    Cut leader;
    for (const char candidate : candidates) {
        const Cut now = cut(sample, candidate);
        if (now.score < atLeast || now.width < minWidth) continue;
        const bool better =
            now.score > leader.score + 0.05 || (now.score > leader.score - 0.05 && now.width > leader.width);
        if (found == 0 || better) {
            found = candidate;
            leader = now;
        }
    }
    return found;
}

}  // namespace

char detectDelimiter(std::string_view sample) {
    constexpr std::string_view usual = ",;\t|";
    constexpr std::string_view rare = "^~:\x1F\x01";
    if (const char found = best(sample, usual, 0.5, 2)) return found;
    if (const char found = best(sample, rare, 0.8, 2)) return found;
    // Ragged through and through: the one that cuts at all.
    if (const char found = best(sample, usual, 0.05, 2)) return found;
    return ',';
}

}  // namespace icp
