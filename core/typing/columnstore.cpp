#include "core/typing/columnstore.h"

#include "core/base/largepages.h"
#include "core/base/text.h"

#include <algorithm>
#include <numeric>

namespace icp {

namespace {

constexpr std::size_t mostExample = 200;

template <class Buffer>
void makeRoom(Buffer& buffer, std::size_t size) {
    buffer.reserve(size);
    preferLargePages(buffer.data(), buffer.capacity() * sizeof(*buffer.data()));
}

}  // namespace

void ColumnStore::reserve(std::size_t rows) {
    m_reserved = rows;
    switch (m_format.type) {
        case ColumnType::Text:
        case ColumnType::Multi:
            makeRoom(m_offsets, rows + 1);
            break;
        case ColumnType::Category:
        case ColumnType::Boolean:
            makeRoom(m_codes, rows);
            break;
        case ColumnType::Number:
        case ColumnType::Money:
        case ColumnType::Percent:
        case ColumnType::Date:
            makeRoom(m_numbers, rows);
            break;
    }
}

qint64 ColumnStore::misfits() const { return std::accumulate(m_misfits.begin(), m_misfits.end(), qint64(0)); }

std::vector<std::pair<std::string_view, qint64>> ColumnStore::currencies() const {
    std::vector<std::pair<std::string_view, qint64>> found;
    for (std::size_t i = 1; i < m_currencies.size(); ++i) {
        if (m_currencies[i] == 0) continue;
        const std::string_view name = currencyName(std::uint8_t(i));
        const auto same =
            std::find_if(found.begin(), found.end(), [&](const auto& entry) { return entry.first == name; });
        if (same == found.end())
            found.emplace_back(name, m_currencies[i]);
        else
            same->second += m_currencies[i];
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return found;
}

bool ColumnStore::holdsOnlyZerosAndOnes() const {
    return m_format.type == ColumnType::Number &&
           std::all_of(m_numbers.begin(), m_numbers.end(),
                       [](double value) { return value == 0 || value == 1; });
}

template <class Buffer>
void ColumnStore::makeRoomFor(Buffer& buffer, std::size_t more, std::size_t moreRows) const {
    const std::size_t needed = buffer.size() + more;
    if (needed <= buffer.capacity()) return;
    // Once a sixteenth of the rows is there, they tell how much room all will need; a tenth is added, since
    // room that is not used costs nothing, and moving everything does.
    const std::size_t rows = m_rows + moreRows;
    const bool tells = rows * 16 > m_reserved && rows < m_reserved;
    const double all = tells ? 1.1 * double(needed) * double(m_reserved) / double(rows) : 0;
    makeRoom(buffer, std::max(std::size_t(all), 2 * needed));
}

void ColumnStore::append(const ColumnPart& part) {
    for (const std::uint32_t at : part.missing) m_missing.push_back(std::uint32_t(m_rows) + at);
    m_placeholders += part.placeholders;
    m_wished += part.wished;
    m_marked += part.marked;
    m_numericOrder += part.numericOrder;
    m_decided += part.decided;
    m_shortYears += part.shortYears;
    for (std::size_t i = 0; i < m_periods.size(); ++i) m_periods[i] += part.periods[i];
    if (m_example.empty()) m_example = part.example.substr(0, mostExample);
    if (m_odd.empty()) m_odd = part.odd.substr(0, mostExample);
    for (const ColumnPart::Misfit& misfit : part.misfits) ++m_misfits[std::size_t(misfit.problem)];
    for (std::size_t i = 0; i < m_currencies.size(); ++i) m_currencies[i] += part.currencies[i];

    switch (part.type) {
        case ColumnType::Text:
            makeRoomFor(m_bytes, part.bytes.size(), part.rows);
            m_bytes += part.bytes;
            for (const std::uint32_t size : part.sizes) m_offsets.push_back(m_offsets.back() + size);
            break;
        case ColumnType::Category:
            appendCategories(part);
            break;
        case ColumnType::Boolean:
            m_codes.insert(m_codes.end(), part.codes.begin(), part.codes.end());
            break;
        case ColumnType::Multi:
            appendElements(part);
            break;
        case ColumnType::Number:
        case ColumnType::Money:
        case ColumnType::Percent:
        case ColumnType::Date:
            m_numbers.insert(m_numbers.end(), part.numbers.begin(), part.numbers.end());
            break;
    }
    m_rows += part.rows;
}

std::vector<std::uint32_t> ColumnStore::intern(const std::vector<std::string_view>& texts) {
    std::vector<std::uint32_t> codes;
    codes.reserve(texts.size());
    for (const std::string_view text : texts) codes.push_back(m_dictionary.intern(text));
    return codes;
}

void ColumnStore::appendElements(const ColumnPart& part) {
    const std::vector<std::uint32_t> codes = intern(part.texts);
    makeRoomFor(m_codes, part.codes.size(), part.rows);
    for (const std::uint32_t code : part.codes) m_codes.push_back(codes[code]);
    for (const std::uint32_t size : part.sizes) m_offsets.push_back(m_offsets.back() + size);
}

void ColumnStore::appendCategories(const ColumnPart& part) {
    const bool coded = m_format.type == ColumnType::Category;
    const std::vector<std::uint32_t> codes = coded ? intern(part.texts) : std::vector<std::uint32_t>();
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < part.rows; ++i) {
        const bool missing = next < part.missing.size() && part.missing[next] == i;
        next += missing;
        const std::string_view text = missing ? std::string_view() : part.texts[part.codes[i]];
        if (coded) {
            m_codes.push_back(missing ? 0 : codes[part.codes[i]]);
            m_codedBytes += text.size();
        } else {
            append(text);
        }
    }
    const std::size_t rows = m_codes.size();
    const bool tooMany =
        m_dictionary.size() > maxGroups || (rows > 20'000 && m_dictionary.size() * 10 > rows * 6);
    if (coded && tooMany && !m_format.forced) spillToText();
}

void ColumnStore::append(std::string_view text) {
    m_bytes += text;
    m_offsets.push_back(m_bytes.size());
}

void ColumnStore::spillToText() {
    m_offsets.reserve(std::max(m_reserved, m_codes.size()) + 1);
    std::size_t next = 0;
    for (std::uint32_t row = 0; row < m_codes.size(); ++row) {
        const bool missing = next < m_missing.size() && m_missing[next] == row;
        next += missing;
        append(missing ? std::string_view() : m_dictionary.at(m_codes[row]));
    }
    m_format.type = ColumnType::Text;
    m_codes = {};
    m_dictionary = {};
}

Column ColumnStore::finish() {
    Bitmap missing(m_rows);
    for (const std::uint32_t row : m_missing) missing.set(row);
    if (m_format.type == ColumnType::Category && !m_format.forced &&
        !isGrouping(m_dictionary.size(), std::size_t(values()), m_codedBytes))
        spillToText();
    switch (m_format.type) {
        case ColumnType::Text:
            return Column::texts(std::move(m_offsets), std::move(m_bytes), std::move(missing));
        case ColumnType::Category:
            return Column::categories(std::move(m_codes), std::move(m_dictionary), std::move(missing));
        case ColumnType::Boolean:
            return Column::booleans(std::move(m_codes), std::move(missing));
        case ColumnType::Multi:
            return Column::multi(std::move(m_offsets), std::move(m_codes), std::move(m_dictionary),
                                 std::move(missing));
        case ColumnType::Number:
        case ColumnType::Money:
        case ColumnType::Percent:
        case ColumnType::Date:
            break;
    }
    const auto found = currencies();
    const QString currency =
        m_format.type == ColumnType::Money && found.size() == 1 ? toQString(found.front().first) : QString();
    return Column::numbers(m_format.type, std::move(m_numbers), std::move(missing), currency);
}

}  // namespace icp
