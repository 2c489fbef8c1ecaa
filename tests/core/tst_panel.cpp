#include "core/workshop/contacts.h"
#include "core/workshop/panel.h"
#include "core/workshop/workshop.h"
#include "tests/support/core/datasetbuilder.h"

#include <QTest>

#include <set>

using namespace icp;
using namespace icp::test;

class TestPanel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sizeFromContacts();
    void intervalOfTheMedian_data();
    void intervalOfTheMedian();
    void accountsCountOnce();
    void sizeUnknownWithoutContacts();
    void bandsCoverAllAmounts();
    void coverageOfWonAccounts();
    void titlesAreCountedWithWhatDecided();
    void groupsAndContactBands();
    void personasOfARoleCountTogether();
    void gateBeforePersonas();
    void countsAgreeWithCountingOneByOne();
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

void TestPanel::sizeFromContacts() {
    using enum DealState;
    const Dataset dataset =
        panelOf({4, 2, 6, 0, 1, 3}, {10, 20, 30, 40, 50, 60}, {Won, Won, Won, Won, Lost, Open});
    const PanelSize size = panelSize(dataset);
    QVERIFY(size.known);
    QCOMPARE(size.won.deals, qint64(3));  // the fourth has no contacts
    QCOMPARE(size.lost.deals, qint64(1));
    QCOMPARE(size.won.median, 4.0);
    QCOMPARE(size.lost.median, 1.0);
    QVERIFY(!size.won.range);
}

void TestPanel::intervalOfTheMedian_data() {
    // scipy: k = binom.ppf(.025, n, .5) as the greatest k with binom.cdf(k - 1, n, .5) <= .025; quartiles by
    // numpy.percentile, which is type 7.
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("rank");  // 0 = no interval
    QTest::newRow("5") << 5 << 0;
    QTest::newRow("6") << 6 << 1;
    QTest::newRow("9") << 9 << 2;
    QTest::newRow("12") << 12 << 3;
    QTest::newRow("25") << 25 << 8;
    QTest::newRow("100") << 100 << 40;
    QTest::newRow("1000") << 1000 << 469;
    QTest::newRow("5000") << 5000 << 2430;  // exactly 2431: by the normal distribution, to the wider side
}

void TestPanel::intervalOfTheMedian() {
    QFETCH(int, n);
    QFETCH(int, rank);
    std::vector<double> counts;
    for (int i = 0; i < n; ++i) counts.push_back(n - i);  // 1 to n, so that a value is its rank
    const PanelStat stat = panelStat(counts, n);
    QCOMPARE(stat.range.has_value(), rank > 0);
    if (rank > 0) {
        QCOMPARE(stat.range->low, double(rank));
        QCOMPARE(stat.range->high, double(n + 1 - rank));
    }
    QCOMPARE(stat.median, (n + 1) / 2.0);
    QCOMPARE(stat.lowerQuartile, 1 + (n - 1) * 0.25);
    QCOMPARE(stat.upperQuartile, 1 + (n - 1) * 0.75);
    QCOMPARE(stat.mean, (n + 1) / 2.0);
}

void TestPanel::accountsCountOnce() {
    const Dataset dataset =
        DatasetBuilder()
            .number(Entity::Account, QStringLiteral("account.employees"), {1, 2})
            .number(Entity::Deal, QStringLiteral("deal.amount"), {1, 1, 1, 1})
            .links(Entity::Deal, {0, 0, 0, 1})
            .deals(std::vector<DealState>(4, DealState::Won))
            .text(Entity::Contact, QStringLiteral("contact.title"), {"CFO", "CFO", "CFO", "CFO"})
            .links(Entity::Contact, {0, 0, 0, 1})
            .build();
    const PanelSize size = panelSize(dataset);
    QCOMPARE(size.won.deals, qint64(4));
    QCOMPARE(size.won.accounts, qint64(2));
    QCOMPARE(size.won.median, 2.0);
}

void TestPanel::sizeUnknownWithoutContacts() {
    using enum DealState;
    const PanelSize size = panelSize(panelOf({0, 0}, {10, 20}, {Won, Lost}));
    QVERIFY(!size.known);
    QCOMPARE(size.won.accounts, qint64(0));
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
        deals += size.bands[i].stat.deals;
        const PanelStat& stat = size.bands[i].stat;
        QVERIFY(stat.range && stat.range->low <= stat.median && stat.median <= stat.range->high);
        if (i > 0) QCOMPARE(size.bands[i].low, size.bands[i - 1].high);
    }
    QCOMPARE(deals, qint64(90));
    QCOMPARE(size.bands[0].label, QStringLiteral("under 30k"));
    QCOMPARE(size.bands[1].label, QStringLiteral("30k to 60k"));
    QCOMPARE(size.bands[2].label, QStringLiteral("60k and over"));
    QVERIFY(size.bands[0].stat.median < size.bands[2].stat.median);
}

