#include "core/import/columnfacts.h"

#include "core/base/text.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace icp {

namespace {

template <class Value, class At>
std::size_t countDistinct(const Column& column, std::size_t most, At at) {
    std::unordered_set<Value> seen;
    for (std::size_t row = 0; row < column.size() && seen.size() <= most; ++row)
        if (!column.isMissing(row)) seen.insert(at(row));
    return seen.size();
}

std::size_t countUsed(const Column& column) {
    std::vector<bool> used(column.dictionary().size());
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.isMissing(row)) continue;
        if (column.isCoded()) {
            used[column.codes()[row]] = true;
        } else {
            for (const std::uint32_t code : column.elements(row)) used[code] = true;
        }
    }
    return std::size_t(std::count(used.begin(), used.end(), true));
}

}  // namespace

ColumnFacts factsOf(const Column& column, std::size_t most) {
    ColumnFacts facts;
    facts.known = column.size() - column.missing().count();
    for (std::size_t row = 0; row < column.size() && facts.known > 0; ++row) {
        if (column.isMissing(row)) continue;
        facts.first = column.display(row);
        break;
    }
    if (column.type() == ColumnType::Text)
        facts.distinct =
            countDistinct<std::string_view>(column, most, [&](std::size_t row) { return column.text(row); });
    else if (column.isNumeric())
        facts.distinct =
            countDistinct<double>(column, most, [&](std::size_t row) { return column.numbers()[row]; });
    else
        facts.distinct = countUsed(column);
    return facts;
}

double distinctShare(const Column& column) {
    std::unordered_set<std::string> seen;
    std::size_t known = 0;
    for (std::size_t row = 0; row < std::min<std::size_t>(column.size(), 50'000); ++row) {
        if (column.isMissing(row)) continue;
        seen.insert(column.display(row));
        ++known;
    }
    return known == 0 ? 1 : double(seen.size()) / double(known);
}

bool nearlyUnique(const Column& column) {
    return column.missing().count() < column.size() && distinctShare(column) >= 0.8;
}

QStringList levelsOf(const Column& column, std::size_t most) {
    QStringList levels;
    if (column.isCoded()) {
        for (std::uint32_t code = 0; code < column.dictionary().size() && std::size_t(levels.size()) <= most;
             ++code)
            levels << toQString(column.dictionary().at(code));
    } else if (column.type() == ColumnType::Text) {
        std::unordered_set<std::string_view> seen;
        for (std::size_t row = 0; row < column.size() && seen.size() <= most; ++row)
            if (!column.isMissing(row) && seen.insert(column.text(row)).second)
                levels << toQString(column.text(row));
    }
    if (std::size_t(levels.size()) > most) levels.clear();
    return levels;
}

}  // namespace icp
