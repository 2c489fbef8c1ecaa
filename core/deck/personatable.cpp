#include "core/deck/personatable.h"

#include "core/deck/figures.h"
#include "core/deck/palette.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::PersonaSlide)
};

constexpr double labelWidth = 160;
constexpr double widest = 480;  // of a persona's column
constexpr double aboveHead = 10 * TableBlock::lineHeight;
constexpr double barsHeight = 40;
constexpr double roleSize = 25;
constexpr double titleSize = 19;
constexpr std::size_t mostHeadLines = 2;  // of a role, and of a title

/// How dense a matrix is, from at ease to as dense as can be read.
struct Density {
    double size;
    double padding;
};
constexpr Density densities[]{{21, 16}, {20, 16}, {19, 14}, {19, 10}, {18, 8}};

double linesAt(double size, std::size_t count) { return double(count) * size * TableBlock::lineHeight; }

}  // namespace

bool barelyKnown(const Persona& persona) { return 2 * persona.filled() < personaFieldsNeeded; }

PersonaTable::PersonaTable(Page& page, const Box& area, const std::vector<Persona>& personas,
                           std::size_t first, std::size_t last, std::vector<PersonaField> rows,
                           bool withCoverage)
    : m_page(page), m_area(area), m_rows(std::move(rows)) {
    const std::vector<Coverage>& coverage = page.input().coverage;
    for (std::size_t i = first; i < last; ++i) {
        m_personas.push_back(&personas[i]);
        m_coverage.push_back(i < coverage.size() ? coverage[i] : Coverage());
        m_counted = m_counted || (withCoverage && m_coverage.back().accounts > 0);
    }
    m_width = std::min(widest, (area.width - labelWidth) / double(m_personas.size()));
    placeHead();
    placeRows();
}

void PersonaTable::addTo(Overflow& overflow) {
    TableBlock table;
    table.alt = Words::tr("Persona matrix");
    table.box = {m_area.x, m_area.y, labelWidth + m_width * double(m_personas.size()), 0};
    table.columnWidths.assign(m_personas.size() + 1, m_width);
    table.columnWidths.front() = labelWidth;
    table.rowHeights.push_back(m_headHeight);
    table.rowHeights.insert(table.rowHeights.end(), m_heights.begin(), m_heights.end());
    for (const double height : table.rowHeights) table.box.height += height;
    table.rows.push_back(head());
    for (std::size_t i = 0; i < m_rows.size(); ++i) table.rows.push_back(row(i));
    m_page.add(std::move(table));
    if (m_counted) bars();
    if (!m_cut.isEmpty()) overflow.add(Words::tr("Persona matrix, in full"), m_cut);
}

double PersonaTable::room() const { return m_width - 2 * TableBlock::padding; }

Line PersonaTable::cellText(const Persona& persona, PersonaField field) const {
    const QString text = persona[field].text.simplified();
    if (text.isEmpty()) return {{Words::tr("Not known"), m_size, Weight::Regular, slide::missingInk}};
    return {{text, m_size, field == PersonaField::Message ? Weight::SemiBold : Weight::Regular, slide::ink}};
}

std::vector<Line> PersonaTable::name(PersonaField field) const {
    return wrapped({{fieldTitle(field), m_size, Weight::SemiBold, slide::ink}},
                   labelWidth - TableBlock::padding, m_page.measure());
}

/// Lines of text a row needs, an anecdote's mark included.
std::size_t PersonaTable::linesOf(PersonaField field) const {
    std::size_t most = name(field).size();
    for (const Persona* persona : m_personas)
        most = std::max(most, wrapped(cellText(*persona, field), room(), m_page.measure()).size() +
                                  (persona->operator[](field).anecdote ? 1 : 0));
    return most;
}

double PersonaTable::height(std::size_t lines) const { return linesAt(m_size, lines) + m_padding; }

/// Roles and titles take two lines where one is not enough.
void PersonaTable::placeHead() {
    double highest = 0;
    for (const Persona* persona : m_personas) {
        const auto two = [&](const Run& run) {
            const std::vector<Line> all = wrapped({run}, room(), m_page.measure());
            m_complete = m_complete && all.size() <= mostHeadLines;
            return cutTo(all, mostHeadLines, room(), m_page.measure());
        };
        const QString title = persona->title.simplified();
        m_heads.push_back({two({roleTitle(persona->role), roleSize, Weight::SemiBold, slide::ink}),
                           two({title.isEmpty() ? Words::tr("title not known") : title, titleSize,
                                Weight::Regular, slide::ink3})});
        highest = std::max(highest, linesAt(roleSize, m_heads.back().role.size()) +
                                        linesAt(titleSize, m_heads.back().title.size()));
    }
    m_headHeight = std::max(m_counted ? 128.0 : 84.0, aboveHead + highest + (m_counted ? barsHeight : 12.0));
}

/// Grows denser until all rows fit; then takes lines from the longest rows.
void PersonaTable::placeRows() {
    const double available = m_area.height - m_headHeight;
    const auto total = [&] {
        return std::accumulate(m_lines.begin(), m_lines.end(), 0.0,
                               [&](double sum, std::size_t count) { return sum + height(count); });
    };
    for (const Density& density : densities) {
        m_size = density.size;
        m_padding = density.padding;
        m_lines.clear();
        for (const PersonaField field : m_rows) m_lines.push_back(linesOf(field));
        if (total() <= available) break;
    }
    while (total() > available) {
        const auto longest = std::max_element(m_lines.begin(), m_lines.end());
        if (*longest == 1) break;
        --*longest;
        m_complete = false;
    }
    const double spare = std::max(0.0, available - total()) / double(m_lines.size());
    for (const std::size_t count : m_lines) m_heights.push_back(height(count) + std::min(spare, 34.0));
}

