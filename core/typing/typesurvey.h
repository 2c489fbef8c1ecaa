#pragma once

#include "core/base/placeholder.h"
#include "core/rows/reader.h"
#include "core/typing/columnwish.h"
#include "core/typing/numbertext.h"

#include <array>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace icp {

/// The texts that, by the user's word, say that there is no value.
class MissingTexts {
public:
    MissingTexts() = default;
    explicit MissingTexts(const QStringList& texts);

    bool contains(std::string_view text) const;

private:
    std::vector<std::string> m_texts;  ///< sorted, trimmed
};

/// How the cells of one column are to be read.
struct ColumnFormat {
    ColumnType type = ColumnType::Text;  ///< Category stands for "text, grouped if it repeats enough"
    char decimal = '.';
    bool dayFirst = false;
    char separator = ';';       ///< between the elements of Multi
    bool forced = false;        ///< the user said so: no cell can change the type
    bool unknown = false;       ///< no cell with a value was seen yet
    bool certainMark = false;   ///< a cell decided the decimal mark
    bool certainOrder = false;  ///< a cell decided whether day or month comes first
    MissingTexts missing;
};

/// What the other columns of the file say where one column leaves it open.
struct FormatHints {
    std::optional<char> decimal;
    std::optional<bool> dayFirst;
};

/// "yes" and its kin in the interface languages, TRUE/FALSE, 1/0, x.
std::optional<bool> readBoolean(std::string_view text);

inline constexpr std::size_t maxGroups = 65536;  ///< distinct texts of a Category

/// Whether so many distinct texts among so many cells are groups rather than names or free text.
bool isGrouping(std::size_t distinct, std::size_t values, std::size_t bytes);

/// Watches the cells of one column under all readings at once, and then says which one fits.
class TypeSurvey {
public:
    void add(const Cell& cell);
    ColumnFormat decide(const QString& header, const ColumnWish& wish, const FormatHints& hints) const;

private:
    bool enough(qint64 readable) const;
    bool isBooleanColumn(const QString& header) const;
    char multiSeparator() const;
    char decimalMark(const FormatHints& hints) const;
    bool dayFirst(const FormatHints& hints) const;

    struct Elements {
        qint64 cells = 0;
        qint64 elements = 0;
        qint64 bytes = 0;
        qint64 fewest = 0;  ///< elements of a cell that has any
        qint64 most = 0;
        std::unordered_set<std::string> distinct;
    };
    void addElements(Elements& elements, std::string_view text, char separator);

    qint64 m_values = 0;  ///< neither blank nor a placeholder
    qint64 m_blank = 0;
    qint64 m_bytes = 0;
    qint64 m_ones = 0;
    qint64 m_zeros = 0;
    qint64 m_booleanWords = 0;
    std::array<qint64, 2> m_numbers{};      ///< read with '.' and with ',' as the decimal mark
    std::array<qint64, 2> m_decidedMark{};  ///< ... and only so
    qint64 m_marksDiffer = 0;               ///< read with both, to different values
    qint64 m_ids = 0;                       ///< leading zeros, too many digits
    qint64 m_percent = 0;
    qint64 m_money = 0;
    std::array<qint64, 2> m_dates{};  ///< read month first, day first
    qint64 m_dottedDates = 0;         ///< day and month in question, with points between
    std::array<Elements, 2> m_multi;  ///< by ';' and '|'
    std::unordered_set<std::string> m_distinct;
};

}  // namespace icp
