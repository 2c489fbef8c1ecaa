#include "core/analysis/findings.h"
#include "core/deck/findingsbeside.h"
#include "tests/support/core/datasetbuilder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace icp;
using namespace icp::test;

namespace {

struct Customer {
    const char* industry;
    QDate left;         ///< invalid: still a customer, or the day is not known
    bool gone = false;  ///< although the day is not known
};

Dataset data(const std::vector<Customer>& customers) {
    QStringList industry;
    std::vector<double> day;
    std::vector<AccountState> states;
    for (const Customer& one : customers) {
        industry << QString::fromLatin1(one.industry);
        day.push_back(one.left.isValid() ? double(QDate(1970, 1, 1).daysTo(one.left)) : std::nan(""));
        states.push_back(one.gone || one.left.isValid() ? AccountState::Left : AccountState::Customer);
    }
    Dataset dataset =
        DatasetBuilder()
            .category(Entity::Account, QStringLiteral("account.industry"), industry)
            .number(Entity::Account, QStringLiteral("account.churn_date"), day, ColumnType::Date)
            .accounts(states)
            .build();
    dataset.asOf = QDate(2025, 6, 1);
    return dataset;
}

Icp mustBe(const char* industry) {
    Icp icp;
    icp.id = QStringLiteral("icp");
    icp.name = QStringLiteral("Ours");
    Criterion must;
    must.id = QStringLiteral("m");
    must.importance = Importance::Must;
    must.condition =
        Condition{QStringLiteral("account.industry"), Condition::Op::In, {QString::fromLatin1(industry)}};
    icp.criteria = {must};
    return icp;
}

IcpVersion version(int number, const char* industry, QDate day) {
    IcpVersion result;
    result.id = QStringLiteral("v%1").arg(number);
    result.icp = agreed(mustBe(industry), day, usualReviewDays);
    result.icp.version = number;
    return result;
}

Dataset customers() {
    return data({{"Energy", QDate(2023, 6, 1)},  // before any version
                 {"Energy", QDate(2024, 6, 1)},  // an ideal fit of version 1
                 {"Retail", QDate(2024, 7, 1)},  // a bad one
                 {"Energy", QDate(2025, 1, 1)},  // the day version 2 came: a bad one
                 {"Retail", QDate(2025, 4, 1)},  // an ideal one
                 {"Energy", QDate(), true},      // nobody knows when
                 {"Energy", QDate()},            // stays: a bad fit of version 2
                 {"Retail", QDate()},            // an ideal one
                 {"Retail", QDate()}});
}

Workshop workshop() {
    Workshop result;
    result.icps = {mustBe("Energy")};
    result.versions = {version(2, "Retail", QDate(2025, 1, 1)), version(1, "Energy", QDate(2024, 1, 1))};
    return result;
}

QString counts(const LeftByFit& left) {
    QStringList parts;
    for (const Rate& rate : left.left) parts << QStringLiteral("%1/%2").arg(rate.positives).arg(rate.n);
    return parts.join(u' ');
}

}  // namespace

/// Whether those who left were inside the profile: as it is, and as it was.
class TestLeftByFit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void byTheProfileAsItIs();
    void byTheVersionThatHeld();
    void withoutVersionsNobodyIsJudged();
    void bothAreTold();
    void anAlarmIsWhatTheDataSupport_data();
    void anAlarmIsWhatTheDataSupport();
};

void TestLeftByFit::byTheProfileAsItIs() {
    const auto left = leftByFit(customers(), {}, workshop(), workshop().icps.front());
    QVERIFY(left);
    QCOMPARE(counts(*left), QStringLiteral("4/5 0/0 2/4 0/0"));
    QCOMPARE(left->all(), 6);
    QCOMPARE(left->years.size(), 4U);  // 2023, 2024, 2025 and not known
}

