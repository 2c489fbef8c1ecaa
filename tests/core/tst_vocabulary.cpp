#include "core/import/leaks.h"
#include "core/import/mapping.h"

#include <QSet>
#include <QTest>

using namespace icp;

/// The attributes that every import knows, with their classes, types and names.
class TestVocabulary : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void vocabularyIsSound();
    void fieldsEveryImportKnows_data();
    void fieldsEveryImportKnows();

private:
    Profiles m_profiles;
};

void TestVocabulary::initTestCase() {
    auto profiles = loadProfiles();
    QVERIFY(profiles.has_value());
    m_profiles = std::move(*profiles);
}

void TestVocabulary::vocabularyIsSound() {
    QVERIFY(m_profiles.attributes.size() > 60);
    QSet<QString> names;
    for (const StandardAttribute& attribute : m_profiles.attributes) {
        QVERIFY2(!names.contains(attribute.shape.name), qPrintable(attribute.shape.name));
        names.insert(attribute.shape.name);
        QVERIFY(!attribute.shape.label.isEmpty());
        QVERIFY(entityOfAttribute(attribute.shape.name) == attribute.shape.entity);
        if (attribute.shape.use == AttributeUse::LeftOut) QVERIFY(!leakReason(attribute.reason).isEmpty());
    }
    // Within an entity no header may mean two attributes.
    for (auto it = m_profiles.synonyms.begin(); it != m_profiles.synonyms.end(); ++it) {
        QSet<int> seen;
        for (const Profiles::Synonym& synonym : *it) {
            const StandardAttribute& attribute = m_profiles.attributes[std::size_t(synonym.attribute)];
            QVERIFY2(!seen.contains(int(attribute.shape.entity)), qPrintable(it.key()));
            seen.insert(int(attribute.shape.entity));
        }
    }
    for (const LeakRule& rule : m_profiles.leaks)
        QVERIFY2(!leakReason(rule.reason).isEmpty(), qPrintable(rule.reason));
}

void TestVocabulary::fieldsEveryImportKnows_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("cls");
    QTest::addColumn<ColumnType>("type");
    const auto row = [](const char* name, const char* header, const char* cls, ColumnType type) {
        QTest::newRow(name) << name << header << cls << type;
    };
    using enum ColumnType;
    // What makes a fit: money, work, place, structure, people.
    row("account.revenue", "Annual revenue", "firmographic", Money);
    row("account.industry", "Vertical", "firmographic", Category);
    row("account.structure", "Organisational structure", "organisation", Category);
    row("account.stakeholders", "Stakeholders involved", "organisation", Number);
    row("account.key_persona", "Key persona present", "organisation", Boolean);
    row("account.locality", "Home or abroad", "geographic", Category);
    row("account.marketing_budget", "Marketing budget", "firmographic", Money);
    row("account.department_size", "Department headcount", "organisation", Number);
    row("account.employees", "Company size", "firmographic", Number);
    row("account.acv", "ACV", "behaviour", Money);
    row("account.ltv", "LTV", "behaviour", Money);
    row("account.crm", "CRM", "technology", Category);
    row("account.erp", "ERP", "technology", Category);
    row("account.technologies", "Systems", "technology", Multi);
    row("usage.activity", "Sessions", "behaviour", Number);
    row("account.country", "Location", "geographic", Category);
    row("account.age", "Age of company", "firmographic", Number);
    row("account.founded", "Year founded", "firmographic", Number);
    row("account.funding", "Total funding", "firmographic", Money);
    row("account.funding_round", "Capital events", "firmographic", Category);
    // Contacts.
    row("contact.first_name", "First name", "demographic", Text);
    row("contact.last_name", "Last name", "demographic", Text);
    row("contact.title", "Title", "demographic", Category);
    row("contact.social", "LinkedIn URL", "demographic", Text);
    row("contact.employment_history", "Employment history", "demographic", Text);
    row("contact.shared_connections", "Shared connections", "demographic", Number);
    row("contact.position", "Reports to", "demographic", Text);
    row("contact.role", "Responsibility", "demographic", Category);
    row("contact.tier", "Tier", "demographic", Category);
    // Technology.
    row("account.audio_video", "Audio/video", "technology", Multi);
    row("account.marketing_automation", "Marketing automation", "technology", Category);
    row("account.ecommerce", "E-commerce", "technology", Category);
    row("account.payment_methods", "Payment methods", "technology", Multi);
    row("account.ad_platforms", "Ad platforms", "technology", Multi);
    row("account.hosting", "Web hosting", "technology", Category);
    row("account.web_traffic", "Monthly traffic", "technology", Number);
    // Specialised.
    row("account.sdr_count", "SDR count", "specialised", Number);
    row("account.sdr_hiring", "SDR hiring", "specialised", Boolean);
    row("account.conferences", "Conferences attended", "specialised", Multi);
    row("account.property_tax", "Local property tax", "specialised", Number);
    row("account.sales_volume", "Estimated sales volume", "specialised", Money);
    row("account.roof_area", "Roof area", "specialised", Number);
    row("account.temperature", "Temperature by postcode", "specialised", Number);
    row("account.item_price", "Average item price by category", "specialised", Money);
    row("account.licence_filings", "Licence filings", "specialised", Number);
    // Use of the product.
    row("account.team_size", "Team size", "organisation", Number);
    row("usage.users", "Users", "behaviour", Number);
    row("usage.workflows", "Workflows", "behaviour", Number);
    row("usage.adoption", "Adoption breadth", "behaviour", Number);
    row("usage.features", "Features", "behaviour", Multi);
    row("account.use_case", "Use case", "behaviour", Category);
    row("account.region", "Region", "geographic", Category);
    // Outcomes.
    row("deal.amount", "Amount", "behaviour", Money);
    row("account.mrr", "MRR", "behaviour", Money);
    row("account.churned", "Churned", "behaviour", Boolean);
    row("account.acquisition_cost", "CAC", "behaviour", Money);
    row("account.acquisition_difficulty", "Acquisition difficulty", "behaviour", Category);
    row("account.growth_potential", "Growth potential", "behaviour", Category);
    row("account.referrals", "Referrals", "behaviour", Number);
    row("account.review_rating", "Review quality", "behaviour", Number);
    row("account.nps", "NPS", "behaviour", Number);
    row("deal.is_won", "Won", "behaviour", Boolean);
    row("deal.days_to_close", "Days to close", "behaviour", Number);
}

void TestVocabulary::fieldsEveryImportKnows() {
    QFETCH(QString, name);
    QFETCH(QString, header);
    QFETCH(QString, cls);
    QFETCH(ColumnType, type);
    const StandardAttribute* known = m_profiles.find(name);
    QVERIFY(known != nullptr);
    QVERIFY(!known->shape.label.isEmpty());
    QCOMPARE(className(known->shape.cls), cls);
    QCOMPARE(typeName(known->type), typeName(type));
    const StandardAttribute* named = namedAttribute(parseHeader(header), known->shape.entity, m_profiles);
    QVERIFY(named != nullptr);
    QCOMPARE(named->shape.name, name);
}

QTEST_APPLESS_MAIN(TestVocabulary)
#include "tst_vocabulary.moc"
