#include "tests/support/core/datasetbuilder.h"
#include "tests/support/ui/sampledata.h"
#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/smalldataset.h"
#include "tests/support/ui/stationcase.h"
#include "ui/charts/pairchart.h"
#include "ui/models/claimlist.h"
#include "ui/models/textrows.h"
#include "ui/stations/adopt.h"
#include "ui/stations/attributebox.h"
#include "ui/stations/filterrow.h"
#include "ui/stations/plaintable.h"
#include "ui/stations/validate/claimcard.h"
#include "ui/stations/validate/claimform.h"
#include "ui/stations/validate/validatestation.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/wraptext.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>

#include <numeric>

using namespace icp;
using namespace icp::ui;

namespace {

const QString team = QStringLiteral("account.x_finance_team_size");

Condition teamOf(double low, double high) {
    Condition condition;
    condition.attribute = team;
    condition.op = Condition::Op::Range;
    condition.low = low;
    condition.high = high;
    return condition;
}

Claim claimOf(const QString& id, const QString& statement, const Condition& condition, ClaimMetric metric) {
    Claim claim;
    claim.id = id;
    claim.statement = statement;
    claim.author = QStringLiteral("Sales");
    claim.question.metric = metric;
    if (metric != ClaimMetric::None) claim.question.conditions = {condition};
    return claim;
}

/// Closed deals, each of an account of its own, ids from `first` on: so many of each industry, a third won.
std::shared_ptr<const Dataset> deals(int first, int energy, int retail) {
    const int count = energy + retail;
    QStringList industries;
    QStringList ids;
    std::vector<DealState> states;
    for (int i = 0; i < count; ++i) {
        industries << (i < energy ? QStringLiteral("Energy") : QStringLiteral("Retail"));
        ids << QStringLiteral("D%1").arg(first + i);
        states.push_back(i % 3 == 0 ? DealState::Won : DealState::Lost);
    }
    std::vector<std::uint32_t> links(states.size());
    std::iota(links.begin(), links.end(), 0U);
    auto dataset = std::make_shared<Dataset>(
        test::DatasetBuilder()
            .category(Entity::Account, QStringLiteral("account.industry"), industries)
            .text(Entity::Deal, QStringLiteral("deal.id"), ids)
            .links(Entity::Deal, links)
            .deals(states)
            .build());
    dataset->files.push_back({});
    dataset->asOf = QDate(2025, 9, 30).addDays(first);
    return dataset;
}

}  // namespace

/// Claims and what changed, as a person meets them.
class TestValidate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        applyTheme(false, 1);
        m_case = std::make_unique<test::StationCase<ValidateStation>>(QSize(1236, 828));
    }
    void cleanup() { m_case.reset(); }

    void emptyUntilDataCome();
    void claimIsWrittenByKeyboard();
    void lettersFindAnAttribute();
    void verdictsAreThoseOfTheCounts();
    void filterAndDataAskAnew();
    void removedClaimComesBack();
    void barIsClaimed();
    void littleDataIsSaid();
    void oneImportHasNoBefore();
    void changeIsThatOfTheCounts();
    void nothingNewIsSaid();
    void longWordsAndManyClaims();

private:
    std::unique_ptr<test::StationCase<ValidateStation>> m_case;

    ValidateStation& station() { return m_case->station(); }
    Document& document() { return m_case->document(); }
    QListView& list() { return *station().findChild<QListView*>(QStringLiteral("claims")); }
    ClaimForm& form() { return m_case->part<ClaimForm>(); }
    void settle() {
        document().waitForIdle();
        QCoreApplication::processEvents();
        station().waitForIdle();
        QCoreApplication::processEvents();
    }
    QString told(int row) {
        return list().model()->index(row, 0).data(ClaimListModel::VerdictTextRole).toString() +
               QStringLiteral(": ") +
               list().model()->index(row, 0).data(ClaimListModel::NumbersRole).toString();
    }
    PlainTable& attributes() { return m_case->part<PlainTable>(); }
};

void TestValidate::emptyUntilDataCome() {
    m_case->open(nullptr);
    QVERIFY(!list().isVisible());
    test::shoot(station(), QStringLiteral("validate-nothing"));
    m_case->open(test::sampleDataset());
    settle();
    QVERIFY(!list().isVisible());
    bool offered = false;
    for (const QPushButton* button : station().findChildren<QPushButton*>())
        offered = offered || (button->isVisible() && button->text() == u"Add a claim");
    QVERIFY(offered);
    test::shoot(station(), QStringLiteral("validate-no-claims"));
}

