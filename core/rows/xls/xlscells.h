#pragma once

#include "core/rows/grid.h"
#include "core/rows/xls/biff.h"

#include <string>
#include <vector>

namespace icp {

/// Turns the cell records of one worksheet into cells.
class XlsCells {
public:
    /// What the sheets of a workbook share; outlives the XlsCells.
    struct Shared {
        const std::vector<std::string>& texts;
        const std::vector<bool>& dateStyles;
        bool from1904;
    };

    XlsCells(Shared shared, BiffTexts texts) : m_shared(shared), m_texts(std::move(texts)) {}

    /// Records that are no cells are passed over. False when one is cut off.
    bool take(const BiffRecord& record);
    Grid grid() { return std::move(m_grid); }

private:
    struct Place {
        std::uint32_t row;
        std::uint32_t column;
        unsigned style;
    };
    static Place placeOf(std::string_view record);
    void number(const Place& place, double value);
    void boolOrError(const Place& place, unsigned value, bool isError);
    void formula(std::string_view record);

    Shared m_shared;
    BiffTexts m_texts;
    Grid m_grid;
    std::optional<Place> m_awaitsText;  ///< a formula whose text follows in a record of its own
};

}  // namespace icp
