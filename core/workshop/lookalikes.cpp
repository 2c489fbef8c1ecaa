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

/// As places(), of a number that no account need have.
float placeOf(const Column& column, double number) {
    std::size_t below = 0;
    std::size_t equal = 0;
    std::size_t known = 0;
    const auto numbers = column.numbers();
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.isMissing(row)) continue;
        ++known;
        below += numbers[row] < number ? 1 : 0;
        equal += numbers[row] == number ? 1 : 0;
    }
    return known == 0 ? 0 : float((double(below) + double(equal) / 2) / double(known));
}

/// Of those that share enough with what knows `known` attributes, the `count` most alike.
std::vector<LookAlike> mostAlike(std::vector<LookAlike> all, std::ptrdiff_t known, std::size_t count) {
    std::erase_if(all, [&](const LookAlike& one) { return one.compared == 0 || 2 * one.compared < known; });
    const std::size_t first = std::min(count, all.size());
    std::partial_sort(all.begin(), all.begin() + std::ptrdiff_t(first), all.end(),
                      [](const LookAlike& a, const LookAlike& b) {
                          return a.similarity != b.similarity ? a.similarity > b.similarity
                                                              : a.account < b.account;
                      });
    all.resize(first);
    return all;
}

}  // namespace

Similarity::Similarity(const Dataset& dataset, const QStringList& attributes, const Job& job) {
    for (const Attribute& attribute : dataset.accounts.attributes) {
        if (job.cancelled()) return;
        const bool wanted = attributes.isEmpty() ? attribute.use == AttributeUse::Feature
                                                 : attributes.contains(attribute.name);
        const Column& column = dataset.column(attribute);
        if (!wanted || column.type() == ColumnType::Text) continue;
        m_parts.push_back(
            {attribute.name, column, column.isNumeric() ? places(column) : std::vector<float>()});
    }
}

std::optional<float> Similarity::alike(const Part& part, std::uint32_t a, std::uint32_t b) {
    const Column& column = part.column;
    if (column.isMissing(a) || column.isMissing(b)) return std::nullopt;
    if (column.isNumeric()) return 1 - std::abs(part.place[a] - part.place[b]);
    if (column.isCoded()) return column.codes()[a] == column.codes()[b] ? 1.0F : 0.0F;
    return jaccard(column.elements(a), column.elements(b));
}

std::optional<float> Similarity::alike(const Standing& one, std::uint32_t other) {
    const Column& column = one.part->column;
    if (column.isMissing(other)) return std::nullopt;
    if (column.isNumeric()) return 1 - std::abs(one.place - one.part->place[other]);
    if (column.isCoded())
        return std::find(one.codes.begin(), one.codes.end(), column.codes()[other]) != one.codes.end() ? 1.0F
                                                                                                       : 0.0F;
    const auto has = column.elements(other);
    const auto shared = std::count_if(one.codes.begin(), one.codes.end(), [&](std::uint32_t code) {
        return std::find(has.begin(), has.end(), code) != has.end();
    });
    return float(shared) / float(std::max<std::size_t>(one.levels, 1));
}

Similarity::Standing Similarity::standing(const Part& part, const Trait& trait) {
    Standing result{&part, 0, std::size_t(trait.levels.size())};
    if (part.column.isNumeric()) {
        result.place = placeOf(part.column, trait.number);
        return result;
    }
    for (const QString& level : trait.levels)
        if (const auto code = part.column.dictionary().find(level.toStdString()))
            result.codes.push_back(*code);
    return result;
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
    std::vector<LookAlike> all;
    among.forEach([&](std::size_t other) {
        if (other != account) all.push_back(between(account, std::uint32_t(other)));
    });
    return mostAlike(std::move(all), known, count);
}

std::vector<LookAlike> Similarity::nearest(const std::vector<Trait>& traits, const Bitmap& among,
                                           std::size_t count, const Job& job) const {
    std::vector<Standing> standings;
    for (const Trait& trait : traits)
        for (const Part& part : m_parts)
            if (part.attribute == trait.attribute) standings.push_back(standing(part, trait));
    std::vector<LookAlike> all;
    Steps steps(job);
    among.forEach([&](std::size_t other) {
        if (steps.cancelled()) return;
        LookAlike one{std::uint32_t(other)};
        for (const Standing& standing : standings)
            if (const auto part = alike(standing, std::uint32_t(other))) {
                one.similarity += double(*part);
                ++one.compared;
            }
        if (one.compared > 0) one.similarity /= one.compared;
        all.push_back(one);
    });
    if (steps.cancelled()) return {};
    return mostAlike(std::move(all), std::ptrdiff_t(standings.size()), count);
}

}  // namespace icp
