#include "core/deck/personaslide.h"

#include "core/deck/figures.h"
#include "core/deck/palette.h"
#include "core/deck/personatable.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>
#include <span>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::PersonaSlide)
};

constexpr std::size_t perPage = 7;
constexpr std::size_t besideIcp = 3;  ///< people that the slide of the ICP has room for
constexpr Box wholePage{Page::left, 204, Page::width, 978 - 204};

using Personas = std::vector<Persona>;
using Fields = std::vector<PersonaField>;

/// Some of the personas, [first, last) of all.
using Some = std::span<const Persona>;

bool anyWritten(Some personas, PersonaField field) {
    return std::any_of(personas.begin(), personas.end(),
                       [&](const Persona& persona) { return !persona[field].text.trimmed().isEmpty(); });
}

/// What a complete persona has, in the order on screen, and messages of a tier where one is written.
Fields allRows(Some personas) {
    Fields rows;
    for (int i = 0; i < personaFieldCount; ++i)
        if (const PersonaField field = PersonaField(i); isNeeded(field) || anyWritten(personas, field))
            rows.push_back(field);
    return rows;
}

Fields portraitRows() { return {portraitFields.begin(), portraitFields.end()}; }

/// All the rows but those of the portrait; none when nobody has written a word in them.
Fields furtherRows(Some personas) {
    Fields rows = allRows(personas);
    std::erase_if(rows, [](PersonaField field) {
        return std::find(portraitFields.begin(), portraitFields.end(), field) != portraitFields.end();
    });
    const bool any = std::any_of(rows.begin(), rows.end(),
                                 [&](PersonaField field) { return anyWritten(personas, field); });
    return any ? rows : Fields();
}

QString number(std::size_t count) {
    const QStringList words{Words::tr("No"),    Words::tr("One"),  Words::tr("Two"), Words::tr("Three"),
                            Words::tr("Four"),  Words::tr("Five"), Words::tr("Six"), Words::tr("Seven"),
                            Words::tr("Eight"), Words::tr("Nine"), Words::tr("Ten"), Words::tr("Eleven"),
                            Words::tr("Twelve")};
    return qsizetype(count) < words.size() ? words[qsizetype(count)] : slide::whole(double(count));
}

/// Whether every role is played by one persona alone.
bool oneOfEach(const Personas& personas) {
    std::set<BuyingRole> roles;
    return std::all_of(personas.begin(), personas.end(),
                       [&](const Persona& persona) { return roles.insert(persona.role).second; });
}

Line headline(const Personas& personas) {
    const auto sure = [](const QString& text) { return Run{text, 0, Weight::SemiBold, slide::ink}; };
    const auto doubtful = [](const QString& text) { return Run{text, 0, Weight::SemiBold, slide::doubt}; };
    if (personas.empty()) return {doubtful(Words::tr("Nobody has described the people who decide yet."))};
    std::vector<const Persona*> unknown;
    int written = 0;
    for (const Persona& persona : personas) {
        written += persona.filled();
        if (barelyKnown(persona)) unknown.push_back(&persona);
    }
    const bool roles = oneOfEach(personas);
    const std::size_t known = personas.size() - unknown.size();
    if (known == 0) {
        const QString all = slide::whole(double(personas.size()));
        const QString cells = slide::whole(double(personas.size()) * personaFieldsNeeded);
        return {sure((roles ? Words::tr("Roles to look for: %1.", "a number").arg(all)
                            : Words::tr("Personas to look for: %1.", "a number").arg(all)) +
                     u' '),
                doubtful(written == 0 ? Words::tr("Nobody has described them yet.")
                                      : Words::tr("Little is known yet: %1 of %2 cells.")
                                            .arg(slide::whole(double(written)), cells))};
    }
    const Run knownPart =
        sure(known == 1 ? Words::tr("One role is described.")
             : roles    ? Words::tr("%1 roles decide.", "a number in words").arg(number(known))
                        : Words::tr("%1 personas decide.", "a number in words").arg(number(known)));
    if (unknown.empty()) return {knownPart};
    const QString rest =
        unknown.size() == 1 && roles
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

QString furtherTitle(const Fields& rows) {
    const bool tiers = std::any_of(rows.begin(), rows.end(), [](PersonaField field) {
        return field == PersonaField::MessageTier1 || field == PersonaField::MessageTier2;
    });
    return tiers ? Words::tr("Pains, triggers, channels and the message for each tier")
                 : Words::tr("Pains, triggers and channels");
}

/// A page of the matrix before its header is known, which tells how many follow.
struct Part {
    std::size_t first = 0;
    std::size_t last = 0;
    Fields rows;
    bool further = false;  ///< rows of personas that an earlier page has begun
};

/// All rows on one page where they fit, else those that show a persona at one glance, and the others after.
void divide(const DeckInput& input, const MeasureText& measure, const Personas& personas, std::size_t first,
            std::size_t last, std::vector<Part>& parts) {
    const Some some = Some(personas).subspan(first, last - first);
    Page trial(input, measure);
    if (PersonaTable(trial, wholePage, personas, first, last, allRows(some)).complete()) {
        parts.push_back({first, last, allRows(some)});
        return;
    }
    parts.push_back({first, last, portraitRows()});
    if (const Fields further = furtherRows(some); !further.empty())
        parts.push_back({first, last, further, true});
}

/// Personas from `first` on, as evenly spread over pages as can be.
std::vector<Part> divided(const DeckInput& input, const MeasureText& measure, const Personas& personas,
                          std::size_t first) {
    std::vector<Part> parts;
    const std::size_t count = personas.size() - first;
    if (count == 0) return parts;
    const std::size_t pages = (count + perPage - 1) / perPage;
    const std::size_t each = (count + pages - 1) / pages;
    for (std::size_t at = first; at < personas.size(); at += each)
        divide(input, measure, personas, at, std::min(personas.size(), at + each), parts);
    return parts;
}

void addMatrix(Page& page, const Personas& personas, const Part& part, Overflow& overflow) {
    PersonaTable(page, wholePage, personas, part.first, part.last, part.rows).addTo(overflow);
}

/// "continued on A1", "continued on A1 to A3"; empty when nothing is.
QString continued(std::size_t more) {
    if (more == 0) return {};
    const auto mark = [](std::size_t page) { return QStringLiteral("A%1").arg(page); };
    return more == 1 ? Words::tr("continued on %1", "mark of a page").arg(mark(1))
                     : Words::tr("continued on %1 to %2", "marks of pages").arg(mark(1), mark(more));
}

}  // namespace

