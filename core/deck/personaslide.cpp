#include "core/deck/personaslide.h"

#include "core/deck/figures.h"
#include "core/deck/palette.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::PersonaSlide)
};

constexpr std::size_t perPage = 7;
constexpr std::size_t besideIcp = 3;  ///< people that the slide of the ICP has room for
constexpr Box wholePage{Page::left, 204, Page::width, 978 - 204};
constexpr double labelWidth = 160;
constexpr double widest = 480;  // of a persona's column
constexpr std::array<double, 3> textSizes{21, 20, 19};

/// Known by less than half of what the slide shows.
bool barelyKnown(const Persona& persona) {
    const auto written = std::count_if(portraitFields.begin(), portraitFields.end(), [&](PersonaField field) {
        return !persona[field].text.trimmed().isEmpty();
    });
    return 2 * std::size_t(written) < portraitFields.size();
}

QString number(std::size_t count) {
    const QStringList words{Words::tr("No"),    Words::tr("One"),  Words::tr("Two"), Words::tr("Three"),
                            Words::tr("Four"),  Words::tr("Five"), Words::tr("Six"), Words::tr("Seven"),
                            Words::tr("Eight"), Words::tr("Nine"), Words::tr("Ten"), Words::tr("Eleven"),
                            Words::tr("Twelve")};
    return qsizetype(count) < words.size() ? words[qsizetype(count)] : slide::whole(double(count));
}

Line headline(const std::vector<Persona>& personas) {
    const auto sure = [](const QString& text) { return Run{text, 0, Weight::SemiBold, slide::ink}; };
    const auto doubtful = [](const QString& text) { return Run{text, 0, Weight::SemiBold, slide::doubt}; };
    if (personas.empty()) return {doubtful(Words::tr("Nobody has described the people who decide yet."))};
    std::vector<const Persona*> unknown;
    for (const Persona& persona : personas)
        if (barelyKnown(persona)) unknown.push_back(&persona);
    const std::size_t known = personas.size() - unknown.size();
    if (known == 0)
        return {
            sure(Words::tr("Roles to look for: %1.", "a number").arg(slide::whole(double(personas.size()))) +
                 u' '),
            doubtful(Words::tr("Nobody has described them yet."))};
    const Run knownPart =
        sure(known == 1 ? Words::tr("One role is described.")
                        : Words::tr("%1 roles decide.", "a number in words").arg(number(known)));
    if (unknown.empty()) return {knownPart};
    const QString rest =
        unknown.size() == 1
            ? Words::tr("We barely know the %1.", "a role").arg(roleTitle(unknown.front()->role).toLower())
            : Words::tr("%1 more we barely know.", "a number in words").arg(number(unknown.size()));
    return {knownPart, doubtful(u' ' + rest)};
}

QString personaBasis(const DeckInput& input) {
    qint64 accounts = 0;
    for (const Coverage& coverage : input.coverage) accounts = std::max(accounts, coverage.accounts);
    if (accounts == 0)
        return Words::tr(
            "what the team knows. No contacts are linked to won accounts, so nothing is counted.");
    QString text = Words::tr("contacts of %1 won accounts.").arg(slide::whole(double(accounts)));
    if (input.panel.known && input.panel.won.accounts > 0) {
        const QString won = slide::locale().toString(input.panel.won.median, 'g', 3);
        text += u' ' +
                (input.panel.lost.accounts > 0
                     ? Words::tr("Contacts in the middle: %1 where deals were won, %2 where they were lost.")
                           .arg(won, slide::locale().toString(input.panel.lost.median, 'g', 3))
                     : Words::tr("Contacts in the middle: %1 where deals were won.").arg(won));
    }
    return text;
}

/// One page of the matrix, or a part of one: personas [first, last) of all. Coverage is told where the foot
/// of the page says what it is of.
class Matrix {
public:
    Matrix(Page& page, const Box& area, const std::vector<Persona>& personas, std::size_t first,
           std::size_t last, Overflow& overflow, bool withCoverage = true)
        : m_page(page), m_area(area), m_overflow(overflow) {
        const std::vector<Coverage>& coverage = page.input().coverage;
        for (std::size_t i = first; i < last; ++i) {
            m_personas.push_back(&personas[i]);
            m_coverage.push_back(i < coverage.size() ? coverage[i] : Coverage());
            m_counted = m_counted || (withCoverage && m_coverage.back().accounts > 0);
        }
        m_width = std::min(widest, (area.width - labelWidth) / double(m_personas.size()));
        m_headHeight = m_counted ? 128 : 84;
    }

