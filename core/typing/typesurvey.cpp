#include "core/typing/typesurvey.h"

#include "core/typing/datetext.h"
#include "core/typing/periodtext.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace icp {

namespace {

constexpr std::array separators{';', '|', '\n', ','};
constexpr std::array numericForms{CellForm::Seconds, CellForm::Milliseconds, CellForm::SheetDays,
                                  CellForm::Compact};

/// Digits of other scripts begin with these bytes.
bool mayHoldDigits(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (c >= '0' && c <= '9') || byte == 0xEF || byte == 0xD9 || byte == 0xDB;
    });
}

template <class Body>
void eachElement(std::string_view text, char separator, Body body) {
    for (;;) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (const std::string_view element = trimmed(text.substr(0, end)); !element.empty()) body(element);
        if (end == text.size()) return;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

bool isGrouping(std::size_t distinct, std::size_t values, std::size_t bytes) {
    if (distinct <= 1) return values >= 2;
    const bool longTexts = bytes / values > 100 && distinct > values / 5;
    // In a short list a few repeats already make groups worth looking at.
    const std::size_t most = values < 60 ? values * 7 / 10 : values / 2;
    return distinct <= std::min(most, maxGroups) && !longTexts;
}

TypeSurvey::TypeSurvey(const QString& header, const ColumnWish& wish)
    : m_sense(header), m_wish(wish), m_missing(wish.missing) {}

void TypeSurvey::add(const Cell& cell) {
    if (cell.kind == CellKind::Empty || cell.kind == CellKind::Error || isBlank(cell.text)) {
        ++m_blank;
        return;
    }
    if (m_texts.add(cell.text, cell.kind)) return;
    ++m_distinct;
    judge(cell.text, cell.kind, 1);
}

void TypeSurvey::close() {
    for (std::size_t i = 0; i < m_texts.size(); ++i)
        judge(m_texts.text(i), m_texts.kind(i), m_texts.count(i));
    m_distinct += qint64(m_texts.size());
    for (std::size_t i = 0; i < separators.size(); ++i)
        if (separators[i] != ',' || !m_sense.prose) m_lists[i] = listsBy(separators[i]);
}

void TypeSurvey::judge(std::string_view text, CellKind kind, qint64 times) {
    if (m_missing.contains(text) || isPlaceholder(text) || isNoDate(text)) {
        m_blank += times;
        return;
    }
    m_values += times;
    m_bytes += qint64(text.size()) * times;
    m_booleans[std::size_t(booleanWord(text))] += times;
    if (!mayHoldDigits(text)) return;
    const NumberText point = readNumber(text, '.');
    const bool plain = point.problem == NumberProblem::None && !point.marked;
    const NumberText withComma = plain ? point : readNumber(text, ',');
    judgeNumber(point, withComma, kind, times);
    const bool ends = text.back() >= '0' && text.back() <= '9';
    if (!(plain && ends)) judgeTimes(text, times);
}

void TypeSurvey::judgeNumber(const NumberText& point, const NumberText& comma, CellKind kind, qint64 times) {
    const bool asPoint = point.problem == NumberProblem::None;
    const bool asComma = comma.problem == NumberProblem::None;
    const NumberText& read = asPoint ? point : comma;
    m_plain += ((asPoint || asComma) && kind != CellKind::Number && !read.percent && read.value != 0) * times;
    m_numbers[0] += asPoint * times;
    m_numbers[1] += asComma * times;
    m_decidedMark[0] += (asPoint && !asComma) * times;
    m_decidedMark[1] += (asComma && !asPoint) * times;
    if (asPoint && asComma && point.value != comma.value)
        m_openMark[std::abs(point.value) < std::abs(comma.value) ? 0 : 1] += times;
    m_percent += ((asPoint && point.percent) || (asComma && comma.percent)) * times;
    m_money += ((asPoint && point.currency != 0) || (asComma && comma.currency != 0)) * times;
    m_ids += (!asPoint && !asComma &&
              (point.problem != NumberProblem::NotANumber || comma.problem != NumberProblem::NotANumber)) *
             times;
    if (asPoint && point.currency == 0 && !point.percent)
        for (std::size_t i = 0; i < numericForms.size(); ++i)
            m_dateNumbers[i] += dateOfNumber(point.value, numericForms[i]).has_value() * times;
}

void TypeSurvey::judgeTimes(std::string_view text, qint64 times) {
    const DateText monthFirst = readDate(text, false);
    const DateText dayFirst = monthFirst.numericOrder ? readDate(text, true) : monthFirst;
    m_dates[0] += (monthFirst.problem == DateProblem::None) * times;
    m_dates[1] += (dayFirst.problem == DateProblem::None) * times;
    if (monthFirst.problem != DateProblem::NotADate) {
        m_dottedDates += (monthFirst.numericOrder && text.find('.') != text.npos) * times;
        return;
    }
    if (const auto period = readPeriod(text)) {
        (period->monthOrDay ? m_monthOrDay : m_periods) += times;
        return;
    }
    if (const auto duration = readDuration(text)) {
        m_durations += times;
        m_durationNumbers += (readNumber(text, '.').problem == NumberProblem::None) * times;
        m_clocks += duration->clock * times;
        m_monthDurations += (duration->months != 0) * times;
        m_units |= duration->units;
    }
}

TypeSurvey::Lists TypeSurvey::listsBy(char separator) const {
    Lists lists;
    TextCodes elements(256);
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        const std::string_view text = m_texts.text(i);
        if (m_missing.contains(text) || isPlaceholder(text)) continue;
        // A sentence or an official name with commas repeats as a whole; elements of lists do in other
        // company.
        const qint64 weight = separator == ',' ? 1 : m_texts.count(i);
        qint64 inCell = 0;
        eachElement(text, separator, [&](std::string_view element) {
            ++inCell;
            elements.intern(element);
            lists.bytes += qint64(element.size()) * weight;
        });
        if (inCell == 0) continue;
        lists.elements += inCell * weight;
        lists.cells += (inCell > 1) * m_texts.count(i);
        lists.most = std::max(lists.most, inCell);
        lists.fewest = lists.fewest == 0 ? inCell : std::min(lists.fewest, inCell);
        if (lists.cells == 0 && i == 4096) break;
    }
    const auto distinct = qint64(elements.take().size());
    lists.repeat = distinct * 2 <= lists.elements && distinct < qint64(maxGroups);
    return lists;
}