std::vector<Draft> personaSlides(const DeckInput& input, const MeasureText& measure, Overflow& overflow) {
    const Personas personas = input.workshop->personasOf(input.icp->id);
    const std::vector<Part> parts = divided(input, measure, personas, 0);
    std::vector<Draft> drafts;
    for (std::size_t i = 0; i < std::max<std::size_t>(1, parts.size()); ++i) {
        Page page(input, measure);
        page.header(Words::tr("Persona matrix"),
                    i == 0 && !parts.empty() ? continued(parts.size() - 1) : QString());
        const QString more = i == 0             ? QString()
                             : parts[i].further ? furtherTitle(parts[i].rows)
                                                : Words::tr("More roles that decide");
        page.title(i == 0 ? headline(personas) : Line{{more, 0, Weight::SemiBold, slide::ink}}, 50, 62);
        if (personas.empty())
            page.paragraph({Page::left, 240, 1100, 400},
                           {{Words::tr("Start with six roles: champion, economic buyer, technical check, end "
                                       "user, adviser and blocker. "
                                       "Write what each of them needs, fears and wants to hear."),
                             26, Weight::Regular, slide::ink3}},
                           1.4);
        else
            addMatrix(page, personas, parts[i], overflow);
        drafts.push_back({page.take(), personaBasis(input)});
    }
    return drafts;
}

void addPeople(Page& page, const Box& area, Overflow& overflow) {
    const Personas personas = page.input().workshop->personasOf(page.input().icp->id);
    if (personas.empty())
        page.paragraph(
            {area.x, area.y, std::min(area.width, 900.0), 200},
            {{Words::tr("Nobody has described the people yet. Write what one of them needs, wants and "
                        "fears, and what to say."),
              24, Weight::Regular, slide::ink3}},
            1.35);
    else
        PersonaTable(page, area, personas, 0, std::min(besideIcp, personas.size()), portraitRows(), false)
            .addTo(overflow);
}

std::vector<Draft> morePeople(const DeckInput& input, const MeasureText& measure, Overflow& overflow) {
    const Personas personas = input.workshop->personasOf(input.icp->id);
    const std::size_t beside = std::min(besideIcp, personas.size());
    std::vector<Part> parts;
    if (const Fields further = furtherRows(Some(personas).first(beside)); !further.empty())
        parts.push_back({0, beside, further, true});
    for (Part& part : divided(input, measure, personas, beside)) parts.push_back(std::move(part));
    std::vector<Draft> drafts;
    for (const Part& part : parts) {
        Page page(input, measure);
        page.header(Words::tr("Ideal customer profile and personas"));
        page.title({{part.further ? furtherTitle(part.rows) : Words::tr("More people"), 0, Weight::SemiBold,
                     slide::ink}},
                   50, 62);
        addMatrix(page, personas, part, overflow);
        drafts.push_back({page.take(), personaBasis(input)});
    }
    return drafts;
}

}  // namespace icp
