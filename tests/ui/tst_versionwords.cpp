#include "tests/support/core/datasetbuilder.h"
#include "ui/models/stretchwords.h"
#include "ui/models/versionwords.h"

#include <QTest>

using namespace icp;
using namespace icp::ui;

/// What is said of a version and of who moves by it or left, where the data do not say all of it.
class TestVersionWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void heldIsWhatTheDataAreAbout();
    void unknownWorthIsNotNothing();
    void leavingIsToldWhereSomebodyLeft();
};

void TestVersionWords::heldIsWhatTheDataAreAbout() {
    IcpVersion version;
    version.icp.version = 1;
    version.icp.agreed = QDate(2026, 11, 2);
    QVERIFY(heldWords(version).isEmpty());
    VersionFigures& then = version.figures;
    then.customers = {1604, 7043};
    const QString held = QStringLiteral("When it was agreed, v1 held 23% of customers (1604 of 7043)");
    QCOMPARE(heldWords(version), held + u'.');
    then.insidePositives = 1569;
    then.insideN = 1604;
    QCOMPARE(heldWords(version), held + QStringLiteral(" and won 1569 of 1604 deals inside."));
    then.aboutRetention = true;
    QCOMPARE(heldWords(version), held + QStringLiteral(", and 1569 of 1604 customers inside had stayed."));
    then.asOf = QDate(2026, 10, 31);
    QVERIFY(heldWords(version).endsWith(QStringLiteral("had stayed. The data were as of 31 Oct 2026.")));
}

void TestVersionWords::unknownWorthIsNotNothing() {
    const auto moved = [](const std::vector<double>& worth, double sum) {
        const auto dataset = std::make_shared<const Dataset>(
            test::DatasetBuilder()
                .number(Entity::Account, QStringLiteral("account.acv"), worth, ColumnType::Money)
                .build());
        Moved two;
        two.accounts = {0, 1};
        two.value = sum;
        const AccountFacts facts(dataset, false);
        return QStringList{movedWords(Movement::In, two, facts), movedWords(Movement::Out, two, facts),
                           movedWords(Movement::Stay, two, facts)};
    };
    const double none = std::nan("");
    QVERIFY(moved({none, none}, 0).join(u' ').count(QStringLiteral("worth")) == 0);
    QCOMPARE(moved({none, none}, 0).at(0), QStringLiteral("2 customer(s) come in."));
    QCOMPARE(moved({0, none}, 0).join(u' ').count(QStringLiteral("worth 0.")), 3);
    QCOMPARE(moved({1500, 500}, 2000).at(1), QStringLiteral("2 customer(s) fall out, worth 2k."));
}

void TestVersionWords::leavingIsToldWhereSomebodyLeft() {
    StretchOutcomes outcomes;
    outcomes.leftIdeal.n = 14;
    outcomes.leftStretch.n = 19;
    const QString left = QStringLiteral("Left");
    QVERIFY(!stretchHeader(outcomes).contains(left));
    QCOMPARE(stretchRows(outcomes).front().cells.size(), stretchHeader(outcomes).size());
    outcomes.leftStretch.positives = 1;
    QVERIFY(stretchHeader(outcomes).contains(left));
    QCOMPARE(stretchRows(outcomes).front().cells.size(), stretchHeader(outcomes).size());
    outcomes.aboutRetention = true;
    QVERIFY(!stretchHeader(outcomes).contains(left));
}

QTEST_MAIN(TestVersionWords)
#include "tst_versionwords.moc"
