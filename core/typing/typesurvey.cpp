#include "core/typing/typesurvey.h"

#include "core/base/text.h"
#include "core/typing/datetext.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace icp {

namespace {

constexpr std::array separators{';', '|'};

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return result;
}

bool isYes(std::string_view word) {
    static constexpr std::array<std::string_view, 13> words{
        "true", "yes", "y", "ja", "wahr", "oui", "vrai", "sí", "si", "sim", "verdadero", "はい", "x"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isNo(std::string_view word) {
    static constexpr std::array<std::string_view, 10> words{"false", "no",   "n",   "nein",  "falsch",
                                                            "non",   "faux", "não", "falso", "いいえ"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool hasWord(const QString& header, const QStringList& words) {
    const QStringList parts = folded(header).split(u' ');
    return std::any_of(parts.begin(), parts.end(), [&](const QString& part) { return words.contains(part); });
}

/// Headers whose digits name something and are never added up.
bool namesSomething(const QString& header) {
    static const QStringList words{
        QStringLiteral("id"),       QStringLiteral("ids"),      QStringLiteral("guid"),
        QStringLiteral("uuid"),     QStringLiteral("zip"),      QStringLiteral("postal"),
        QStringLiteral("postcode"), QStringLiteral("plz"),      QStringLiteral("postleitzahl"),
        QStringLiteral("cep"),      QStringLiteral("phone"),    QStringLiteral("telephone"),
        QStringLiteral("telefon"),  QStringLiteral("telefono"), QStringLiteral("mobile"),
        QStringLiteral("fax"),      QStringLiteral("sic"),      QStringLiteral("naics"),
        QStringLiteral("duns"),     QStringLiteral("iban")};
    static const QStringList ordinary{QStringLiteral("PAID"),    QStringLiteral("UNPAID"),
                                      QStringLiteral("PREPAID"), QStringLiteral("VALID"),
                                      QStringLiteral("INVALID"), QStringLiteral("GRID"),
                                      QStringLiteral("BID")};
    static const QRegularExpression joined(QStringLiteral("[A-Za-z](Id|ID|PostalCode|Phone|Fax)$"));
    const QString last = header.trimmed().section(QRegularExpression(QStringLiteral("[\\s_]")), -1);
    return hasWord(header, words) || (joined.match(last).hasMatch() && !ordinary.contains(last));
}

bool countsSomething(const QString& header) {
    static const QStringList words{
        QStringLiteral("number"), QStringLiteral("count"),    QStringLiteral("#"),
        QStringLiteral("qty"),    QStringLiteral("quantity"), QStringLiteral("anzahl"),
        QStringLiteral("nombre"), QStringLiteral("numero"),   QStringLiteral("total")};
    return hasWord(header, words);
}

bool asksYesOrNo(const QString& header) {
    static const QRegularExpression question(QStringLiteral("^\\s*(is|has|Is|Has|IS|HAS)([A-Z_ ])|\\?\\s*$"));
    return question.match(header).hasMatch();
}

}  // namespace

std::optional<bool> readBoolean(std::string_view text) {
    text = trimmed(text);
    if (text.size() > 12) return std::nullopt;
    const std::string word = lower(text);
    if (word == "1" || isYes(word)) return true;
    if (word == "0" || isNo(word)) return false;
    return std::nullopt;
}

MissingTexts::MissingTexts(const QStringList& texts) {
    for (const QString& text : texts) m_texts.emplace_back(trimmed(text.toStdString()));
    std::sort(m_texts.begin(), m_texts.end());
}

bool MissingTexts::contains(std::string_view text) const {
    return !m_texts.empty() && std::binary_search(m_texts.begin(), m_texts.end(), trimmed(text));
}

bool isGrouping(std::size_t distinct, std::size_t values, std::size_t bytes) {
    if (distinct <= 1) return values >= 2;
    const bool longTexts = bytes / values > 100 && distinct > values / 5;
    // In a short list a few repeats already make groups worth looking at.
    const std::size_t most = values < 60 ? values * 7 / 10 : values / 2;
    return distinct <= std::min(most, maxGroups) && !longTexts;
}

void TypeSurvey::addElements(Elements& elements, std::string_view text, char separator) {
    elements.cells += text.find(separator) != text.npos;
    qint64 count = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        const std::string_view element = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (element.empty()) continue;
        ++count;
        elements.bytes += qint64(element.size());
        if (elements.distinct.size() < maxGroups) elements.distinct.emplace(element);
    }
    elements.elements += count;
    elements.most = std::max(elements.most, count);
    elements.fewest = elements.fewest == 0 ? count : std::min(elements.fewest, count);
}

void TypeSurvey::add(const Cell& cell) {
    if (cell.kind == CellKind::Empty || cell.kind == CellKind::Error || isBlank(cell.text)) {
        ++m_blank;
        return;
    }
    if (cell.kind == CellKind::Text && isPlaceholder(cell.text)) return;
    ++m_values;
    m_bytes += qint64(cell.text.size());
    if (m_distinct.size() <= maxGroups) m_distinct.emplace(cell.text);
    for (std::size_t i = 0; i < separators.size(); ++i) addElements(m_multi[i], cell.text, separators[i]);

    if (const auto truth = readBoolean(cell.text)) {
        const std::string_view word = trimmed(cell.text);
        (word == "1" ? m_ones : word == "0" ? m_zeros : m_booleanWords) += 1;
    }
    if (cell.kind == CellKind::Number) {
        ++m_numbers[0];
        ++m_numbers[1];
        return;
    }
    if (cell.kind != CellKind::Date) {
        const NumberText point = readNumber(cell.text, '.');
        const NumberText comma = readNumber(cell.text, ',');
        const bool asPoint = point.problem == NumberProblem::None;
        const bool asComma = comma.problem == NumberProblem::None;
        m_numbers[0] += asPoint;
        m_numbers[1] += asComma;
        m_decidedMark[0] += asPoint && !asComma;
        m_decidedMark[1] += asComma && !asPoint;
        m_marksDiffer += asPoint && asComma && point.value != comma.value;
        m_percent += (asPoint && point.percent) || (asComma && comma.percent);
        m_money += (asPoint && point.currency != 0) || (asComma && comma.currency != 0);
        m_ids += !asPoint && !asComma &&
                 (point.problem != NumberProblem::NotANumber || comma.problem != NumberProblem::NotANumber);
    }
    const DateText monthFirst = readDate(cell.text, false);
    const DateText dayFirst = monthFirst.numericOrder ? readDate(cell.text, true) : monthFirst;
    m_dates[0] += monthFirst.problem == DateProblem::None;
    m_dates[1] += dayFirst.problem == DateProblem::None;
    m_dottedDates += monthFirst.numericOrder && cell.text.find('.') != cell.text.npos;
}

/// Nine of ten cells with a value.
bool TypeSurvey::enough(qint64 readable) const {
    return readable > 0 && (m_values - readable) * 10 <= m_values;
}

bool TypeSurvey::isBooleanColumn(const QString& header) const {
    if (m_booleanWords + m_ones + m_zeros < m_values) return false;
    if (m_booleanWords > 0) return true;
    if (asksYesOrNo(header)) return true;
    if (countsSomething(header)) return false;
    return m_ones > 0 && (m_zeros > 0 || m_blank > 0) && m_values > 1;
}

char TypeSurvey::multiSeparator() const {
    for (std::size_t i = 0; i < separators.size(); ++i) {
        const Elements& elements = m_multi[i];
        const bool used = elements.cells >= 2 && elements.cells * 20 >= m_values;
        const bool repeats = qint64(elements.distinct.size()) * 2 <= elements.elements &&
                             elements.distinct.size() < maxGroups && elements.bytes <= 40 * elements.elements;
        // "Acme | Renewal" in every row is one text with a mark in it.
        if (used && repeats && elements.fewest < elements.most) return separators[i];
    }
    return 0;
}

char TypeSurvey::decimalMark(const FormatHints& hints) const {
    if (m_numbers[0] != m_numbers[1]) return m_numbers[0] > m_numbers[1] ? '.' : ',';
    return m_marksDiffer > 0 ? hints.decimal.value_or('.') : '.';
}

bool TypeSurvey::dayFirst(const FormatHints& hints) const {
    if (m_dates[0] != m_dates[1]) return m_dates[1] > m_dates[0];
    return hints.dayFirst.value_or(m_dottedDates > 0);
}

ColumnFormat TypeSurvey::decide(const QString& header, const ColumnWish& wish,
                                const FormatHints& hints) const {
    ColumnFormat format;
    format.forced = wish.type.has_value();
    format.unknown = m_values == 0;
    format.missing = MissingTexts(wish.missing);
    format.decimal = wish.decimal.value_or(decimalMark(hints));
    format.dayFirst = wish.dayFirst.value_or(dayFirst(hints));
    format.certainMark = wish.decimal || m_decidedMark[0] != m_decidedMark[1];
    format.certainOrder = wish.dayFirst || m_dates[0] != m_dates[1];
    const qint64 numbers = std::max(m_numbers[0], m_numbers[1]);
    const qint64 dates = std::max(m_dates[0], m_dates[1]);
    if (format.forced) {
        format.type = *wish.type;
        format.separator = wish.separator.value_or(m_multi[1].cells > m_multi[0].cells ? '|' : ';');
        return format;
    }
    const bool ids = m_ids * 50 >= m_values && m_ids > 0;
    if (format.unknown) {
        format.type = ColumnType::Category;
    } else if (isBooleanColumn(header)) {
        format.type = ColumnType::Boolean;
    } else if (enough(dates) && dates >= numbers) {
        format.type = ColumnType::Date;
    } else if (enough(numbers) && !ids && !namesSomething(header)) {
        format.type = m_percent * 2 >= numbers ? ColumnType::Percent
                      : m_money > 0            ? ColumnType::Money
                                               : ColumnType::Number;
    } else if (const char separator = multiSeparator(); separator != 0) {
        format.type = ColumnType::Multi;
        format.separator = separator;
    } else {
        // What can still turn out to repeat begins as codes; the column's end decides.
        const std::size_t values = std::size_t(m_values);
        const bool repeats = m_distinct.size() * 10 <= values * 9 || values < 1000;
        format.type = repeats && m_bytes <= 200 * m_values ? ColumnType::Category : ColumnType::Text;
    }
    return format;
}

}  // namespace icp
