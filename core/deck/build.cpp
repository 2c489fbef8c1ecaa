#include "core/deck/build.h"

#include "core/deck/agreementpages.h"
#include "core/deck/counterpages.h"
#include "core/deck/evidence.h"
#include "core/deck/facts.h"
#include "core/deck/figures.h"
#include "core/deck/icpslide.h"
#include "core/deck/implicationpages.h"
#include "core/deck/keyfigures.h"
#include "core/deck/personaslide.h"
#include "core/deck/tables.h"

#include <QCoreApplication>

#include <iterator>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Deck)
};

QString appendixMark(std::size_t index) { return QStringLiteral("A%1").arg(index + 1); }

void append(std::vector<Draft>& all, std::vector<Draft> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// What the parts from `first` on have moved.
Deck::Moved movedFrom(const Overflow& overflow, std::size_t first, const QStringList& marks) {
    Deck::Moved moved;
    for (std::size_t part = first; part < overflow.parts().size(); ++part) {
        if (moved.entries == 0) moved.to = marks.value(qsizetype(part));
        moved.entries += overflow.parts()[part].texts.size();
    }
    return moved;
}

Slide withFooter(Slide slide, const DeckInput& input, const MeasureText& measure, const QString& basis,
                 const QString& end) {
    Page page(input, measure, std::move(slide));
    page.footer(basis, end);
    return page.take();
}

}  // namespace

std::vector<Slide> Deck::all() const {
    std::vector<Slide> slides{icp};
    if (personas) slides.push_back(*personas);
    slides.insert(slides.end(), appendix.begin(), appendix.end());
    return slides;
}

std::vector<Slide> Deck::matrix() const {
    std::vector<Slide> slides{people()};
    slides.insert(slides.end(), appendix.begin(), appendix.begin() + std::ptrdiff_t(morePeople));
    return slides;
}

QString fileMark(const Dataset& dataset) {
    return dataset.fingerprint.mid(0, 4) + QChar(QChar::Nbsp) + dataset.fingerprint.mid(4, 4);
}

Deck buildDeck(const DeckInput& input, const MeasureText& measure) {
    const bool merged = input.workshop->settings.consumers;
    const auto pagesOfPeople = [&](Overflow& overflow) {
        return merged ? morePeople(input, measure, overflow) : personaSlides(input, measure, overflow);
    };
    std::vector<Draft> evidence = merged ? figurePages(input, measure) : std::vector<Draft>();
    append(evidence, counterPages(input, measure));
    append(evidence, implicationPages(input, measure));
    append(evidence, agreementPages(input, measure));
    append(evidence, evidencePages(input, measure));
    append(evidence, segmentPages(input, measure));
    append(evidence, attributePages(input, measure));

    Overflow first;
    (void)icpSlide(input, measure, first);
    const std::size_t onTheSlide = merged ? 0 : 1;
    const std::size_t morePages = pagesOfPeople(first).size() - onTheSlide;
    std::vector<std::size_t> pageOf;
    std::vector<Draft> rest = overflowPages(first.parts(), input, measure, pageOf);

    QStringList marks;
    for (const std::size_t page : pageOf) marks << appendixMark(morePages + evidence.size() + page);
    Overflow overflow(marks);
    Deck deck;
    deck.icp = icpSlide(input, measure, overflow);
    deck.icp.mark = QStringLiteral("1");
    deck.icpMoved = movedFrom(overflow, 0, marks);
    const std::size_t icpParts = overflow.parts().size();
    std::vector<Draft> drafts = pagesOfPeople(overflow);
    deck.personasMoved = movedFrom(overflow, icpParts, marks);
    deck.morePeople = morePages;
    if (!merged) {
        deck.personas = withFooter(std::move(drafts.front().slide), input, measure, drafts.front().basis,
                                   input.icp->review.isValid()
                                       ? Words::tr("Next review %1.").arg(slide::day(input.icp->review))
                                       : QString());
        deck.personas->mark = QStringLiteral("2");
        drafts.erase(drafts.begin());
    }

    append(drafts, std::move(evidence));
    append(drafts, std::move(rest));
    append(drafts, warningPages(input, measure));
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const QString page = Words::tr("Page %1 of %2.", "mark of this page, number of appendix pages")
                                 .arg(appendixMark(i), slide::whole(double(drafts.size())));
        deck.appendix.push_back(
            withFooter(std::move(drafts[i].slide), input, measure, drafts[i].basis, page));
        deck.appendix.back().mark = appendixMark(i);
    }
    return deck;
}

}  // namespace icp
