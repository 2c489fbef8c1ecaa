#pragma once

#include "core/table/columnwish.h"
#include "core/typing/durationtext.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace icp {

/// The texts that, by the user's word, say that there is no value.
class MissingTexts {
public:
    MissingTexts() = default;
    explicit MissingTexts(const QStringList& texts);

    bool isEmpty() const { return m_texts.empty(); }
    bool contains(std::string_view text) const;
    /// Of a column of numbers: "999" stands for 999.00 as well.
    bool contains(double number) const;

private:
    std::vector<std::string> m_texts;  ///< sorted, trimmed
    std::vector<double> m_numbers;     ///< those of the texts that are numbers
};

/// What numbers or dates are written as, where it is not what their type suggests.
enum class CellForm : std::uint8_t {
    Plain,
    Duration,      ///< numbers: "3d 4h", counted in ColumnFormat::unit
    Seconds,       ///< dates: since 1970-01-01
    Milliseconds,  ///< dates: since 1970-01-01
    SheetDays,     ///< dates: days as a spreadsheet counts them, 45432 = 2024-05-20
    Compact        ///< dates: 20240520
};

/// How many cells could be read as what, of those that were looked at for the decision.
struct TypeVotes {
    qint64 values = 0;
    qint64 numbers = 0;
    qint64 dates = 0;
    qint64 yesNo = 0;
    qint64 durations = 0;
    qint64 lists = 0;
};

/// How the cells of one column are to be read.
struct ColumnFormat {
    ColumnType type = ColumnType::Text;  ///< Category stands for "text, grouped if it repeats enough"
    CellForm form = CellForm::Plain;
    TimeUnit unit = TimeUnit::None;  ///< of numbers that are lengths of time
    char decimal = '.';
    bool dayFirst = false;
    char separator = ';';       ///< between the elements of Multi
    bool forced = false;        ///< the user said so: no cell can change the type
    bool unknown = false;       ///< no cell with a value was seen yet
    bool certainMark = false;   ///< a cell decided the decimal mark
    bool certainOrder = false;  ///< a cell decided whether day or month comes first
    bool hintedMark = false;    ///< no cell did, but other columns of the file
    bool hintedOrder = false;   ///< likewise
    bool openMark = false;      ///< a mark read as the decimal one could group thousands: "1.234"
    bool maySheetDays = false;  ///< the numbers look like a spreadsheet's dates
    MissingTexts missing;
    TypeVotes votes;
};

/// Of how many cells that do not fit a type the texts are kept; no type is chosen that would lose more.
inline constexpr qint64 mostMisfits = 10'000;

/// Whether so few of so many cells do not fit that the column keeps its type: one in twenty, or a single one
/// of ten.
inline bool areFew(qint64 misfits, qint64 values) {
    return misfits <= mostMisfits && (misfits * 20 <= values || (misfits == 1 && values >= 10));
}

/// Days since 1970-01-01 of a number that stands for a date; nothing when it can be none. Seconds from 1990
/// to 2059, a spreadsheet's days from 1955 to 2064, so that other numbers are seldom taken for dates.
std::optional<double> dateOfNumber(double number, CellForm form);

}  // namespace icp