    void add() {
        chooseSize();
        TableBlock table;
        table.alt = Words::tr("Persona matrix");
        table.box = {m_area.x, m_area.y, labelWidth + m_width * double(m_personas.size()), 0};
        table.columnWidths.assign(m_personas.size() + 1, m_width);
        table.columnWidths.front() = labelWidth;
        table.rowHeights.push_back(m_headHeight);
        table.rowHeights.insert(table.rowHeights.end(), m_heights.begin(), m_heights.end());
        for (const double height : table.rowHeights) table.box.height += height;
        table.rows.push_back(head());
        for (std::size_t i = 0; i < portraitFields.size(); ++i) table.rows.push_back(row(i));
        m_page.add(std::move(table));
        if (m_counted) bars();
        if (!m_cut.isEmpty()) m_overflow.add(Words::tr("Persona matrix, in full"), m_cut);
    }

private:
    double room() const { return m_width - 2 * TableBlock::padding; }

    Line cellText(const Persona& persona, PersonaField field) const {
        const QString text = persona[field].text.simplified();
        if (text.isEmpty()) return {{Words::tr("Not known"), m_size, Weight::Regular, slide::missingInk}};
        return {
            {text, m_size, field == PersonaField::Message ? Weight::SemiBold : Weight::Regular, slide::ink}};
    }

    /// Lines of text a row needs, an anecdote's mark included.
    std::size_t linesOf(PersonaField field) const {
        std::size_t most = 1;
        for (const Persona* persona : m_personas)
            most = std::max(most, wrapped(cellText(*persona, field), room(), m_page.measure()).size() +
                                      (persona->operator[](field).anecdote ? 1 : 0));
        return most;
    }

    /// Shrinks until all rows fit; then takes lines from the longest rows.
    void chooseSize() {
        const double available = m_area.height - m_headHeight;
        std::array<std::size_t, portraitFields.size()> lines{};
        const auto height = [&](std::size_t count) {
            return double(count) * m_size * TableBlock::lineHeight + 16;
        };
        const auto total = [&] {
            double sum = 0;
            for (const std::size_t count : lines) sum += height(count);
            return sum;
        };
        for (const double size : textSizes) {
            m_size = size;
            for (std::size_t i = 0; i < lines.size(); ++i) lines[i] = linesOf(portraitFields[i]);
            if (total() <= available) break;
        }
        while (total() > available) --*std::max_element(lines.begin(), lines.end());
        const double spare = (available - total()) / double(lines.size());
        for (const std::size_t count : lines) m_heights.push_back(height(count) + std::min(spare, 34.0));
        m_lines = lines;
    }

    std::vector<TableBlock::CellText> head() const {
        std::vector<TableBlock::CellText> cells(1);
        cells[0].indent = 0;
        cells[0].anchor = Anchor::Bottom;
        if (m_counted)
            cells[0].lines = wrapped({{Words::tr("Known in won accounts") + QStringLiteral("\n "), 18,
                                       Weight::Regular, slide::ink3}},
                                     labelWidth - TableBlock::padding, m_page.measure());
        for (const Persona* persona : m_personas) {
            TableBlock::CellText cell;
            cell.anchor = Anchor::Top;
            cell.lines = {{{QStringLiteral(" "), 10, Weight::Regular, slide::ink}},
                          elided({{roleTitle(persona->role), 25, Weight::SemiBold, slide::ink}}, room(),
                                 m_page.measure()),
                          elided({{persona->title.isEmpty() ? Words::tr("title not known")
                                                            : persona->title.simplified(),
                                   19, Weight::Regular, slide::ink3}},
                                 room(), m_page.measure())};
            cell.filled = barelyKnown(*persona);
            cell.fill = slide::missing;
            cells.push_back(std::move(cell));
        }
        return cells;
    }

    std::vector<TableBlock::CellText> row(std::size_t place) {
        const PersonaField field = portraitFields[place];
        std::vector<TableBlock::CellText> cells(1);
        cells[0].indent = 0;
        cells[0].lines = {elided({{fieldTitle(field), 21, Weight::SemiBold, slide::ink}},
                                 labelWidth - TableBlock::padding, m_page.measure())};
        for (const Persona* persona : m_personas) cells.push_back(cell(*persona, place));
        return cells;
    }

