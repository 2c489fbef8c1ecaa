#include "core/import/freshness.h"
#include "core/import/importer.h"
#include "core/import/triage.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/scratch.h"

#include <QTest>

#include <cmath>

using namespace icp;
using test::DatasetBuilder;

/// Which columns are worth a look, and how much of what is known still holds.
class TestTriage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sharesThatStillHold_data();
    void sharesThatStillHold();
    void monthsAreThoseOfTheCalendar();
    void filesAndColumnsGrowOld();
    void undatedFilesAreNotJudged();
    void everyColumnHasAVerdict();
    void copiesAreFoundWhateverTheirWords();
    void nearlyAlikeIsNotAlike();
    void datesAfterTheCloseAreSetAside();
    void threeHundredColumns();

private:
    static std::shared_ptr<const Dataset> imported(const QString& path) {
        ImportRequest request;
        request.files.emplace_back().path = path;
        const auto result = importFiles(request);
        if (!result) qWarning("%s", qPrintable(result.error().message));
        return result.value_or(nullptr);
    }
    static const ColumnInfo* columnOf(const Dataset& dataset, const QString& header) {
        for (const ColumnInfo& column : dataset.files[0].columnInfo)
            if (column.header == header) return &column;
        return nullptr;
    }
    test::Scratch m_files;
};

void TestTriage::sharesThatStillHold_data() {
    QTest::addColumn<double>("months");
    QTest::addColumn<double>("kept");
    QTest::addColumn<double>("expected");
    // 0.97^6 and 0.97^12 by hand.
    QTest::newRow("now") << 0.0 << 0.97 << 1.0;
    QTest::newRow("half a year") << 6.0 << 0.97 << 0.832972;
    QTest::newRow("a year") << 12.0 << 0.97 << 0.693842;
    QTest::newRow("another setting") << 12.0 << 0.99 << 0.886385;
}

void TestTriage::sharesThatStillHold() {
    QFETCH(double, months);
    QFETCH(double, kept);
    QFETCH(double, expected);
    QVERIFY(std::abs(expectedValid(months, kept) - expected) < 1e-6);
}

void TestTriage::monthsAreThoseOfTheCalendar() {
    QCOMPARE(monthsBetween(QDate(2025, 1, 1), QDate(2025, 7, 1)), 6.0);
    QCOMPARE(monthsBetween(QDate(2024, 2, 29), QDate(2025, 2, 28)), 12.0);
    QCOMPARE(monthsBetween(QDate(2025, 7, 1), QDate(2025, 1, 1)), 0.0);
    QCOMPARE(monthsBetween(QDate(), QDate(2025, 1, 1)), 0.0);
    const double half = monthsBetween(QDate(2025, 1, 1), QDate(2025, 1, 16));
    QVERIFY(half > 0.48 && half < 0.51);
}

void TestTriage::filesAndColumnsGrowOld() {
    QByteArray text = "Email,Last Name,Job Title,Company Name,Phone,Last Modified Date\n";
    for (int i = 0; i < 10; ++i) {
        const QByteArray n = QByteArray::number(i);
        // Four were looked at on the newest day, six a year before; only the old ones have a telephone.
        text += "p" + n + "@firm" + n + ".com,Name" + n + ",Buyer,Firm " + n +
                (i < 4 ? ",,2025-06-30\n" : ",+44 20 555 010" + n + ",2024-06-30\n");
    }
    const auto dataset = imported(m_files.write(QStringLiteral("contacts.csv"), text));
    QVERIFY(dataset);
    const SourceFile& file = dataset->files[0];
    QCOMPARE(file.asOf, QDate(2025, 6, 30));
    QCOMPARE(file.stale, 6);
    QVERIFY(std::abs(file.valid - (4 + 6 * 0.693842) / 10) < 1e-5);
    QVERIFY(std::abs(columnOf(*dataset, "Phone")->valid - 0.693842) < 1e-5);
    QVERIFY(columnOf(*dataset, "Phone")->valid < staleBelow);
    QStringList said;
    for (const Issue& issue : dataset->issues)
        if (issue.code == u"rows-stale") said << issue.reason;
    QCOMPARE(said.size(), 1);
    QVERIFY2(said[0].startsWith(QStringLiteral("6 of 10 contacts")), qPrintable(said[0]));
}

void TestTriage::undatedFilesAreNotJudged() {
    const auto dataset = imported(
        m_files.write(QStringLiteral("undated.csv"), "Company name,Industry\nAcme,Retail\nBeta,Banking\n"));
    QVERIFY(dataset);
    QVERIFY(!dataset->files[0].asOf.isValid());
    QCOMPARE(dataset->files[0].valid, -1.0);
    QCOMPARE(dataset->files[0].columnInfo[0].valid, -1.0);
}

