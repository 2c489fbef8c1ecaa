#include "tests/support/ui/studiocase.h"

#include "tests/support/core/datasetbuilder.h"

#include <QTest>

#include <limits>

namespace icp::test {

namespace {

void describe(Dataset& dataset, const QString& name, const QString& label, AttributeClass cls,
              AttributeUse use, const QString& unit = {}) {
    for (EntityTable* table : {&dataset.accounts, &dataset.deals, &dataset.contacts})
        for (Attribute& attribute : table->attributes)
            if (attribute.name == name) {
                attribute.label = label;
                attribute.cls = cls;
                attribute.use = use;
                attribute.unit = unit;
            }
}

}  // namespace

std::shared_ptr<const Dataset> studioDataset() {
    constexpr std::uint32_t accounts = 300;
    const QStringList industries{"Logistics", "Wholesale", "Software", "Public sector", "Retail"};
    const QStringList countries{"United Kingdom", "Germany", "Ireland", "France"};
    const QStringList systems{"SAP; Excel", "Oracle; Excel", "Xero", "SAP", "Excel"};
    const QStringList titles{"Group Financial Controller", "Finance Director",      "Finance Systems Lead",
                             "Management Accountant",      "Head of IT Security",   "External Auditor",
                             "Purchasing Manager",         "Accounts Payable Clerk"};
    QStringList names, industry, country, technology, cloud, contactTitle;
    std::vector<double> team, entities, closing, amount, closed;
    std::vector<std::uint32_t> dealAccount, contactAccount;
    std::vector<DealState> states;
    std::vector<AccountState> accountStates;
    // A fixed sequence (Park and Miller 1988), so that the data are the same everywhere.
    std::uint64_t state = 20251016;
    const auto below = [&state](std::uint32_t limit) {
        state = state * 48271 % 2147483647;
        return std::uint32_t(state % limit);
    };
    for (std::uint32_t account = 0; account < accounts; ++account) {
        names << QStringLiteral("Customer %1").arg(account + 1);
        industry << industries[below(5)];
        country << countries[below(4)];
        technology << systems[below(5)];
        cloud << (below(10) == 0 ? QString() : below(2) ? QStringLiteral("yes") : QStringLiteral("no"));
        const double people = 1 + below(60);
        team.push_back(below(12) == 0 ? std::numeric_limits<double>::quiet_NaN() : people);
        entities.push_back(1 + below(30));
        closing.push_back(3 + below(14));
        const bool fits = people >= 4 && people <= 25;
        const std::uint32_t chance = industry.back() == u"Public sector" ? 4 : fits ? 52 : 16;
        bool customer = false;
        for (std::uint32_t deal = 0, deals = 1 + below(4); deal < deals; ++deal) {
            const bool won = below(100) < chance;
            customer = customer || won;
            dealAccount.push_back(account);
            states.push_back(won ? DealState::Won : DealState::Lost);
            amount.push_back(8000 + 100.0 * below(900));
            closed.push_back(18993 + below(1200));  // from January 2022
        }
        accountStates.push_back(!customer                        ? AccountState::Unknown
                                : below(100) < (fits ? 7U : 20U) ? AccountState::Left
                                                                 : AccountState::Customer);
        for (std::uint32_t contact = 0, contacts = below(6); contact < contacts; ++contact) {
            contactAccount.push_back(account);
            contactTitle << titles[below(8)];
        }
    }
    Dataset dataset = DatasetBuilder()
                          .text(Entity::Account, QStringLiteral("account.name"), names)
                          .category(Entity::Account, QStringLiteral("account.industry"), industry)
                          .category(Entity::Account, QStringLiteral("account.country"), country)
                          .multi(Entity::Account, QStringLiteral("account.technologies"), technology)
                          .boolean(Entity::Account, QStringLiteral("account.x_cloud_erp"), cloud)
                          .number(Entity::Account, QStringLiteral("account.x_finance_team"), team)
                          .number(Entity::Account, QStringLiteral("account.x_entities"), entities)
                          .number(Entity::Account, QStringLiteral("account.x_close_days"), closing)
                          .number(Entity::Deal, QStringLiteral("deal.amount"), amount, ColumnType::Money,
                                  QStringLiteral("£"))
                          .number(Entity::Deal, QStringLiteral("deal.close_date"), closed, ColumnType::Date)
                          .links(Entity::Deal, dealAccount)
                          .deals(states)
                          .category(Entity::Contact, QStringLiteral("contact.title"), contactTitle)
                          .links(Entity::Contact, contactAccount)
                          .accounts(accountStates)
                          .build();
    using Class = AttributeClass;
    using Use = AttributeUse;
    describe(dataset, "account.name", "Account", Class::Firmographic, Use::Description);
    describe(dataset, "account.industry", "Industry", Class::Firmographic, Use::Feature);
    describe(dataset, "account.country", "Country", Class::Geographic, Use::Feature);
    describe(dataset, "account.technologies", "Technologies", Class::Technology, Use::Feature);
    describe(dataset, "account.x_cloud_erp", "Cloud ERP", Class::Technology, Use::Feature);
    describe(dataset, "account.x_finance_team", "Finance team", Class::Organisation, Use::Feature, "people");
    describe(dataset, "account.x_entities", "Legal entities", Class::Firmographic, Use::Feature);
    describe(dataset, "account.x_close_days", "Month-end close", Class::Behaviour, Use::Feature, "days");
    describe(dataset, "deal.amount", "Amount", Class::Behaviour, Use::Outcome);
    describe(dataset, "deal.close_date", "Close date", Class::Behaviour, Use::Outcome);
    describe(dataset, "contact.title", "Title", Class::Demographic, Use::Description);
    SourceFile file;
    file.name = QStringLiteral("accounts.csv");
    file.rows = accounts;
    dataset.files.push_back(file);
    dataset.asOf = QDate(2025, 9, 30);
    return std::make_shared<const Dataset>(std::move(dataset));
}

StudioCase::StudioCase(bool data) {
    Settings settings;
    settings.title = QStringLiteral("ICP review, autumn 2025");
    settings.company = QStringLiteral("Quillbridge");
    auto file = WorkshopFile::create(m_folder.filePath(QStringLiteral("test.icpw")), settings);
    if (!file) qFatal("%s", qPrintable(file.error().message));
    m_document = std::make_unique<ui::Document>(std::move(*file));
    if (!data) return;
    m_document->useDataset(studioDataset());
    m_document->waitForIdle();
}

Criterion StudioCase::teamCriterion() {
    Criterion criterion;
    criterion.id = QStringLiteral("team");
    criterion.section = Section::Organisation;
    criterion.text = QStringLiteral("Finance team of 4 to 25 people");
    criterion.importance = Importance::Must;
    criterion.weight = 30;
    Condition condition;
    condition.attribute = QStringLiteral("account.x_finance_team");
    condition.op = Condition::Op::Range;
    condition.low = 4;
    condition.high = 26;
    criterion.condition = condition;
    criterion.evidence = {
        Evidence::Source::Pattern, QStringLiteral("From Patterns"), {}, 424, 178, 0.37, 0.47, 0.0004,
        QStringLiteral("held")};
    return criterion;
}

Icp StudioCase::icpOf(int criteria, bool german) {
    Icp icp;
    icp.id = QStringLiteral("icp-1");
    icp.name = german ? QStringLiteral("Mehrgesellschaften-Finanzabteilungen mit Konzernkonsolidierung")
                      : QStringLiteral("Multi-entity finance teams");
    icp.quote = QStringLiteral("We close late because our entities do not talk to each other.");
    icp.valueProposition = QStringLiteral("Close five days sooner, without a new ERP");
    const Section sections[] = {Section::Organisation, Section::KeyChallenge, Section::Firmographic,
                                Section::Firmographic, Section::Technology,   Section::Exclusions,
                                Section::Specialised,  Section::StretchLimits};
    const QStringList english{"Finance team of 4 to 25 people",
                              "Month-end close takes 9+ days",
                              "2 to 20 legal entities",
                              "UK, Ireland, Benelux or Germany",
                              "Runs a cloud ERP",
                              "Public sector",
                              "Hiring in finance right now",
                              "Team of 2–3 or 26–40"};
    const QStringList words{"Konzernrechnungslegungsabteilung mit 4 bis 25 Beschäftigten",
                            "Monatsabschlusserstellungsdauer von mindestens neun Arbeitstagen",
                            "2 bis 20 rechtlich selbständige Tochtergesellschaften",
                            "Hauptniederlassung im deutschsprachigen Wirtschaftsraum",
                            "Warenwirtschaftssystemanbindungsmöglichkeit vorhanden",
                            "Öffentlich-rechtliche Körperschaften",
                            "Rechnungswesenfachkräfteausschreibungen",
                            "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik"};
    for (int i = 0; i < criteria; ++i) {
        Criterion criterion = teamCriterion();
        const int kind = i % 8;
        criterion.id = i == 0 ? criterion.id : QStringLiteral("criterion-%1").arg(i);
        criterion.section = sections[kind];
        criterion.text =
            (german ? words : english)[kind] + (i < 8 ? QString() : QStringLiteral(" (%1)").arg(i / 8 + 1));
        criterion.importance = kind == 5  ? Importance::Exclude
                               : kind < 3 ? Importance::Must
                                          : Importance::Should;
        criterion.weight = kind < 3 ? 30 : 10;
        if (kind == 1 || kind == 6) criterion.condition.reset();
        if (kind == 2) {
            criterion.condition->attribute = QStringLiteral("account.x_entities");
            criterion.condition->low = 2;
            criterion.condition->high = 21;
        }
        if (kind == 3 || kind == 5) {
            criterion.condition = Condition();
            criterion.condition->attribute =
                kind == 3 ? QStringLiteral("account.country") : QStringLiteral("account.industry");
            criterion.condition->values = kind == 3 ? QStringList{"United Kingdom", "Germany", "Ireland"}
                                                    : QStringList{"Public sector"};
        }
        if (kind == 4) {
            criterion.condition = Condition();
            criterion.condition->attribute = QStringLiteral("account.x_cloud_erp");
            criterion.condition->values = QStringList{"yes"};
        }
        if (kind == 7) {
            criterion.condition->low = 2;
            criterion.condition->high = 41;
        }
        if (kind != 0) criterion.evidence.verdict.clear();
        if (kind == 6) criterion.evidence = {};
        icp.criteria.push_back(criterion);
    }
    return icp;
}

}  // namespace icp::test
