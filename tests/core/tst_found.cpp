#include "core/analysis/testwords.h"
#include "core/deck/build.h"
#include "core/deck/found.h"
#include "core/deck/standout.h"
#include "tests/support/core/deckcase.h"
#include "tests/support/core/slidetext.h"

#include <QTest>

using namespace icp;
using namespace icp::test;

namespace {

Deck deckOf(const DeckCase& made) { return buildDeck(made.input(), plainMeasure); }

Rate rateOf(qint64 positives, qint64 n, double low, double high) {
    return {n, positives, double(positives) / double(n), low, high};
}

Level levelOf(const QString& value, const Rate& rate) {
    Level level;
    level.label = value;
    level.condition.attribute = QStringLiteral("deal.x_process");
    level.condition.values = {value};
    level.rate = rate;
    return level;
}

/// Quillbridge before anybody wrote a criterion, with nothing found.
DeckCase bare() {
    DeckCase made = quillbridge();
    made.icp().criteria.clear();
    made.icp().sentence.clear();
    made.findings.segments.clear();
    made.findings.exclusions.clear();
    for (AttributeProfile& profile : made.findings.attributes) profile.q = 0.4;
    return made;
}

/// Ranges by the Wilson formula in Python.
AttributeProfile process() {
    AttributeProfile profile;
    profile.name = QStringLiteral("deal.x_process");
    profile.label = QStringLiteral("Purchase process");
    profile.entity = Entity::Deal;
    profile.test = QStringLiteral("rao-scott");
    profile.effectName = QStringLiteral("cramers-v");
    profile.effect = 0.62;
    profile.p = profile.q = 1e-5;
    profile.levels = {levelOf(QStringLiteral("Individual"), rateOf(1324, 1880, 0.6832, 0.7244)),
                      levelOf(QStringLiteral("Committee"), rateOf(130, 1302, 0.0847, 0.1174))};
    return profile;
}

}  // namespace

class TestFound : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void attributesOfDealsAreNamed();
    void cautionStandsBesideTheClaim();
    void whatIsNotKnownIsInNeither();
    void whatFollowsAnotherIsNotSold();
    void aCriterionInDoubtSaysSo();
    void weakSegmentsAreNamed();
    void nothingIsSaidToBeNothing();
    void noDealWithAKnownAccount();
    void aProfileSpeaksForItself();
    void dealsWithoutAccountsAreTold();
    void titlesSpeakLikeTheCriterion();
    void conditionsAreUnionsOfLevels();
    void testsHavePlainWords();
    void exclusionsHaveAVerdict();
};

void TestFound::attributesOfDealsAreNamed() {
    DeckCase made = bare();
    made.findings.attributes.insert(made.findings.attributes.begin(), process());
    const Deck deck = deckOf(made);
    const QString slide = slideText(deck.icp);
    for (const char* words :
         {"No profile yet. What goes with winning are attributes of deals.",
          "Purchase process Individual: 70% (68% to 72%) of 1,880 deals won, 10% (8% to 12%) of the other "
          "1,302.",
          "230 of 720 closed deals were won, 32% (29% to 35%).", "so it makes no criterion."})
        QVERIFY2(slide.contains(QString::fromUtf8(words)), qPrintable(slide));
    QVERIFY(!slide.contains(QStringLiteral("Nobody has agreed")));
    QVERIFY(!slide.contains(QStringLiteral("Nothing to compare")));
    const bool page = std::any_of(deck.appendix.begin(), deck.appendix.end(), [](const Slide& one) {
        return one.title.startsWith(QStringLiteral("Purchase process Individual"));
    });
    QVERIFY(page);
}

void TestFound::cautionStandsBesideTheClaim() {
    DeckCase made = bare();
    AttributeProfile careful = process();
    careful.caution = QStringLiteral("Sales fills it in while a deal goes on.");
    made.findings.attributes.insert(made.findings.attributes.begin(), careful);
    const Deck deck = deckOf(made);
    const auto page = std::find_if(deck.appendix.begin(), deck.appendix.end(), [](const Slide& one) {
        return one.title.startsWith(QStringLiteral("Purchase process Individual"));
    });
    QVERIFY(page != deck.appendix.end());
    QVERIFY2(slideText(*page).simplified().contains(careful.caution), qPrintable(slideText(*page)));
    const auto said = [&] { return slideText(deckOf(made).icp).simplified(); };
    QVERIFY(said().contains(QStringLiteral("of the other 1,302. It may follow the result.")));
    made.findings.attributes.front().circular = true;
    QVERIFY(said().contains(QStringLiteral("of the other 1,302. It repeats the outcome.")));
}

void TestFound::whatIsNotKnownIsInNeither() {
    DeckCase made = bare();
    AttributeProfile thin = process();
    thin.levels.push_back(levelOf(QStringLiteral("Partner"), rateOf(40, 400, 0.0742, 0.1334)));
    thin.levels.push_back(levelOf({}, rateOf(1061, 1536, 0.667, 0.7134)));
    thin.levels.back().unknown = true;
    made.findings.attributes.insert(made.findings.attributes.begin(), thin);
    // 170 of 1,702: 8.65% to 11.51% by the Wilson formula in Python.
    const QString slide = slideText(deckOf(made).icp).simplified();
    QVERIFY2(
        slide.contains(QStringLiteral("70% (68% to 72%) of 1,880 deals won, 10% (9% to 12%) of the other "
                                      "1,702. 1,536 where it is not known are in neither.")),
        qPrintable(slide));
}

