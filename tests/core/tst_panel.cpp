#include "core/base/text.h"
#include "core/workshop/panel.h"
#include "core/workshop/workshop.h"
#include "tests/support/core/datasetbuilder.h"

#include <QTest>

using namespace icp;
using namespace icp::test;

class TestPanel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rolesOfTitles_data();
    void rolesOfTitles();
    void patternsAreFoldedWords();
    void patternsMatchWholeWords();
    void sizeFromContacts();
    void intervalOfTheMean();
    void sizeUnknownWithoutContacts();
    void bandsCoverAllAmounts();
    void coverageOfWonAccounts();
};

namespace {

/// `counts[i]` contacts at account i, which has one deal of `amounts[i]` in state `states[i]`.
Dataset panelOf(const std::vector<int>& counts, const std::vector<double>& amounts,
                const std::vector<DealState>& states) {
    QStringList titles;
    std::vector<std::uint32_t> contactLinks;
    std::vector<std::uint32_t> dealLinks;
    for (std::uint32_t account = 0; account < counts.size(); ++account) {
        dealLinks.push_back(account);
        for (int i = 0; i < counts[account]; ++i) {
            titles << (i == 0 ? QStringLiteral("Finance Director") : QStringLiteral("Accountant"));
            contactLinks.push_back(account);
        }
    }
    return DatasetBuilder()
        .number(Entity::Account, QStringLiteral("account.employees"), std::vector<double>(counts.size(), 5))
        .number(Entity::Deal, QStringLiteral("deal.amount"), amounts)
        .links(Entity::Deal, dealLinks)
        .deals(states)
        .text(Entity::Contact, QStringLiteral("contact.title"), titles)
        .links(Entity::Contact, contactLinks)
        .build();
}

}  // namespace

void TestPanel::rolesOfTitles_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("role");  // empty = none
    const auto row = [](const char* title, const char* role) {
        QTest::newRow(title) << QString::fromUtf8(title) << QString::fromLatin1(role);
    };
    row("Chief Financial Officer", "economic-buyer");
    row("CEO & Founder", "economic-buyer");
    row("Geschäftsführerin", "economic-buyer");
    row("Directeur financier", "economic-buyer");
    row("Directora General", "economic-buyer");
    row("Diretor Financeiro", "economic-buyer");
    row("Group Financial Controller", "champion");
    row("Head of Finance", "champion");
    row("Leiterin Rechnungswesen", "champion");
    row("Responsable comptabilité", "champion");
    row("Gerente de Operaciones", "champion");
    row("IT Manager", "technical-check");
    row("Softwareentwickler / Entwickler", "technical-check");
    row("Responsable informatique", "technical-check");
    row("Ingeniero de Sistemas", "technical-check");
    row("Analista de TI", "technical-check");
    row("Management Accountant", "end-user");
    row("Sachbearbeiter Einkauf", "blocker");
    row("Buchhalterin", "end-user");
    row("Analista Contable", "end-user");
    row("External Auditor", "adviser");
    row("Unternehmensberaterin, Beraterin", "adviser");
    row("Head of Procurement", "blocker");
    row("Acheteuse", "blocker");
    row("Compras", "blocker");
    row("Data Protection Officer", "blocker");
    row("Astronaut", "");
    row("", "");
}

void TestPanel::rolesOfTitles() {
    QFETCH(QString, title);
    const auto role = roleOfTitle(title);
    QTEST(role ? roleName(*role) : QString(), "role");
}

void TestPanel::patternsAreFoldedWords() {
    for (int i = 0; i < buyingRoleCount; ++i)
        for (const QString& pattern : usualTitles(BuyingRole(i))) QCOMPARE(folded(pattern), pattern);
}

void TestPanel::patternsMatchWholeWords() {
    QVERIFY(titleHas(u"head of it", {"it"}));
    QVERIFY(titleHas(u"it lead", {"it"}));
    QVERIFY(!titleHas(u"auditor", {"it"}));
    QVERIFY(!titleHas(u"credit it", {"edit"}));
    QVERIFY(titleHas(u"group finance director emea", {"x", "finance director"}));
    QVERIFY(!titleHas(u"finance and director", {"finance director"}));
    QVERIFY(!titleHas(u"anything", {QString()}));
    QVERIFY(!titleHas(u"", {"it"}));
}

