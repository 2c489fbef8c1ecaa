#include "core/deck/icpslide.h"

#include "core/deck/boxicons.h"
#include "core/deck/emphasis.h"
#include "core/deck/facts.h"
#include "core/deck/figures.h"
#include "core/deck/found.h"
#include "core/deck/keyfigures.h"
#include "core/deck/palette.h"
#include "core/deck/personaslide.h"
#include "core/deck/winbars.h"
#include "core/workshop/workshop.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace icp {

namespace {

constexpr double columnTop = 318;
constexpr double columnBottom = 676;
constexpr double columnHeight = columnBottom - columnTop;
constexpr double boxWidth = 565;
constexpr double boxTextWidth = boxWidth - 48;
constexpr double boxTextHeight = 68;

/// Where things stand.
struct Places {
    Box who{Page::left, columnTop, 560, columnHeight};
    Box why{712, columnTop, 514, columnHeight};
    Box win{1290, columnTop, 542, columnHeight};
    Box people{};
    double boxes = 694;
};

/// Where consumers are sold to, the people take the room of figures, which continue in the appendix.
constexpr Places merged{{Page::left, columnTop, 560, 250},
                        {Page::left, 640, 560, 205},
                        {Page::left, 640, 560, 205},
                        {712, columnTop, Page::right - 712, 527},
                        863};

constexpr double titleSize = 57;
constexpr double titleHeight = 140;

class IcpSlide {
    Q_DECLARE_TR_FUNCTIONS(icp::IcpSlide)

public:
    IcpSlide(const DeckInput& input, const MeasureText& measure, Overflow& overflow)
        : m_page(input, measure),
          m_input(input),
          m_icp(*input.icp),
          m_found(slide::found(input)),
          m_merged(input.workshop->settings.consumers),
          m_place(m_merged ? merged : Places()),
          m_overflow(overflow) {}

    Slide make() {
        m_page.header(m_merged ? tr("Ideal customer profile and personas") : tr("Ideal customer profile"));
        headline();
        heading(m_place.who, m_found ? m_found->heading : tr("Who they are"));
        whoTheyAre();
        if (m_merged) {
            heading(m_place.people, tr("The people"));
            addPeople(m_page, m_place.people, m_overflow);
        }
        if (!m_merged || !m_found) {
            heading(m_place.why, tr("Why they buy"));
            whyTheyBuy();
        }
        if (!m_merged || m_found)
            heading(m_place.win,
                    m_input.gauge->aboutRetention ? tr("How often they stay") : tr("How often we win"));
        const bool compared = !m_merged && !m_found && addWinBars(m_page, m_place.win);
        if (m_found) whyNot();
        boxes();
        if (!m_merged) addKeyFigures(m_page);
        m_page.footer(slide::basis(m_input) + (compared ? u' ' + tr("Lines show 95% ranges.") : QString()),
                      standing());
        m_page.slide().notes = m_input.workshop->settings.presenterNotes;
        return m_page.take();
    }

private:
    /// Whom the team placed itself, how the room feels about it, and when it is looked at again.
    QString standing() const {
        QStringList parts;
        const std::vector<FitDecision>& fits = m_input.workshop->fits;
        const auto placed = std::count_if(fits.begin(), fits.end(), [&](const FitDecision& decision) {
            return decision.icp == m_icp.id && decision.fit;
        });
        if (placed > 0)
            parts << (placed == 1 ? tr("1 account placed by hand.")
                                  : tr("%1 accounts placed by hand.").arg(slide::whole(double(placed))));
        if (m_icp.comfort.count() > 0 && !isEarlierVote(m_icp)) parts << comfortText(m_icp.comfort);
        if (m_icp.review.isValid()) parts << tr("Next review %1.").arg(slide::day(m_icp.review));
        return parts.join(u' ');
    }

    void heading(const Box& column, const QString& text) {
        m_page.label({column.x, column.y - 46, column.width, 36}, {text, 22, Weight::SemiBold, slide::best});
    }

    static Line coloured(const Sentence& said) {
        Line text;
        int at = 0;
        for (const auto& [start, length] : said.emphasis) {
            text.push_back({said.text.mid(at, start - at), 0, Weight::SemiBold, slide::ink});
            text.push_back({said.text.mid(start, length), 0, Weight::SemiBold, slide::best});
            at = start + length;
        }
        text.push_back({said.text.mid(at), 0, Weight::SemiBold, slide::ink});
        std::erase_if(text, [](const Run& run) { return run.text.isEmpty(); });
        return text;
    }

