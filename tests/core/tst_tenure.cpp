#include "core/analysis/analyze.h"
#include "core/analysis/tenure.h"
#include "core/draft/draft.h"
#include "core/import/importer.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/places.h"

#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace icp;
using namespace icp::test;

/// What merely grows with the time somebody stays, where staying is studied.
class TestTenure : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesAreKnown_data();
    void namesAreKnown();
    void whatFollowsTenureIsFound();
    void nothingIsSaidOfOthers();
    void circularStandsBelowAndIsNoCriterion();
    void telco();

private:
    /// 200 accounts; `name` and label of a number that means nothing.
    static Dataset accounts(const QString& label, const std::vector<double>& cells,
                            ColumnType type = ColumnType::Number, const QString& clock = {}) {
        std::vector<AccountState> states;
        std::vector<double> tenure;
        for (int i = 0; i < int(cells.size()); ++i) {
            states.push_back(i % 3 == 0 ? AccountState::Left : AccountState::Customer);
            tenure.push_back(i);
        }
        DatasetBuilder builder;
        builder.accounts(states).number(Entity::Account, QStringLiteral("account.x_it"), cells, type);
        if (!clock.isEmpty()) builder.number(Entity::Account, QStringLiteral("account.x_clock"), tenure);
        Dataset dataset = builder.build();
        for (Attribute& attribute : dataset.accounts.attributes)
            attribute.label = attribute.name == u"account.x_it" ? label : clock;
        return dataset;
    }
    static QString said(const Dataset& dataset) {
        return growsWithStaying(dataset, *dataset.find(u"account.x_it"));
    }
    /// Numbers without any order: 7919 is a prime, so all of 200 differ.
    static std::vector<double> scattered() {
        std::vector<double> cells;
        for (int i = 0; i < 200; ++i) cells.push_back((i * 7919) % 200);
        return cells;
    }
};

void TestTenure::namesAreKnown_data() {
    QTest::addColumn<QString>("label");
    QTest::addColumn<bool>("known");
    for (const char* label :
         {"tenure", "Tenure (months)", "TotalCharges", "Total Spend", "Number of invoices",
          "Months since start", "Anzahl Rechnungen", "Gesamtumsatz", "Monate seit Vertragsbeginn",
          "Ancienneté", "Nombre de factures", "Antigüedad", "Numero di fatture", "累計請求額"})
        QTest::newRow(label) << QString::fromUtf8(label) << true;
    for (const char* label :
         {"MonthlyCharges", "Total employees", "Invoice day", "Mitarbeiter gesamt", "Tenured staff"})
        QTest::newRow(label) << QString::fromUtf8(label) << false;
}

void TestTenure::namesAreKnown() {
    QFETCH(QString, label);
    QFETCH(bool, known);
    QCOMPARE(!said(accounts(label, scattered())).isEmpty(), known);
}

void TestTenure::whatFollowsTenureIsFound() {
    std::vector<double> squared;
    std::vector<double> falling;
    for (int i = 0; i < 200; ++i) {
        squared.push_back(double(i) * i);
        falling.push_back(-i);
    }
    const QString found = said(accounts(QStringLiteral("Points"), squared, ColumnType::Money, "Tenure"));
    QVERIFY2(found.contains(QStringLiteral("Tenure")) && found.contains(QStringLiteral("1.00")),
             qPrintable(found));
    QVERIFY(said(accounts(QStringLiteral("Points"), falling, ColumnType::Number, "Tenure"))
                .contains(QStringLiteral("-1.00")));
}

void TestTenure::nothingIsSaidOfOthers() {
    QCOMPARE(said(accounts(QStringLiteral("Points"), scattered(), ColumnType::Number, "Tenure")), QString());
    // Named as a sum, but it does not add up.
    QCOMPARE(said(accounts(QStringLiteral("Total orders"), scattered(), ColumnType::Number, "Tenure")),
             QString());
    // Twenty-nine accounts are too few to compare.
    std::vector<double> few;
    for (int i = 0; i < 29; ++i) few.push_back(i);
    QCOMPARE(said(accounts(QStringLiteral("Points"), few, ColumnType::Number, "Tenure")), QString());
    few.push_back(29);
    QVERIFY(!said(accounts(QStringLiteral("Points"), few, ColumnType::Number, "Tenure")).isEmpty());
}