bool TypeSurvey::fits(qint64 readable) const { return readable > 0 && areFew(m_values - readable, m_values); }

bool TypeSurvey::isBoolean() const {
    const auto count = [&](BooleanWord word) { return m_booleans[std::size_t(word)]; };
    if (count(BooleanWord::None) > 0 || m_values == 0) return false;
    const bool words = count(BooleanWord::Yes) + count(BooleanWord::No) + count(BooleanWord::Mark) > 0;
    const bool letters = count(BooleanWord::YesLetter) + count(BooleanWord::NoLetter) +
                             count(BooleanWord::TrueLetter) + count(BooleanWord::FalseLetter) >
                         0;
    const bool pairs = (count(BooleanWord::YesLetter) > 0) == (count(BooleanWord::NoLetter) > 0) &&
                       (count(BooleanWord::TrueLetter) > 0) == (count(BooleanWord::FalseLetter) > 0);
    if (letters && !words && !pairs) return m_sense.asks;
    if (words || letters || m_sense.asks) return true;
    if (m_sense.counts) return false;
    return count(BooleanWord::One) > 0 && (count(BooleanWord::Zero) > 0 || m_blank > 0) && m_values > 1;
}

/// Clocks alone may as well be times of day.
bool TypeSurvey::isDuration() const {
    const qint64 zeros = m_booleans[std::size_t(BooleanWord::Zero)];
    if (m_durations == 0 || !fits(m_durations + zeros)) return false;
    if (m_monthDurations > 0 && m_monthDurations < m_durations) return false;
    if (m_clocks == m_durations && m_sense.clock && !m_sense.lasts) return false;
    return m_durationNumbers < m_durations || m_sense.lasts;
}

/// The one unit that all cells are written in, and hours or months where they are mixed.
TimeUnit TypeSurvey::durationUnit() const {
    for (std::size_t unit = 1; unit <= std::size_t(TimeUnit::Years) && m_clocks == 0; ++unit)
        if (m_units == 1U << unit) return TimeUnit(unit);
    return m_monthDurations > 0 ? TimeUnit::Months : TimeUnit::Hours;
}

CellForm TypeSurvey::numericDates(bool wanted) const {
    for (const std::size_t i : {0U, 1U, 3U, 2U}) {
        const bool sure = numericForms[i] != CellForm::SheetDays && m_sense.tellsTime && !m_sense.names;
        if (m_dateNumbers[i] == 0) continue;
        if (wanted ? m_dateNumbers[i] * 2 > m_values : sure && m_dateNumbers[i] == m_values && m_values > 1)
            return numericForms[i];
    }
    return CellForm::Plain;
}