    /// The profile in one sentence, of its musts alone where that is too long: the shoulds stand below.
    Sentence briefly() const {
        const bool consumers = m_input.workshop->settings.consumers;
        Sentence said = slide::emphasised(m_icp, consumers);
        if (m_page.titleFits(coloured(said), titleSize, titleHeight)) return said;
        Icp musts = m_icp;
        std::erase_if(musts.criteria, [](const Criterion& c) { return c.importance == Importance::Should; });
        Sentence brief = slide::emphasised(musts, consumers);
        return brief.text.isEmpty() ? said : brief;
    }

    void headline() {
        const Sentence said = briefly();
        Line text = coloured(said);
        if (text.empty())
            text = {{tr("No profile yet."), 0, Weight::SemiBold, slide::ink},
                    {u' ' + (m_found ? m_found->headline : tr("Write the first criterion.")), 0,
                     Weight::SemiBold, slide::doubt}};
        if (!m_page.title(text, titleSize, titleHeight).complete)
            inFull({Page::left, 0, Page::width, 0}, 236,
                   m_overflow.add(tr("The profile in one sentence"), {said.text}));
    }

    /// Tells where a text stands that was cut.
    void inFull(const Box& column, double y, const QString& mark) {
        m_page.label({column.right() - 200, y, 200, 34},
                     {tr("in full on %1", "the mark of a page").arg(mark), 19, Weight::Regular, slide::ink3},
                     Align::Right);
    }

    // --- who they are ---

    QString told(const Criterion& criterion) const {
        return slide::withReason(slide::criterionText(criterion, *m_input.dataset), criterion);
    }

    std::vector<const Criterion*> wanted() const {
        std::vector<const Criterion*> list;
        for (const Criterion& criterion : m_icp.criteria)
            if (criterion.importance != Importance::Exclude && criterion.section != Section::StretchLimits &&
                criterion.section != Section::Exclusions)
                list.push_back(&criterion);
        std::stable_sort(list.begin(), list.end(), [](const Criterion* a, const Criterion* b) {
            return a->importance < b->importance;
        });
        return list;
    }

    struct Row {
        const Criterion* criterion;
        std::vector<Line> text;
        double height;
        bool complete;
    };

    /// One line when it fits, else two smaller ones.
    Row row(const Criterion& criterion, bool tight) const {
        constexpr double room = 442;
        const QString words = told(criterion);
        const Run run{words, tight ? 24.0 : 27.0,
                      criterion.importance == Importance::Must ? Weight::SemiBold : Weight::Regular,
                      slide::ink};
        std::vector<Line> lines = wrapped({run}, room, m_page.measure());
        if (lines.size() == 1) return {&criterion, lines, tight ? 51.0 : 60.0, true};
        Line small{run};
        small.front().size = 22;
        Fitted fit = fitted(small, room, 2 * 22 * 1.2, 1.2, m_page.measure());
        return {&criterion, std::move(fit.lines), 66, fit.complete};
    }

    /// What was found where nobody has a criterion, each in a paragraph of its own.
    void whatWasFound() {
        QStringList cut;
        double y = m_place.who.y;
        for (qsizetype i = 0; i < m_found->lines.size(); ++i) {
            const double room = (m_place.who.bottom() - y) / double(m_found->lines.size() - i) - 14;
            const auto placed =
                m_page.paragraph({m_place.who.x, y, m_place.who.width, room},
                                 {{m_found->lines[i], 24, Weight::Regular, slide::ink}}, 1.32);
            if (!placed.complete) cut << m_found->lines[i];
            y = placed.bottom + 14;
        }
        if (!cut.isEmpty()) inFull(m_place.who, 272, m_overflow.add(tr("What was found, in full"), cut));
    }

    /// Beside what was found: what was studied, and why that makes no profile.
    void whyNot() {
        const auto studied =
            m_page.paragraph({m_place.win.x, m_place.win.y, m_place.win.width, m_merged ? 100.0 : 170.0},
                             {{m_found->studied, 24, Weight::Regular, slide::ink}}, 1.35);
        if (!m_found->why.isEmpty())
            m_page.paragraph({m_place.win.x, studied.bottom + 14, m_place.win.width,
                              m_place.win.bottom() - studied.bottom - 14},
                             {{m_found->why, 24, Weight::Regular, slide::ink3}}, 1.35);
    }