void TestValidate::claimIsWrittenByKeyboard() {
    m_case->open(test::sampleDataset());
    station().setFocus();
    QTest::keyClick(&station(), Qt::Key_N);
    QVERIFY(form().isVisible());
    auto* keep = station().findChild<QPushButton*>(QStringLiteral("keepClaim"));
    QVERIFY(!keep->isEnabled());
    auto* statement = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(statement);
    QTest::keyClicks(statement, QStringLiteral("Public bodies never buy"));
    QVERIFY(keep->isEnabled());
    QTest::keyClick(statement, Qt::Key_Escape);
    QVERIFY(!form().isVisible());
    QVERIFY(document().workshop().claims.empty());

    QTest::keyClick(&station(), Qt::Key_N);
    QVERIFY(statement->text().isEmpty());
    QTest::keyClicks(statement, QStringLiteral("Teams of 8 to 15 win most"));
    auto* box = station().findChild<AttributeBox*>();
    box->setFocus();
    box->lineEdit()->setText(QStringLiteral("finance team size"));
    QTest::keyClick(box->lineEdit(), Qt::Key_Tab);  // leaves the box, which takes what was typed
    QCOMPARE(box->attribute(), team);
    settle();
    test::shoot(station(), QStringLiteral("validate-form"));
    QTest::keyClick(statement, Qt::Key_Return);
    QVERIFY(!form().isVisible());
    QCOMPARE(document().workshop().claims.size(), 1U);
    QCOMPARE(document().undoText(), QStringLiteral("Add claim"));
    settle();
    QCOMPARE(list().model()->rowCount(), 1);
    QCOMPARE(QApplication::focusWidget(), &list());
    // Enter edits, Enter keeps.
    QTest::keyClick(&list(), Qt::Key_Return);
    QVERIFY(form().isVisible());
    QTest::keyClicks(statement, QStringLiteral("They win most"));
    QTest::keyClick(statement, Qt::Key_Return);
    QCOMPARE(document().workshop().claims.front().statement, QStringLiteral("They win most"));
    document().undo();
    QCOMPARE(document().workshop().claims.front().statement, QStringLiteral("Teams of 8 to 15 win most"));
    document().undo();
    settle();
    QVERIFY(document().workshop().claims.empty());
    QVERIFY(!list().isVisible());
}

void TestValidate::lettersFindAnAttribute() {
    m_case->open(test::sampleDataset());
    station().setFocus();
    QTest::keyClick(&station(), Qt::Key_N);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Teams win"));
    auto* box = station().findChild<AttributeBox*>();
    QTest::mouseClick(box->lineEdit(), Qt::LeftButton);
    QCOMPARE(QApplication::focusWidget(), box);
    QCoreApplication::processEvents();
    QTest::keyClicks(box, QStringLiteral("nce team"));
    QCOMPARE(box->currentText(), QStringLiteral("nce team"));
    QTest::keyClick(box, Qt::Key_Return);
    QVERIFY(form().isVisible());  // Enter is the answer to the box
    QCOMPARE(box->attribute(), team);
    // What nothing answers to is taken back, and keeps no claim either.
    box->lineEdit()->selectAll();
    QTest::keyClicks(box, QStringLiteral("gend"));
    QTest::keyClick(box, Qt::Key_Return);
    QVERIFY(form().isVisible());
    QCOMPARE(box->attribute(), team);
    QCOMPARE(box->currentText(), box->itemText(box->currentIndex()));
    QVERIFY(document().workshop().claims.empty());
}