void TestPanel::coverageOfWonAccounts() {
    using enum DealState;
    const Dataset dataset = panelOf({4, 1, 0, 2}, {1, 1, 1, 1}, {Won, Won, Won, Lost});
    Persona director;
    director.title = QStringLiteral("Finance director");
    Persona accountant;
    accountant.titlePatterns = {"accountant"};
    accountant.usualTitles = false;
    Persona nobody;
    nobody.role = BuyingRole::Blocker;
    const std::vector<Coverage> known = coverage(dataset, {director, accountant, nobody});
    QCOMPARE(known.size(), std::size_t(3));
    QCOMPARE(known[0].accounts, qint64(2));
    QCOMPARE(known[0].known, qint64(2));
    QCOMPARE(known[1].known, qint64(1));
    QCOMPARE(known[1].share(), 0.5);
    QCOMPARE(known[2].known, qint64(0));
    QCOMPARE(coverage(Dataset(), {director})[0].share(), 0.0);
}

namespace {

FitTable fitOf(const std::vector<Fit>& fits) {
    FitTable table;
    table.fit = fits;
    table.ideal = table.stretch = table.bad = Bitmap(fits.size());
    for (std::size_t i = 0; i < fits.size(); ++i)
        if (fits[i] != Fit::None)
            (fits[i] == Fit::Ideal     ? table.ideal
             : fits[i] == Fit::Stretch ? table.stretch
                                       : table.bad)
                .set(i);
    return table;
}

}  // namespace

void TestPanel::titlesAreCountedWithWhatDecided() {
    const Dataset dataset = DatasetBuilder()
                                .number(Entity::Account, QStringLiteral("account.employees"), {1, 2})
                                .text(Entity::Contact, QStringLiteral("contact.title"),
                                      {"CFO", "cfo", "CFO", "Astronaut", "", "CTO", "CFO & CTO"})
                                .links(Entity::Contact, {0, 0, noRow, 1, 1, 1, 1})
                                .build();
    std::vector<Persona> panel(1);
    panel[0].role = BuyingRole::EconomicBuyer;
    const Contacts contacts = contactsOf(dataset, panel);
    QCOMPARE(contacts.titled, qint64(6));
    QCOMPARE(contacts.read, qint64(5));
    QCOMPARE(contacts.onPanel, qint64(4));
    QCOMPARE(contacts.titles.size(), std::size_t(4));
    QCOMPARE(contacts.titles[0].title, QStringLiteral("CFO"));
    QCOMPARE(contacts.titles[0].contacts, qint64(3));
    QCOMPARE(contacts.titles[0].matches.front().rule, QStringLiteral("cfo"));
    QCOMPARE(contacts.people, (std::vector<std::uint32_t>{2, 4}));
    QVERIFY(contacts.known[0].test(0) && contacts.known[0].test(1));
    QCOMPARE(contacts.roles(0), 1);
    QCOMPARE(contacts.roles(1), 2);  // a role that nobody on the panel plays counts too
    const Job cancelled;
    cancelled.cancel();
    QVERIFY(contactsOf(dataset, panel, cancelled).empty());
}

void TestPanel::groupsAndContactBands() {
    using enum DealState;
    QCOMPARE(bandOf(2), ContactBand::Below);
    QCOMPARE(bandOf(3), ContactBand::Inside);
    QCOMPARE(bandOf(10), ContactBand::Inside);
    QCOMPARE(bandOf(11), ContactBand::Above);
    const Dataset dataset = panelOf({0, 2, 3, 10, 11}, {1, 1, 1, 1, 1}, std::vector<DealState>(5, Won));
    std::vector<Persona> panel(1);
    panel[0].role = BuyingRole::EconomicBuyer;
    const Contacts contacts = contactsOf(dataset, panel);
    const std::vector<AccountGroup> groups =
        tierGroups(fitOf({Fit::Ideal, Fit::Ideal, Fit::Stretch, Fit::Bad, Fit::Stretch}), contacts);
    QCOMPARE(groups.size(), std::size_t(2));
    QCOMPARE(groups[0].bands, (std::array<qint64, 3>{2, 0, 0}));
    QCOMPARE(groups[0].coverage[0].accounts, qint64(2));
    QCOMPARE(groups[0].coverage[0].known, qint64(1));
    QCOMPARE(groups[1].bands, (std::array<qint64, 3>{0, 1, 1}));
    QVERIFY(tierGroups(fitOf({Fit::Ideal}), contacts).empty());  // of other data
}

