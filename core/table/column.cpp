#include "core/table/column.h"

#include "core/base/names.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace icp {

namespace {
constexpr Names<ColumnType, 8> typeNames{
    {"text", "category", "number", "money", "percent", "date", "boolean", "multi"}};
}

QString typeName(ColumnType type) { return typeNames.of(type); }

ColumnType typeFromName(QStringView name) { return typeNames.find(name, ColumnType::Text); }

Column::Column() : Column(ColumnType::Text, Data{Bitmap(), Texts{{0}, {}}}) {}

Column::Column(ColumnType type, Data data)
    : m_type(type), m_data(std::make_shared<const Data>(std::move(data))) {}

Column Column::texts(std::vector<std::uint64_t> offsets, std::string bytes, Bitmap missing) {
    return {ColumnType::Text, Data{std::move(missing), Texts{std::move(offsets), std::move(bytes)}}};
}

Column Column::texts(const std::vector<std::string>& cells, Bitmap missing) {
    std::vector<std::uint64_t> offsets{0};
    std::string bytes;
    for (const std::string& cell : cells) {
        bytes += cell;
        offsets.push_back(bytes.size());
    }
    return texts(std::move(offsets), std::move(bytes), std::move(missing));
}

Column Column::categories(std::vector<std::uint32_t> codes, Dictionary dictionary, Bitmap missing) {
    return {ColumnType::Category, Data{std::move(missing), Codes{std::move(codes), std::move(dictionary)}}};
}

Column Column::booleans(std::vector<std::uint32_t> codes, Bitmap missing) {
    Dictionary dictionary;
    dictionary.intern("no");
    dictionary.intern("yes");
    return {ColumnType::Boolean, Data{std::move(missing), Codes{std::move(codes), std::move(dictionary)}}};
}

Column Column::numbers(ColumnType type, std::vector<double> values, Bitmap missing, QString currency) {
    return {type, Data{std::move(missing), Numbers{std::move(values), std::move(currency)}}};
}

Column Column::multi(std::vector<std::uint64_t> offsets, std::vector<std::uint32_t> elements,
                     Dictionary dictionary, Bitmap missing) {
    return {ColumnType::Multi, Data{std::move(missing), Elements{std::move(offsets), std::move(elements),
                                                                 std::move(dictionary)}}};
}

std::size_t Column::size() const { return m_data->missing.size(); }

const Bitmap& Column::missing() const { return m_data->missing; }

bool Column::isNumeric() const { return std::holds_alternative<Numbers>(m_data->values); }

std::span<const std::uint32_t> Column::codes() const { return std::get<Codes>(m_data->values).codes; }

const Dictionary& Column::dictionary() const {
    if (const Elements* elements = std::get_if<Elements>(&m_data->values)) return elements->dictionary;
    return std::get<Codes>(m_data->values).dictionary;
}

std::span<const double> Column::numbers() const { return std::get<Numbers>(m_data->values).values; }

const QString& Column::currency() const { return std::get<Numbers>(m_data->values).currency; }

std::string_view Column::text(std::size_t row) const {
    const Texts& texts = std::get<Texts>(m_data->values);
    return std::string_view(texts.bytes)
        .substr(texts.offsets[row], texts.offsets[row + 1] - texts.offsets[row]);
}

std::span<const std::uint32_t> Column::elements(std::size_t row) const {
    const Elements& data = std::get<Elements>(m_data->values);
    return std::span(data.codes).subspan(data.offsets[row], data.offsets[row + 1] - data.offsets[row]);
}

std::string isoDate(double days) {
    const auto minutes = std::llround(days * 24 * 60);
    const auto day = std::floor(double(minutes) / (24 * 60));
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{std::int64_t(day)}}};
    const int ofDay = int(minutes - std::int64_t(day) * 24 * 60);
    char buffer[32];
    const int n = std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", int(date.year()),
                                unsigned(date.month()), unsigned(date.day()));
    if (ofDay != 0)
        std::snprintf(buffer + n, sizeof buffer - std::size_t(n), " %02d:%02d", ofDay / 60, ofDay % 60);
    return buffer;
}

std::string Column::display(std::size_t row) const {
    if (isMissing(row)) return {};
    switch (m_type) {
        case ColumnType::Text:
            return std::string(text(row));
        case ColumnType::Category:
        case ColumnType::Boolean:
            return std::string(dictionary().at(codes()[row]));
        case ColumnType::Date:
            return isoDate(numbers()[row]);
        case ColumnType::Number:
        case ColumnType::Money:
        case ColumnType::Percent:
            return plainNumber(numbers()[row]);
        case ColumnType::Multi:
            break;
    }
    std::string joined;
    for (const std::uint32_t code : elements(row)) {
        if (!joined.empty()) joined += "; ";
        joined += dictionary().at(code);
    }
    return joined;
}

}  // namespace icp
