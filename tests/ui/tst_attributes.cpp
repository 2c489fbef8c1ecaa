#include "tests/support/ui/samplefindings.h"
#include "ui/models/attributelist.h"
#include "ui/models/contrast.h"
#include "ui/stations/patterns/attributecard.h"
#include "ui/stations/patterns/foldbutton.h"
#include "ui/stations/patterns/sentences.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace icp;
using namespace icp::ui;
using icp::test::sampleFindings;

/// The list of attributes, what may be claimed of one, and the words for it.
class TestAttributes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(false, 1); }
    void listGroupsAndOrders();
    void listKeepsItsOrderWhenNarrowed();
    void listSearches();
    void listWithoutRanking();
    void listOfManyAttributes();
    void listWithoutAnyPattern();
    void contrastJoinsNeighbours();
    void contrastOfNames();
    void contrastOfOverlappingLevels();
    void contrastNeedsSomethingToCompare();
    void sentences();
    void timesAsOftenReadsLikeSpeech();
    void foldedGroupsStandBelowTheList();
    void unclearNamesAreNotClaimed();
};

static QStringList shown(const AttributeListModel& model) {
    QStringList out;
    for (int row = 0; row < model.rowCount(); ++row) out << model.index(row).data().toString();
    return out;
}

void TestAttributes::listGroupsAndOrders() {
    AttributeListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFindings(sampleFindings());
    const QStringList folded{"Finance team size", "Ownership",        "Industry",
                             "Lead source",       "No pattern found", "Left out: knows the result"};
    QCOMPARE(shown(model), folded);
    QCOMPARE(model.analysed(), 5);
    model.toggle(4);
    QCOMPARE(model.rowCount(), 7);
    QCOMPARE(model.index(5).data().toString(), QStringLiteral("Country"));
    model.toggle(6);
    QCOMPARE(model.index(7).data().toString(), QStringLiteral("Contract signed"));
    QVERIFY(model.index(7).data(Qt::ToolTipRole).toString().contains(QStringLiteral("after a deal is won")));
    model.toggle(4);
    model.toggle(5);
    QCOMPARE(shown(model), folded);
    model.setOrder(AttributeListModel::Order::Name);
    QCOMPARE(shown(model)[0], QStringLiteral("Finance team size"));
    QCOMPARE(shown(model)[1], QStringLiteral("Industry"));
    model.setOrder(AttributeListModel::Order::Class);
    QCOMPARE(shown(model)[0], QStringLiteral("Ownership"));
    QCOMPARE(model.rowOf(QStringLiteral("account.country")), -1);
    QCOMPARE(model.rowOf(QStringLiteral("account.country"), true), 5);
}

/// A click on a bar may leave too few to rank by: the list stays as it was, and goes back to names only when
/// nothing was ranked before.
void TestAttributes::listKeepsItsOrderWhenNarrowed() {
    AttributeListModel model;
    Findings findings = sampleFindings();
    model.setFindings(findings);
    QStringList ranked = shown(model).mid(0, 4);
    findings.mode = Mode::Directional;
    std::reverse(findings.attributes.begin(), findings.attributes.end());
    model.setKept({QStringLiteral("account.finance_team_size")});
    model.setFindings(findings);
    QVERIFY(model.ranksAsBefore());
    QCOMPARE(shown(model).mid(0, 4), ranked);
    // Without a bar that narrows it, there is no before.
    model.setKept({});
    model.setFindings(findings);
    QVERIFY(!model.ranksAsBefore());
    QCOMPARE(shown(model)[0], QStringLiteral("Country"));
}

void TestAttributes::listSearches() {
    AttributeListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFindings(sampleFindings());
    model.setSearch(QStringLiteral(" COUN "));
    QCOMPARE(shown(model), (QStringList{"No pattern found", "Country"}));
    model.toggle(0);  // groups stay open while something is searched
    QCOMPARE(model.rowCount(), 2);
    model.setSearch(QStringLiteral("nothing has this name"));
    QCOMPARE(model.rowCount(), 0);
    model.setSearch({});
    QCOMPARE(model.rowCount(), 6);
}

void TestAttributes::listWithoutRanking() {
    Findings findings = sampleFindings();
    findings.mode = Mode::Directional;
    AttributeListModel model;
    model.setFindings(findings);
    QCOMPARE(shown(model), (QStringList{"Country", "Finance team size", "Industry", "Lead source",
                                        "Ownership", "Left out: knows the result"}));
    QCOMPARE(strengthText(findings.attributes[0], findings.mode), QStringLiteral("Direction only"));
    QCOMPARE(strengthText(findings.attributes[0], Mode::Full), QStringLiteral("Very clear"));
    QCOMPARE(strengthText(findings.attributes[2], Mode::Full), QStringLiteral("Clear"));
    QCOMPARE(strengthText(findings.attributes[3], Mode::Full), QStringLiteral("Unsure"));
}

