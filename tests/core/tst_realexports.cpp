#include "tests/support/core/importcase.h"
#include "tests/support/core/places.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QTest>

#include <algorithm>

using namespace icp;

/// Exports of real systems, made by others; skipped where they are absent.
class TestRealExports : public test::ImportCase {
    Q_OBJECT
private Q_SLOTS:
    void mavenCrm();
    void zohoCrm();
    void salesforce();
    void dynamics();
    void ratingIsFoundOutByItsData();
    void whatGoesOnIsFoundOutByItsData();
    void ratingIsTakenBackOnRequest();
    void telcoChurn();
    void telcoChurnSameFromExcel();
    void ravenstack();
    void orderOfFilesAndThreadsDoNotMatter();
    void tablesOfOtherThingsAreNotUsed();

private:
    static Result<std::shared_ptr<const Dataset>> importReal(const QStringList& names, unsigned threads = 0) {
        ImportRequest request;
        request.threads = threads;
        for (const QString& name : names) request.files.push_back(fileAt(realFile(name)));
        return importFiles(request);
    }
    static bool hasReal(const QString& name) { return QFile::exists(realFile(name)); }
};

#define NEEDS(name) \
    if (!hasReal(QStringLiteral(name))) QSKIP("The real exports are not beside the project.")
// The counts of the real sets were taken from the files with Python's csv module.

void TestRealExports::mavenCrm() {
    NEEDS("maven-crm/accounts.csv");
    const auto result = importReal({"maven-crm/sales_pipeline.csv", "maven-crm/accounts.csv"});
    IMPORTED(result);
    const Dataset& dataset = **result;
    QCOMPARE(dataset.files.size(), 2U);
    QCOMPARE(dataset.files[0].role, Entity::Account);
    QCOMPARE(dataset.files[1].role, Entity::Deal);
    QCOMPARE(dataset.files[1].vendor, QStringLiteral("generic"));
    QCOMPARE(dataset.accounts.rows(), 85U);
    QCOMPARE(dataset.deals.rows(), 8800U);
    QCOMPARE(count(dataset, DealState::Won), 4238);
    QCOMPARE(count(dataset, DealState::Lost), 2473);
    QCOMPARE(dataset.deals.links.byName, 7375);
    QCOMPARE(dataset.deals.links.unmatched(), 1425);
    QCOMPARE(use(dataset, u"account.industry"), AttributeUse::Feature);
    QCOMPARE(use(dataset, u"account.country"), AttributeUse::Feature);
    QCOMPARE(use(dataset, u"deal.product"), AttributeUse::Feature);
    QCOMPARE(use(dataset, u"deal.owner"), AttributeUse::Description);
    QCOMPARE(use(dataset, u"deal.amount"), AttributeUse::Outcome);
    QVERIFY(!dataset.find(u"deal.amount")->reason.isEmpty());
    QCOMPARE(dataset.find(u"account.industry")->label, QStringLiteral("sector"));
    QCOMPARE(dataset.asOf, QDate(2017, 12, 31));
    QVERIFY(dataset.rejected.empty());
    QCOMPARE(dataset.fingerprint.size(), 16);
}

void TestRealExports::zohoCrm() {
    NEEDS("zoho-crm/Accounts.csv");
    const auto result =
        importReal({"zoho-crm/Accounts.csv", "zoho-crm/Potentials.csv", "zoho-crm/Contacts.csv"});
    IMPORTED(result);
    const Dataset& dataset = **result;
    for (const SourceFile& file : dataset.files) QCOMPARE(file.vendor, QStringLiteral("zoho"));
    QCOMPARE(dataset.accounts.rows(), 2229U);
    QCOMPARE(count(dataset, DealState::Won), 1425);
    QCOMPARE(count(dataset, DealState::Lost), 485);
    QCOMPARE(dataset.contacts.links.byId, 1265);
    // The deals name leads, so that nothing of accounts can be said of them.
    const auto unnamed = std::find_if(dataset.issues.begin(), dataset.issues.end(),
                                      [](const Issue& one) { return one.code == u"account-unnamed"; });
    QVERIFY(unnamed != dataset.issues.end());
    QCOMPARE(unnamed->severity, Severity::Warning);
    QCOMPARE(unnamed->file, QStringLiteral("Potentials.csv"));
    QCOMPARE(unnamed->row, 2);
    QCOMPARE(unnamed->reason,
             QStringLiteral("Deals that name no account, the first of them here: 3632 of 3632."));
    // Leads name a website that one account has, or else a name; counted in the files by themselves.
    const auto led = importReal({"zoho-crm/Accounts.csv", "zoho-crm/Potentials.csv", "zoho-crm/Leads.csv"});
    IMPORTED(led);
    QCOMPARE((*led)->deals.links.byDomain, 1786);
    QCOMPARE((*led)->deals.links.byName, 365);
    QCOMPARE(count(dataset, AccountState::Customer), 1105);
    QCOMPARE(use(dataset, u"account.type"), AttributeUse::Outcome);
    QCOMPARE(use(dataset, u"deal.source"), AttributeUse::Feature);
    for (const QStringView leak : {u"deal.probability", u"deal.x_age_in_days", u"deal.x_amount_tier",
                                   u"deal.x_activities_involved", u"deal.x_expected_revenue"}) {
        QCOMPARE(use(dataset, leak), AttributeUse::LeftOut);
        QVERIFY(!dataset.find(leak)->reason.isEmpty());
    }
}

