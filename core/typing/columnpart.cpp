#include "core/typing/columnstore.h"
#include "core/typing/datetext.h"
#include "core/typing/periodtext.h"
#include "core/typing/textcodes.h"

#include <fast_float/fast_float.h>

namespace icp {

namespace {

/// Reads the cells of a column one by one into a ColumnPart.
class PartReader {
public:
    PartReader(const RowBatch& batch, const std::vector<std::uint32_t>& rows, std::size_t column,
               const ColumnFormat& format)
        : m_batch(batch), m_rows(rows), m_column(column), m_format(format) {
        m_part.rows = rows.size();
        m_part.type = format.type;
    }

    ColumnPart read() {
        switch (m_format.type) {
            case ColumnType::Text:
                texts();
                break;
            case ColumnType::Category:
                categories();
                break;
            case ColumnType::Boolean:
                booleans();
                break;
            case ColumnType::Multi:
                elements();
                break;
            case ColumnType::Date:
                dates();
                break;
            case ColumnType::Number:
            case ColumnType::Money:
            case ColumnType::Percent:
                numbers();
                break;
        }
        return std::move(m_part);
    }

private:
    /// Calls `body(cell, row in the batch)` for cells with a value, and `missing()` for the others, once
    /// each, in order.
    template <class Body, class Missing>
    void each(Body body, Missing missing) {
        for (std::uint32_t i = 0; i < m_rows.size(); ++i) {
            const Cell cell = m_batch.cell(m_rows[i], m_column);
            bool has = cell.kind != CellKind::Empty && !isBlank(cell.text);
            if (has && cell.kind == CellKind::Error) {
                misfit(m_rows[i], CellProblem::SheetError);
                has = false;
            }
            if (has && m_wishes && m_format.missing.contains(cell.text)) has = wished();
            if (has) has = body(cell, m_rows[i]);
            if (has && m_part.example.empty()) m_part.example = cell.text;
            if (!has) {
                m_part.missing.push_back(i);
                missing();
            }
        }
    }

    void misfit(std::uint32_t row, CellProblem problem) {
        if (m_part.misfits.empty()) m_part.odd = m_batch.cell(row, m_column).text;
        m_part.misfits.push_back({row, problem});
    }

    /// A cell that is missing because the user says so.
    bool wished() {
        ++m_part.wished;
        return false;
    }

    /// A cell that cannot be read: a word for "nothing", or a misfit. Either way it is missing.
    bool unreadable(const Cell& cell, std::uint32_t row, CellProblem problem) {
        if (isPlaceholder(cell.text))
            ++m_part.placeholders;
        else
            misfit(row, problem);
        return false;
    }

    void numbers() {
        m_part.numbers.reserve(m_rows.size());
        each(
            [&](const Cell& cell, std::uint32_t row) {
                return m_format.form == CellForm::Duration ? duration(cell, row) : number(cell, row);
            },
            [&] { m_part.numbers.push_back(0); });
    }

    bool duration(const Cell& cell, std::uint32_t row) {
        if (const auto read = readDuration(cell.text))
            if (const auto amount = inUnit(*read, m_format.unit)) {
                m_part.numbers.push_back(*amount);
                return true;
            }
        if (trimmed(cell.text) != "0") return unreadable(cell, row, CellProblem::NotADuration);
        m_part.numbers.push_back(0);
        return true;
    }

    bool number(const Cell& cell, std::uint32_t row) {
        const bool fromSheet = cell.kind == CellKind::Number;
        NumberText read;
        if (fromSheet) {
            fast_float::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), read.value);
            read.problem = NumberProblem::None;
        } else {
            read = readNumber(cell.text, m_format.decimal);
        }
        if (read.problem == NumberProblem::None) {
            if (m_format.type == ColumnType::Percent && (read.percent || fromSheet))
                read.value /= fromSheet ? 1 : 100;
            else if (read.percent != (m_format.type == ColumnType::Percent) && read.value != 0)
                return unreadable(cell, row, CellProblem::NoPercent);
            if (m_wishes && m_format.missing.contains(read.value)) return wished();
            m_part.marked += read.marked;
            ++m_part.currencies[read.currency];
            m_part.numbers.push_back(read.value == 0 ? 0 : read.value);
            return true;
        }
        const bool other =
            readNumber(cell.text, m_format.decimal == '.' ? ',' : '.').problem == NumberProblem::None;
        return unreadable(cell, row,
                          other                                        ? CellProblem::OtherMark
                          : read.problem == NumberProblem::LeadingZero ? CellProblem::LeadingZero
                          : read.problem == NumberProblem::TooLong     ? CellProblem::TooLong
                                                                       : CellProblem::NotANumber);
    }