    TableBlock::CellText cell(const Persona& persona, std::size_t place) {
        const PersonaField field = portraitFields[place];
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

    void bars() {
        const double y = m_area.y + 92;
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

    Page& m_page;
    Box m_area;
    Overflow& m_overflow;
    std::vector<const Persona*> m_personas;
    std::vector<Coverage> m_coverage;
    bool m_counted = false;  ///< contacts are linked, so coverage means something
    double m_width = 0;
    double m_headHeight = 0;
    double m_size = textSizes.front();
    std::array<std::size_t, portraitFields.size()> m_lines{};
    std::vector<double> m_heights;
    QStringList m_cut;
};

}  // namespace

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

std::vector<Draft> personaSlides(const DeckInput& input, const MeasureText& measure, Overflow& overflow) {
    const std::vector<Persona> personas = input.workshop->personasOf(input.icp->id);
    const std::size_t pages = std::max<std::size_t>(1, (personas.size() + perPage - 1) / perPage);
    const std::size_t each = (personas.size() + pages - 1) / pages;
    const QString subject =
        input.icp->name.isEmpty() || input.icp->criteria.empty()
            ? Words::tr("Persona matrix")
            : Words::tr("Persona matrix for %1", "name of the profile").arg(input.icp->name);
    std::vector<Draft> drafts;
    for (std::size_t i = 0; i < pages; ++i) {
        Page page(input, measure);
        page.header(i == 0 && pages > 1
                        ? Words::tr("%1, continued on %2", "subject of a slide, mark of a page")
                              .arg(subject, QStringLiteral("A1"))
                        : subject);
        page.title(i == 0 ? headline(personas)
                          : Line{{Words::tr("More roles that decide"), 0, Weight::SemiBold, slide::ink}},
                   50, 62);
        if (personas.empty())
            page.paragraph({Page::left, 240, 1100, 400},
                           {{Words::tr("Start with six roles: champion, economic buyer, technical check, end "
                                       "user, adviser and blocker. "
                                       "Write what each of them needs, fears and wants to hear."),
                             26, Weight::Regular, slide::ink3}},
                           1.4);
        else
            Matrix(page, wholePage, personas, i * each, std::min(personas.size(), (i + 1) * each), overflow)
                .add();
        drafts.push_back({page.take(), personaBasis(input)});
    }
    return drafts;
}

void addPeople(Page& page, const Box& area, Overflow& overflow) {
    const std::vector<Persona> personas = page.input().workshop->personasOf(page.input().icp->id);
    if (personas.empty())
        page.paragraph(
            {area.x, area.y, std::min(area.width, 900.0), 200},
            {{Words::tr("Nobody has described the people yet. Write what one of them needs, wants and "
                        "fears, and what to say."),
              24, Weight::Regular, slide::ink3}},
            1.35);
    else
        Matrix(page, area, personas, 0, std::min(besideIcp, personas.size()), overflow, false).add();
}

std::vector<Draft> morePeople(const DeckInput& input, const MeasureText& measure, Overflow& overflow) {
    const std::vector<Persona> personas = input.workshop->personasOf(input.icp->id);
    std::vector<Draft> drafts;
    for (std::size_t first = besideIcp; first < personas.size(); first += perPage) {
        Page page(input, measure);
        page.header(Words::tr("Ideal customer profile and personas"));
        page.title({{Words::tr("More people"), 0, Weight::SemiBold, slide::ink}}, 50, 62);
        Matrix(page, wholePage, personas, first, std::min(personas.size(), first + perPage), overflow).add();
        drafts.push_back({page.take(), personaBasis(input)});
    }
    return drafts;
}

std::vector<Draft> personaDetails(const DeckInput& input, const MeasureText& measure) {
    std::vector<Overflow::Part> parts;
    for (const Persona& persona : input.workshop->personasOf(input.icp->id)) {
        Overflow::Part part;
        part.heading = persona.title.isEmpty()
                           ? roleTitle(persona.role)
                           : Words::tr("%1: %2", "role and title of a persona")
                                 .arg(roleTitle(persona.role), persona.title.simplified());
        for (int i = 0; i < personaFieldCount; ++i) {
            const PersonaField field = PersonaField(i);
            const Persona::Entry& entry = persona[field];
            const QString text = entry.text.simplified();
            if (text.isEmpty() ||
                std::find(portraitFields.begin(), portraitFields.end(), field) != portraitFields.end())
                continue;
            part.texts << Words::tr("%1: %2", "field and text of a persona").arg(fieldTitle(field), text) +
                              (entry.anecdote ? u' ' + Words::tr("(anecdote)") : QString());
        }
        if (!part.texts.isEmpty()) parts.push_back(std::move(part));
    }
    std::vector<std::size_t> pageOf;
    return overflowPages(parts, input, measure, pageOf,
                         {Words::tr("More of each persona"),
                          Words::tr("Pains, triggers, channels and the message for each tier")});
}

}  // namespace icp
