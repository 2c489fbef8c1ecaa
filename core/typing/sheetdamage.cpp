#include "core/typing/sheetdamage.h"

#include "core/typing/datetext.h"
#include "core/typing/textscanner.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace icp {

namespace {

/// "11-50", "1,001 – 5,000", "51 to 200".
bool isRange(std::string_view text) {
    TextScanner scanner(trimmed(text));
    const auto amount = [&] {
        int ignored = 0;
        if (scanner.number(ignored, 9) == 0) return false;
        while ((scanner.take(",") || scanner.take(".")) && scanner.number(ignored, 3) > 0) {
        }
        return true;
    };
    if (!amount()) return false;
    scanner.blanks();
    if (!scanner.take("-") && !scanner.take("–") && !scanner.take("—") && !scanner.take("to ")) return false;
    scanner.blanks();
    if (!amount()) return false;
    scanner.blanks();
    // "50 employees"; but "1-10-2024" is none.
    return scanner.atEnd() || (!scanner.atDigit() && scanner.rest().front() != '-');
}

std::string rangeOf(int a, int b) {
    return std::to_string(std::min(a, b)) + '-' + std::to_string(std::max(a, b));
}

/// The range that a spreadsheet has read as a date.
std::optional<std::string> rangeBehind(std::string_view text) {
    text = trimmed(text);
    TextScanner scanner(text);
    const auto mark = [&] { return scanner.take("-") || scanner.take("/") || scanner.take(" "); };
    int number = 0;
    if (const int month = scanner.month(); month != 0) {
        if (!mark() || scanner.number(number, 2) == 0 || !scanner.atEnd()) return std::nullopt;
        return rangeOf(month, number);
    }
    if (scanner.number(number, 2) > 0 && mark())
        if (const int month = scanner.month(); month != 0 && scanner.atEnd()) return rangeOf(month, number);
    if (const DateText date = readDate(text, true); date.problem == DateProblem::None) {
        const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(qint64(date.days)))};
        return rangeOf(int(unsigned(day.month())), int(unsigned(day.day())));
    }
    return std::nullopt;
}

bool isShortened(std::string_view text) {
    text = trimmed(text);
    const std::size_t at = text.find("E+");
    return at != text.npos && at >= 1 && text.size() == at + 4 && text[at + 2] >= '0' &&
           text[at + 2] <= '2' && text.find_first_not_of("0123456789.,E+") == text.npos &&
           (text[at + 2] > '0' || text[at + 3] > '8');
}

bool isLongDigits(std::string_view text) {
    text = trimmed(text);
    return text.size() >= 10 && text.find_first_not_of("0123456789") == text.npos;
}

}  // namespace

std::vector<SheetDamage> rangesThatBecameDates(const Column& column) {
    if (column.type() != ColumnType::Category) return {};
    const Dictionary& levels = column.dictionary();
    std::size_t ranges = 0;
    for (std::uint32_t code = 0; code < levels.size(); ++code) ranges += isRange(levels.at(code));
    if (ranges < 2 || ranges * 3 < levels.size()) return {};
    std::vector<SheetDamage> found;
    std::vector<std::size_t> places(levels.size());
    for (std::uint32_t code = 0; code < levels.size(); ++code)
        if (const std::string_view text = levels.at(code); !isRange(text))
            if (const auto original = rangeBehind(text)) {
                found.push_back({std::string(text), *original, 0, 0});
                places[code] = found.size();
            }
    for (std::size_t row = 0; row < column.size() && !found.empty(); ++row)
        if (const std::size_t place = column.isMissing(row) ? 0 : places[column.codes()[row]]; place > 0)
            if (SheetDamage& damage = found[place - 1]; damage.count++ == 0) damage.firstRow = row;
    return found;
}

std::vector<SheetDamage> shortenedDigits(const Column& column, bool namesSomething) {
    if (column.type() != ColumnType::Category && column.type() != ColumnType::Text) return {};
    const bool coded = column.type() == ColumnType::Category;
    bool any = !coded;
    for (std::uint32_t code = 0; coded && !any && code < column.dictionary().size(); ++code)
        any = isShortened(column.dictionary().at(code));
    if (!any) return {};
    std::vector<SheetDamage> found;
    bool isOfDigits = namesSomething;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.isMissing(row)) continue;
        const std::string_view text = coded ? column.dictionary().at(column.codes()[row]) : column.text(row);
        if (text.empty() || text.size() > 24 || text.front() < '0' || text.front() > '9') continue;
        isOfDigits = isOfDigits || isLongDigits(text);
        if (!isShortened(text)) continue;
        const auto same = std::find_if(found.begin(), found.end(),
                                       [&](const SheetDamage& damage) { return damage.text == text; });
        if (same != found.end())
            ++same->count;
        else if (found.size() < 1000)
            found.push_back({std::string(text), {}, 1, row});
    }
    return isOfDigits ? found : std::vector<SheetDamage>();
}

}  // namespace icp