void TestTriage::everyColumnHasAVerdict() {
    QByteArray text =
        "Company ID,Company name,Industry,Lifecycle "
        "Stage,Churned,Nothing,Same,Rare,Slogan,Story,Land,Country\n";
    for (int i = 0; i < 300; ++i) {
        const QByteArray n = QByteArray::number(i);
        text += "C" + n + ",Firm " + n + (i % 3 == 0 ? ",Retail" : ",Banking") + ",Customer," +
                (i % 4 == 0 ? "yes" : "no") + ",,Always," + (i == 7 ? "x" : "") + ",slogan " + n +
                ",A long story of firm number " + n +
                " that nobody else has to tell and that goes on and on," +
                (i % 5 == 0 ? "DE,Germany\n" : "FR,France\n");
    }
    const auto dataset = imported(m_files.write(QStringLiteral("verdicts.csv"), text));
    QVERIFY(dataset);
    QStringList verdicts;
    for (const ColumnInfo& column : dataset->files[0].columnInfo) {
        verdicts << column.header + QStringLiteral("=") + column.verdict;
        QCOMPARE(column.why.isEmpty(), column.verdict == u"useful" || column.verdict == u"key" ||
                                           column.attribute == u"account.churned" ||
                                           column.attribute == u"account.name");
    }
    QCOMPARE(verdicts, QStringList({"Company ID=key", "Company name=description", "Industry=useful",
                                    "Lifecycle Stage=outcome", "Churned=outcome", "Nothing=empty",
                                    "Same=constant", "Rare=nearly-empty", "Slogan=unique", "Story=unique",
                                    "Land=duplicate", "Country=useful"}));
    QCOMPARE(columnOf(*dataset, "Land")->why, QStringLiteral("It says the same as “Country” in every row."));
    QCOMPARE(columnOf(*dataset, "Rare")->why, QStringLiteral("Only 1 of 300 rows have a value."));
}

void TestTriage::copiesAreFoundWhateverTheirWords() {
    QStringList codes;
    QStringList names;
    std::vector<double> first;
    std::vector<double> second;
    for (int i = 0; i < 24; ++i) {
        codes << (i % 7 == 0 ? "" : i % 2 == 0 ? "1" : "2");
        names << (i % 7 == 0 ? "" : i % 2 == 0 ? "one" : "two");
        first.push_back(i * 1.5);
        second.push_back(i * 1.5);
    }
    const Dataset dataset = DatasetBuilder()
                                .category(Entity::Account, "account.x_code", codes)
                                .category(Entity::Account, "account.industry", names)
                                .number(Entity::Account, "account.x_a", first)
                                .number(Entity::Account, "account.x_b", second)
                                .build();
    EntityTable accounts = dataset.accounts;
    for (Attribute& attribute : accounts.attributes) attribute.use = AttributeUse::Feature;
    leaveOutDuplicates(accounts, {});
    QStringList kept;
    for (const Attribute& attribute : accounts.attributes)
        if (attribute.use == AttributeUse::Feature) kept << attribute.name;
    QCOMPARE(kept, QStringList({"account.industry", "account.x_a"}));  // the vocabulary's own name stays

    accounts = dataset.accounts;
    for (Attribute& attribute : accounts.attributes) attribute.use = AttributeUse::Feature;
    leaveOutDuplicates(accounts, {true, false, false, true});
    for (const Attribute& attribute : accounts.attributes) QCOMPARE(attribute.use, AttributeUse::Feature);
}

void TestTriage::nearlyAlikeIsNotAlike() {
    QStringList one;
    QStringList other;
    QStringList gaps;
    for (int i = 0; i < 30; ++i) {
        one << (i % 2 == 0 ? "a" : "b");
        other << (i == 29 ? "a" : one.back());
        gaps << (i == 3 ? "" : one.back());
    }
    Dataset dataset = DatasetBuilder()
                          .category(Entity::Account, "account.x_1", one)
                          .category(Entity::Account, "account.x_2", other)
                          .category(Entity::Account, "account.x_3", gaps)
                          .build();
    for (Attribute& attribute : dataset.accounts.attributes) attribute.use = AttributeUse::Feature;
    leaveOutDuplicates(dataset.accounts, {});
    for (const Attribute& attribute : dataset.accounts.attributes)
        QCOMPARE(attribute.use, AttributeUse::Feature);
}

void TestTriage::datesAfterTheCloseAreSetAside() {
    QByteArray text = "Deal Name,Account,Deal Stage,Amount,Create Date,Close Date,Handover,First Demo\n";
    for (int i = 0; i < 60; ++i) {
        const QByteArray day = QByteArray::number(10 + i % 18);
        text += "D" + QByteArray::number(i) + ",C" + QByteArray::number(i % 9) +
                (i % 2 == 0 ? ",Closed won,5," : ",Closed lost,5,") + "2024-01-01,2024-03-" + day +
                ",2024-04-" + day + ",2024-02-" + day + '\n';
    }
    const auto dataset = imported(m_files.write(QStringLiteral("dates.csv"), text));
    QVERIFY(dataset);
    QCOMPARE(dataset->find(u"deal.x_handover")->use, AttributeUse::LeftOut);
    QCOMPARE(dataset->find(u"deal.x_handover")->reason,
             QStringLiteral("For 60 of 60 closed deals it is no earlier than the day of the close."));
    QCOMPARE(dataset->find(u"deal.x_first_demo")->use, AttributeUse::Feature);
}

void TestTriage::threeHundredColumns() {
    QByteArray text = "Company name,Industry";
    for (int c = 0; c < 300; ++c) text += ",Fact " + QByteArray::number(c);
    text += '\n';
    for (int row = 0; row < 400; ++row) {
        text += "Firm " + QByteArray::number(row) + (row % 3 == 0 ? ",Retail" : ",Banking");
        for (int c = 0; c < 300; ++c) text += ',' + QByteArray::number((row * (c + 3)) % (5 + c % 11));
        text += '\n';
    }
    const auto dataset = imported(m_files.write(QStringLiteral("wide.csv"), text));
    QVERIFY(dataset);
    QCOMPARE(dataset->files[0].columns, 302);
    QCOMPARE(dataset->accounts.table->fields.size(), 302U);
    for (const ColumnInfo& column : dataset->files[0].columnInfo) QVERIFY(!column.verdict.isEmpty());
}

QTEST_GUILESS_MAIN(TestTriage)
#include "tst_triage.moc"
