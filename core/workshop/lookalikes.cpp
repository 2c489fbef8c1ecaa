#include "core/workshop/lookalikes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace icp {

namespace {

/// The share of known values below each, those equal to it half.
std::vector<float> places(const Column& column) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t row = 0; row < column.size(); ++row)
        if (!column.isMissing(row)) order.push_back(row);
    const auto numbers = column.numbers();
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return numbers[a] < numbers[b]; });
    std::vector<float> result(column.size(), 0);
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i;
        while (end < order.size() && numbers[order[end]] == numbers[order[i]]) ++end;
        const float place = float(double(i + end) / 2 / double(order.size()));
        for (; i < end; ++i) result[order[i]] = place;
    }
    return result;
}

float jaccard(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    const auto common = std::count_if(a.begin(), a.end(), [&](std::uint32_t code) {
        return std::find(b.begin(), b.end(), code) != b.end();
    });
    const auto either = std::ptrdiff_t(a.size() + b.size()) - common;
    return either == 0 ? 1 : float(common) / float(either);
}

}  // namespace

Similarity::Similarity(const Dataset& dataset, const QStringList& attributes) {
    for (const Attribute& attribute : dataset.accounts.attributes) {
        const bool wanted = attributes.isEmpty() ? attribute.use == AttributeUse::Feature
                                                 : attributes.contains(attribute.name);
        const Column& column = dataset.column(attribute);
        if (!wanted || column.type() == ColumnType::Text) continue;
        m_parts.push_back({column, column.isNumeric() ? places(column) : std::vector<float>()});
    }
}

std::optional<float> Similarity::alike(const Part& part, std::uint32_t a, std::uint32_t b) {
    const Column& column = part.column;
    if (column.isMissing(a) || column.isMissing(b)) return std::nullopt;
    if (column.isNumeric()) return 1 - std::abs(part.place[a] - part.place[b]);
    if (column.isCoded()) return column.codes()[a] == column.codes()[b] ? 1.0F : 0.0F;
    return jaccard(column.elements(a), column.elements(b));
}

LookAlike Similarity::between(std::uint32_t a, std::uint32_t b) const {
    LookAlike result{b};
    for (const Part& part : m_parts)
        if (const auto one = alike(part, a, b)) {
            result.similarity += double(*one);
            ++result.compared;
        }
    if (result.compared > 0) result.similarity /= result.compared;
    return result;
}

std::vector<LookAlike> Similarity::nearest(std::uint32_t account, const Bitmap& among,
                                           std::size_t count) const {
    const auto known = std::count_if(m_parts.begin(), m_parts.end(),
                                     [&](const Part& part) { return !part.column.isMissing(account); });
    std::vector<LookAlike> result;
    among.forEach([&](std::size_t other) {
        if (other == account) return;
        const LookAlike one = between(account, std::uint32_t(other));
        if (one.compared > 0 && 2 * one.compared >= known) result.push_back(one);
    });
    const std::size_t first = std::min(count, result.size());
    std::partial_sort(result.begin(), result.begin() + std::ptrdiff_t(first), result.end(),
                      [](const LookAlike& a, const LookAlike& b) {
                          return a.similarity != b.similarity ? a.similarity > b.similarity
                                                              : a.account < b.account;
                      });
    result.resize(first);
    return result;
}

}  // namespace icp
