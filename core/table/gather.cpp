#include "core/table/gather.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace icp {

namespace {

ColumnType commonType(std::span<const ColumnSlice> parts) {
    if (parts.size() == 1 && parts.front().column != nullptr) return parts.front().column->type();
    std::optional<ColumnType> common;
    bool coded = true;
    bool numbers = true;
    for (const ColumnSlice& part : parts) {
        if (part.column == nullptr || part.column->missing().count() == part.column->size()) continue;
        const ColumnType type = part.column->type();
        coded = coded && part.column->isCoded();
        numbers = numbers && part.column->isNumeric() && type != ColumnType::Date;
        if (!common)
            common = type;
        else if (*common != type)
            common = numbers ? ColumnType::Number : coded ? ColumnType::Category : ColumnType::Text;
    }
    return common.value_or(ColumnType::Text);
}

Column gatherNumbers(std::span<const ColumnSlice> parts, ColumnType type, Bitmap missing) {
    std::vector<double> values;
    values.reserve(missing.size());
    QString currency;
    for (const ColumnSlice& part : parts) {
        const bool usable = part.column != nullptr && part.column->isNumeric();
        if (usable && currency.isEmpty()) currency = part.column->currency();
        for (const std::uint32_t row : part.rows) values.push_back(usable ? part.column->numbers()[row] : 0);
    }
    return Column::numbers(type, std::move(values), std::move(missing), currency);
}

Column gatherCodes(std::span<const ColumnSlice> parts, ColumnType type, Bitmap missing) {
    std::vector<std::uint32_t> codes;
    codes.reserve(missing.size());
    Dictionary dictionary;
    for (const ColumnSlice& part : parts)
        for (const std::uint32_t row : part.rows) {
            const bool known = part.column != nullptr && !part.column->isMissing(row);
            if (!known)
                codes.push_back(0);
            else if (type == ColumnType::Boolean)
                codes.push_back(part.column->codes()[row]);
            else
                codes.push_back(dictionary.intern(part.column->display(row)));
        }
    return type == ColumnType::Boolean
               ? Column::booleans(std::move(codes), std::move(missing))
               : Column::categories(std::move(codes), std::move(dictionary), std::move(missing));
}

Column gatherElements(std::span<const ColumnSlice> parts, Bitmap missing) {
    std::vector<std::uint64_t> offsets{0};
    std::vector<std::uint32_t> elements;
    Dictionary dictionary;
    for (const ColumnSlice& part : parts)
        for (const std::uint32_t row : part.rows) {
            if (part.column != nullptr && !part.column->isMissing(row))
                for (const std::uint32_t code : part.column->elements(row))
                    elements.push_back(dictionary.intern(part.column->dictionary().at(code)));
            offsets.push_back(elements.size());
        }
    return Column::multi(std::move(offsets), std::move(elements), std::move(dictionary), std::move(missing));
}

Column gatherTexts(std::span<const ColumnSlice> parts, Bitmap missing) {
    std::vector<std::uint64_t> offsets{0};
    std::string bytes;
    for (const ColumnSlice& part : parts)
        for (const std::uint32_t row : part.rows) {
            if (part.column != nullptr) bytes += part.column->display(row);
            offsets.push_back(bytes.size());
        }
    return Column::texts(std::move(offsets), std::move(bytes), std::move(missing));
}

/// Every row, in order.
bool isWhole(const ColumnSlice& part) {
    return part.column != nullptr && part.rows.size() == part.column->size() &&
           std::adjacent_find(part.rows.begin(), part.rows.end(), std::greater_equal<>()) ==
               part.rows.end() &&
           (part.rows.empty() || part.rows.back() + 1 == part.rows.size());
}

}  // namespace

Column gather(std::span<const ColumnSlice> parts) {
    if (parts.size() == 1 && isWhole(parts.front())) return *parts.front().column;
    Bitmap missing;
    for (const ColumnSlice& part : parts)
        for (const std::uint32_t row : part.rows)
            missing.push_back(part.column == nullptr || part.column->isMissing(row));
    const ColumnType type = commonType(parts);
    switch (type) {
        case ColumnType::Number:
        case ColumnType::Money:
        case ColumnType::Percent:
        case ColumnType::Date:
            return gatherNumbers(parts, type, std::move(missing));
        case ColumnType::Category:
        case ColumnType::Boolean:
            return gatherCodes(parts, type, std::move(missing));
        case ColumnType::Multi:
            return gatherElements(parts, std::move(missing));
        case ColumnType::Text:
            break;
    }
    return gatherTexts(parts, std::move(missing));
}

}  // namespace icp