/// Somebody may be known by one of two personas that play the same role: then the role is known.
void TestPanel::personasOfARoleCountTogether() {
    using enum DealState;
    const Dataset dataset = panelOf({2, 2, 0, 2}, {1, 1, 1, 1}, std::vector<DealState>(4, Won));
    std::vector<Persona> panel(3);
    panel[0].role = BuyingRole::EconomicBuyer;
    panel[1].role = BuyingRole::EconomicBuyer;
    panel[1].usualTitles = false;
    panel[1].titlePatterns = QStringList{QStringLiteral("nobody")};
    panel[2].role = BuyingRole::Blocker;
    const Contacts contacts = contactsOf(dataset, panel);
    const Bitmap all(4, true);
    const std::vector<Coverage> alone = coverageOf(contacts, all);
    const std::vector<Coverage> ofRole = roleCoverageOf(contacts, all);
    QCOMPARE(alone[1].known, qint64(0));
    QCOMPARE(ofRole.size(), std::size_t(3));
    QCOMPARE(ofRole[0].known, alone[0].known);
    QCOMPARE(ofRole[1].known, alone[0].known);
    QCOMPARE(ofRole[2].known, qint64(0));
    QVERIFY(alone[0].known > 0);
    const Qualification play = qualify(0, fitOf(std::vector<Fit>(4, Fit::Ideal)), nullptr, contacts, panel);
    for (const Qualification::Play& one : play.plays) {
        QCOMPARE(one.known, one.persona == 0);
        QCOMPARE(one.roleKnown, one.persona != 2);
    }
}

void TestPanel::gateBeforePersonas() {
    using enum DealState;
    const Dataset dataset = panelOf({0, 2, 1, 1}, {1, 1, 1, 1}, std::vector<DealState>(4, Won));
    std::vector<Persona> panel(2);
    panel[0].role = BuyingRole::EndUser;
    panel[0][PersonaField::Message].text = QStringLiteral("Less chasing");
    panel[1].role = BuyingRole::EconomicBuyer;
    panel[1][PersonaField::Message].text = QStringLiteral("For all");
    panel[1][PersonaField::MessageTier1].text = QStringLiteral("For the best");
    const Contacts contacts = contactsOf(dataset, panel);
    const FitTable fit = fitOf({Fit::Ideal, Fit::Stretch, Fit::Bad, Fit::None});
    for (const std::size_t outside : {2, 3, 99}) {
        const Qualification no = qualify(outside, fit, nullptr, contacts, panel);
        QVERIFY(!no.passes() && no.plays.empty());
    }
    const Qualification ideal = qualify(0, fit, nullptr, contacts, panel);
    QCOMPARE(ideal.tier, 1);
    QCOMPARE(ideal.plays.size(), std::size_t(2));
    QVERIFY(!ideal.plays[0].known);
    QCOMPARE(ideal.plays[1].message, QStringLiteral("For the best"));
    const Qualification unvetted = qualify(1, fit, nullptr, contacts, panel);
    QCOMPARE(unvetted.gate, Gate::Vetting);
    QVERIFY(!unvetted.passes() && unvetted.plays.empty());
    FitDecision decision;
    decision.vetted = {true, true, true};
    decision.owner = QStringLiteral("Sales");
    const Qualification stretch = qualify(1, fit, &decision, contacts, panel);
    QCOMPARE(stretch.tier, 2);
    QVERIFY(stretch.plays[0].known && stretch.plays[1].known);
    QCOMPARE(stretch.plays[1].message, QStringLiteral("For all"));
}

/// Sums of bitmaps against a walk over contacts, on random data.
void TestPanel::countsAgreeWithCountingOneByOne() {
    for (quint32 seed = 1; seed <= 5; ++seed) {
        const Dataset dataset = randomDataset(seed, 60);
        const std::vector<Persona> panel = emptyPanel(QStringLiteral("x"));
        const Contacts contacts = contactsOf(dataset, panel);
        const TitleMatcher matcher(panel);
        const Column* titles = dataset.column(u"contact.title");
        std::vector<std::set<std::uint32_t>> known(panel.size());
        std::vector<std::uint32_t> people(dataset.accounts.rows(), 0);
        for (std::size_t contact = 0; contact < dataset.contacts.links.account.size(); ++contact) {
            const std::uint32_t account = dataset.contacts.links.account[contact];
            if (account == noRow) continue;
            ++people[account];
            if (titles == nullptr || titles->isMissing(contact)) continue;
            for (const TitleMatch& match : matcher.match(QString::fromStdString(titles->display(contact))))
                if (match.persona >= 0) known[std::size_t(match.persona)].insert(account);
        }
        QCOMPARE(contacts.people, people);
        for (std::size_t i = 0; i < panel.size(); ++i) QCOMPARE(contacts.known[i].count(), known[i].size());
    }
}

QTEST_APPLESS_MAIN(TestPanel)
#include "tst_panel.moc"