void TestRealExports::salesforce() {
    NEEDS("salesforce-export/Account.csv");
    const auto result = importReal({"salesforce-export/Account.csv", "salesforce-export/Opportunity.csv",
                                    "salesforce-export/Contact.csv"});
    IMPORTED(result);
    const Dataset& dataset = **result;
    for (const SourceFile& file : dataset.files) QCOMPARE(file.vendor, QStringLiteral("salesforce"));
    QCOMPARE(count(dataset, DealState::Won), 640);
    QCOMPARE(count(dataset, DealState::Lost), 39);
    QCOMPARE(count(dataset, DealState::Open), 95);
    QCOMPARE(dataset.deals.links.byId, 774);
    QCOMPARE(dataset.contacts.links.byId, 133);
    QCOMPARE(use(dataset, u"account.employees"), AttributeUse::Feature);
    QCOMPARE(use(dataset, u"account.x_shippingcity"), AttributeUse::LeftOut);
    QCOMPARE(use(dataset, u"account.x_active_c"), AttributeUse::LeftOut);
    QCOMPARE(use(dataset, u"deal.source"), AttributeUse::Description);  // 773 different ones in 774 rows
    QCOMPARE(use(dataset, u"deal.x_nextstep"), AttributeUse::LeftOut);
    QCOMPARE(dataset.asOf, QDate(2021, 10, 24));  // the newest closed deal; rows were last changed in July
}

void TestRealExports::dynamics() {
    NEEDS("dynamics365/Opportunity.csv");
    const auto result =
        importReal({"dynamics365/Account.csv", "dynamics365/Opportunity.csv", "dynamics365/Contact.csv"});
    IMPORTED(result);
    const Dataset& dataset = **result;
    for (const SourceFile& file : dataset.files) QCOMPARE(file.vendor, QStringLiteral("dynamics"));
    QCOMPARE(count(dataset, DealState::Won), 1914);
    QCOMPARE(count(dataset, DealState::Lost), 2794);
    QCOMPARE(count(dataset, DealState::Open), 521);
    QCOMPARE(dataset.deals.links.byName, 5229);
    for (const QStringView leak :
         {u"deal.x_rating", u"deal.probability", u"deal.x_status_reason", u"deal.x_forecast_category",
          u"deal.x_actual_revenue", u"deal.x_est_close_date"})
        QCOMPARE(use(dataset, leak), AttributeUse::LeftOut);
    QCOMPARE(use(dataset, u"deal.close_date"), AttributeUse::Outcome);
    QCOMPARE(dataset.find(u"deal.close_date")->label, QStringLiteral("Actual Close Date"));
    QCOMPARE(dataset.find(u"deal.amount")->label, QStringLiteral("Est. revenue"));
    QCOMPARE(use(dataset, u"deal.x_purchase_timeframe"), AttributeUse::Feature);
    QVERIFY(
        dataset.find(u"deal.x_purchase_timeframe")->caution.contains(QStringLiteral("while a deal goes on")));
    QCOMPARE(use(dataset, u"deal.product"), AttributeUse::Feature);
    QCOMPARE(dataset.find(u"deal.source")->caution, QString());
    QCOMPARE(dataset.asOf, QDate(2025, 10, 4));
}

void TestRealExports::ratingIsFoundOutByItsData() {
    NEEDS("dynamics365/Opportunity.csv");
    QFile real(realFile(QStringLiteral("dynamics365/Opportunity.csv")));
    QVERIFY(real.open(QIODevice::ReadOnly));
    const QByteArray text = real.readAll().replace(",Rating,", ",Temperature,");
    const auto result = importAt({write(QStringLiteral("opportunities.csv"), text)});
    IMPORTED(result);
    QCOMPARE(use(**result, u"deal.x_temperature"), AttributeUse::LeftOut);
    const QString reason = (*result)->find(u"deal.x_temperature")->reason;
    QVERIFY2(reason.contains(QStringLiteral("1,045")) && reason.contains(QStringLiteral("2,379")),
             qPrintable(reason));
    for (const QStringView feature : {u"deal.x_purchase_timeframe", u"deal.x_purchase_process",
                                      u"deal.source", u"deal.x_customer_need", u"deal.product"})
        QCOMPARE(use(**result, feature), AttributeUse::Feature);
}

