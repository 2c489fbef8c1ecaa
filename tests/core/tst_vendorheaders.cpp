#include "core/import/assembly.h"
#include "core/import/mapping.h"
#include "tests/support/core/kindtable.h"

#include <QTest>

using namespace icp;

/// Whole lists of headers as vendors write them, in their languages: every column must become the right
/// attribute, or be recognised as what is not analysed. Columns are written "Header:kind=expected", kinds as
/// in kindtable.h; expected is an attribute without its entity, or "~" and the use.
class TestVendorHeaders : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void exports_data();
    void exports();
    void languages_data();
    void languages();
    void otherTables_data();
    void otherTables();

private:
    void compare(const QString& list, Entity role, const QString& vendor);
    Profiles m_profiles;
};

void TestVendorHeaders::initTestCase() {
    auto profiles = loadProfiles();
    QVERIFY(profiles.has_value());
    m_profiles = std::move(*profiles);
}

void TestVendorHeaders::compare(const QString& list, Entity role, const QString& vendor) {
    QStringList columns;
    QStringList expected;
    for (const QString& item : list.split(u'|')) {
        const auto at = item.lastIndexOf(u'=');
        columns << item.left(at).trimmed();
        expected << item.mid(at + 1).trimmed();
    }
    std::vector<MappedFile> files(1);
    files[0].typed.table = test::tableOf(columns.join(u'|'));
    const auto mapping = mapFile(files[0].typed.table, m_profiles);
    QVERIFY(mapping.has_value());
    QCOMPARE(entityName(mapping->role), entityName(role));
    QCOMPARE(mapping->vendor, vendor);
    QVERIFY(mapping->roleSure > 0.4 && mapping->roleSure <= 1);
    files[0].mapping = *mapping;
    std::vector<RejectedRow> rejected;
    Assembled assembled = assemble(role, files, rejected);
    settleUses(assembled);
    QStringList wrong;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const Attribute& attribute = assembled.entity.attributes[std::size_t(i)];
        const bool use = expected[i].startsWith(u'~');
        const QString found = use ? u'~' + useName(attribute.use) : attribute.name.section(u'.', 1);
        if (found != expected[i])
            wrong << attribute.label + QStringLiteral(": ") + found + QStringLiteral(", not ") + expected[i] +
                         QStringLiteral(" (") + attribute.name + u')';
        if (attribute.use == AttributeUse::LeftOut && attribute.reason.isEmpty())
            wrong << attribute.label + QStringLiteral(" is left out without a reason");
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestVendorHeaders::exports_data() {
    QTest::addColumn<Entity>("role");
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("list");
    const auto row = [](const char* name, Entity role, const char* vendor, const char* list) {
        QTest::newRow(name) << role << QString::fromUtf8(vendor) << QString::fromUtf8(list);
    };
    row("HubSpot companies", Entity::Account, "hubspot",
        "Record ID:t=id | Company name:t=name | Company owner:c=owner | Create Date:d=created | "
        "Phone Number:t=~description | Last Activity Date:d=~left-out | City:c=city | State/Region:c=region "
        "| "
        "Country/Region:c=country | Postal Code:n=~description | Street Address:t=~description | "
        "Street Address 2:t=~description | Industry:c=industry | Industry group:c=industry_group | "
        "Company Domain Name:t=domain | Website URL:t=~description | Number of Employees:n=employees | "
        "Employee range:c=employee_range | Annual Revenue:m=revenue | Revenue range:c=revenue_range | "
        "Year Founded:n=founded | Total Money Raised:m=funding | Web Technologies:x=technologies | "
        "Is Public:b=ownership | Type:{Prospect,Partner,Reseller}=type | "
        "Lifecycle Stage:{Lead,Customer,Opportunity}=lifecycle | Lead Status:c=~left-out | "
        "Description:t=~description | About Us:t=~description | Time Zone:c=~feature | "
        "LinkedIn Company Page:t=~description | Original Traffic Source:c=source | "
        "Original Source:c=~feature | Original Source Type:c=~feature | Close Date:d=~left-out | "
        "Ideal Customer Profile Tier:c=~left-out | Target Account:b=~left-out | CSM Sentiment:n=~left-out | "
        "Current Customer:b=is_customer | Company Keywords:t=~description | Parent Company:c=parent");
    row("HubSpot deals", Entity::Deal, "hubspot",
        "Record ID:t=id | Deal Name:t=name | Deal Stage:s=stage | Pipeline:c=pipeline | Amount:m=amount | "
        "Amount in company currency:m=~left-out | Currency:c=currency | Close Date:d=close_date | "
        "Create Date:d=create_date | Deal owner:c=owner | Deal Type:c=type | Deal Description:t=~description "
        "| "
        "Priority:c=~feature | Closed Lost Reason:c=lost_reason | Closed Won Reason:c=won_reason | "
        "Days to close:n=days_to_close | Is Closed Won:b=is_won | Is closed lost:b=~left-out | "
        "Is Deal Closed?:b=is_closed | Is Open (numeric):n=~left-out | Deal probability:p=probability | "
        "Weighted amount:m=~left-out | Forecast amount:m=~left-out | Annual recurring revenue:m=~left-out | "
        "Annual contract value:m=~left-out | Monthly recurring revenue:m=~left-out | "
        "Total contract value:m=~left-out | Number of Associated Contacts:n=~left-out | "
        "Number of Sales Activities:n=~left-out | Last Activity Date:d=~left-out | "
        "Associated Company:t=~description | Associated Company (Primary):t=account_name | "
        "Associated Company IDs:t=~key | Associated Company IDs (Primary):t=account_id | "
        "Associated Contact IDs:t=~key | Date entered 'Closed Won (Sales Pipeline)':d=~left-out | "
        "Date entered \"Closed Won (Sales Pipeline)\":d=~left-out | "
        "Date exited 'Demo (Sales Pipeline)':d=~left-out | Time in 'Demo (Sales Pipeline)':n=~left-out | "
        "Cumulative time in \"Demo (Sales Pipeline)\":n=~left-out | "
        "Latest time in \"Demo (Sales Pipeline)\":n=~left-out");
    row("HubSpot contacts", Entity::Contact, "hubspot",
        "Record ID:t=id | First Name:t=first_name | Last Name:t=last_name | Email:t=email | "
        "Phone Number:t=~description | Mobile Phone Number:t=~description | Job Title:c=title | "
        "Company Name:t=account_name | Associated Company:t=~description | Associated Company "
        "IDs:t=account_id | "
        "Contact owner:c=~description | Lead Status:c=~left-out | Lifecycle Stage:c=~left-out | "
        "Country/Region:c=~feature | State/Region:c=~feature | City:c=~feature | Create Date:d=created | "
        "Last Activity Date:d=~left-out | Original Source:c=~feature | Buying Role:c=role | "
        "Last NPS survey rating:n=~left-out | Last NPS survey date:d=~left-out | Website "
        "URL:t=account_domain");
    row("Salesforce report", Entity::Deal, "salesforce",
        "Opportunity ID:t=id | Opportunity Name:t=name | Account Name:t=account_name | Opportunity "
        "Owner:c=owner | "
        "Opportunity Owner: Manager:c=~left-out | Owner Role:c=~left-out | Stage:s=stage | Type:c=type | "
        "Lead Source:c=source | Amount:m=amount | Amount Currency:c=currency | Amount "
        "(converted):m=~left-out | "
        "Amount (converted) Currency:c=~description | Probability (%):p=probability | Fiscal "
        "Period:c=~left-out | "
        "Age:n=~left-out | Close Date:d=close_date | Close Month:c=~left-out | Created Date:d=create_date | "
        "Last Modified Date:d=~left-out | Next Step:c=~left-out | Forecast Category:c=~left-out | "
        "Stage Duration:n=~left-out | Last Stage Change Date:d=~left-out | Last Activity:d=~left-out | "
        "Competitor:c=~feature | Contact: Email:t=~key | Contact: Title:c=~feature | "
        "Account: Industry:c=~feature | Budget Confirmed__c:b=~feature");
    row("Salesforce report, long names", Entity::Deal, "salesforce",
        "Opportunity Name:t=name | Opportunity Stage:s=stage | Opportunity Type:c=type | Amount:m=amount | "
        "Account Name:t=account_name | Opportunity Owner:c=owner | Close Date:d=close_date");
    row("Salesforce accounts", Entity::Account, "salesforce",
        "Account ID:t=id | Account Name:t=name | Account Type:c=type | Parent Account ID:c=parent | "
        "Billing Street:t=~description | Billing City:c=city | Billing State/Province:c=region | "
        "Billing Zip/Postal Code:n=~description | Billing Country:c=country | Account Phone:t=~description | "
        "Website:t=domain | Industry:c=industry | Annual Revenue:m=revenue | Employees:n=employees | "
        "Ownership:c=ownership | Account Rating:c=~left-out | Account Source:c=source | Created "
        "Date:d=created | "
        "Last Activity:d=~left-out | NAICS Code:n=industry_code | NAICS Description:c=industry_group | "
        "SIC Code:n=~description | SIC Description:c=~feature | Year Started:n=founded | "
        "D-U-N-S Number:t=duns | Ticker Symbol:t=~description");
    row("Salesforce accounts, API names", Entity::Account, "salesforce",
        "Id:t=id | IsDeleted:b=~left-out | MasterRecordId:t=~key | Name:t=name | Type:c=type | "
        "ParentId:c=parent | "
        "BillingStreet:t=~description | BillingCity:c=city | BillingState:c=region | "
        "BillingPostalCode:n=~description | BillingCountry:c=country | Phone:t=~description | "
        "Fax:t=~description | "
        "AccountNumber:t=~key | Website:t=domain | Sic:n=~description | Industry:c=industry | "
        "AnnualRevenue:m=revenue | NumberOfEmployees:n=employees | Ownership:c=ownership | "
        "TickerSymbol:t=~description | Description:t=~description | Rating:c=~left-out | Site:t=~description "
        "| "
        "OwnerId:t=~key | CreatedDate:d=created | LastActivityDate:d=~left-out | AccountSource:c=source | "
        "DunsNumber:t=duns | NaicsCode:n=industry_code | NaicsDesc:c=industry_group | YearStarted:n=founded "
        "| "
        "SicDesc:c=~feature | NumberofLocations__c:n=sites | UpsellOpportunity__c:c=growth_potential");
    row("Salesforce opportunities, API names", Entity::Deal, "salesforce",
        "Id:t=id | IsDeleted:b=~left-out | AccountId:t=account_id | IsPrivate:b=~left-out | Name:t=name | "
        "Description:t=~description | StageName:s=stage | Amount:m=amount | Probability:n=probability | "
        "ExpectedRevenue:m=~left-out | TotalOpportunityQuantity:n=~left-out | CloseDate:d=close_date | "
        "Type:c=type | "
        "NextStep:c=~left-out | LeadSource:c=source | IsClosed:b=is_closed | IsWon:b=is_won | "
        "ForecastCategory:c=~left-out | ForecastCategoryName:c=~left-out | CampaignId:t=~key | "
        "HasOpportunityLineItem:b=~left-out | OwnerId:t=~key | CreatedDate:d=create_date | "
        "FiscalQuarter:n=~left-out | FiscalYear:n=~left-out | Fiscal:c=~left-out | "
        "Account.Name:t=account_name | "
        "Account.Industry:c=~feature | Owner.Name:c=~description | Segment__c:c=~feature");
    const char* const deals =
        "%1ID:t=id | %1Title:t=name | %1Creator:c=~description | %1Owner:c=owner | %1Value:n=amount | "
        "%1Currency of Value:c=currency | %1Weighted value:n=~left-out | %1Probability:n=probability | "
        "%1Organization:t=account_name | %1Organization ID:t=account_id | %1Pipeline:c=pipeline | "
        "%1Contact person:t=~description | %1Stage:c=stage | %1Label:c=~feature | "
        "%1Status:{Open,Won,Lost}=status | %1Deal created:d=create_date | %1Update time:d=~left-out | "
        "%1Last stage change:d=~left-out | %1Next activity date:d=~left-out | %1Last activity "
        "date:d=~left-out | "
        "%1Won time:d=~left-out | %1Lost time:d=~left-out | %1Deal closed on:d=close_date | "
        "%1Lost reason:c=lost_reason | %1Total activities:n=~left-out | %1Done activities:n=~left-out | "
        "%1Activities to do:n=~left-out | %1Email messages count:n=~left-out | "
        "%1Expected close date:d=~left-out | %1Product quantity:n=~left-out | %1Product amount:n=~left-out | "
        "%1Product name:c=product | %1MRR:n=~left-out | %1ARR:n=~left-out | %1ACV:n=~left-out | "
        "%1Source origin:c=~feature | %1Source channel:c=source | %1Archive status:c=~left-out";
    QTest::newRow("Pipedrive deals") << Entity::Deal << "pipedrive"
                                     << QString::fromUtf8(deals).replace(QLatin1String("%1"),
                                                                         QLatin1String("Deal - "));
    QTest::newRow("Pipedrive deals, all data") << Entity::Deal << "pipedrive"
                                               << QString::fromUtf8(deals).remove(QLatin1String("%1")) +
                                                      QStringLiteral(" | Currency of MRR:c=~left-out");
    row("Pipedrive organizations", Entity::Account, "pipedrive",
        "Organization - ID:t=id | Organization - Name:t=name | Organization - Owner:c=owner | "
        "Organization - Labels:c=type | Organization - People:n=~left-out | Organization - Open "
        "deals:n=~left-out | "
        "Organization - Closed deals:n=~left-out | Organization - Won deals:n=~left-out | "
        "Organization - Lost deals:n=~left-out | Organization - Last activity date:d=~left-out | "
        "Organization - Organization created:d=created | Organization - Parent:c=parent | "
        "Organization - Website:t=domain | Organization - LinkedIn profile:t=~description | "
        "Organization - Industry:c=industry | Organization - Annual revenue:m=revenue | "
        "Organization - Number of employees:n=employees | Organization - Address:t=~description | "
        "Organization - City/town/village/locality of Company Address:c=city | "
        "Organization - Country of Address:c=country | Organization - ZIP/Postal code of "
        "Address:n=~description");
    row("Pipedrive persons", Entity::Contact, "pipedrive",
        "Person - ID:t=id | Person - Name:t=name | Person - First name:t=first_name | Person - Last "
        "name:t=last_name | "
        "Person - Email - Work:t=email | Person - Email - Home:t=~description | Person - Email - "
        "Other:t=~description | "
        "Person - Phone - Work:t=~description | Person - Phone - Home:t=~description | "
        "Person - Phone - Mobile:t=~description | Person - Phone - Other:t=~description | "
        "Person - Organization:t=account_name | Person - Owner:c=~description | Person - Job title:c=title | "
        "Person - Open deals:n=~left-out");
    row("Zoho deals", Entity::Deal, "zoho",
        "Record Id:t=id | Deal Owner.id:t=~key | Deal Owner:c=owner | Amount:m=amount | Deal Name:t=name | "
        "Closing Date:d=close_date | Account Name.id:t=account_id | Account Name:t=account_name | "
        "Stage:s=stage | "
        "Contact Name.id:t=~key | Contact Name:t=~description | Pipeline.id:t=~key | Pipeline:c=pipeline | "
        "Sub-Pipeline:c=~feature | Currency:c=currency | Description:t=~description | Reason For "
        "Loss:c=lost_reason | "
        "Created By.id:t=~key | Created By:c=~left-out | Modified By.id:t=~key | Modified By:c=~left-out | "
        "Created Time:d=create_date | Modified Time:d=~left-out | Last Activity Time:d=~left-out");
    row("Zoho potentials", Entity::Deal, "zoho",
        "Potential Id:t=id | Potential Name:t=name | Potential Owner:c=owner | Created Time:d=create_date | "
        "Closing Date:d=close_date | Amount:m=amount | Stage:s=stage | Account Name:t=account_name | "
        "Type:c=type | "
        "Lead Source:c=source");
    row("Zoho accounts", Entity::Account, "zoho",
        "Record Id:t=id | Account Owner.id:t=~key | Account Owner:c=owner | Account Name:t=name | "
        "Phone:t=~description | Parent Account.id:t=parent | Website:t=domain | Account Type:c=type | "
        "Industry:c=industry | Created Time:d=created | Modified Time:d=~left-out | "
        "Billing Street:t=~description | Billing City:c=city | Billing State:c=region | "
        "Billing Code:n=~description | Billing Country:c=country | Employees:n=employees | "
        "Annual Revenue:m=revenue | Rating:c=~left-out");
    row("Zoho accounts, newer", Entity::Account, "zoho",
        "Record Id:t=id | Account Owner.id:t=~key | Account Name:t=name | Billing Address - City:c=city | "
        "Billing Address - State / Province:c=region | Billing Address - Country / Region:c=country | "
        "Industry:c=industry");
    row("Dynamics 365 accounts", Entity::Account, "dynamics",
        "(Do Not Modify) Account:t=~left-out | (Do Not Modify) Row Checksum:t=~left-out | Account "
        "Name:t=name | "
        "Main Phone:t=~description | Address 1: City:c=city | Address 1: State/Province:c=region | "
        "Address 1: Country/Region:c=country | Address 1: ZIP/Postal Code:n=~description | Primary "
        "Contact:t=~description | "
        "Territory:c=~feature | Industry:c=industry | Number of Employees:n=employees | Annual "
        "Revenue:m=revenue | "
        "Owner:c=owner");
    row("Dynamics 365 opportunities", Entity::Deal, "dynamics",
        "Topic:t=name | Potential Customer:t=account_name | Status:{Won,Lost,Open}=status | Status "
        "Reason:c=~left-out | "
        "Est. revenue:m=amount | Est. close date:d=~left-out | Actual Revenue:m=~left-out | "
        "Actual Close Date:d=close_date | Probability:n=probability | Rating:c=~left-out | Owner:c=owner | "
        "Created On:d=create_date | Purchase Timeframe:c=~feature | Originating Lead:t=~description");
    row("Apollo companies", Entity::Account, "apollo",
        "Company:t=name | Website:t=domain | # Employees:n=employees | Industry:c=industry | Annual "
        "Revenue:m=revenue | "
        "SIC Codes:n=industry_code | Company City:c=city | Company State:c=region | Company "
        "Country:c=country | "
        "Lists:t=~description | Account Owner:c=owner | Short Description:t=~description | "
        "Technologies:x=technologies | "
        "Total Funding:m=funding | Latest Funding:c=funding_round | Founded Year:n=founded");
    row("Apollo people", Entity::Contact, "apollo",
        "First Name:t=first_name | Last Name:t=last_name | Title:c=title | Company:t=account_name | "
        "Email:t=email | "
        "Seniority:c=seniority | Departments:c=department | Lists:t=~description | # Employees:n=~feature | "
        "Industry:c=~feature | Person Linkedin Url:t=social | Website:t=account_domain | Company "
        "City:c=~feature");
    row("Generic deals", Entity::Deal, "generic",
        "opportunity_id:t=id | account:t=account_name | deal_stage:s=stage | close_value:n=amount | "
        "Email Opt Out:b=~feature | close_date:d=close_date");
}

void TestVendorHeaders::exports() {
    QFETCH(Entity, role);
    QFETCH(QString, vendor);
    QFETCH(QString, list);
    compare(list, role, vendor);
}

void TestVendorHeaders::languages_data() {
    QTest::addColumn<Entity>("role");
    QTest::addColumn<QString>("list");
    const auto row = [](const char* name, Entity role, const char* list) {
        QTest::newRow(name) << role << QString::fromUtf8(list);
    };
    row("German deals", Entity::Deal,
        "Datensatz-ID:t=id | Deal-Name:t=name | Deal-Phase:s=stage | Betrag:m=amount | "
        "Abschlussdatum:d=close_date | "
        "Erstellungsdatum:d=create_date | Zuständiger Mitarbeiter:c=owner | Zugeordnetes "
        "Unternehmen:t=account_name | "
        "Betrag in Firmenwährung:m=~left-out | Gewichteter Betrag:m=~left-out");
    row("German companies", Entity::Account,
        "Datensatz-ID:t=id | Unternehmensname:t=name | Domainname des Unternehmens:t=domain | "
        "Branche:c=industry | "
        "Anzahl der Mitarbeiter:n=employees | Jahresumsatz:m=revenue | Stadt:c=city | Land/Region:c=country "
        "| "
        "Lifecycle-Phase:{Lead,Kunde}=lifecycle | Gründungsjahr:n=founded");
    row("French deals", Entity::Deal,
        "ID de fiche d'informations:t=id | Nom de la transaction:t=name | Phase de la transaction:s=stage | "
        "Montant:m=amount | Date de fermeture:d=close_date | Date de création:d=create_date | "
        "Propriétaire de la transaction:c=owner | Entreprise associée:t=account_name");
    row("Spanish deals", Entity::Deal,
        "ID de registro:t=id | Nombre del negocio:t=name | Etapa del negocio:s=stage | Importe:m=amount | "
        "Fecha de cierre:d=close_date | Propietario del negocio:c=owner | Empresa asociada:t=account_name");
    row("Portuguese deals", Entity::Deal,
        "ID do registro:t=id | Nome do negócio:t=name | Etapa do negócio:s=stage | Valor:m=amount | "
        "Data de fechamento:d=close_date | Proprietário do negócio:c=owner | Empresa "
        "associada:t=account_name");
    row("Japanese companies", Entity::Account,
        "レコードID:t=id | 会社名:t=name | 会社のドメイン名:t=domain | 業種:c=industry | "
        "従業員数:n=employees | "
        "年間売上高:m=revenue | 国/地域:c=country");
    row("Japanese deals", Entity::Deal,
        "レコードID:t=id | 取引名:t=name | 取引ステージ:s=stage | 金額:m=amount | クローズ日:d=close_date | "
        "作成日:d=create_date | 関連会社:t=account_name | 関連会社ID:t=account_id");
    row("German deals with ids", Entity::Deal,
        "Datensatz-ID:t=id | Deal-Name:t=name | Deal-Phase:s=stage | Betrag:m=amount | "
        "Zugeordnetes Unternehmen (primär):t=account_name | IDs der zugeordneten Unternehmen "
        "(primär):t=account_id");
    row("French deals with ids", Entity::Deal,
        "ID de fiche d'informations:t=id | Nom de la transaction:t=name | Phase de la transaction:s=stage | "
        "Montant:m=amount | Entreprise associée (principale):t=account_name | ID d'entreprises "
        "associées:t=account_id");
    row("Spanish contacts", Entity::Contact,
        "ID de registro:t=id | Nombre:t=first_name | Apellidos:t=last_name | Correo:t=email | "
        "Empresa asociada (principal):t=account_name | IDs de empresas asociadas:t=account_id");
    row("Japanese contacts", Entity::Contact,
        "レコードID:t=id | 名:t=first_name | 姓:t=last_name | Eメール:t=email | 役職:t=title | "
        "関連付けられた会社:t=account_name | 関連会社のID:t=account_id");
    row("Dutch deals", Entity::Deal,
        "Record-ID:t=id | Dealnaam:t=name | Dealfase:s=stage | Bedrag:m=amount | Sluitingsdatum:d=close_date "
        "| "
        "Aanmaakdatum:d=create_date | Deal-eigenaar:c=owner | Gekoppeld bedrijf:t=account_name | "
        "Gewogen bedrag:m=~left-out | Reden voor verlies:c=lost_reason");
    row("Dutch companies", Entity::Account,
        "Record-ID:t=id | Bedrijfsnaam:t=name | Bedrijfsdomeinnaam:t=domain | Branche:c=industry | "
        "Aantal medewerkers:n=employees | Jaarlijkse omzet:m=revenue | Plaats:c=city | Land/regio:c=country");
    row("Italian deals", Entity::Deal,
        "Nome della trattativa:t=name | Fase della trattativa:s=stage | Importo:m=amount | "
        "Data di chiusura:d=close_date | Data di creazione:d=create_date | "
        "Proprietario della trattativa:c=owner | Azienda associata:t=account_name | "
        "Probabilità:p=probability");
    row("Italian companies", Entity::Account,
        "Nome dell'azienda:t=name | Nome di dominio dell'azienda:t=domain | Settore:c=industry | "
        "Numero di dipendenti:n=employees | Fatturato annuo:m=revenue | Città:c=city | "
        "Paese/Regione:c=country");
    row("Polish deals", Entity::Deal,
        "ID rekordu:t=~key | Nazwa transakcji:t=name | Etap transakcji:s=stage | Kwota:m=amount | "
        "Data zamknięcia:d=close_date | Data utworzenia:d=create_date | Właściciel transakcji:c=owner | "
        "Powiązana firma:t=account_name | Kwota w walucie firmowej:m=~left-out");
    row("Polish companies", Entity::Account,
        "Nazwa firmy:t=name | Nazwa domeny firmy:t=domain | Branża:c=industry | Liczba "
        "pracowników:n=employees | "
        "Roczny przychód:m=revenue | Miasto:c=city | Kraj/Region:c=country | Właściciel firmy:c=owner");
    row("Swedish deals", Entity::Deal,
        "Affärens namn:t=name | Affärsstadie:s=stage | Belopp:m=amount | Stängningsdatum:d=close_date | "
        "Skapandedatum:d=create_date | Affärsägare:c=owner | Associerat företag:t=account_name");
    row("Swedish companies", Entity::Account,
        "Företagsnamn:t=name | Företagets domännamn:t=domain | Bransch:c=industry | Antal "
        "anställda:n=employees | "
        "Årlig omsättning:m=revenue | Stad:c=city | Land/region:c=country | Livscykelstadie:c=lifecycle");
    row("Finnish deals", Entity::Deal,
        "Kaupan nimi:t=name | Kaupan vaihe:s=stage | Summa:m=amount | Sulkemispäivä:d=close_date | "
        "Luontipäivä:d=create_date | Kaupan omistaja:c=owner | Liitetty yritys:t=account_name");
    row("Finnish companies", Entity::Account,
        "Yrityksen nimi:t=name | Yrityksen verkkotunnus:t=domain | Toimiala:c=industry | "
        "Työntekijöiden määrä:n=employees | Vuotuinen liikevaihto:m=revenue | Kaupunki:c=city | "
        "Maa/alue:c=country");
}

void TestVendorHeaders::languages() {
    QFETCH(Entity, role);
    QFETCH(QString, list);
    compare(list, role, QStringLiteral("hubspot"));
}

void TestVendorHeaders::otherTables_data() {
    QTest::addColumn<QString>("columns");
    QTest::newRow("Salesforce contact roles")
        << "ContactId:t | OpportunityId:t | IsDeleted:b | IsPrimary:b | Role:c";
    QTest::newRow("Salesforce history of stages") << "OpportunityId:c | StageName:s | Amount:n | CloseDate:d "
                                                     "| Probability:n | ForecastCategory:c | CreatedDate:d";
}

void TestVendorHeaders::otherTables() {
    QFETCH(QString, columns);
    QVERIFY(!mapFile(test::tableOf(columns), m_profiles).has_value());
}

QTEST_APPLESS_MAIN(TestVendorHeaders)
#include "tst_vendorheaders.moc"
