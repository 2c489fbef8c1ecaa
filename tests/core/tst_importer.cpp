#include "core/example/example.h"
#include "tests/support/core/importcase.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace icp;

class TestImporter : public test::ImportCase {
    Q_OBJECT
private Q_SLOTS:
    void exampleIsUnderstood();
    void flatListOfDeals();
    void nothingUsableIsAnError();
    void sameIdsAreSetAside();
    void sameIdInTwoFilesIsSetAside();
    void twoFilesOfOneRoleAreAppended();
    void accountsAreMadeFromDeals();
    void mappingAndTypesAreObeyed();
    void wrongMappingIsRefused();
    void cancelLeavesNothing();
    void dataTellUpToTheNewestClosedDeal();
};

void TestImporter::dataTellUpToTheNewestClosedDeal() {
    const auto asOf = [&](const QByteArray& rows) {
        const auto result =
            importAt({write(QStringLiteral("deals.csv"),
                            "Deal ID,Deal Name,Stage,Close Date,Created Date,Last Modified Date\n" + rows)});
        return result ? (*result)->asOf : QDate();
    };
    const QByteArray old =
        "1,A,Closed Won,2021-01-05,2020-11-01,2021-06-05\n"
        "2,B,Closed Lost,2021-02-05,2020-12-01,2021-06-05\n";
    QCOMPARE(asOf(old), QDate(2021, 6, 5));
    // Closed after the last change of any row; an open deal is only planned to close.
    QCOMPARE(asOf(old + "3,C,Closed Won,2021-09-01,2020-12-02,2021-06-05\n"), QDate(2021, 9, 1));
    QCOMPARE(asOf(old + "3,C,Negotiation,2021-09-01,2020-12-02,2021-06-05\n"), QDate(2021, 6, 5));
    // Far beyond all others: a typing error.
    QCOMPARE(asOf(old + "3,C,Closed Won,2201-09-01,2020-12-02,2021-06-05\n"), QDate(2021, 6, 5));
}

void TestImporter::exampleIsUnderstood() {
    QStringList paths;
    for (const ExampleFile& file : exampleFiles()) paths << write(file.name, file.bytes);
    const auto result = importAt(paths);
    IMPORTED(result);
    const Dataset& dataset = **result;
    QStringList roles;
    for (const SourceFile& file : dataset.files) roles << entityName(file.role) + u' ' + file.vendor;
    QCOMPARE(roles, QStringList({"accounts hubspot", "deals hubspot", "contacts hubspot", "usage generic"}));
    QCOMPARE(dataset.files[1].decimal, QStringLiteral(","));
    for (const QStringView leak : {u"deal.probability", u"deal.lost_reason", u"deal.x_forecast_category"})
        QCOMPARE(use(dataset, leak), AttributeUse::LeftOut);
    for (const QStringView feature :
         {u"account.x_finance_team_size", u"account.x_legal_entities", u"account.x_days_to_close_the_books",
          u"account.x_erp_type", u"account.technologies", u"account.employees", u"deal.source",
          u"contact.title"})
        QCOMPARE(use(dataset, feature), AttributeUse::Feature);
    QCOMPARE(use(dataset, u"account.lifecycle"), AttributeUse::Outcome);
    QCOMPARE(use(dataset, u"account.churn_date"), AttributeUse::Outcome);
    QVERIFY(std::ranges::none_of(dataset.column(u"account.revenue")->numbers(),
                                 [](double pounds) { return pounds < 0; }));  // the largest exceed 32 bits
    QVERIFY(count(dataset, DealState::Won) > 300);
    QVERIFY(count(dataset, AccountState::Left) > 20);
    QVERIFY(count(dataset, AccountState::Unknown) > 500);  // prospects have no churn date either
    QVERIFY(dataset.deals.links.byId > 900 && dataset.deals.links.byName > 50);
    QVERIFY(dataset.contacts.links.byEmail > 100);
    QCOMPARE(dataset.usage.links.unmatched(), 0);
    const auto repeated = std::count_if(
        dataset.rejected.begin(), dataset.rejected.end(),
        [](const RejectedRow& row) { return row.reason.startsWith(QStringLiteral("Same deal ID as row ")); });
    QVERIFY(repeated > 0);
    for (const SourceFile& file : dataset.files) {
        QCOMPARE(file.columns, int(file.columnInfo.size()));
        for (const ColumnInfo& info : file.columnInfo) {
            QVERIFY(dataset.find(info.attribute) != nullptr);
            QVERIFY2(!info.evidence.isEmpty(), qPrintable(info.header));
            QVERIFY(info.mapped > 0 && info.mapped <= 1);
        }
    }
}