std::vector<TableBlock::CellText> PersonaTable::head() {
    std::vector<TableBlock::CellText> cells(1);
    cells[0].indent = 0;
    cells[0].anchor = Anchor::Bottom;
    if (m_counted)
        cells[0].lines = wrapped(
            {{Words::tr("Known in won accounts") + QStringLiteral("\n "), 18, Weight::Regular, slide::ink3}},
            labelWidth - TableBlock::padding, m_page.measure());
    for (std::size_t i = 0; i < m_personas.size(); ++i) {
        const Persona& persona = *m_personas[i];
        const QString title = persona.title.simplified();
        TableBlock::CellText cell;
        cell.anchor = Anchor::Top;
        cell.lines = {{{QStringLiteral(" "), 10, Weight::Regular, slide::ink}}};
        for (const std::vector<Line>& lines : {m_heads[i].role, m_heads[i].title})
            cell.lines.insert(cell.lines.end(), lines.begin(), lines.end());
        if (plainText(m_heads[i].title).endsWith(u'\u2026') && !title.endsWith(u'\u2026'))
            m_cut << Words::tr("%1: %2", "role and title of a persona").arg(roleTitle(persona.role), title);
        cell.filled = barelyKnown(persona);
        cell.fill = slide::missing;
        cells.push_back(std::move(cell));
    }
    return cells;
}

std::vector<TableBlock::CellText> PersonaTable::row(std::size_t place) {
    std::vector<TableBlock::CellText> cells(1);
    cells[0].indent = 0;
    cells[0].lines =
        cutTo(name(m_rows[place]), m_lines[place], labelWidth - TableBlock::padding, m_page.measure());
    for (const Persona* persona : m_personas) cells.push_back(cell(*persona, place));
    return cells;
}

TableBlock::CellText PersonaTable::cell(const Persona& persona, std::size_t place) {
    const PersonaField field = m_rows[place];
    const Persona::Entry& entry = persona[field];
    const bool empty = entry.text.simplified().isEmpty();
    const bool anecdote = entry.anecdote && !empty;
    TableBlock::CellText cell;
    const std::vector<Line> all = wrapped(cellText(persona, field), room(), m_page.measure());
    const std::size_t atMost = std::max<std::size_t>(1, m_lines[place] - (anecdote ? 1 : 0));
    if (all.size() > atMost)
        m_cut << Words::tr("%1, %2: %3", "role, field and text of a persona")
                     .arg(roleTitle(persona.role), fieldTitle(field).toLower(), entry.text.simplified());
    cell.lines = cutTo(all, atMost, room(), m_page.measure());
    if (anecdote) cell.lines.push_back({{Words::tr("anecdote"), 18, Weight::Regular, slide::missingInk}});
    cell.filled = empty || barelyKnown(persona) || field == PersonaField::Message;
    cell.fill = empty || barelyKnown(persona) ? slide::missing : slide::message;
    return cell;
}

void PersonaTable::bars() {
    const double y = m_area.y + m_headHeight - 36;
    for (std::size_t i = 0; i < m_personas.size(); ++i) {
        const double x = m_area.x + labelWidth + m_width * double(i) + TableBlock::padding;
        const double barWidth = std::min(150.0, room() - 76);
        const Coverage& coverage = m_coverage[i];
        const QString share = slide::percent(coverage.share());
        m_page.fill({x, y - 7, barWidth, 14}, slide::restSoft, 3,
                    Words::tr("%1: known in %2 of %3 won accounts")
                        .arg(roleTitle(m_personas[i]->role), slide::whole(double(coverage.known)),
                             slide::whole(double(coverage.accounts))));
        if (coverage.known > 0)
            m_page.fill({x, y - 7, std::max(6.0, barWidth * coverage.share()), 14},
                        coverage.share() < 0.25 ? slide::least : slide::best, 3);
        m_page.label({x + barWidth + 12, y - 18, 90, 36}, {share, 20, Weight::SemiBold, slide::ink});
    }
}

QString roleTitle(BuyingRole role) {
    switch (role) {
        case BuyingRole::Champion:
            return Words::tr("Champion");
        case BuyingRole::EconomicBuyer:
            return Words::tr("Economic buyer");
        case BuyingRole::TechnicalCheck:
            return Words::tr("Technical check");
        case BuyingRole::EndUser:
            return Words::tr("End user");
        case BuyingRole::Adviser:
            return Words::tr("Adviser");
        case BuyingRole::Blocker:
            break;
    }
    return Words::tr("Blocker");
}

QString fieldTitle(PersonaField field) {
    switch (field) {
        case PersonaField::Needs:
            return Words::tr("Needs");
        case PersonaField::Goals:
            return Words::tr("Goals");
        case PersonaField::Behaviours:
            return Words::tr("Behaviours");
        case PersonaField::Motivations:
            return Words::tr("Motivations");
        case PersonaField::Values:
            return Words::tr("Values");
        case PersonaField::Aspirations:
            return Words::tr("Aspirations");
        case PersonaField::Pains:
            return Words::tr("Pains");
        case PersonaField::Triggers:
            return Words::tr("Triggers");
        case PersonaField::Objections:
            return Words::tr("Objections");
        case PersonaField::Channels:
            return Words::tr("Channels");
        case PersonaField::MessageTier1:
            return Words::tr("Message, tier 1");
        case PersonaField::MessageTier2:
            return Words::tr("Message, tier 2");
        case PersonaField::Message:
            break;
    }
    return Words::tr("Message");
}

}  // namespace icp
