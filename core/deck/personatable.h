#pragma once

#include "core/deck/overflow.h"
#include "core/deck/page.h"

namespace icp {

/// Personas beside each other as a table of a slide: some of them, by some of their fields. Coverage is told
/// where the foot of the page says what it is of.
class PersonaTable {
public:
    /// Personas [first, last) of all. `page` outlives it.
    PersonaTable(Page& page, const Box& area, const std::vector<Persona>& personas, std::size_t first,
                 std::size_t last, std::vector<PersonaField> rows, bool withCoverage = true);

    /// Whether every text of its rows stands in it whole, be it small.
    bool complete() const { return m_complete; }
    /// What does not fit goes into `overflow`, word for word.
    void addTo(Overflow& overflow);

private:
    double room() const;
    Line cellText(const Persona& persona, PersonaField field) const;
    std::vector<Line> name(PersonaField field) const;
    std::size_t linesOf(PersonaField field) const;
    double height(std::size_t lines) const;
    void placeHead();
    void placeRows();
    std::vector<TableBlock::CellText> head();
    std::vector<TableBlock::CellText> row(std::size_t place);
    TableBlock::CellText cell(const Persona& persona, std::size_t place);
    void bars();

    struct Head {
        std::vector<Line> role;
        std::vector<Line> title;
    };
    Page& m_page;
    Box m_area;
    std::vector<PersonaField> m_rows;
    std::vector<const Persona*> m_personas;
    std::vector<Coverage> m_coverage;
    std::vector<Head> m_heads;
    bool m_counted = false;  ///< contacts are linked, so coverage means something
    bool m_complete = true;
    double m_width = 0;
    double m_headHeight = 0;
    double m_size = 0;                 ///< of the text
    double m_padding = 0;              ///< above and below the text of a row, together
    std::vector<std::size_t> m_lines;  ///< of each row
    std::vector<double> m_heights;
    QStringList m_cut;
};

/// Less is written of it than half of what a complete persona has.
bool barelyKnown(const Persona& persona);

/// Role and field names as people read them.
QString roleTitle(BuyingRole role);
QString fieldTitle(PersonaField field);

}  // namespace icp