void TestAttributes::listOfManyAttributes() {
    Findings findings = sampleFindings();
    const AttributeProfile first = findings.attributes[0];
    for (int i = 0; i < 300; ++i) {
        AttributeProfile another = first;
        another.name += QString::number(i);
        another.label += QString::number(i);
        findings.attributes.insert(findings.attributes.begin(), another);
    }
    AttributeCard card;
    card.setFindings(findings, true);
    card.resize(296, 700);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    QSignalSpy changed(&card, &AttributeCard::currentChanged);
    QTest::keyClick(card.view(), Qt::Key_End);
    QCOMPARE(card.current()->label, QStringLiteral("Lead source"));  // folded groups are not in the list
    QTest::keyClick(card.view(), Qt::Key_Home);
    QCOMPARE(changed.size(), 2);
}

void TestAttributes::listWithoutAnyPattern() {
    Findings findings = sampleFindings();
    for (AttributeProfile& attribute : findings.attributes) attribute.q = 0.9;
    AttributeCard card;
    card.setFindings(findings, true);
    // What was looked at is shown, though nothing was found.
    QVERIFY(card.current() != nullptr);
    QVERIFY(card.current()->leak.isEmpty());
}

void TestAttributes::contrastJoinsNeighbours() {
    const Findings findings = sampleFindings();
    const auto contrast = contrastOf(findings.attributes[0], findings.base);
    QVERIFY(contrast.has_value());
    QCOMPARE(contrast->label, QStringLiteral("4–25"));
    QCOMPARE(contrast->inside.positives, 177);
    QCOMPARE(contrast->inside.n, 424);
    QCOMPARE(contrast->outside.positives, 37);
    QCOMPARE(contrast->outside.n, 249);
    // statsmodels 0.13.5: confint_proportions_2indep(177, 424, 37, 249, method="newcomb")
    QVERIFY(std::abs(contrast->difference - 0.2688585) < 1e-6);
    QVERIFY(std::abs(contrast->low - 0.2012857) < 1e-6);
    QVERIFY(std::abs(contrast->high - 0.3301888) < 1e-6);
    QVERIFY(contrast->clear());
    const auto below = levelsBelow(findings.attributes[0], findings.base);
    QCOMPARE(below.size(), std::size_t(1));  // neighbours only: "61–150" is below too, but stands elsewhere
    QCOMPARE(below[0].label, QStringLiteral("1–3"));
}

void TestAttributes::contrastOfNames() {
    const Findings findings = sampleFindings();
    const auto ownership = contrastOf(findings.attributes[1], findings.base);
    QVERIFY(ownership.has_value());
    QCOMPARE(ownership->label, QStringLiteral("Subsidiary"));
    QCOMPARE(ownership->inside.n, 130);
    QCOMPARE(ownership->outside.n, 590);
    QVERIFY(
        !contrastOf(findings.attributes[2], findings.base).has_value());  // no industry stands out upwards
    QCOMPARE(levelsBelow(findings.attributes[1], findings.base)[0].label, QStringLiteral("Public body"));
}

void TestAttributes::contrastOfOverlappingLevels() {
    const Findings findings = sampleFindings();
    AttributeProfile tools = findings.attributes[1];
    tools.kind = AttributeKind::Multi;
    const auto contrast = contrastOf(tools, findings.base);
    QVERIFY(contrast.has_value());
    QCOMPARE(contrast->levels.size(), std::size_t(1));
    QCOMPARE(contrast->outside.n, 720 - contrast->inside.n);
}

void TestAttributes::contrastNeedsSomethingToCompare() {
    AttributeProfile one;
    one.levels = {test::levelOf(QStringLiteral("a"), QStringLiteral("x"), 20, 40, 0, 0, 0.5)};
    QVERIFY(!contrastOf(one, rateOf(20, 40)).has_value());
    QVERIFY(!contrastOf(AttributeProfile{}, Rate{}).has_value());
}

