#include "tests/support/ui/studiocase.h"
#include "ui/models/icpedits.h"
#include "ui/models/levelmodel.h"
#include "ui/models/rangescale.h"
#include "ui/models/sectionmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace icp;
using namespace icp::ui;
using namespace icp::test;

/// What changes an ICP, and the models its page is made of.
class TestIcpEdits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void weightsAddUpTo100();
    void movingCrossesSections();
    void excludingAndBack();
    void oneWeightTakesFromTheOthers();
    void sectionModelCounts();
    void levelModelKeepsUnknownLevels();
    void rangeScaleHasEveryStep();
};

void TestIcpEdits::weightsAddUpTo100() {
    for (int criteria = 1; criteria <= 30; ++criteria) {
        const Icp icp = StudioCase::icpOf(criteria);
        const std::vector<int> weights = shownWeights(icp);
        int total = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            total += weights[i];
            QVERIFY(isWeighed(icp.criteria[i]) || weights[i] == 0);
        }
        QCOMPARE(total, 100);
    }
    QVERIFY(shownWeights(Icp()).empty());
    Icp withWords = StudioCase::icpOf(3);
    Criterion challenge;
    challenge.id = QStringLiteral("challenge");
    challenge.section = Section::KeyChallenge;
    challenge.importance = Importance::Must;
    challenge.weight = 40;
    withWords.criteria.insert(withWords.criteria.begin(), challenge);
    std::vector<int> weights = shownWeights(withWords);
    QCOMPARE(weights.front(), 0);  // words only: no part of the score, so no part of the 100
    weights.erase(weights.begin());
    QCOMPARE(weights, shownWeights(StudioCase::icpOf(3)));
}

void TestIcpEdits::movingCrossesSections() {
    Icp icp = StudioCase::icpOf(4);
    const auto ids = [&](Section section) {
        QStringList found;
        for (const std::size_t i : criteriaOf(icp, section)) found << icp.criteria[i].id;
        return found;
    };
    QCOMPARE(ids(Section::Firmographic), QStringList({"criterion-2", "criterion-3"}));
    QVERIFY(moveBy(icp, "criterion-3", -1));
    QCOMPARE(ids(Section::Firmographic), QStringList({"criterion-3", "criterion-2"}));
    QVERIFY(moveBy(icp, "criterion-3", -1));
    QCOMPARE(ids(Section::Organisation), QStringList({"team", "criterion-3"}));
    QVERIFY(moveBy(icp, "criterion-3", 1));
    QCOMPARE(ids(Section::Firmographic), QStringList({"criterion-3", "criterion-2"}));
    QVERIFY(!moveBy(icp, "criterion-1", -1));
    moveTo(icp, "criterion-1", Section::StretchLimits, 99);
    QVERIFY(!moveBy(icp, "criterion-1", 1));
}

void TestIcpEdits::excludingAndBack() {
    Icp icp = StudioCase::icpOf(3);
    setImportance(icp, "criterion-2", Importance::Exclude, Section::Firmographic);
    QCOMPARE(icp.find(u"criterion-2")->section, Section::Exclusions);
    QCOMPARE(icp.find(u"criterion-2")->importance, Importance::Exclude);
    setImportance(icp, "criterion-2", Importance::Nice, Section::Firmographic);
    QCOMPARE(icp.find(u"criterion-2")->section, Section::Firmographic);
    QCOMPARE(icp.find(u"criterion-2")->importance, Importance::Nice);
    moveTo(icp, "team", Section::Exclusions, 0);
    QCOMPARE(icp.find(u"team")->importance, Importance::Exclude);
}

void TestIcpEdits::oneWeightTakesFromTheOthers() {
    Icp icp = StudioCase::icpOf(3);  // 30, words only, 30
    changeWeight(icp, "team", 5);
    std::vector<int> weights = shownWeights(icp);
    QCOMPARE(weights, (std::vector<int>{55, 0, 45}));  // 50 and 5
    for (int i = 0; i < 40; ++i) changeWeight(icp, "team", 5);
    QCOMPARE(shownWeights(icp)[0], 95);
    for (int i = 0; i < 40; ++i) changeWeight(icp, "team", -5);
    weights = shownWeights(icp);
    QCOMPARE(weights, (std::vector<int>{0, 0, 100}));
    Icp alone = StudioCase::icpOf(1);
    changeWeight(alone, "team", -5);
    QCOMPARE(shownWeights(alone)[0], 100);
}

void TestIcpEdits::sectionModelCounts() {
    SectionModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 8);
    QVERIFY(model.index(0).data(SectionModel::MissingRole).toBool());
    model.setIcp(StudioCase::icpOf(8));
    QCOMPARE(model.index(int(Section::Firmographic)).data(SectionModel::CountRole).toInt(), 2);
    QCOMPARE(model.index(int(Section::Specialised)).data(SectionModel::CountTextRole).toString(), "1 of 3");
    QVERIFY(!model.index(0).data(SectionModel::MissingRole).toBool());
}

void TestIcpEdits::levelModelKeepsUnknownLevels() {
    const auto dataset = studioDataset();
    LevelModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setColumn(*dataset->column(u"account.industry"));
    QCOMPARE(model.rowCount(), 5);
    for (int row = 1; row < model.rowCount(); ++row)
        QVERIFY(model.index(row).data(LevelModel::CountRole).toInt() <=
                model.index(row - 1).data(LevelModel::CountRole).toInt());
    model.setChosen({"Retail", "Mining"});
    QCOMPARE(model.chosen(), QStringList({"Retail", "Mining"}));
    QVERIFY(model.setData(model.index(model.rowCount() - 1), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.chosen(), QStringList("Retail"));
    model.setColumn(*dataset->column(u"account.x_cloud_erp"));
    QCOMPARE(model.rowCount(), 2);
    model.setColumn(*dataset->column(u"account.technologies"));
    QCOMPARE(model.rowCount(), 4);
}

void TestIcpEdits::rangeScaleHasEveryStep() {
    const Bitmap none(5);
    const RangeScale scale(Column::numbers(ColumnType::Number, {3, 1, 4, 1, 9}, none));
    QVERIFY(scale.whole());
    QCOMPARE(scale.steps(), 4);  // open, 3, 4, 9, open
    QVERIFY(std::isinf(scale.edge(0)) && std::isinf(scale.edge(4)));
    QCOMPARE(scale.edge(1), 3.0);
    QCOMPARE(scale.edge(3), 9.0);
    for (int step = 0; step <= scale.steps(); ++step) QCOMPARE(scale.stepOf(scale.edge(step)), step);
    QCOMPARE(scale.stepOf(8), 3);
    std::vector<double> many;
    for (int i = 0; i < 5000; ++i) many.push_back(i * 1.5);
    const RangeScale rounded(Column::numbers(ColumnType::Money, many, Bitmap(5000), "EUR"));
    QVERIFY(rounded.steps() > 50 && rounded.steps() < 130);
    QVERIFY(!rounded.whole());
    const RangeScale empty(Column::numbers(ColumnType::Number, {0}, Bitmap(1, true)));
    QCOMPARE(empty.steps(), 1);
}

QTEST_MAIN(TestIcpEdits)
#include "tst_icpedits.moc"