void TestValidate::verdictsAreThoseOfTheCounts() {
    m_case->open(test::sampleDataset());
    new QAbstractItemModelTester(list().model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 &list());
    // 86 of 188 teams of 8 to 15 won, 128 of the 485 others: 46% against 26%. The 47 unknown are neither.
    QVERIFY(document().putClaim(claimOf(QStringLiteral("a"), QStringLiteral("Teams of 8 to 15 win most"),
                                        teamOf(8, 16), ClaimMetric::WinRate)));
    Claim less = claimOf(QStringLiteral("b"), QStringLiteral("Tiny teams win more"), teamOf(1, 4),
                         ClaimMetric::WinRate);
    QVERIFY(document().putClaim(less));
    QVERIFY(document().putClaim(claimOf(QStringLiteral("c"), QStringLiteral("Big ones are our future"),
                                        teamOf(151, 1000), ClaimMetric::WinRate)));
    QVERIFY(document().putClaim(
        claimOf(QStringLiteral("d"), QStringLiteral("They simply love us"), {}, ClaimMetric::None)));
    settle();
    QCOMPARE(told(0), QStringLiteral("Supported: 46% of 188 deals, against 26% of 485"));
    QCOMPARE(told(1), QStringLiteral("Contradicted: 9% of 139 deals, against 38% of 534"));
    QVERIFY2(told(2).startsWith(QStringLiteral("Too little data: ")), qPrintable(told(2)));
    QCOMPARE(told(3), QStringLiteral("Anecdote: It names nothing that data could answer."));
    QCOMPARE(list().model()->index(0, 0).data(ClaimListModel::DetailRole).toString(),
             QStringLiteral("Sales · Win rate above all others · Finance team size 8–15"));
    list().setCurrentIndex(list().model()->index(0, 0));
    QVERIFY(m_case->part<ClaimCard>().accessibleDescription().startsWith(QStringLiteral("Supported.")));
    for (const bool dark : {false, true}) {
        applyTheme(dark, 1);
        QCoreApplication::processEvents();
        test::shoot(station(),
                    dark ? QStringLiteral("validate-claims-dark") : QStringLiteral("validate-claims"));
    }
}

void TestValidate::filterAndDataAskAnew() {
    m_case->open(test::sampleDataset());
    QVERIFY(document().putClaim(claimOf(QStringLiteral("a"), QStringLiteral("Teams of 8 to 15 win most"),
                                        teamOf(8, 16), ClaimMetric::WinRate)));
    settle();
    const QString all = told(0);
    const Condition listed{
        QStringLiteral("account.ownership"), Condition::Op::In, {QStringLiteral("Listed")}};
    document().setStudy(narrowedTo(document().study(), {listed}));
    settle();
    QVERIFY2(told(0) != all, qPrintable(told(0)));
    auto* chip = station().findChild<Chip*>(QStringLiteral("filterChip"));
    QVERIFY(chip && chip->isVisible());
    QTest::keyClick(&list(), Qt::Key_Escape);
    settle();
    QCOMPARE(told(0), all);
    QVERIFY(!m_case->part<FilterRow>().isVisible());
    // Three of everything are three times as many deals, of the same rate.
    document().useDataset(test::sampleDataset(3));
    settle();
    QCOMPARE(told(0), QStringLiteral("Supported: 46% of 564 deals, against 26% of 1,455"));
    // Other data do not have the attribute.
    document().useDataset(test::smallDataset());
    settle();
    QVERIFY2(told(0).startsWith(QStringLiteral("Too little data: ")), qPrintable(told(0)));
}

void TestValidate::removedClaimComesBack() {
    m_case->open(test::sampleDataset());
    QVERIFY(document().putClaim(
        claimOf(QStringLiteral("a"), QStringLiteral("They love us"), {}, ClaimMetric::None)));
    settle();
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_Delete);
    QVERIFY(document().workshop().claims.empty());
    QVERIFY(station().messages()->text().contains(QStringLiteral("“They love us” is removed.")));
    for (QPushButton* button : station().messages()->findChildren<QPushButton*>())
        if (button->text() == u"Undo") QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(document().workshop().claims.size(), 1U);
}

void TestValidate::barIsClaimed() {
    m_case->open(test::sampleDataset());
    const Condition chosen = teamOf(8, 16);
    document().setStudy(narrowedTo(document().study(), {chosen}));
    document().waitForIdle();
    // Narrowed to the bar itself there would be no others.
    station().reveal(claimThis(document(), {chosen}));
    QVERIFY(chosenConditions(document().study()).empty());
    QVERIFY(form().isVisible());
    auto* statement = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(statement && statement->text().contains(QStringLiteral("Finance team size 8–15")));
    QVERIFY(document().workshop().claims.empty());  // nothing is said before Keep
    QTest::keyClick(statement, Qt::Key_Return);
    settle();
    QCOMPARE(told(0), QStringLiteral("Supported: 46% of 188 deals, against 26% of 485"));
}