    void dates() {
        m_part.numbers.reserve(m_rows.size());
        each([&](const Cell& cell, std::uint32_t row) { return date(cell, row); },
             [&] { m_part.numbers.push_back(0); });
    }

    bool date(const Cell& cell, std::uint32_t row) {
        if (m_format.form != CellForm::Plain)
            if (const NumberText number = readNumber(cell.text, m_format.decimal);
                number.problem == NumberProblem::None)
                if (const auto days = dateOfNumber(number.value, m_format.form)) return take(*days);
        const DateText read = readDate(cell.text, m_format.dayFirst);
        if (read.problem == DateProblem::None) {
            m_part.numericOrder += read.numericOrder;
            m_part.decided += read.decides;
            m_part.shortYears += read.shortYear;
            return take(read.days);
        }
        if (isNoDate(cell.text)) {
            ++m_part.placeholders;
            return false;
        }
        if (read.problem == DateProblem::NotADate)
            if (const auto period = readPeriod(cell.text)) {
                ++m_part.periods[std::size_t(period->period)];
                return take(period->firstDay);
            }
        return unreadable(cell, row,
                          read.problem == DateProblem::OtherOrder   ? CellProblem::OtherOrder
                          : read.problem == DateProblem::Impossible ? CellProblem::Impossible
                                                                    : CellProblem::NotADate);
    }

    bool take(double days) {
        if (m_wishes && m_format.missing.contains(isoDate(days))) return wished();
        m_part.numbers.push_back(days);
        return true;
    }

    void booleans() {
        each(
            [&](const Cell& cell, std::uint32_t row) {
                const auto truth = readBoolean(cell.text);
                if (!truth) return unreadable(cell, row, CellProblem::NotYesOrNo);
                m_part.codes.push_back(*truth ? 1 : 0);
                return true;
            },
            [&] { m_part.codes.push_back(0); });
    }

    void categories() {
        TextCodes codes(1024);
        m_part.codes.reserve(m_rows.size());
        each(
            [&](const Cell& cell, std::uint32_t) {
                m_part.codes.push_back(codes.intern(cell.text));
                return true;
            },
            [&] { m_part.codes.push_back(0); });
        m_part.texts = codes.take();
    }

    void texts() {
        m_part.sizes.reserve(m_rows.size());
        each(
            [&](const Cell& cell, std::uint32_t) {
                m_part.sizes.push_back(std::uint32_t(cell.text.size()));
                m_part.bytes += cell.text;
                return true;
            },
            [&] { m_part.sizes.push_back(0); });
    }

    void elements() {
        TextCodes codes(256);
        each(
            [&](const Cell& cell, std::uint32_t) {
                const std::size_t before = m_part.codes.size();
                std::string_view text = cell.text;
                while (!text.empty()) {
                    const std::size_t end = std::min(text.find(m_format.separator), text.size());
                    if (const std::string_view element = trimmed(text.substr(0, end)); !element.empty())
                        m_part.codes.push_back(codes.intern(element));
                    text.remove_prefix(std::min(end + 1, text.size()));
                }
                if (m_part.codes.size() == before) return false;
                m_part.sizes.push_back(std::uint32_t(m_part.codes.size() - before));
                return true;
            },
            [&] { m_part.sizes.push_back(0); });
        m_part.texts = codes.take();
    }

    const RowBatch& m_batch;
    const std::vector<std::uint32_t>& m_rows;
    const std::size_t m_column;
    const ColumnFormat& m_format;
    const bool m_wishes = !m_format.missing.isEmpty();
    ColumnPart m_part;
};

}  // namespace

ColumnPart readColumn(const RowBatch& batch, const std::vector<std::uint32_t>& rows, std::size_t column,
                      const ColumnFormat& format) {
    return PartReader(batch, rows, column, format).read();
}

}  // namespace icp
