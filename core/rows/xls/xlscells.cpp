#include "core/rows/xls/xlscells.h"

#include "core/base/plainnumber.h"
#include "core/rows/sheetdate.h"
#include "core/rows/xls/bytes.h"

#include <bit>
#include <cmath>

namespace icp {

namespace {

/// The records that carry cells, [MS-XLS] 2.4.
enum CellRecord : std::uint16_t {
    Formula = 0x0006,
    ManyCompact = 0x00BD,
    RichLabel = 0x00D6,
    SharedLabel = 0x00FD,
    Number = 0x0203,
    Label = 0x0204,
    BoolOrError = 0x0205,
    FormulaText = 0x0207,
    Compact = 0x027E
};

constexpr std::size_t cellHead = 6;  // row, column, style

/// RkNumber, 2.5.217: 30 bits of an integer or of a double, perhaps to be divided by 100.
double compactNumber(std::uint32_t bits) {
    const double value = (bits & 2U) != 0 ? double(std::int32_t(bits) >> 2)
                                          : std::bit_cast<double>(std::uint64_t(bits & ~3U) << 32);
    return (bits & 1U) != 0 ? value / 100 : value;
}

std::string_view errorText(unsigned code) {
    switch (code) {
        case 0x00:
            return "#NULL!";
        case 0x07:
            return "#DIV/0!";
        case 0x0F:
            return "#VALUE!";
        case 0x17:
            return "#REF!";
        case 0x1D:
            return "#NAME?";
        case 0x24:
            return "#NUM!";
        default:
            return "#N/A";
    }
}

}  // namespace

XlsCells::Place XlsCells::placeOf(std::string_view record) {
    return {u16At(record, 0), u16At(record, 2), u16At(record, 4)};
}

void XlsCells::number(const Place& place, double value) {
    if (!std::isfinite(value)) return;
    if (place.style < m_shared.dateStyles.size() && m_shared.dateStyles[place.style])
        if (const std::string date = sheetDate(value, m_shared.from1904); !date.empty())
            return m_grid.put(place.row, place.column, date,
                              date.size() >= 10 && date[4] == '-' ? CellKind::Date : CellKind::Text);
    m_grid.put(place.row, place.column, plainNumber(value), CellKind::Number);
}

void XlsCells::boolOrError(const Place& place, unsigned value, bool isError) {
    if (isError)
        m_grid.put(place.row, place.column, errorText(value), CellKind::Error);
    else
        m_grid.put(place.row, place.column, value != 0 ? "TRUE" : "FALSE", CellKind::Boolean);
}

void XlsCells::formula(std::string_view record) {
    const Place place = placeOf(record);
    if (u16At(record, 12) != 0xFFFF) return number(place, littleEndian<double>(record, cellHead));
    const unsigned value = byteAt(record, 8);
    switch (byteAt(record, cellHead)) {
        case 0:
            m_awaitsText = place;
            break;
        case 1:
        case 2:
            boolOrError(place, value, byteAt(record, cellHead) == 2);
            break;
        default:
            break;
    }
}

bool XlsCells::take(const BiffRecord& record) {
    const std::string_view bytes = record.first();
    const auto holds = [&](std::size_t size) { return bytes.size() >= size; };
    switch (record.type) {
        case Number:
            if (!holds(14)) return false;
            number(placeOf(bytes), littleEndian<double>(bytes, cellHead));
            return true;
        case Compact:
            if (!holds(10)) return false;
            number(placeOf(bytes), compactNumber(u32At(bytes, cellHead)));
            return true;
        case ManyCompact: {
            Place place = placeOf(bytes);
            for (std::size_t at = 4; at + cellHead + 2 <= bytes.size(); at += 6, ++place.column) {
                place.style = u16At(bytes, at);
                number(place, compactNumber(u32At(bytes, at + 2)));
            }
            return true;
        }
        case SharedLabel: {
            const std::size_t index = u32At(bytes, cellHead);
            if (!holds(10) || index >= m_shared.texts.size()) return false;
            m_grid.put(placeOf(bytes).row, placeOf(bytes).column, m_shared.texts[index], CellKind::Text);
            return true;
        }
        case Label:
        case RichLabel: {
            const auto text = m_texts.read(record, cellHead, 2);
            if (text) m_grid.put(placeOf(bytes).row, placeOf(bytes).column, *text, CellKind::Text);
            return text.has_value();
        }
        case BoolOrError:
            if (!holds(8)) return false;
            boolOrError(placeOf(bytes), byteAt(bytes, cellHead), byteAt(bytes, cellHead + 1) != 0);
            return true;
        case Formula:
            if (!holds(14)) return false;
            formula(bytes);
            return true;
        case FormulaText: {
            const auto place = std::exchange(m_awaitsText, std::nullopt);
            const auto text = m_texts.read(record, 0, 2);
            if (place && text) m_grid.put(place->row, place->column, *text, CellKind::Text);
            return text.has_value();
        }
        default:
            return true;
    }
}

}  // namespace icp