void TestFound::whatFollowsAnotherIsNotSold() {
    DeckCase made = bare();
    AttributeProfile campaign = process();
    campaign.name = QStringLiteral("deal.x_campaign");
    campaign.label = QStringLiteral("Campaign");
    campaign.effect = 0.5;
    auto& attributes = made.findings.attributes;
    attributes.insert(attributes.begin(), {process(), campaign});
    QCOMPARE(slide::foundInstead(made.input()).size(), 2);
    Confounder check;
    check.attribute = campaign.name;
    check.explainedBy = process().name;
    check.strata = 2;
    for (const ConfounderVerdict verdict : {ConfounderVerdict::Explained, ConfounderVerdict::Reversed}) {
        check.verdict = verdict;
        made.findings.confounders = {check};
        QVERIFY(!slideText(deckOf(made).icp).contains(QStringLiteral("Campaign Individual")));
        QCOMPARE(slide::foundInstead(made.input()).front()->name, process().name);
    }
    // Of two that explain each other the stronger one stays.
    std::swap(check.attribute, check.explainedBy);
    made.findings.confounders.push_back(check);
    QCOMPARE(slide::foundInstead(made.input()).size(), 1);
    QCOMPARE(slide::foundInstead(made.input()).front()->name, process().name);
    // Of two that nothing tells apart likewise.
    check.strata = 0;
    check.verdict = ConfounderVerdict::Unclear;
    made.findings.confounders = {check};
    QCOMPARE(slide::foundInstead(made.input()).size(), 2);
    std::swap(check.attribute, check.explainedBy);
    made.findings.confounders = {check};
    QCOMPARE(slide::foundInstead(made.input()).size(), 1);
    QCOMPARE(slide::foundInstead(made.input()).front()->name, process().name);
}

void TestFound::aCriterionInDoubtSaysSo() {
    DeckCase made = quillbridge();
    Confounder check;
    check.attribute = made.findings.attributes[0].name;
    check.explainedByLabel = QStringLiteral("Service");
    check.strata = 3;
    check.crude = {2.4826, {2.2, 2.8}};
    check.adjusted = {0.2318, {0.1799, 0.2987}};
    check.verdict = ConfounderVerdict::Reversed;
    check.sentence = QStringLiteral("It turns round.");
    made.findings.confounders = {check};
    const auto said = [&] {
        const Deck deck = deckOf(made);
        return std::any_of(deck.appendix.begin(), deck.appendix.end(), [](const Slide& page) {
            return page.title.startsWith(QStringLiteral("Finance team")) &&
                   slideText(page).simplified().contains(
                       QStringLiteral("Is it really this? It turns round. Its odds are 2.48 alone, 0.23 "
                                      "(0.18 to 0.30) with Service equal."));
        });
    };
    QVERIFY(said());
    made.findings.confounders.front().verdict = ConfounderVerdict::StillMatters;
    QVERIFY(!said());
}

void TestFound::weakSegmentsAreNamed() {
    DeckCase made = bare();
    auto deals = std::make_shared<Table>(*made.dataset.deals.table);
    deals->fields.push_back(deals->fields.front());
    made.dataset.deals.table = deals;
    Attribute type;
    type.name = QStringLiteral("deal.type");
    type.label = QStringLiteral("Type");
    type.entity = Entity::Deal;
    type.column = 1;
    made.dataset.deals.attributes.push_back(type);
    Segment segment;
    segment.conditions.emplace_back();
    segment.conditions.front().attribute = type.name;
    segment.labels = {QStringLiteral("Type: New Customer")};
    segment.rate = rateOf(324, 325, 0.98278, 0.99946);
    segment.heldOut = rateOf(76, 87, 0.7876, 0.9282);
    segment.verdict = QStringLiteral("weaker");
    made.findings.segments = {segment};
    made.findings.discovery = rateOf(529, 541, 0.96, 0.99);
    made.findings.heldOut = rateOf(111, 138, 0.73, 0.86);
    const QString slide = slideText(deckOf(made).icp);
    for (const char* words : {"A segment stands out, but newer deals do not confirm it.",
                              "Type: New Customer: 324 of 325 older deals won, 99.7% (98% to 99.9%), against "
                              "98% of all older ones.",
                              "Of newer ones 76 of 87, against 80% of all: weaker.",
                              "None alone explains winning beyond chance.", "so it makes no criterion."})
        QVERIFY2(slide.contains(QString::fromUtf8(words)), qPrintable(slide));
}

void TestFound::nothingIsSaidToBeNothing() {
    const QString slide = slideText(deckOf(bare()).icp);
    QVERIFY2(slide.contains(QStringLiteral("No attribute explains winning beyond chance.")),
             qPrintable(slide));
    QVERIFY(slide.contains(QStringLiteral("Attributes tested: 2.")));
    QVERIFY2(slide.contains(QStringLiteral("They are: ")), qPrintable(slide));
    QVERIFY(!slide.contains(QStringLiteral("makes no criterion")));
}

