#include "core/import/mapping.h"
#include "tests/support/core/kindtable.h"

#include <QTest>

using namespace icp;

using test::nameOf;
using test::tableOf;

/// Whole files: whose export it is, what it holds, and what its telling columns mean.
class TestMapping : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void exports_data();
    void exports();
    void otherTables_data();
    void otherTables();

private:
    Profiles m_profiles;
};

void TestMapping::initTestCase() {
    auto profiles = loadProfiles();
    QVERIFY(profiles.has_value());
    m_profiles = std::move(*profiles);
}

void TestMapping::exports_data() {
    QTest::addColumn<QString>("columns");
    QTest::addColumn<Entity>("role");
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QStringList>("expected");

    QTest::newRow("HubSpot deals") << "Record ID:t | Deal Name:t | Deal Stage:s | Pipeline:c | Amount:m | "
                                      "Close Date:d | Create Date:d | Deal owner:c | "
                                      "Deal Type:c | Closed Lost Reason:c | Deal probability:p | Associated "
                                      "Company:t | Associated Company IDs:t | "
                                      "Days to close:n | Weighted amount:m"
                                   << Entity::Deal << "hubspot"
                                   << QStringList{"Record ID=deal.id",
                                                  "Deal Name=deal.name",
                                                  "Deal Stage=deal.stage",
                                                  "Pipeline=deal.pipeline",
                                                  "Amount=deal.amount",
                                                  "Close Date=deal.close_date",
                                                  "Create Date=deal.create_date",
                                                  "Deal owner=deal.owner",
                                                  "Deal Type=deal.type",
                                                  "Closed Lost Reason=deal.lost_reason",
                                                  "Deal probability=deal.probability",
                                                  "Associated Company=deal.account_name",
                                                  "Associated Company IDs=deal.account_id"};
    QTest::newRow("HubSpot companies")
        << "Record ID:t | Company name:t | Company Domain Name:t | Industry:c | Number of Employees:n | "
           "Annual Revenue:m | "
           "City:c | State/Region:c | Country/Region:c | Year Founded:n | Lifecycle Stage:c | Web "
           "Technologies:x | "
           "Is Public:b | Company owner:c | Create Date:d | Last NPS survey rating:n"
        << Entity::Account << "hubspot"
        << QStringList{"Record ID=account.id",
                       "Company name=account.name",
                       "Company Domain Name=account.domain",
                       "Industry=account.industry",
                       "Number of Employees=account.employees",
                       "Annual Revenue=account.revenue",
                       "City=account.city",
                       "State/Region=account.region",
                       "Country/Region=account.country",
                       "Year Founded=account.founded",
                       "Lifecycle Stage=account.lifecycle",
                       "Web Technologies=account.technologies",
                       "Is Public=account.ownership",
                       "Company owner=account.owner",
                       "Create Date=account.created",
                       "Last NPS survey rating=account.nps"};
    QTest::newRow("HubSpot contacts") << "Record ID:t | First Name:t | Last Name:t | Email:t | Job Title:c | "
                                         "Company Name:t | Associated Company IDs:t | "
                                         "Lead Status:c | Lifecycle Stage:c | Contact owner:c | Buying Role:c"
                                      << Entity::Contact << "hubspot"
                                      << QStringList{"Record ID=contact.id",
                                                     "First Name=contact.first_name",
                                                     "Last Name=contact.last_name",
                                                     "Email=contact.email",
                                                     "Job Title=contact.title",
                                                     "Company Name=contact.account_name",
                                                     "Associated Company IDs=contact.account_id",
                                                     "Buying Role=contact.role"};
    QTest::newRow("HubSpot deals, German") << "Datensatz-ID:t | Deal-Name:t | Deal-Phase:{Abgeschlossen und "
                                              "gewonnen,Abgeschlossen und verloren,Angebot} | "
                                              "Betrag:m | Abschlussdatum:d | Erstellungsdatum:d | "
                                              "Zuständiger Mitarbeiter:c | Zugeordnetes Unternehmen:t"
                                           << Entity::Deal << "hubspot"
                                           << QStringList{"Datensatz-ID=deal.id",
                                                          "Deal-Name=deal.name",
                                                          "Deal-Phase=deal.stage",
                                                          "Betrag=deal.amount",
                                                          "Abschlussdatum=deal.close_date",
                                                          "Erstellungsdatum=deal.create_date",
                                                          "Zuständiger Mitarbeiter=deal.owner",
                                                          "Zugeordnetes Unternehmen=deal.account_name"};
    QTest::newRow("HubSpot deals, Spanish") << "ID de registro:t | Nombre del negocio:t | Etapa del "
                                               "negocio:s | Importe:m | Fecha de cierre:d | Fecha de "
                                               "creación:d | Propietario del negocio:c | Empresa asociada:t"
                                            << Entity::Deal << "hubspot"
                                            << QStringList{"ID de registro=deal.id",
                                                           "Nombre del negocio=deal.name",
                                                           "Etapa del negocio=deal.stage",
                                                           "Importe=deal.amount",
                                                           "Fecha de cierre=deal.close_date",
                                                           "Fecha de creación=deal.create_date",
                                                           "Propietario del negocio=deal.owner",
                                                           "Empresa asociada=deal.account_name"};
    QTest::newRow("HubSpot companies, French")
        << "ID de fiche d'informations:t | Nom de l'entreprise:t | Nom de domaine de l'entreprise:t | "
           "Secteur d'activité:c | "
           "Nombre d'employés:n | Chiffre d'affaires annuel:m | Ville:c | Pays/Région:c"
        << Entity::Account << "hubspot"
        << QStringList{"Nom de l'entreprise=account.name",
                       "Nom de domaine de l'entreprise=account.domain",
                       "Secteur d'activité=account.industry",
                       "Nombre d'employés=account.employees",
                       "Chiffre d'affaires annuel=account.revenue",
                       "Ville=account.city",
                       "Pays/Région=account.country"};
    QTest::newRow("HubSpot companies, Portuguese")
        << "ID do registro:t | Nome da empresa:t | Nome do domínio da empresa:t | Setor:c | Número de "
           "funcionários:n | Receita "
           "anual:m | Cidade:c | País/Região:c"
        << Entity::Account << "hubspot" << QStringList{"Nome da empresa=account.name",
                                                       "Setor=account.industry",
                                                       "Número de funcionários=account.employees",
                                                       "Receita anual=account.revenue",
                                                       "Cidade=account.city",
                                                       "País/Região=account.country"};
    QTest::newRow("HubSpot deals, Japanese")
        << "レコードID:t | 取引名:t | 取引ステージ:{成約,失注,提案} | 金額:m | クローズ日:d | 作成日:d | "
           "取引担当者:c | 会社名:t"
        << Entity::Deal << "hubspot"
        << QStringList{"レコードID=deal.id",    "取引名=deal.name",           "取引ステージ=deal.stage",
                       "金額=deal.amount",      "クローズ日=deal.close_date", "作成日=deal.create_date",
                       "取引担当者=deal.owner", "会社名=deal.account_name"};
    QTest::newRow("Salesforce report") << "Opportunity ID:t | Opportunity Name:t | Account Name:t | "
                                          "Opportunity Owner:c | Stage:s | Type:c | Lead Source:c | "
                                          "Amount:m | Probability (%):p | Fiscal Period:c | Age:n | Close "
                                          "Date:d | Created Date:d | Account: Industry:c | "
                                          "Contact: Email:t"
                                       << Entity::Deal << "salesforce"
                                       << QStringList{"Opportunity ID=deal.id",
                                                      "Opportunity Name=deal.name",
                                                      "Account Name=deal.account_name",
                                                      "Opportunity Owner=deal.owner",
                                                      "Stage=deal.stage",
                                                      "Type=deal.type",
                                                      "Lead Source=deal.source",
                                                      "Amount=deal.amount",
                                                      "Probability (%)=deal.probability",
                                                      "Close Date=deal.close_date",
                                                      "Created Date=deal.create_date",
                                                      "Account: Industry=deal.x_account_industry"};
    QTest::newRow("Salesforce accounts, report")
        << "Account ID:t | Account Name:t | Account Type:c | Parent Account ID:c | Billing City:c | Billing "
           "State/Province:c | "
           "Billing Country:c | Website:t | Industry:c | Annual Revenue:m | Employees:n | Ownership:c | "
           "Account Source:c | "
           "Year Started:n | Account Owner:c"
        << Entity::Account << "salesforce"
        << QStringList{"Account ID=account.id",
                       "Account Name=account.name",
                       "Account Type=account.type",
                       "Billing City=account.city",
                       "Billing State/Province=account.region",
                       "Billing Country=account.country",
                       "Website=account.domain",
                       "Industry=account.industry",
                       "Annual Revenue=account.revenue",
                       "Employees=account.employees",
                       "Ownership=account.ownership",
                       "Account Source=account.source",
                       "Year Started=account.founded",
                       "Account Owner=account.owner",
                       "Parent Account ID=account.parent"};
    QTest::newRow("Salesforce opportunities, API names")
        << "Id:t | IsDeleted:e | AccountId:t | Name:t | StageName:s | Amount:n | Probability:n | "
           "ExpectedRevenue:n | CloseDate:d | "
           "Type:c | NextStep:c | LeadSource:c | IsClosed:b | IsWon:b | ForecastCategoryName:c | OwnerId:t | "
           "CreatedDate:d | "
           "LastModifiedDate:d | SystemModstamp:d | MainCompetitors__c:c"
        << Entity::Deal << "salesforce"
        << QStringList{"Id=deal.id",           "AccountId=deal.account_id", "Name=deal.name",
                       "StageName=deal.stage", "Amount=deal.amount",        "IsClosed=deal.is_closed",
                       "IsWon=deal.is_won",    "CloseDate=deal.close_date", "CreatedDate=deal.create_date",
                       "Type=deal.type",       "LeadSource=deal.source"};
    QTest::newRow("Pipedrive deals") << "Deal - ID:t | Deal - Title:t | Deal - Owner:c | Deal - Value:n | "
                                        "Deal - Currency of Value:c | Deal - Probability:n | "
                                        "Deal - Organization:t | Deal - Organization ID:t | Deal - "
                                        "Pipeline:c | Deal - Stage:c | Deal - Status:{open,won,lost} "
                                        "| Deal - Deal created:d | Deal - Deal closed on:d | Deal - Lost "
                                        "reason:c | Deal - Won time:d | Organization - "
                                        "Industry:c | Organization - Name:t"
                                     << Entity::Deal << "pipedrive"
                                     << QStringList{"Deal - ID=deal.id",
                                                    "Deal - Title=deal.name",
                                                    "Deal - Owner=deal.owner",
                                                    "Deal - Value=deal.amount",
                                                    "Deal - Currency of Value=deal.currency",
                                                    "Deal - Organization=deal.account_name",
                                                    "Deal - Organization ID=deal.account_id",
                                                    "Deal - Pipeline=deal.pipeline",
                                                    "Deal - Stage=deal.stage",
                                                    "Deal - Status=deal.status",
                                                    "Deal - Deal created=deal.create_date",
                                                    "Deal - Deal closed on=deal.close_date",
                                                    "Deal - Lost reason=deal.lost_reason"};
    QTest::newRow("Pipedrive deals, all data")
        << "ID:t | Title:t | Creator:c | Owner:c | Value:n | Currency of Value:c | Weighted value:n | "
           "Probability:n | "
           "Organization:t | Pipeline:c | Contact person:t | Stage:c | Status:{Open,Won,Lost} | Deal "
           "created:d | Update time:d | "
           "Won time:d | Lost time:d | Lost reason:c | Total activities:n | Expected close date:d | Source "
           "origin:c"
        << Entity::Deal << "pipedrive"
        << QStringList{"ID=deal.id",
                       "Title=deal.name",
                       "Owner=deal.owner",
                       "Value=deal.amount",
                       "Stage=deal.stage",
                       "Status=deal.status",
                       "Deal created=deal.create_date",
                       "Organization=deal.account_name",
                       "Source origin=deal.source"};
    QTest::newRow("Pipedrive organizations")
        << "Organization - ID:t | Organization - Name:t | Organization - Owner:c | Organization - Won "
           "deals:n | Organization - "
           "Website:t | Organization - Industry:c | Organization - Annual revenue:m | Organization - Number "
           "of employees:n | "
           "Organization - Country of Address:c | Organization - City/town/village/locality of Address:c | "
           "Organization - "
           "Organization created:d"
        << Entity::Account << "pipedrive"
        << QStringList{"Organization - ID=account.id",
                       "Organization - Name=account.name",
                       "Organization - Website=account.domain",
                       "Organization - Industry=account.industry",
                       "Organization - Annual revenue=account.revenue",
                       "Organization - Number of employees=account.employees",
                       "Organization - Country of Address=account.country",
                       "Organization - City/town/village/locality of Address=account.city",
                       "Organization - Organization created=account.created"};
    QTest::newRow("Pipedrive persons")
        << "Person - ID:t | Person - Name:t | Person - First name:t | Person - Last name:t | Person - Email "
           "- Work:t | Person - "
           "Organization:t | Person - Job title:c | Person - Open deals:n"
        << Entity::Contact << "pipedrive"
        << QStringList{"Person - ID=contact.id", "Person - Name=contact.name",
                       "Person - Email - Work=contact.email", "Person - Organization=contact.account_name",
                       "Person - Job title=contact.title"};
    QTest::newRow("Pipedrive deals, Spanish")
        << "Negocio - ID:t | Negocio - Título:t | Negocio - Valor:n | Negocio - Organización:t | Negocio - "
           "Etapa:c | Negocio - Estado:{Abierto,Ganado,Perdido} | Organización - Sector:c"
        << Entity::Deal << "pipedrive"
        << QStringList{"Negocio - ID=deal.id",        "Negocio - Título=deal.name",
                       "Negocio - Valor=deal.amount", "Negocio - Organización=deal.account_name",
                       "Negocio - Etapa=deal.stage",  "Negocio - Estado=deal.status"};
    QTest::newRow("Generic deals, German")
        << "Projektname:t | Kunde:t | Vertriebsstufe:c | Ausgang:{gewonnen,verloren,offen} | Auftragsvolumen "
           "(EUR):m | Angelegt am:d | Verkäufer:c"
        << Entity::Deal << "generic"
        << QStringList{
               "Projektname=deal.name", "Kunde=deal.account_name",           "Vertriebsstufe=deal.stage",
               "Ausgang=deal.status",   "Auftragsvolumen (EUR)=deal.amount", "Angelegt am=deal.create_date",
               "Verkäufer=deal.owner"};
    QTest::newRow("Zoho deals") << "Record Id:t | Deal Owner.id:t | Deal Owner:c | Amount:m | Deal Name:t | "
                                   "Closing Date:d | Account Name.id:t | Account "
                                   "Name:t | Stage:s | Contact Name:t | Pipeline:c | Reason For Loss:c | "
                                   "Created Time:d | Modified Time:d"
                                << Entity::Deal << "zoho"
                                << QStringList{"Record Id=deal.id",
                                               "Deal Owner=deal.owner",
                                               "Amount=deal.amount",
                                               "Deal Name=deal.name",
                                               "Closing Date=deal.close_date",
                                               "Account Name.id=deal.account_id",
                                               "Account Name=deal.account_name",
                                               "Stage=deal.stage",
                                               "Reason For Loss=deal.lost_reason",
                                               "Created Time=deal.create_date"};
    QTest::newRow("Zoho accounts, new addresses")
        << "Record Id:t | Account Owner.id:t | Account Owner:c | Account Name:t | Website:t | Account Type:c "
           "| Industry:c | "
           "Employees:n | Annual Revenue:m | Rating:c | Created Time:d | Billing Address - City:c | Billing "
           "Address - State / "
           "Province:c | Billing Address - Country / Region:c"
        << Entity::Account << "zoho"
        << QStringList{"Record Id=account.id",
                       "Account Name=account.name",
                       "Employees=account.employees",
                       "Billing Address - City=account.city",
                       "Billing Address - State / Province=account.region",
                       "Billing Address - Country / Region=account.country"};
    QTest::newRow("Dynamics opportunities")
        << "Created On:d | Topic:t | Owner:c | Potential Customer:c | Status:{Won,Lost,Open} | Status "
           "Reason:c | Est. revenue:n | "
           "Est. close date:d | Actual Revenue:n | Actual Close Date:d | Probability:n | Rating:c | Purchase "
           "Process:c"
        << Entity::Deal << "dynamics" << QStringList{"Topic=deal.name",
                                                     "Potential Customer=deal.account_name",
                                                     "Status=deal.status",
                                                     "Est. revenue=deal.amount",
                                                     "Actual Close Date=deal.close_date",
                                                     "Created On=deal.create_date",
                                                     "Owner=deal.owner",
                                                     "Probability=deal.probability",
                                                     "Rating=deal.x_rating"};
    QTest::newRow("Generic, underscores and a star")
        << "opportunity_id*:t | sales_agent:c | product:c | account:c | deal_stage:s | engage_date:d | "
           "close_date:d | "
           "close_value:n"
        << Entity::Deal << "generic"
        << QStringList{"opportunity_id*=deal.id", "account=deal.account_name", "deal_stage=deal.stage",
                       "close_value=deal.amount", "sales_agent=deal.owner",    "product=deal.product"};
    QTest::newRow("Generic, deals without stage and amount")
        << "Deal Name:t | Account Name:c | Owner:c | Close Date:d | Industry:c" << Entity::Deal << "generic"
        << QStringList{"Deal Name=deal.name", "Account Name=deal.account_name", "Close Date=deal.close_date"};
    QTest::newRow("Generic, German deals without stage and amount")
        << "Opportunity-Name:t | Firma:c | Inhaber:c | Abschlussdatum:d" << Entity::Deal << "generic"
        << QStringList{"Opportunity-Name=deal.name", "Firma=deal.account_name",
                       "Abschlussdatum=deal.close_date"};
    QTest::newRow("HubSpot, French deals without stage and amount")
        << "Nom de la transaction:t | Entreprise:c | Date de fermeture:d" << Entity::Deal << "hubspot"
        << QStringList{"Nom de la transaction=deal.name", "Entreprise=deal.account_name"};
    QTest::newRow("Generic, open deals alone")
        << "opportunity_id:t | sales_agent:c | account:c | deal_stage:c | engage_date:d" << Entity::Deal
        << "generic"
        << QStringList{"opportunity_id=deal.id", "account=deal.account_name", "deal_stage=deal.stage"};
    QTest::newRow("Generic, German list of customers")
        << "Kundennummer:t | Firma:t | Branche:c | Mitarbeiterzahl:n | Umsatz (Mio. EUR):n | Land:c | "
           "Gekündigt:b | Kunde seit:d"
        << Entity::Account << "generic"
        << QStringList{"Kundennummer=account.id",           "Firma=account.name",
                       "Branche=account.industry",          "Mitarbeiterzahl=account.employees",
                       "Umsatz (Mio. EUR)=account.revenue", "Land=account.country",
                       "Gekündigt=account.churned",         "Kunde seit=account.customer_since"};
    QTest::newRow("Generic, a customer list with an outcome")
        << "customerID:t | gender:c | tenure:n | Contract:c | MonthlyCharges:n | Churn:b" << Entity::Account
        << "generic"
        << QStringList{"customerID=account.id", "Churn=account.churned", "gender=account.x_gender",
                       "Contract=account.x_contract"};
    QTest::newRow("Generic usage")
        << "account_id:t | month:d | active_users:n | workflows:n | features_used:x" << Entity::Usage
        << "generic"
        << QStringList{"account_id=usage.account_id", "month=usage.date", "active_users=usage.users",
                       "workflows=usage.workflows", "features_used=usage.features"};
    QTest::newRow("Contacts bought with their companies")
        << "First Name:t | Last Name:t | Title:c | Company:t | Email:t | Seniority:c | Departments:c | # "
           "Employees:n | Industry:c | "
           "Website:t | Company Country:c"
        << Entity::Contact << "apollo"
        << QStringList{"Title=contact.title", "Company=contact.account_name", "Seniority=contact.seniority",
                       "Website=contact.account_domain", "# Employees=contact.x_employees"};
}