void TestLeftByFit::byTheVersionThatHeld() {
    const auto left = leftByVersions(customers(), {}, workshop(), workshop().icps.front());
    QVERIFY(left);
    QCOMPARE(counts(*left), QStringLiteral("2/4 0/0 2/3 2/2"));
    QCOMPARE(left->all(), 6);  // the same customers, judged otherwise
    qint64 sum = 0;
    for (const LeftByFit::Year& year : left->years)
        for (const qint64 of : year.left) sum += of;
    QCOMPARE(sum, 6);
    const LeftByFit::Year& then = *std::find_if(left->years.begin(), left->years.end(),
                                                [](const auto& year) { return year.year == 2024; });
    QCOMPARE(then.left, (std::array<qint64, 4>{1, 0, 1, 0}));
    QVERIFY2(left->sentence.contains(u"held then") && left->sentence.contains(u"before any version"),
             qPrintable(left->sentence));
}

void TestLeftByFit::withoutVersionsNobodyIsJudged() {
    Workshop draft = workshop();
    draft.versions.clear();
    QVERIFY(!leftByVersions(customers(), {}, draft, draft.icps.front()));
    QVERIFY(!leftByVersions({}, {}, draft, draft.icps.front()));
    draft.versions = {version(1, "Energy", QDate(2026, 1, 1))};  // after the data
    QCOMPARE(counts(*leftByVersions(customers(), {}, draft, draft.icps.front())),
             QStringLiteral("0/0 0/0 0/0 6/9"));
}

void TestLeftByFit::bothAreTold() {
    const Workshop told = workshop();
    const Dataset dataset = customers();
    const FindingsBeside beside = besideOf(told, &told.icps.front(), dataset, {});
    const QJsonObject json = QJsonDocument::fromJson(findingsJson({}, dataset, beside)).object();
    const QJsonArray now = json["leftByFit"]["classes"].toArray();
    const QJsonArray then = json["leftByVersion"]["classes"].toArray();
    QCOMPARE(now.size(), 3);
    QCOMPARE(then.size(), 4);
    QCOMPARE(then[3]["fit"].toString(), QStringLiteral("unjudged"));
    QCOMPARE(then[0]["positives"].toInt(), 2);
    QVERIFY(!QJsonDocument::fromJson(findingsJson({}, dataset, besideOf(told, nullptr, dataset, {})))
                 .object()
                 .contains(QStringLiteral("leftByFit")));
}

void TestLeftByFit::anAlarmIsWhatTheDataSupport_data() {
    QTest::addColumn<int>("ideal");  // of 40 each, so many left
    QTest::addColumn<int>("bad");
    QTest::addColumn<int>("each");
    QTest::addColumn<QString>("words");
    QTest::newRow("more") << 30 << 10 << 40
                          << "Ideal fits leave more often than others: 75% of 40, against 25% of 40. That is "
                             "an alarm.";
    QTest::newRow("less") << 10 << 30 << 40
                          << "Ideal fits leave less often than others: 25% of 40, against 75% of 40. That "
                             "speaks for the profile.";
    // 0.1 with a standard error of 0.11: no difference by any method.
    QTest::newRow("alike") << 20 << 16 << 40
                           << "No clear difference between ideal fits and others: 50% of 40, against 40% of "
                              "40.";
    QTest::newRow("few") << 9 << 1 << 10
                         << "Too few are known to say whether ideal fits leave more often than others.";
}

void TestLeftByFit::anAlarmIsWhatTheDataSupport() {
    QFETCH(int, ideal);
    QFETCH(int, bad);
    QFETCH(int, each);
    QFETCH(QString, words);
    std::vector<Customer> all;
    for (int i = 0; i < each; ++i) {
        all.push_back({"Energy", i < ideal ? QDate(2024, 6, 1) : QDate()});
        all.push_back({"Retail", i < bad ? QDate(2024, 6, 1) : QDate()});
    }
    const auto left = leftByFit(::data(all), {}, workshop(), workshop().icps.front());
    QVERIFY(left);
    QCOMPARE(left->all(), ideal + bad);
    QVERIFY2(left->sentence.endsWith(QStringLiteral(". ") + words), qPrintable(left->sentence));
}

QTEST_GUILESS_MAIN(TestLeftByFit)
#include "tst_leftbyfit.moc"