void TestFound::noDealWithAKnownAccount() {
    DeckCase made = bare();
    made.findings.unlinked = made.findings.base.n;
    made.gauge.inside = made.gauge.outside = {};
    made.gauge.unlinked = made.findings.base.n;
    const QString slide = slideText(deckOf(made).icp);
    QVERIFY2(slide.contains(QStringLiteral("No closed deal belongs to a known account")), qPrintable(slide));
    QVERIFY(slide.contains(QStringLiteral("How often we win")));
    QVERIFY(slide.contains(QStringLiteral("Studied: won or lost.")));

    DeckCase profiled = quillbridge();
    profiled.gauge.inside = profiled.gauge.outside = {};
    profiled.gauge.unlinked = 720;
    QVERIFY(slideText(deckOf(profiled).icp)
                .contains(QStringLiteral("720 deals are closed, but none belongs to a known account.")));
}

void TestFound::aProfileSpeaksForItself() {
    QVERIFY(!slide::found(quillbridge().input()));
    QVERIFY(slide::foundInstead(quillbridge().input()).empty());
    QVERIFY(!slide::found(beginning().input()));  // nothing was studied
    DeckCase excluding = bare();
    excluding.icp().criteria = {quillbridge().icp().criteria[6]};
    QVERIFY(slide::found(excluding.input()).has_value());  // an exclusion describes nobody
}

void TestFound::dealsWithoutAccountsAreTold() {
    DeckCase made = quillbridge();
    QVERIFY(!slideText(deckOf(made).icp).contains(QStringLiteral("those of known accounts")));
    made.gauge.unlinked = 38;
    QVERIFY(slideText(deckOf(made).icp)
                .contains(QStringLiteral("720 of 758 closed deals: those of known accounts.")));
}

void TestFound::titlesSpeakLikeTheCriterion() {
    // 54 + 86 + 37 of 152 + 188 + 84 are won inside, 12 + 21 + 3 + 1 of 139 + 77 + 25 + 8 outside.
    DeckCase made = quillbridge();
    const auto title = [&] {
        const Deck deck = deckOf(made);
        for (const Slide& page : deck.appendix)
            if (slideText(page).contains(QStringLiteral("Counts behind it"))) {
                const QString text = slideText(page);
                if (!text.contains(QStringLiteral("42% of 424 deals against 15% of 249 deals"))) return text;
                return page.title;
            }
        return QString();
    };
    QCOMPARE(title(), QStringLiteral("Finance team of 4 to 25: won almost three times as often"));
    made.icp().criteria[1].text = QStringLiteral("Finance team: 4–25");
    QCOMPARE(title(), QStringLiteral("Finance team: 4–25 – won almost three times as often"));
}

void TestFound::conditionsAreUnionsOfLevels() {
    const AttributeProfile profile = process();
    Condition one = profile.levels[0].condition;
    const slide::Standout found = slide::standout(profile, one);
    QCOMPARE(found.n, 1880);
    QCOMPARE(found.otherPositives, 130);
    QVERIFY(found.above);
    one.values << QStringLiteral("Nobody");
    QVERIFY(!slide::standout(profile, one).clear());
    const DeckCase made = quillbridge();
    Condition range = made.findings.attributes[0].levels[1].condition;
    range.high = 16;
    QCOMPARE(slide::standout(made.findings.attributes[0], range).n, 152 + 188);
    range.high = 12;
    QVERIFY(!slide::standout(made.findings.attributes[0], range).clear());
}

void TestFound::testsHavePlainWords() {
    AttributeProfile profile = process();
    QCOMPARE(testWords(profile),
             QStringLiteral("chi-square test with deals of one account counted together (Rao-Scott)"));
    QCOMPARE(effectWords(profile), QStringLiteral("strength of association (Cramér’s V)"));
    for (const Slide& slide : deckOf(quillbridge()).all())
        for (const char* name : {"rao-scott", "cramers-v", "kruskal-wallis", "epsilon-squared"})
            QVERIFY2(!slideText(slide).contains(QLatin1String(name)), name);
    profile.test.clear();
    profile.effectName.clear();
    QVERIFY(testWords(profile).isEmpty() && effectWords(profile).isEmpty());
}

void TestFound::exclusionsHaveAVerdict() {
    DeckCase made = quillbridge();
    const auto page = [&] {
        const Deck deck = deckOf(made);
        for (const Slide& slide : deck.appendix)
            if (slideText(slide).contains(QStringLiteral("Levels clearly below all")))
                return slideText(slide);
        return QString();
    };
    QVERIFY2(page().contains(QStringLiteral("held 5")), qPrintable(page()));  // verdict, then customers
    made.findings.exclusions.front().verdict = QStringLiteral("weaker");
    QVERIFY2(page().contains(QStringLiteral("weaker 5")), qPrintable(page()));
}

QTEST_APPLESS_MAIN(TestFound)
#include "tst_found.moc"