void TestPanel::sizeFromContacts() {
    using enum DealState;
    const Dataset dataset =
        panelOf({4, 2, 6, 0, 1, 3}, {10, 20, 30, 40, 50, 60}, {Won, Won, Won, Won, Lost, Open});
    const PanelSize size = panelSize(dataset);
    QVERIFY(size.known);
    QCOMPARE(size.wonDeals, qint64(3));  // the fourth has no contacts
    QCOMPARE(size.lostDeals, qint64(1));
    QCOMPARE(size.won, 4.0);
    QCOMPARE(size.lost, 1.0);
}

void TestPanel::intervalOfTheMean() {
    using enum DealState;
    // scipy: t.interval(.95, n - 1, mean, sem) over the same counts, one deal an account
    const std::vector<int> counts{4, 2, 6, 5, 3, 7, 4, 4, 1, 5, 6, 2};
    const Dataset dataset =
        panelOf(counts, {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 100}, std::vector<DealState>(12, Won));
    const PanelSize size = panelSize(dataset);
    QCOMPARE(size.bands.size(), std::size_t(1));
    QCOMPARE(size.bands[0].deals, qint64(12));
    QVERIFY(std::abs(size.bands[0].mean - 4.0833333333) < 1e-9);
    QVERIFY(std::abs(size.bands[0].meanLow - 2.9193644004) < 1e-3);
    QVERIFY(std::abs(size.bands[0].meanHigh - 5.2473022662) < 1e-3);
}

void TestPanel::sizeUnknownWithoutContacts() {
    using enum DealState;
    const PanelSize size = panelSize(panelOf({0, 0}, {10, 20}, {Won, Lost}));
    QVERIFY(!size.known);
    QCOMPARE(size.won, 0.0);
    QVERIFY(size.bands.empty());
    QVERIFY(!panelSize(Dataset()).known);
}

void TestPanel::bandsCoverAllAmounts() {
    std::vector<int> counts;
    std::vector<double> amounts;
    for (int i = 0; i < 90; ++i) {
        counts.push_back(1 + i / 30);
        amounts.push_back(1000.0 * (i + 1));
    }
    const PanelSize size = panelSize(panelOf(counts, amounts, std::vector<DealState>(90, DealState::Won)));
    QCOMPARE(size.bands.size(), std::size_t(3));
    qint64 deals = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        deals += size.bands[i].deals;
        QVERIFY(size.bands[i].meanLow <= size.bands[i].mean && size.bands[i].mean <= size.bands[i].meanHigh);
        if (i > 0) QCOMPARE(size.bands[i].low, size.bands[i - 1].high);
    }
    QCOMPARE(deals, qint64(90));
    QCOMPARE(size.bands[0].label, QStringLiteral("under 30k"));
    QCOMPARE(size.bands[1].label, QStringLiteral("30k to 60k"));
    QCOMPARE(size.bands[2].label, QStringLiteral("60k and over"));
    QVERIFY(size.bands[0].mean < size.bands[2].mean);
}

void TestPanel::coverageOfWonAccounts() {
    using enum DealState;
    const Dataset dataset = panelOf({4, 1, 0, 2}, {1, 1, 1, 1}, {Won, Won, Won, Lost});
    Persona director;
    director.title = QStringLiteral("Finance director");
    Persona accountant;
    accountant.titlePatterns = {"accountant"};
    Persona nobody;
    const std::vector<Coverage> known = coverage(dataset, {director, accountant, nobody});
    QCOMPARE(known.size(), std::size_t(3));
    QCOMPARE(known[0].accounts, qint64(2));
    QCOMPARE(known[0].known, qint64(2));
    QCOMPARE(known[1].known, qint64(1));
    QCOMPARE(known[1].share(), 0.5);
    QCOMPARE(known[2].known, qint64(0));
    QCOMPARE(coverage(Dataset(), {director})[0].share(), 0.0);
}

QTEST_APPLESS_MAIN(TestPanel)
#include "tst_panel.moc"