// The shares and Cramér's V (corrected after Bergsma) were computed from the file with Python.
void TestRealExports::whatGoesOnIsFoundOutByItsData() {
    NEEDS("dynamics365/Opportunity.csv");
    QFile real(realFile(QStringLiteral("dynamics365/Opportunity.csv")));
    QVERIFY(real.open(QIODevice::ReadOnly));
    const QByteArray text =
        real.readAll().replace(",Purchase Process,", ",Colour,").replace(",Purchase Timeframe,", ",Shape,");
    const auto result = importAt({write(QStringLiteral("opportunities.csv"), text)});
    IMPORTED(result);
    const QString colour = (*result)->find(u"deal.x_colour")->caution;
    QVERIFY2(colour.contains(QStringLiteral("96%")) && colour.contains(QStringLiteral("37%")),
             qPrintable(colour));
    const QString shape = (*result)->find(u"deal.x_shape")->caution;
    QVERIFY2(shape.contains(QStringLiteral("0.35")), qPrintable(shape));
    for (const QStringView other : {u"deal.source", u"deal.x_customer_need", u"deal.product"})
        QCOMPARE((*result)->find(other)->caution, QString());
}

void TestRealExports::ratingIsTakenBackOnRequest() {
    NEEDS("dynamics365/Opportunity.csv");
    FileRequest file = fileAt(realFile(QStringLiteral("dynamics365/Opportunity.csv")));
    file.mapping = {{QStringLiteral("Rating"), QStringLiteral("deal.x_rating")}};
    const auto result = importFiles({{{file}}, 0});
    IMPORTED(result);
    QCOMPARE(use(**result, u"deal.x_rating"), AttributeUse::Feature);
}

void TestRealExports::telcoChurn() {
    NEEDS("telco-churn/WA_Fn-UseC_-Telco-Customer-Churn.csv");
    const auto result = importReal({"telco-churn/WA_Fn-UseC_-Telco-Customer-Churn.csv"});
    IMPORTED(result);
    const Dataset& dataset = **result;
    QCOMPARE(dataset.accounts.rows(), 7043U);
    QCOMPARE(count(dataset, AccountState::Left), 1869);
    QCOMPARE(count(dataset, AccountState::Customer), 5174);
    QCOMPARE(use(dataset, u"account.id"), AttributeUse::Key);
    QCOMPARE(use(dataset, u"account.churned"), AttributeUse::Outcome);
    for (const QStringView feature : {u"account.x_contract", u"account.x_gender", u"account.x_tenure",
                                      u"account.x_phoneservice", u"account.x_totalcharges"})
        QCOMPARE(use(dataset, feature), AttributeUse::Feature);
    QCOMPARE(dataset.accountName(0), QStringLiteral("7590-VHVEG"));
}

void TestRealExports::telcoChurnSameFromExcel() {
    NEEDS("telco-churn/Telco_customer_churn.xlsx");
    const auto csv = importReal({"telco-churn/WA_Fn-UseC_-Telco-Customer-Churn.csv"});
    const auto excel = importReal({"telco-churn/Telco_customer_churn.xlsx"});
    IMPORTED(csv);
    IMPORTED(excel);
    // The two list the same customers in another order, the workbook with more columns about them.
    QCOMPARE((*excel)->files[0].format, QStringLiteral("xlsx"));
    QCOMPARE(count(**excel, AccountState::Left), 1869);
    const auto byId = [](const Dataset& dataset, QStringView contract, QStringView charges) {
        QMap<std::string, QStringList> result;
        for (std::size_t row = 0; row < dataset.accounts.rows(); ++row)
            result[dataset.column(u"account.id")->display(row)] = {
                QString::number(int(dataset.accountState[row])),
                QString::fromStdString(dataset.column(contract)->display(row)),
                QString::fromStdString(dataset.column(charges)->display(row))};
        return result;
    };
    QVERIFY(byId(**excel, u"account.x_contract", u"account.x_total_charges") ==
            byId(**csv, u"account.x_contract", u"account.x_totalcharges"));
    for (const QStringView known :
         {u"account.x_churn_value", u"account.x_churn_score", u"account.x_churn_reason"})
        QCOMPARE(use(**excel, known), AttributeUse::LeftOut);
    QCOMPARE(use(**excel, u"account.x_contract"), AttributeUse::Feature);
    QCOMPARE(use(**excel, u"account.x_lat_long"), AttributeUse::Description);
}