void TestImporter::flatListOfDeals() {
    // One table with everything: the traits of accounts go to the accounts that the deals name.
    QByteArray text =
        "Opportunity Number,Client,Industry,Client Employee Count,Region,Opportunity Result,Opportunity "
        "Amount USD\n";
    for (int i = 0; i < 90; ++i) {
        const QByteArray client = QByteArray::number(i % 30);
        text += QByteArray::number(100 + i) + ",Client " + client + (i % 3 != 0 ? ",Retail," : ",Banking,") +
                QByteArray::number(10 + 7 * (i % 30)) + (i % 2 != 0 ? ",North," : ",South,") +
                (i % 4 != 0 ? "Won," : "Loss,") + QByteArray::number(1000 + 13 * i) + '\n';
    }
    const auto result = importAt({write(QStringLiteral("pipeline.csv"), text)});
    IMPORTED(result);
    const Dataset& dataset = **result;
    QCOMPARE(dataset.files[0].role, Entity::Deal);
    QCOMPARE(dataset.accounts.rows(), 30U);
    QCOMPARE(dataset.deals.links.unmatched(), 0);
    QCOMPARE(count(dataset, DealState::Won), 67);
    QCOMPARE(count(dataset, DealState::Lost), 23);
    QCOMPARE(dataset.column(u"account.employees")->display(1), std::string("17"));
    QCOMPARE(dataset.column(u"account.industry")->display(0), std::string("Banking"));
    QCOMPARE(use(dataset, u"deal.amount"), AttributeUse::Outcome);
}

void TestImporter::nothingUsableIsAnError() {
    const QString path = write(QStringLiteral("colours.csv"), "colour,shade\nred,dark\nblue,light\n");
    const auto result = importAt({path});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InputUnusable);
    QVERIFY2(result.error().message.contains(QStringLiteral("colours.csv")),
             qPrintable(result.error().message));
    QVERIFY(!importFiles({}));
    QCOMPARE(importAt({m_scratch.path(QStringLiteral("none.csv"))}).error().code, ErrorCode::InputUnusable);
}

void TestImporter::sameIdsAreSetAside() {
    const QString path =
        write(QStringLiteral("deals.csv"),
              "Deal ID,Deal Name,Account Name,Deal Stage,Amount\n"
              "D1,One,Acme,Closed Won,100\nD2,Two,Acme,Closed Lost,200\nD1,One again,Acme,Closed "
              "Lost,100\n,Nameless,Acme,Closed Won,1\n,Nameless too,Acme,Closed Won,1\n");
    const auto result = importAt({path});
    IMPORTED(result);
    const Dataset& dataset = **result;
    QCOMPARE(dataset.deals.rows(), 4U);
    QCOMPARE(dataset.rejected.size(), 1U);
    QCOMPARE(dataset.rejected[0].row, 4);
    QCOMPARE(dataset.rejected[0].reason, QStringLiteral("Same deal ID as row 2"));
    QCOMPARE(dataset.rejected[0].cells.value(1), QStringLiteral("One again"));
    QCOMPARE(dataset.files[0].rows, 4);
    QCOMPARE(dataset.files[0].rejected, 1);
    QCOMPARE(dataset.deals.table->sourceRow, (std::vector<std::uint32_t>{2, 3, 5, 6}));
    QCOMPARE(count(dataset, DealState::Won), 3);
}

void TestImporter::sameIdInTwoFilesIsSetAside() {
    const QByteArray head = "Deal ID,Deal Name,Account Name,Deal Stage,Amount\n";
    const QString a =
        write(QStringLiteral("a.csv"), head + "D1,One,Acme,Closed Won,100\nD2,Two,Acme,Closed Lost,200\n");
    const QString b =
        write(QStringLiteral("b.csv"), head + "D2,Two,Acme,Closed Lost,200\nD3,Three,Acme,Closed Won,5\n");
    const auto result = importAt({b, a});
    IMPORTED(result);
    QCOMPARE((*result)->deals.rows(), 3U);
    QCOMPARE((*result)->rejected.size(), 1U);
    QCOMPARE((*result)->rejected[0].file, 1);
    QCOMPARE((*result)->rejected[0].reason, QStringLiteral("Same deal ID as row 3 of a.csv"));
}