void TestTenure::circularStandsBelowAndIsNoCriterion() {
    // Who stayed has a tenure of 10 and more, without exception; the plan says it of three in four.
    std::vector<AccountState> states;
    std::vector<double> tenure;
    QStringList plan;
    for (int i = 0; i < 400; ++i) {
        const bool stayed = i % 2 == 0;
        states.push_back(stayed ? AccountState::Customer : AccountState::Left);
        tenure.push_back(stayed ? 10 + i % 40 : i % 10);
        plan << ((i / 2) % 4 == 0 ? (stayed ? "Month" : "Year") : (stayed ? "Year" : "Month"));
    }
    DatasetBuilder builder;
    builder.accounts(states).number(Entity::Account, QStringLiteral("account.x_tenure"), tenure);
    builder.category(Entity::Account, QStringLiteral("account.x_plan"), plan);
    Dataset dataset = builder.build();
    for (Attribute& attribute : dataset.accounts.attributes)
        attribute.label =
            attribute.name == u"account.x_plan" ? QStringLiteral("Plan") : QStringLiteral("Tenure");
    Study study;
    study.outcome = Outcome::Retained;
    const auto findings = analyze(dataset, study);
    QVERIFY(findings.has_value());
    QCOMPARE(findings->attributes.size(), std::size_t(2));
    const AttributeProfile& first = findings->attributes[0];
    const AttributeProfile& second = findings->attributes[1];
    QCOMPARE(first.name, QStringLiteral("account.x_plan"));
    QVERIFY(first.isDriver() && !first.circular && first.caution.isEmpty());
    QVERIFY(second.isDriver() && second.circular && !second.caution.isEmpty());
    QVERIFY(second.effect > first.effect);
    const auto warned =
        std::count_if(findings->warnings.begin(), findings->warnings.end(), [](const Warning& w) {
            return w.code == u"grows-with-staying" && w.attribute == u"account.x_tenure";
        });
    QCOMPARE(warned, 1);
    const Icp icp = draftIcp(*findings, dataset, QStringLiteral("Draft"));
    QVERIFY(!icp.criteria.empty());
    for (const Criterion& criterion : icp.criteria)
        QCOMPARE(criterion.condition->attribute, QStringLiteral("account.x_plan"));
    // Of what a customer is worth it says nothing.
    study.outcome = Outcome::Won;
    const auto won = analyze(dataset, study);
    QVERIFY(won.has_value());
    for (const AttributeProfile& profile : won->attributes) QVERIFY(!profile.circular);
}

void TestTenure::telco() {
    const QString file = realFile(QStringLiteral("telco-churn/WA_Fn-UseC_-Telco-Customer-Churn.csv"));
    if (!QFileInfo::exists(file)) QSKIP("No real exports beside the tree.");
    ImportRequest request;
    FileRequest one;
    one.path = file;
    request.files.push_back(one);
    const auto dataset = importFiles(request);
    QVERIFY(dataset.has_value());
    Study study;
    study.outcome = Outcome::Retained;
    const auto findings = analyze(**dataset, study);
    QVERIFY(findings.has_value());
    QCOMPARE(findings->attributes.front().label, QStringLiteral("Contract"));
    QStringList circular;
    for (const AttributeProfile& profile : findings->attributes)
        if (profile.circular) circular << profile.label;
    circular.sort();
    QCOMPARE(circular, (QStringList{QStringLiteral("TotalCharges"), QStringLiteral("tenure")}));
    // Spearman, ranks with ties counted apart from the program, of tenure and TotalCharges, 7032 known:
    // 0.889.
    const QString caution = findings->find(u"account.x_totalcharges")->caution;
    QVERIFY2(caution.contains(QStringLiteral("0.89")), qPrintable(caution));
    // What repeats the outcome makes no segment and no exclusion.
    QVERIFY(!findings->segments.empty() && !findings->exclusions.empty());
    QStringList made;
    for (const Segment& segment : findings->segments)
        for (const Condition& condition : segment.conditions) made << condition.attribute;
    for (const Exclusion& exclusion : findings->exclusions) made << exclusion.condition.attribute;
    for (const char* name : {"account.x_tenure", "account.x_totalcharges"})
        QVERIFY2(!made.contains(QLatin1String(name)), name);
}

QTEST_GUILESS_MAIN(TestTenure)
#include "tst_tenure.moc"