void TestValidate::littleDataIsSaid() {
    m_case->open(deals(0, 40, 5));  // 14 and 1 won of 45
    const Condition energy{QStringLiteral("account.industry"), Condition::Op::In, {QStringLiteral("Energy")}};
    Claim claim =
        claimOf(QStringLiteral("a"), QStringLiteral("Energy hardly buys"), energy, ClaimMetric::WinRate);
    claim.question.direction = ClaimDirection::Below;
    claim.question.baseline = 0.9;
    QVERIFY(document().putClaim(claim));
    settle();
    QVERIFY2(told(0).startsWith(QStringLiteral("Supported, direction only: ")), qPrintable(told(0)));
}

void TestValidate::oneImportHasNoBefore() {
    m_case->open(deals(0, 50, 50));
    QTest::keyClick(&station(), Qt::Key_V);
    settle();
    QVERIFY(!attributes().isVisible());
    test::shoot(station(), QStringLiteral("validate-one-import"));
}

void TestValidate::changeIsThatOfTheCounts() {
    m_case->open(deals(0, 90, 90));
    document().useDataset(deals(1000, 144, 36));
    document().waitForIdle();
    station().reveal(QStringLiteral("drift"));
    settle();
    QVERIFY(attributes().isVisible());
    QVERIFY(attributes().model()->rowCount() > 0);
    // Half and half before, 80% and 20% now: .3 ln(.8/.5) - .3 ln(.2/.5) = 0.4159.
    QCOMPARE(attributes().model()->index(0, 1).data().toString(), QStringLiteral("strong"));
    QCOMPARE(attributes().model()->index(0, 2).data().toString(), QStringLiteral("0.42"));
    const auto& chart = m_case->part<PairChart>();
    const auto table = chart.table();
    QCOMPARE(table.size(), 3U);
    QVERIFY(table[1].join(u' ').contains(QStringLiteral("80%")) &&
            table[1].join(u' ').contains(QStringLiteral("50%")));
    QStringList words;
    for (const QLabel* label : station().findChildren<QLabel*>())
        if (label->isVisible()) words << label->text();
    QVERIFY2(words.join(u'|').contains(
                 QStringLiteral("No clear change of the rate: 33% of 180 before, 33% of 180 now.")),
             qPrintable(words.join(u'|')));
    QVERIFY(words.join(u'|').contains(QStringLiteral("from 50% to")));
    for (const bool dark : {false, true}) {
        applyTheme(dark, 1);
        QCoreApplication::processEvents();
        test::shoot(station(),
                    dark ? QStringLiteral("validate-drift-dark") : QStringLiteral("validate-drift"));
    }
}

void TestValidate::nothingNewIsSaid() {
    m_case->open(deals(0, 50, 50));
    document().useDataset(deals(0, 50, 50));
    document().waitForIdle();
    station().reveal(QStringLiteral("drift"));
    settle();
    QStringList words;
    for (const QLabel* label : station().findChildren<QLabel*>())
        if (label->isVisible()) words << label->text();
    QVERIFY2(words.join(u'|').contains(QStringLiteral("There is nothing new to compare.")),
             qPrintable(words.join(u'|')));
}

void TestValidate::longWordsAndManyClaims() {
    m_case->open(test::sampleDataset());
    for (int i = 0; i < 40; ++i) {
        Claim claim = claimOf(
            QStringLiteral("c%1").arg(i),
            QStringLiteral("Krankenversicherungsträgergesellschaften mit Rechnungslegungsverpflichtung "
                           "entscheiden schneller als Wirtschaftsprüfungsgesellschaften, Nummer %1")
                .arg(i),
            teamOf(8, 16), i % 3 == 0 ? ClaimMetric::Share : ClaimMetric::WinRate);
        claim.author = QStringLiteral("Vertriebsinnendienstmitarbeiterbesprechung");
        if (i % 3 == 0) claim.question.baseline = 0.5;
        QVERIFY(document().putClaim(claim));
    }
    settle();
    QCOMPARE(list().model()->rowCount(), 40);
    QCOMPARE(station().size(), QSize(1236, 828));
    test::shoot(station(), QStringLiteral("validate-german"));
    QTest::keyClick(&list(), Qt::Key_End);
    QCOMPARE(list().currentIndex().row(), 39);
}

QTEST_MAIN(TestValidate)
#include "tst_validate.moc"