/// Percentages and plain numbers in one column mean different things; neither is lost for the other.
std::optional<ColumnType> TypeSurvey::numericType() const {
    const bool ids = m_ids * 50 >= m_values && m_ids > 0;
    if (!fits(std::max(m_numbers[0], m_numbers[1])) || ids || m_sense.names) return std::nullopt;
    if (m_percent > 0 && m_percent >= m_plain)
        return areFew(m_plain, m_values) ? std::optional(ColumnType::Percent) : std::nullopt;
    if (!areFew(m_percent, m_values)) return std::nullopt;
    return m_money > 0 ? ColumnType::Money : ColumnType::Number;
}

char TypeSurvey::decimalMark(const FormatHints& hints) const {
    if (m_numbers[0] != m_numbers[1]) return m_numbers[0] > m_numbers[1] ? '.' : ',';
    return m_openMark[0] + m_openMark[1] > 0 ? hints.decimal.value_or('.') : '.';
}

bool TypeSurvey::dayFirst(const FormatHints& hints) const {
    if (m_dates[0] != m_dates[1]) return m_dates[1] > m_dates[0];
    return hints.dayFirst.value_or(m_dottedDates > 0);
}

qint64 TypeSurvey::dates() const {
    const qint64 days = std::max(m_dates[0], m_dates[1]);
    return m_sense.names ? days : days + m_periods + (m_sense.tellsTime ? m_monthOrDay : 0);
}

ColumnFormat TypeSurvey::decide(const FormatHints& hints) const {
    ColumnFormat format;
    format.missing = m_missing;
    format.forced = m_wish.type.has_value();
    format.unknown = m_values == 0;
    format.decimal = m_wish.decimal.value_or(decimalMark(hints));
    format.dayFirst = m_wish.dayFirst.value_or(dayFirst(hints));
    format.certainMark = m_wish.decimal || m_decidedMark[0] != m_decidedMark[1];
    format.certainOrder = m_wish.dayFirst || m_dates[0] != m_dates[1];
    format.hintedMark = !format.certainMark && hints.decimal;
    format.hintedOrder = !format.certainOrder && hints.dayFirst;
    // "1,234" and "22,700" group thousands wherever a comma may; "1.234" read as 1.234 is a guess.
    format.openMark = m_openMark[format.decimal == '.' ? 0 : 1] > 0 && !format.certainMark;
    const qint64 numbers = std::max(m_numbers[0], m_numbers[1]);
    const auto list = std::find_if(m_lists.begin(), m_lists.end(), [&](const Lists& lists) {
        const bool used = lists.cells >= 2 && lists.cells * 20 >= m_values;
        // "Acme | Renewal" in every row is one text with a mark in it.
        return used && lists.repeat && lists.fewest < lists.most && lists.bytes <= 40 * lists.elements;
    });
    format.votes = {m_values,    numbers,
                    dates(),     m_values - m_booleans[std::size_t(BooleanWord::None)],
                    m_durations, list == m_lists.end() ? 0 : list->cells};
    const auto fullest = std::max_element(m_lists.begin(), m_lists.end(),
                                          [](const Lists& a, const Lists& b) { return a.cells < b.cells; });
    format.separator = separators[std::size_t((list == m_lists.end() ? fullest : list) - m_lists.begin())];
    if (m_wish.separator) format.separator = *m_wish.separator;

    const ColumnType wanted = m_wish.type.value_or(ColumnType::Text);
    if (format.forced) {
        format.type = wanted;
        if (wanted == ColumnType::Date && numbers > dates()) format.form = numericDates(true);
        if (wanted == ColumnType::Number && m_durations > numbers) format.form = CellForm::Duration;
        if (format.form == CellForm::Duration) format.unit = durationUnit();
    } else if (format.unknown) {
        format.type = ColumnType::Category;
    } else if (isBoolean()) {
        format.type = ColumnType::Boolean;
    } else if (fits(dates()) && dates() >= numbers) {
        format.type = ColumnType::Date;
    } else if (isDuration()) {
        format.type = ColumnType::Number;
        format.form = CellForm::Duration;
        format.unit = durationUnit();
    } else if (const CellForm form = numericDates(false); form != CellForm::Plain) {
        format.type = ColumnType::Date;
        format.form = form;
    } else if (const auto number = numericType()) {
        format.type = *number;
        if (m_sense.seconds && *number == ColumnType::Number) format.unit = TimeUnit::Seconds;
        format.maySheetDays =
            *number == ColumnType::Number && m_sense.tellsTime && m_dateNumbers[2] == m_values;
    } else if (m_wish.separator || list != m_lists.end()) {
        format.type = ColumnType::Multi;
    } else {
        // What can still turn out to repeat begins as codes; the column's end decides.
        const bool repeats = m_distinct * 10 <= m_values * 9 || m_values < 1000;
        format.type = repeats && m_bytes <= 200 * m_values ? ColumnType::Category : ColumnType::Text;
    }
    return format;
}

}  // namespace icp