void TestAttributes::sentences() {
    const Findings findings = sampleFindings();
    const AttributeProfile& team = findings.attributes[0];
    const FindingText driver = driverText(team, *contrastOf(team, findings.base), Words(findings.study));
    QCOMPARE(driver.title, QStringLiteral("Finance team size 4–25: you win almost three times as often."));
    QCOMPARE(driver.numbers,
             QStringLiteral("42% of 424 deals, against 15% of 249. The gap is 27 points (20 to 33)."));
    const FindingText exclusion = exclusionText(findings.exclusions[0], findings);
    QCOMPARE(
        exclusion.numbers,
        QStringLiteral("3 of 62 won, since Jan 2025: 2 of 16, held. 5 customers fit this, 1% of revenue."));
    QCOMPARE(untestedText(findings.attributes[2], findings).numbers,
             QStringLiteral("Insurance 3 deals, Energy 12. Too few to decide."));
    QVERIFY(untestedText(findings.attributes[1], findings).title.isEmpty());
    QCOMPARE(noDriverText(findings.attributes[5], findings).numbers,
             QStringLiteral("It is filled in only after a deal is won."));
    Findings stayed = findings;
    stayed.study.unit = Unit::Account;
    stayed.study.outcome = Outcome::Retained;
    const FindingText words = driverText(team, *contrastOf(team, stayed.base), Words(stayed.study));
    QVERIFY(words.title.contains(QStringLiteral("customers stay almost three times as often")));
    QVERIFY(words.numbers.startsWith(QStringLiteral("42% of 424 customers")));
}

void TestAttributes::timesAsOftenReadsLikeSpeech() {
    QCOMPARE(timesAsOften(0.42, 0.30), QStringLiteral("1.4 times as often"));
    QCOMPARE(timesAsOften(0.40, 0.20), QStringLiteral("twice as often"));
    QCOMPARE(timesAsOften(0.38, 0.20), QStringLiteral("almost twice as often"));
    QCOMPARE(timesAsOften(0.45, 0.20), QStringLiteral("more than twice as often"));
    QCOMPARE(timesAsOften(0.60, 0.20), QStringLiteral("three times as often"));
    QCOMPARE(timesAsOften(0.72, 0.02), QStringLiteral("36 times as often"));
}

void TestAttributes::foldedGroupsStandBelowTheList() {
    Findings findings = sampleFindings();
    const AttributeProfile first = findings.attributes[0];
    for (int i = 0; i < 30; ++i) {
        AttributeProfile another = first;
        another.name += QString::number(i);
        findings.attributes.insert(findings.attributes.begin(), another);
    }
    AttributeCard card;
    card.setFindings(findings, true);
    card.resize(296, 500);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    const auto buttons = card.findChildren<FoldButton*>();
    QCOMPARE(buttons.size(), 2);
    for (FoldButton* button : buttons) {
        QVERIFY(button->isVisible());
        QVERIFY(card.rect().contains(QRect(button->mapTo(&card, QPoint()), button->size())));
        QVERIFY(button->mapTo(&card, QPoint()).y() >= card.view()->geometry().bottom());
    }
    QCOMPARE(buttons[1]->accessibleName(), QStringLiteral("Left out: knows the result, 1"));
    const int head = card.model()->rowOfGroup(AttributeListModel::Group::LeftOut);
    QVERIFY(card.view()->isRowHidden(head));
    QTest::keyClick(buttons[1], Qt::Key_Space);
    QVERIFY(!card.view()->isRowHidden(card.model()->rowOfGroup(AttributeListModel::Group::LeftOut)));
    QCOMPARE(card.model()->index(card.model()->rowCount() - 1).data().toString(),
             QStringLiteral("Contract signed"));
    QVERIFY(buttons[1]->isVisible());
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    QVERIFY(card.view()->isRowHidden(card.model()->rowOfGroup(AttributeListModel::Group::LeftOut)));
}

void TestAttributes::unclearNamesAreNotClaimed() {
    // One level is clearly bad; the others are a little above average, none of them clearly.
    AttributeProfile ownership;
    ownership.kind = AttributeKind::Nominal;
    ownership.levels = {test::levelOf(QStringLiteral("Private"), QStringLiteral("a"), 100, 300, 0, 0, 0.3),
                        test::levelOf(QStringLiteral("Subsidiary"), QStringLiteral("a"), 100, 310, 0, 0, 0.3),
                        test::levelOf(QStringLiteral("Public body"), QStringLiteral("a"), 5, 90, 0, 0, 0.3)};
    const Rate base = rateOf(205, 700);
    QVERIFY(!contrastOf(ownership, base).has_value());
    QCOMPARE(levelsBelow(ownership, base).size(), std::size_t(1));
}

QTEST_MAIN(TestAttributes)
#include "tst_attributes.moc"