void TestMapping::exports() {
    QFETCH(QString, columns);
    QFETCH(Entity, role);
    QFETCH(QString, vendor);
    QFETCH(QStringList, expected);
    const Table table = tableOf(columns);
    const auto mapping = mapFile(table, m_profiles);
    QVERIFY(mapping.has_value());
    QCOMPARE(mapping->role, role);
    QCOMPARE(mapping->vendor, vendor);
    QVERIFY(mapping->vendorSure > 0.5 && mapping->vendorSure <= 1);
    for (const QString& pair : expected) {
        const auto at = pair.lastIndexOf(u'=');
        QCOMPARE(nameOf(*mapping, table, pair.left(at)), pair.mid(at + 1));
    }
}

void TestMapping::otherTables_data() {
    QTest::addColumn<QString>("columns");
    QTest::newRow("products") << "product:c | series:c | sales_price:n";
    QTest::newRow("sales teams") << "sales_agent:t | manager:c | regional_office:c";
    QTest::newRow("leads") << "LEADID:t | Last Name:t | Company:t | Lead Owner:c | Email:t | Website:t | "
                              "Industry:c | Lead Status:c";
    QTest::newRow("quotes") << "QUOTEID:t | Subject:t | Quote Stage:s | Valid Till:d | Grand Total:m";
    QTest::newRow("subscriptions")
        << "subscription_id:t | account_id:c | start_date:d | plan_tier:c | churn_flag:b";
    QTest::newRow("price books") << "BOOKID:t | Price Book Name:t | Active:b | Created Time:d";
    QTest::newRow("campaigns")
        << "CAMPAIGNID:t | Campaign Name:t | Type:c | Status:{Active,Inactive} | Expected Revenue:m";
    QTest::newRow("users") << "USER_ID:t | First Name:t | Last Name:t | Email:t";
    QTest::newRow("nothing") << "colour:c | shade:c";
}

void TestMapping::otherTables() {
    QFETCH(QString, columns);
    QVERIFY(!mapFile(tableOf(columns), m_profiles).has_value());
}

QTEST_APPLESS_MAIN(TestMapping)
#include "tst_mapping.moc"