void TestImporter::twoFilesOfOneRoleAreAppended() {
    const QString a = write(QStringLiteral("north.csv"),
                            "Company name,Industry,Number of Employees\nAcme,Retail,12\nBeta,Banking,90\n");
    const QString b = write(QStringLiteral("south.csv"), "Company name,Industry,City\nCara,Retail,Rome\n");
    const auto result = importAt({a, b});
    IMPORTED(result);
    const Dataset& dataset = **result;
    QCOMPARE(dataset.accounts.rows(), 3U);
    QCOMPARE(dataset.accountName(2), QStringLiteral("Cara"));
    QVERIFY(dataset.column(u"account.employees")->isMissing(2));
    QVERIFY(dataset.column(u"account.city")->isMissing(0));
    QCOMPARE(dataset.column(u"account.industry")->display(2), std::string("Retail"));
    QCOMPARE(dataset.accounts.table->sourceFile, (std::vector<std::uint16_t>{0, 0, 1}));
    QCOMPARE(dataset.accounts.table->sourceRow, (std::vector<std::uint32_t>{2, 3, 2}));
}

void TestImporter::accountsAreMadeFromDeals() {
    const QString path = write(QStringLiteral("deals.csv"),
                               "Deal Name,Account,Deal Stage,Amount\nOne,Acme Inc.,Won,100\nTwo,ACME,Lost,5\n"
                               "Three,Beta GmbH,Won,1\nFour,,Lost,1\n");
    const auto result = importAt({path});
    IMPORTED(result);
    const Dataset& dataset = **result;
    QCOMPARE(dataset.accounts.rows(), 2U);
    QCOMPARE(dataset.accountName(0), QStringLiteral("Acme Inc."));
    QCOMPARE(dataset.deals.links.account, (std::vector<std::uint32_t>{0, 0, 1, noRow}));
    QCOMPARE(dataset.accounts.links.account, (std::vector<std::uint32_t>{0, 1}));
    QVERIFY(dataset.accountState[0] == AccountState::Customer);
}

void TestImporter::mappingAndTypesAreObeyed() {
    const QString path =
        write(QStringLiteral("list.csv"),
              "Company name,Vertical,Code,Note,Probability\nAcme,Retail,1,x,2\nBeta,Banking,2,y,3\n");
    FileRequest file = fileAt(path);
    file.role = Entity::Account;
    file.mapping = {{QStringLiteral("Vertical"), QStringLiteral("account.x_my_vertical")},
                    {QStringLiteral("Note"), QStringLiteral("account.industry")},
                    {QStringLiteral("Code"), QStringLiteral("ignore")}};
    file.columns[QStringLiteral("Code")].type = ColumnType::Text;
    const auto result = importFiles({{{file}}, 0});
    IMPORTED(result);
    const Dataset& dataset = **result;
    QCOMPARE(dataset.find(u"account.industry")->label, QStringLiteral("Note"));
    QCOMPARE(use(dataset, u"account.x_my_vertical"), AttributeUse::Feature);
    QCOMPARE(use(dataset, u"account.x_code"), AttributeUse::LeftOut);
    QCOMPARE(dataset.column(u"account.x_code")->type(), ColumnType::Text);
    QCOMPARE(dataset.files[0].columnInfo[1].mapped, 1.0);
}

void TestImporter::wrongMappingIsRefused() {
    const QString path =
        write(QStringLiteral("list.csv"), "Company name,Industry\nAcme,Retail\nBeta,Banking\n");
    const auto refusal = [&](const QString& header, const QString& attribute) {
        FileRequest file = fileAt(path);
        file.role = Entity::Account;
        file.mapping = {{header, attribute}};
        const auto result = importFiles({{{file}}, 0});
        return result ? QString() : result.error().message;
    };
    QVERIFY(refusal(QStringLiteral("Nothing"), QStringLiteral("account.name")).contains(u"Nothing"));
    QVERIFY(refusal(QStringLiteral("Industry"), QStringLiteral("account.bogus")).contains(u"account.bogus"));
    QVERIFY(refusal(QStringLiteral("Industry"), QStringLiteral("deal.amount")).contains(u"deal.amount"));
    QVERIFY(refusal(QStringLiteral("Industry"), QStringLiteral("account.industry")).isEmpty());
}

void TestImporter::cancelLeavesNothing() {
    const QString path = write(QStringLiteral("list.csv"), "Company name,Industry\nAcme,Retail\n");
    const Job job;
    job.cancel();
    const auto result = importAt({path}, job);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