void TestRealExports::ravenstack() {
    NEEDS("ravenstack/ravenstack_accounts.csv");
    const auto result =
        importReal({"ravenstack/ravenstack_accounts.csv", "ravenstack/ravenstack_subscriptions.csv",
                    "ravenstack/ravenstack_churn_events.csv"});
    IMPORTED(result);
    const Dataset& dataset = **result;
    QCOMPARE(dataset.files.size(), 1U);
    QCOMPARE(codes(dataset).count(QStringLiteral("file-unused")), 2);
    QCOMPARE(count(dataset, AccountState::Left), 110);
    QCOMPARE(use(dataset, u"account.industry"), AttributeUse::Feature);
    QCOMPARE(use(dataset, u"account.x_plan_tier"), AttributeUse::Feature);
    QCOMPARE(dataset.asOf, QDate(2024, 12, 31));
    // Usage names subscriptions, each of which names its account.
    const auto used =
        importReal({"ravenstack/ravenstack_accounts.csv", "ravenstack/ravenstack_subscriptions.csv",
                    "ravenstack/ravenstack_feature_usage.csv"});
    IMPORTED(used);
    QCOMPARE((*used)->usage.rows(), 25000U);
    QCOMPARE((*used)->usage.links.byId, 25000);
}

void TestRealExports::orderOfFilesAndThreadsDoNotMatter() {
    NEEDS("zoho-crm/Accounts.csv");
    const auto one =
        importReal({"zoho-crm/Accounts.csv", "zoho-crm/Potentials.csv", "zoho-crm/Contacts.csv"}, 1);
    const auto other =
        importReal({"zoho-crm/Contacts.csv", "zoho-crm/Potentials.csv", "zoho-crm/Accounts.csv"}, 3);
    IMPORTED(one);
    IMPORTED(other);
    const Dataset& a = **one;
    const Dataset& b = **other;
    QCOMPARE(a.fingerprint, b.fingerprint);
    QCOMPARE(a.asOf, b.asOf);
    QVERIFY(a.dealState == b.dealState);
    QVERIFY(a.accountState == b.accountState);
    QVERIFY(a.contacts.links.account == b.contacts.links.account);
    QCOMPARE(codes(a), codes(b));
    for (const Entity entity : entities) {
        QCOMPARE(a.of(entity).attributes.size(), b.of(entity).attributes.size());
        for (std::size_t i = 0; i < a.of(entity).attributes.size(); ++i) {
            QCOMPARE(a.of(entity).attributes[i].name, b.of(entity).attributes[i].name);
            QCOMPARE(a.of(entity).attributes[i].use, b.of(entity).attributes[i].use);
            const Column& left = a.column(a.of(entity).attributes[i]);
            const Column& right = b.column(b.of(entity).attributes[i]);
            for (std::size_t row = 0; row < left.size(); row += 97)
                QCOMPARE(left.display(row), right.display(row));
        }
    }
}

void TestRealExports::tablesOfOtherThingsAreNotUsed() {
    NEEDS("maven-crm/accounts.csv");
    const auto result =
        importReal({"maven-crm/accounts.csv", "maven-crm/sales_pipeline.csv", "maven-crm/products.csv",
                    "maven-crm/sales_teams.csv", "maven-crm/data_dictionary.csv"});
    IMPORTED(result);
    QCOMPARE((*result)->files.size(), 2U);
    QCOMPARE(codes(**result).count(QStringLiteral("file-unused")), 3);

    // Of all 22 tables of the Zoho account three hold what the program is about; of Dynamics' ten, three.
    const auto used = [](const QString& folder) {
        QStringList names;
        const QDir real(realFile(folder));
        for (const QString& name : real.entryList({"*.csv"}))
            if (name != u"User.csv") names << folder + u'/' + name;
        const auto all = importReal(names);
        QStringList kept;
        if (all)
            for (const SourceFile& file : (*all)->files) kept << file.name;
        return kept;
    };
    QCOMPARE(used(QStringLiteral("zoho-crm")),
             QStringList({"Accounts.csv", "Potentials.csv", "Contacts.csv"}));
    QCOMPARE(used(QStringLiteral("dynamics365")),
             QStringList({"Account.csv", "Opportunity.csv", "Contact.csv"}));
}

QTEST_GUILESS_MAIN(TestRealExports)
#include "tst_realexports.moc"
