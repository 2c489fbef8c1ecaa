#include "core/typing/columnformat.h"

#include "core/base/blank.h"
#include "core/typing/numbertext.h"
#include "core/typing/textscanner.h"

#include <cmath>

namespace icp {

MissingTexts::MissingTexts(const QStringList& texts) {
    for (const QString& text : texts) {
        m_texts.emplace_back(trimmed(text.toStdString()));
        if (const NumberText number = readNumber(m_texts.back(), '.'); number.problem == NumberProblem::None)
            m_numbers.push_back(number.value);
    }
    std::sort(m_texts.begin(), m_texts.end());
}

bool MissingTexts::contains(std::string_view text) const {
    return !m_texts.empty() && std::binary_search(m_texts.begin(), m_texts.end(), trimmed(text));
}

bool MissingTexts::contains(double number) const {
    return std::find(m_numbers.begin(), m_numbers.end(), number) != m_numbers.end();
}

std::optional<double> dateOfNumber(double number, CellForm form) {
    constexpr double day = 86400;
    constexpr double sheetEpoch = 25569;  // 1970-01-01
    constexpr double from = 7305;         // 1990-01-01
    constexpr double to = 32872;          // 2060-01-01
    switch (form) {
        case CellForm::Milliseconds:
            number /= 1000;
            [[fallthrough]];
        case CellForm::Seconds:
            if (number < from * day || number >= to * day) return std::nullopt;
            return std::floor(number) / day;
        case CellForm::SheetDays:
            if (number < 20'000 || number >= 60'000) return std::nullopt;
            return number - sheetEpoch;
        case CellForm::Compact: {
            if (!(number >= 19'000'101 && number <= 20'991'231)) return std::nullopt;
            const auto whole = qint64(number);
            if (number != double(whole)) return std::nullopt;
            return calendarDay(int(whole / 10'000), int(whole / 100 % 100), int(whole % 100));
        }
        case CellForm::Plain:
        case CellForm::Duration:
            break;
    }
    return std::nullopt;
}

}  // namespace icp
