#pragma once

#include "core/base/placeholder.h"
#include "core/rows/reader.h"
#include "core/typing/booleantext.h"
#include "core/typing/columnformat.h"
#include "core/typing/headersense.h"
#include "core/typing/numbertext.h"
#include "core/typing/textcounts.h"

#include <array>
#include <optional>

namespace icp {

/// What the other columns of the file say where one column leaves it open.
struct FormatHints {
    std::optional<char> decimal;
    std::optional<bool> dayFirst;
};

inline constexpr std::size_t maxGroups = 65536;  ///< distinct texts of a Category

/// Whether so many distinct texts among so many cells are groups rather than names or free text.
bool isGrouping(std::size_t distinct, std::size_t values, std::size_t bytes);

/// Watches the cells of one column under all readings at once, and then says which one fits. Each distinct
/// text is read once.
class TypeSurvey {
public:
    TypeSurvey(const QString& header, const ColumnWish& wish);

    void add(const Cell& cell);
    /// After the last cell and before the first decide().
    void close();
    ColumnFormat decide(const FormatHints& hints) const;

private:
    void judge(std::string_view text, CellKind kind, qint64 times);
    void judgeNumber(const NumberText& point, const NumberText& comma, CellKind kind, qint64 times);
    void judgeTimes(std::string_view text, qint64 times);

    bool fits(qint64 readable) const;
    bool isBoolean() const;
    bool isDuration() const;
    TimeUnit durationUnit() const;
    CellForm numericDates(bool wanted) const;
    std::optional<ColumnType> numericType() const;
    char decimalMark(const FormatHints& hints) const;
    bool dayFirst(const FormatHints& hints) const;
    qint64 dates() const;

    /// Cells that hold several elements, under one separator.
    struct Lists {
        qint64 cells = 0;
        qint64 elements = 0;
        qint64 bytes = 0;
        qint64 fewest = 0;  ///< elements of a cell that has any
        qint64 most = 0;
        bool repeat = false;  ///< the elements are met again and again
    };
    Lists listsBy(char separator) const;

    HeaderSense m_sense;
    ColumnWish m_wish;
    MissingTexts m_missing;
    TextCounts m_texts;

    qint64 m_values = 0;  ///< neither blank nor a placeholder
    qint64 m_blank = 0;
    qint64 m_bytes = 0;
    qint64 m_distinct = 0;                  ///< at most
    std::array<qint64, 10> m_booleans{};    ///< by BooleanWord
    std::array<qint64, 2> m_numbers{};      ///< read with '.' and with ',' as the decimal mark
    std::array<qint64, 2> m_decidedMark{};  ///< ... and only so
    std::array<qint64, 2> m_openMark{};  ///< read with both; its '.' or its ',' is the decimal mark or groups
    qint64 m_ids = 0;                    ///< leading zeros, too many digits
    qint64 m_percent = 0;
    qint64 m_plain = 0;  ///< texts of numbers other than 0 that are no percentages
    qint64 m_money = 0;
    std::array<qint64, 4> m_dateNumbers{};  ///< seconds, milliseconds, a spreadsheet's days, compact
    std::array<qint64, 2> m_dates{};        ///< read month first, day first
    qint64 m_dottedDates = 0;               ///< day and month in question, with points between
    qint64 m_periods = 0;
    qint64 m_monthOrDay = 0;
    qint64 m_durations = 0;
    qint64 m_durationNumbers = 0;  ///< read as plain numbers as well: "45m"
    qint64 m_clocks = 0;
    qint64 m_monthDurations = 0;
    unsigned m_units = 0;  ///< bits of all DurationText::units
    std::array<Lists, 4> m_lists;
};

}  // namespace icp
