#pragma once

#include "core/rows/rowbatch.h"
#include "core/typing/periodtext.h"
#include "core/typing/typesurvey.h"

#include <array>
#include <string>
#include <vector>

namespace icp {

/// Why a cell does not fit its column's type.
enum class CellProblem : std::uint8_t {
    NotANumber,
    LeadingZero,
    TooLong,
    OtherMark,  ///< a number, but with the other decimal mark
    NoPercent,  ///< a bare number among percentages, or the other way round
    NotADate,
    OtherOrder,
    Impossible,
    NotYesOrNo,
    NotADuration,
    SheetError  ///< "#DIV/0!" in a spreadsheet
};

/// The cells of one column in one batch, read as the column's format says. Any thread may make one.
struct ColumnPart {
    struct Misfit {
        std::uint32_t row;  ///< in the batch
        CellProblem problem;
    };

    ColumnType type = ColumnType::Text;
    std::vector<double> numbers;          ///< numeric types
    std::vector<std::uint32_t> codes;     ///< Category and Multi: into `texts`; Boolean: 0 or 1
    std::vector<std::string_view> texts;  ///< distinct, pointing into the batch
    std::vector<std::uint32_t> sizes;     ///< Text: bytes per row; Multi: elements per row
    std::string bytes;                    ///< Text
    std::vector<std::uint32_t> missing;   ///< positions among the rows taken
    std::vector<Misfit> misfits;
    std::size_t rows = 0;
    qint64 placeholders = 0;
    qint64 wished = 0;                ///< missing because the user says so
    qint64 marked = 0;                ///< numbers with a '.' or ','
    qint64 numericOrder = 0;          ///< dates whose order of day and month matters
    qint64 decided = 0;               ///< ... and is beyond doubt
    qint64 shortYears = 0;            ///< dates with a year of two digits
    std::array<qint64, 3> periods{};  ///< by Period
    std::string_view example;         ///< the first cell that fits
    std::string_view odd;             ///< the first that does not
    std::array<std::uint32_t, currencyLimit> currencies{};
};

ColumnPart readColumn(const RowBatch& batch, const std::vector<std::uint32_t>& rows, std::size_t column,
                      const ColumnFormat& format);

/// Collects the parts of one column in order and becomes the Column. Texts begin as codes and turn into plain
/// text as soon as too many are distinct, so that memory stays near what the Column needs.
class ColumnStore {
public:
    explicit ColumnStore(ColumnFormat format) : m_format(std::move(format)) {}

    /// Makes room once for about this many rows.
    void reserve(std::size_t rows);
    void append(const ColumnPart& part);

    const ColumnFormat& format() const { return m_format; }
    qint64 values() const { return qint64(m_rows - m_missing.size()); }
    qint64 placeholders() const { return m_placeholders; }
    qint64 wished() const { return m_wished; }
    qint64 misfits() const;
    qint64 misfits(CellProblem problem) const { return m_misfits[std::size_t(problem)]; }
    qint64 marked() const { return m_marked; }
    qint64 numericOrder() const { return m_numericOrder; }
    qint64 decided() const { return m_decided; }
    qint64 shortYears() const { return m_shortYears; }
    const std::array<qint64, 3>& periods() const { return m_periods; }
    const std::string& example() const { return m_example; }
    const std::string& odd() const { return m_odd; }
    /// A column of numbers that may turn out to mean yes and no.
    bool holdsOnlyZerosAndOnes() const;
    /// Names and counts of the currencies found, most frequent first.
    std::vector<std::pair<std::string_view, qint64>> currencies() const;

    Column finish();

private:
    void appendCategories(const ColumnPart& part);
    void appendElements(const ColumnPart& part);
    std::vector<std::uint32_t> intern(const std::vector<std::string_view>& texts);
    void spillToText();
    /// For `more` values of the next `moreRows` rows, whose number per row may vary.
    template <class Buffer>
    void makeRoomFor(Buffer& buffer, std::size_t more, std::size_t moreRows) const;
    void append(std::string_view text);

    ColumnFormat m_format;
    std::size_t m_rows = 0;
    std::vector<double> m_numbers;
    std::vector<std::uint32_t> m_codes;
    Dictionary m_dictionary;
    std::vector<std::uint64_t> m_offsets{0};
    std::string m_bytes;
    std::vector<std::uint32_t> m_missing;
    std::size_t m_codedBytes = 0;
    std::size_t m_reserved = 0;
    qint64 m_placeholders = 0;
    qint64 m_wished = 0;
    qint64 m_marked = 0;
    qint64 m_numericOrder = 0;
    qint64 m_decided = 0;
    qint64 m_shortYears = 0;
    std::array<qint64, 3> m_periods{};
    std::string m_example;
    std::string m_odd;
    std::array<qint64, 11> m_misfits{};
    std::array<qint64, currencyLimit> m_currencies{};
};

}  // namespace icp