    void whoTheyAre() {
        if (m_found) {
            whatWasFound();
            return;
        }
        const std::vector<const Criterion*> all = wanted();
        if (all.empty()) {
            m_page.paragraph({m_place.who.x, m_place.who.y, 520, m_place.who.height},
                             {{tr("Nobody has agreed on a criterion yet. Take one from the data, or write "
                                  "what you believe and test it."),
                               24, Weight::Regular, slide::ink3}},
                             1.35);
            return;
        }
        std::vector<Row> rows;
        double height = 0;
        for (const bool tight : {false, true}) {
            rows.clear();
            height = 0;
            for (const Criterion* criterion : all) {
                rows.push_back(row(*criterion, tight));
                height += rows.back().height;
            }
            if (height <= m_place.who.height + 4) break;
        }
        constexpr double moreHeight = 40;
        QStringList left;
        while (height > m_place.who.height + 4 - (left.isEmpty() ? 0 : moreHeight)) {
            left.prepend(slide::levelWord(rows.back().criterion->importance) + QStringLiteral(": ") +
                         told(*rows.back().criterion));
            height -= rows.back().height;
            rows.pop_back();
        }
        QStringList cut;
        double y = m_place.who.y - 8;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i > 0) m_page.rule(m_place.who.x, y, m_place.who.right(), y, 1, slide::rule);
            criterionRow(rows[i], y);
            if (!rows[i].complete) cut << told(*rows[i].criterion);
            y += rows[i].height;
        }
        if (!left.isEmpty()) {
            const QString mark = m_overflow.add(tr("Who they are, continued"), left);
            m_page.label({m_place.who.x + 118, y, 442, moreHeight},
                         {andMore(left.size(), mark), 22, Weight::Medium, slide::ink3});
        }
        if (!cut.isEmpty()) inFull(m_place.who, 272, m_overflow.add(tr("Who they are, in full"), cut));
    }

    void criterionRow(const Row& row, double y) {
        const auto [back, fore] = badgeColours(row.criterion->importance);
        const Box box{m_place.who.x, y + (row.height - 36) / 2, 98, 36};
        m_page.fill(box, back, 5);
        m_page.label(box, {slide::levelWord(row.criterion->importance), 20, Weight::SemiBold, fore},
                     Align::Centre);
        m_page.lines({m_place.who.x + 118, y, 442, row.height}, row.text, 1.2, Align::Left, Anchor::Middle);
    }

    static std::pair<Rgb, Rgb> badgeColours(Importance importance) {
        switch (importance) {
            case Importance::Must:
                return {slide::primary, slide::surface};
            case Importance::Should:
                return {slide::bestSoft, slide::bestInk};
            default:
                return {slide::restSoft, slide::ink2};
        }
    }

    // --- why they buy ---

    QString challenge() const {
        if (!m_icp.quote.trimmed().isEmpty()) return tr("“%1”", "a quotation").arg(m_icp.quote.trimmed());
        for (const Criterion& criterion : m_icp.criteria)
            if (criterion.section == Section::KeyChallenge && criterion.importance != Importance::Exclude)
                return slide::criterionText(criterion, *m_input.dataset);
        return {};
    }

    QString whoDecides() const {
        QStringList parts;
        for (const Persona& persona : m_input.workshop->personasOf(m_icp.id)) {
            if (persona.title.trimmed().isEmpty()) continue;
            if (persona.role == BuyingRole::Champion)
                parts << tr("%1 champions", "a job title, then what this person does")
                             .arg(persona.title.trimmed());
            else if (persona.role == BuyingRole::EconomicBuyer)
                parts
                    << tr("%1 signs", "a job title, then what this person does").arg(persona.title.trimmed());
        }
        return parts.join(listSeparator());
    }

    void whyTheyBuy() {
        struct Pair {
            QString label;
            Run text;
        };
        std::vector<Pair> pairs{
            {tr("They want"), {m_icp.problem.trimmed(), 25, Weight::Regular, slide::ink}},
            {tr("We say"), {m_icp.valueProposition.trimmed(), 25, Weight::SemiBold, slide::ink}},
            {tr("Who decides"), {m_merged ? QString() : whoDecides(), 25, Weight::Regular, slide::ink}}};
        std::erase_if(pairs, [](const Pair& pair) { return pair.text.text.isEmpty(); });
        const QString said = challenge();
        double y = m_place.why.y;
        if (said.isEmpty() && pairs.empty()) {
            m_page.paragraph({m_place.why.x, y, m_place.why.width - 20, std::min(300.0, m_place.why.height)},
                             {{tr("Not known yet. The next five customer interviews should end with one "
                                  "sentence here, in the customer’s words."),
                               24, Weight::Regular, slide::ink3}},
                             1.35);
            return;
        }
        QStringList cut;
        if (!said.isEmpty()) {
            const double room = pairs.empty() ? m_place.why.height
                                : m_merged    ? m_place.why.height - 22 - 44.0 * double(pairs.size())
                                              : std::max(84.0, 218 - 44.0 * double(pairs.size() - 1));
            const auto placed =
                m_page.paragraph({m_place.why.x, y, m_place.why.width, room},
                                 {{said, m_merged ? 25.0 : 30.0, Weight::SemiBold, slide::ink}}, 1.36);
            if (!placed.complete) cut << said;
            y = placed.bottom + 22;
        }
        constexpr double gap = 11;
        constexpr double textLeft = 142;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const double room =
                (m_place.why.bottom() - y - gap * double(pairs.size() - 1 - i)) / double(pairs.size() - i);
            const Box box{m_place.why.x + textLeft, y, m_place.why.width - textLeft, std::max(33.0, room)};
            const auto placed = m_page.paragraph(box, {pairs[i].text}, 1.32);
            const Line label = scaled({{pairs[i].label, 25, Weight::Regular, slide::ink3}}, placed.scale);
            const auto name = m_page.paragraph({m_place.why.x, y, textLeft - 8, 80}, label, 1.32);
            if (!placed.complete)
                cut << tr("%1: %2", "a label and its text").arg(pairs[i].label, pairs[i].text.text);
            y = std::max(placed.bottom, name.bottom) + gap;
        }
        if (!cut.isEmpty())
            inFull(m_place.why, m_place.why.y - 46, m_overflow.add(tr("Why they buy, in full"), cut));
    }

    // --- boxes ---

    QStringList texts(bool exclusions) const {
        QStringList list;
        for (const Criterion& criterion : m_icp.criteria) {
            const bool excluded =
                criterion.importance == Importance::Exclude || criterion.section == Section::Exclusions;
            const bool limit = criterion.section == Section::StretchLimits && !excluded;
            if (exclusions ? excluded : limit) list << told(criterion);
        }
        list.removeAll(QString());
        return list;
    }

    void boxes() {
        constexpr std::size_t mostNames = 6;
        QString noNames = hasComputableCriteria(m_icp) ? tr("No customer meets every must yet.")
                                                       : tr("Without a criterion nobody fits or fails.");
        if (m_input.gauge->ideal > 0)
            noNames = (slide::namesHidden(m_input) ? tr("%1 customers. Their names are hidden.")
                                                   : tr("%1 customers. The data has no names."))
                          .arg(slide::whole(double(m_input.gauge->ideal)));
        box(0, {slide::leastSoft, slide::least, slide::leastInk}, tr("Not for us"), sentences(texts(true)),
            tr("Nobody is ruled out yet."));
        box(1, {slide::stretchSoft, slide::stretch, slide::bestInk}, tr("Stretch, after vetting"),
            sentences(texts(false)), tr("No limits are set yet."));
        box(2, {slide::surface2, slide::rest, slide::ink2}, tr("Looks like"),
            shortest(slide::idealCustomers(m_input, mostNames)), noNames);
    }

    /// As many names as a box holds: whom the profile looks like needs no full list.
    QStringList shortest(QStringList names) const {
        const auto fits = [&] {
            return fitted({{names.join(listSeparator()), 24, Weight::Regular, slide::ink}}, boxTextWidth,
                          boxTextHeight, 1.34, m_page.measure())
                .complete;
        };
        while (names.size() > 1 && !fits()) names.removeLast();
        return names;
    }

    static QString listSeparator() { return tr(", ", "between parts of a list"); }

    static QStringList sentences(QStringList list) {
        for (QString& text : list)
            if (!text.endsWith(u'.')) text += u'.';
        return list;
    }

    struct BoxColours {
        Rgb back, edge, fore;
    };

    void box(int place, BoxColours colours, const QString& name, const QStringList& items,
             const QString& none) {
        const Box area{Page::left + place * (boxWidth + 24.5), m_place.boxes, boxWidth, 127};
        m_page.card(area, colours.back, colours.edge);
        slide::addIcon(m_page, slide::BoxIcon(place), {area.x + 30, area.y + 18, 22, 22}, colours.fore);
        m_page.label({area.x + 64, area.y + 12, boxWidth - 80, 34},
                     {name, 22, Weight::SemiBold, colours.fore});
        const Run run{{}, 24, Weight::Regular, slide::ink};
        const Box text{area.x + 30, area.y + 48, boxTextWidth, boxTextHeight};
        if (items.isEmpty())
            m_page.paragraph(text, {{none, 24, Weight::Regular, slide::ink3}}, 1.34);
        else
            m_page.lines(
                text,
                listed(items, place == 2 ? listSeparator() : QStringLiteral(" "), run, text.width,
                       text.height, 1.34, tr("%1, continued").arg(name), m_overflow, m_page.measure()),
                1.34);
    }

    Page m_page;
    const DeckInput& m_input;
    const Icp& m_icp;
    std::optional<slide::Found> m_found;
    bool m_merged;  ///< with the people on the same slide
    Places m_place;
    Overflow& m_overflow;
};

}  // namespace

Slide icpSlide(const DeckInput& input, const MeasureText& measure, Overflow& overflow) {
    return IcpSlide(input, measure, overflow).make();
}

}  // namespace icp
