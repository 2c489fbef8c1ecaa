#include "core/analysis/analyze.h"
#include "tests/support/core/datasetbuilder.h"

#include <QTest>

#include <algorithm>

using namespace icp;
using namespace icp::test;

/// What the data do not allow to say, and from what the outcome was taken.
class TestWarnings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void openDealsSayNothingOfWinning();
    void usageOfNobodyIsTold();
    void modeIsOfTheSearchedPart();
    void sizeIsNoValue();
    void paidIsValue();

private:
    static QString text(const Findings& findings, const char* code) {
        for (const Warning& warning : findings.warnings)
            if (warning.code == QLatin1StringView(code)) return warning.text;
        return {};
    }
    static Findings byValue(const QString& name, const QString& label) {
        std::vector<double> amounts;
        QStringList industry;
        std::vector<AccountState> states;
        for (int i = 0; i < 100; ++i) {
            amounts.push_back(1000 + i);
            industry << (i % 2 == 0 ? "Retail" : "Energy");
            states.push_back(AccountState::Customer);
        }
        DatasetBuilder builder;
        builder.accounts(states).category(Entity::Account, QStringLiteral("account.industry"), industry);
        builder.number(Entity::Account, name, amounts, ColumnType::Money, QStringLiteral("EUR"));
        Dataset dataset = builder.build();
        for (Attribute& attribute : dataset.accounts.attributes)
            if (attribute.name == name) attribute.label = label;
        Study study;
        study.outcome = Outcome::Value;
        return *analyze(dataset, study);
    }
};

void TestWarnings::openDealsSayNothingOfWinning() {
    const auto studied = [](DealState second) {
        DatasetBuilder builder;
        builder.number(Entity::Account, QStringLiteral("account.acv"), {1, 2, 3})
            .accounts({AccountState::Customer, AccountState::Customer, AccountState::Customer})
            .category(Entity::Deal, QStringLiteral("deal.stage"), {"Demo", "Demo"})
            .links(Entity::Deal, {0, 1})
            .deals({DealState::Open, second});
        Study study;
        study.outcome = Outcome::Value;
        return *analyze(builder.build(), study);
    };
    QVERIFY(
        text(studied(DealState::Open), "no-closed-deals").contains(QStringLiteral("None of the 2 deals")));
    QVERIFY(text(studied(DealState::Won), "no-closed-deals").isEmpty());
}

void TestWarnings::usageOfNobodyIsTold() {
    const auto studied = [](std::uint32_t second) {
        DatasetBuilder builder;
        builder.number(Entity::Account, QStringLiteral("account.acv"), {1, 2, 3})
            .accounts({AccountState::Customer, AccountState::Customer, AccountState::Customer})
            .number(Entity::Usage, QStringLiteral("usage.users"), {5, 7, 9})
            .links(Entity::Usage, {0, second, 2});
        Study study;
        study.outcome = Outcome::Value;
        return *analyze(builder.build(), study);
    };
    QVERIFY(text(studied(noRow), "usage-unlinked").startsWith(QStringLiteral("1 of 3 rows of usage")));
    QVERIFY(text(studied(1), "usage-unlinked").isEmpty());
}

void TestWarnings::modeIsOfTheSearchedPart() {
    // 500 deals, one a day; of the oldest 400 ten are lost, of the newest 100 thirty.
    std::vector<DealState> states;
    std::vector<double> closed;
    QStringList type;
    std::vector<std::uint32_t> account;
    for (int i = 0; i < 500; ++i) {
        account.push_back(std::uint32_t(i));
        const bool lost = i < 400 ? i % 40 == 0 : i % 10 < 3;
        states.push_back(lost ? DealState::Lost : DealState::Won);
        closed.push_back(19000 + i);
        type << (i % 3 == 0 ? "New" : "Old");
    }
    DatasetBuilder builder;
    builder.category(Entity::Account, QStringLiteral("account.name"), QStringList(500, "One"));
    builder.links(Entity::Deal, account);
    builder.deals(states).category(Entity::Deal, QStringLiteral("deal.type"), type);
    builder.number(Entity::Deal, QStringLiteral("deal.close_date"), closed, ColumnType::Date);
    const Dataset dataset = builder.build();
    Study study;
    const Findings findings = *analyze(dataset, study);
    QCOMPARE(findings.base.n - findings.base.positives, 40);
    QCOMPARE(findings.discovery.n, 400);
    QCOMPARE(findings.mode, Mode::Directional);
    const QString told = text(findings, "few-deals");
    QVERIFY2(told.contains(QStringLiteral("390 won and 10 lost in the older part")), qPrintable(told));
    study.holdout = 0;
    QCOMPARE(analyze(dataset, study)->mode, Mode::Full);
}

void TestWarnings::sizeIsNoValue() {
    const Findings findings = byValue(QStringLiteral("account.revenue"), QStringLiteral("AnnualRevenue"));
    const QString told = text(findings, "outcome-is-size");
    QVERIFY2(told.contains(QStringLiteral("measured by AnnualRevenue")) &&
                 told.contains(QStringLiteral("size of the company")),
             qPrintable(told));
    QCOMPARE(text(findings, "outcome-from"), QString());
}

void TestWarnings::paidIsValue() {
    const Findings findings = byValue(QStringLiteral("account.acv"), QStringLiteral("ACV"));
    QVERIFY(text(findings, "outcome-from").contains(QStringLiteral("measured by ACV")));
    QCOMPARE(text(findings, "outcome-is-size"), QString());
}

QTEST_GUILESS_MAIN(TestWarnings)
#include "tst_warnings.moc"
