#include "core/analysis/analyze.h"
#include "core/analysis/contingency.h"
#include "core/analysis/draw.h"
#include "core/analysis/ordinal.h"
#include "core/analysis/profile.h"
#include "core/analysis/ranges.h"
#include "tests/support/core/datasetbuilder.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

using namespace icp;
using icp::test::DatasetBuilder;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Deals of accounts; every account has `each` of them.
struct Market {
    std::vector<std::uint32_t> account;
    std::vector<DealState> state;
    DatasetBuilder builder;

    explicit Market(std::size_t accounts, std::size_t each = 1) {
        QStringList names;
        for (std::size_t a = 0; a < accounts; ++a) {
            names << QStringLiteral("Account %1").arg(a);
            for (std::size_t d = 0; d < each; ++d) account.push_back(std::uint32_t(a));
        }
        state.assign(account.size(), DealState::Lost);
        builder.text(Entity::Account, QStringLiteral("account.name"), names);
        QStringList deals;
        for (std::size_t d = 0; d < account.size(); ++d) deals << QString::number(d);
        builder.text(Entity::Deal, QStringLiteral("deal.id"), deals);
    }
    Dataset dataset() { return builder.links(Entity::Deal, account).deals(state).build(); }
};

const AttributeProfile& profile(const Findings& findings, QStringView name) {
    const AttributeProfile* found = findings.find(name);
    if (found == nullptr) qFatal("no such attribute");
    return *found;
}

QStringList labels(const AttributeProfile& profile) {
    QStringList result;
    for (const Level& level : profile.levels) result << level.label;
    return result;
}

QStringList cutLabels(std::vector<double> values, ColumnType type = ColumnType::Number) {
    const bool whole = isWhole(values, type);
    const std::vector<double> cuts = humanCuts(values, type, 15);
    QStringList result;
    for (std::size_t i = 0; i <= cuts.size(); ++i)
        result << rangeLabel(i == 0 ? -std::numeric_limits<double>::infinity() : cuts[i - 1],
                             i == cuts.size() ? std::numeric_limits<double>::infinity() : cuts[i], type,
                             whole);
    return result;
}

}  // namespace

class TestProfiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsAgreeWithHand();
    void manyCategoriesArePooled();
    void rangesReadLikePeopleWriteThem();
    void rangesHoldEnough();
    void rangesIgnoreOrder();
    void labelsOfRanges();
    void orderOfTexts();
    void accountAttributeOfRepeatingAccountsIsCorrected();
    void elementsOfMultiValues();
    void valuesUseTheirRanks();
    void bestAndRestAreAccounts();
    void thinTables();
    void unknownIsShownNotTested();
};

void TestProfiles::countsAgreeWithHand() {
    Market market(100);
    QStringList industry;
    for (std::size_t d = 0; d < 100; ++d) {
        industry << (d < 40 ? QStringLiteral("Retail") : d < 90 ? QStringLiteral("Media") : QString());
        if (d < 20 || (d >= 40 && d < 50) || d == 95) market.state[d] = DealState::Won;
    }
    market.builder.category(Entity::Account, QStringLiteral("account.industry"), industry);
    const Findings findings = analyze(market.dataset(), {}).value();
    QCOMPARE(findings.base.n, 100);
    QCOMPARE(findings.base.positives, 31);
    const AttributeProfile& p = profile(findings, u"account.industry");
    QCOMPARE(labels(p), (QStringList{"Retail", "Media", "Unknown"}));
    QCOMPARE(p.missing, 10);
    QCOMPARE(p.levels[0].rate.positives, 20);
    QCOMPARE(p.levels[0].rate.n, 40);
    QCOMPARE(p.levels[0].rate.rate, 0.5);
    QVERIFY(std::abs(p.levels[0].lift - 0.5 / 0.31) < 1e-12);
    QVERIFY(p.levels[0].shrunk < 0.5 && p.levels[0].shrunk > 0.3);
    QCOMPARE(p.levels[2].status, LevelStatus::Untested);
    QVERIFY(p.levels[2].unknown);
    QCOMPARE(p.levels[1].status, LevelStatus::Ok);
    QCOMPARE(p.test, QStringLiteral("chi-square"));
    // scipy chi2_contingency([[20, 20], [10, 40]], correction=False)
    QVERIFY(std::abs(p.statistic - 9.0) < 1e-9);
    QVERIFY(std::abs(p.p - 0.0026997960632601866) < 1e-9);
    QVERIFY(p.isDriver());
}

void TestProfiles::manyCategoriesArePooled() {
    Market market(900);
    QStringList city;
    for (int a = 0; a < 900; ++a) city << QStringLiteral("City %1").arg(a % 30 < 15 ? a % 3 : a % 30);
    market.builder.category(Entity::Account, QStringLiteral("account.city"), city);
    for (std::size_t d = 0; d < 900; d += 3) market.state[d] = DealState::Won;
    const AttributeProfile p = profile(analyze(market.dataset(), {}).value(), u"account.city");
    QCOMPARE(p.levels.size(), 12U);
    const Level& other = p.levels.back();
    QCOMPARE(other.label, QStringLiteral("Other (7)"));
    QCOMPARE(other.condition.op, Condition::Op::NotIn);
    QCOMPARE(other.condition.values.size(), 11);
    qint64 all = 0;
    for (const Level& level : p.levels) {
        all += level.rate.n;
        const Match match = evaluate(level.condition, market.dataset(), Entity::Deal);
        QCOMPARE(qint64(match.yes.count()), level.rate.n);
    }
    QCOMPARE(all, 900);
}

void TestProfiles::rangesReadLikePeopleWriteThem() {
    Draw draw(3);
    std::vector<double> employees, years, prices, shares, small;
    for (int i = 0; i < 2000; ++i) {
        const double size = draw.uniform() + draw.uniform() + draw.uniform();
        employees.push_back(std::floor(std::exp(size * 3)));
        years.push_back(1985 + std::floor(draw.uniform() * 38));
        prices.push_back(std::exp(8 + size) / 7);
        shares.push_back(draw.uniform() * 0.6);
        small.push_back(double(draw.below(4)) + 1);
    }
    for (const auto& [text, range] :
         {std::pair{"employees", cutLabels(employees)}, std::pair{"years", cutLabels(years)},
          std::pair{"prices", cutLabels(prices, ColumnType::Money)},
          std::pair{"shares", cutLabels(shares, ColumnType::Percent)}}) {
        QVERIFY2(range.size() >= 4 && range.size() <= 7, text);
        for (const QString& label : range)
            QVERIFY2(label.count(u'.') <= 2 && label.size() < 18,
                     qPrintable(range.join(QStringLiteral(" | "))));
    }
    QCOMPARE(cutLabels(small), (QStringList{"up to 1", "2", "3", "4+"}));
    for (const QString& label : cutLabels(employees)) QVERIFY(!label.startsWith(u"under"));
    QVERIFY(cutLabels(years).join(u' ').contains(u"2000"));
    QVERIFY(cutLabels(shares, ColumnType::Percent).contains(QStringLiteral("20–30%")) ||
            cutLabels(shares, ColumnType::Percent).join(u' ').contains(u'%'));
}

void TestProfiles::rangesHoldEnough() {
    Draw draw(5);
    for (const std::size_t n : {1U, 2U, 10U, 60U, 300U, 5000U}) {
        std::vector<double> values;
        for (std::size_t i = 0; i < n; ++i)
            values.push_back(std::round(std::exp(6 * draw.uniform()) * 4) / 4);
        const std::vector<double> cuts = humanCuts(values, ColumnType::Number, 15);
        QVERIFY(cuts.size() <= 6);
        QVERIFY(std::is_sorted(cuts.begin(), cuts.end()));
        std::vector<std::size_t> held(cuts.size() + 1);
        for (const double v : values)
            ++held[std::size_t(std::upper_bound(cuts.begin(), cuts.end(), v) - cuts.begin())];
        for (const std::size_t h : held)
            QVERIFY2(h >= std::max(std::min<std::size_t>(15, std::max<std::size_t>(1, n / 4)), n * 3 / 100),
                     "thin range");
    }
    QVERIFY(humanCuts({}, ColumnType::Number, 15).empty());
    QVERIFY(humanCuts(std::vector<double>(50, 7), ColumnType::Number, 15).empty());
}

void TestProfiles::rangesIgnoreOrder() {
    Draw draw(9);
    std::vector<double> values;
    for (int i = 0; i < 3000; ++i) values.push_back(std::floor(std::exp(7 * draw.uniform())));
    std::vector<double> backwards(values.rbegin(), values.rend());
    QCOMPARE(humanCuts(values, ColumnType::Number, 15), humanCuts(backwards, ColumnType::Number, 15));
}

void TestProfiles::labelsOfRanges() {
    const double infinity = std::numeric_limits<double>::infinity();
    const auto day = [](int y, int m, int d) { return double(QDate(1970, 1, 1).daysTo(QDate(y, m, d))); };
    using enum ColumnType;
    QCOMPARE(rangeLabel(4, 8, Number, true), QStringLiteral("4–7"));
    QCOMPARE(rangeLabel(3, 4, Number, true), QStringLiteral("3"));
    QCOMPARE(rangeLabel(151, infinity, Number, true), QStringLiteral("151+"));
    QCOMPARE(rangeLabel(-infinity, 4, Number, true), QStringLiteral("up to 3"));
    QCOMPARE(rangeLabel(-infinity, 1.5, Number, false), QStringLiteral("under 1.5"));
    const auto after = [](double v) { return std::nextafter(v, std::numeric_limits<double>::infinity()); };
    QCOMPARE(rangeLabel(after(2.5), infinity, Number, false), QStringLiteral("over 2.5"));
    QCOMPARE(rangeLabel(-infinity, after(5000), Money, false, "EUR"), QString::fromUtf8("up to €5000"));
    QCOMPARE(rangeLabel(5000, after(5000), Money, false), QStringLiteral("5000"));
    QCOMPARE(rangeLabel(0.1, 0.25, Percent, false), QStringLiteral("10–25%"));
    QCOMPARE(rangeLabel(0.07, 0.29, Percent, false), QStringLiteral("7–29%"));
    QCOMPARE(rangeLabel(10000, 1500000, Money, false), QStringLiteral("10,000–1.5M"));
    QCOMPARE(rangeLabel(day(2021, 1, 1), day(2022, 1, 1), Date, false), QStringLiteral("2021"));
    QCOMPARE(rangeLabel(day(2019, 1, 1), day(2022, 1, 1), Date, false), QStringLiteral("2019–2021"));
    QCOMPARE(rangeLabel(day(2023, 1, 1), day(2023, 4, 1), Date, false), QStringLiteral("Q1 2023"));
    QCOMPARE(rangeLabel(day(2023, 5, 1), day(2023, 6, 1), Date, false), QStringLiteral("2023-05"));
    QCOMPARE(rangeLabel(-infinity, day(2019, 1, 1), Date, false), QStringLiteral("before 2019"));
    QCOMPARE(rangeLabel(day(2023, 10, 1), infinity, Date, false), QStringLiteral("Q4 2023 or later"));
}

void TestProfiles::orderOfTexts() {
    using Order = std::vector<std::size_t>;
    QCOMPARE(naturalOrder({"51-200", "1-10", "11-50", "201+"}).value(), (Order{1, 2, 0, 3}));
    QCOMPARE(naturalOrder({"500+", "<10", "10 to 99", "100-499"}).value(), (Order{1, 2, 3, 0}));
    QCOMPARE(naturalOrder({"High", "low", "Medium"}).value(), (Order{1, 2, 0}));
    QCOMPARE(naturalOrder({"1,000-4,999", "50-999", "5,000 or more"}).value(), (Order{1, 0, 2}));
    QVERIFY(!naturalOrder({"Retail", "Media", "Energy"}));
    QVERIFY(!naturalOrder({"1-10", "11-50", "unsure"}));
    QVERIFY(!naturalOrder({"yes", "no"}));
}

void TestProfiles::accountAttributeOfRepeatingAccountsIsCorrected() {
    // 40 accounts with 50 deals each; accounts differ in how often they buy, for reasons the attribute knows
    // nothing of.
    int naive = 0;
    int corrected = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Draw draw(seed);
        Market market(40, 50);
        QStringList sector;
        std::vector<double> rate;
        for (int a = 0; a < 40; ++a) {
            sector << QStringLiteral("Sector %1").arg(draw.below(4));
            rate.push_back(draw.uniform());
        }
        for (std::size_t d = 0; d < market.state.size(); ++d)
            if (draw.uniform() < rate[market.account[d]]) market.state[d] = DealState::Won;
        market.builder.category(Entity::Account, QStringLiteral("account.sector"), sector);
        const Findings findings = analyze(market.dataset(), {}).value();
        const AttributeProfile& p = profile(findings, u"account.sector");
        QCOMPARE(p.test, QStringLiteral("rao-scott"));
        QCOMPARE(findings.clusters, 40);
        corrected += p.p < 0.05 ? 1 : 0;
        std::vector<Group> groups;
        for (const Level& level : p.levels) groups.push_back({level.rate.positives, level.rate.n});
        naive += chiSquare(tableOf(groups)).p < 0.05 ? 1 : 0;
    }
    QVERIFY2(naive > 50,
             qPrintable(QString::number(naive)));  // counting deals alone finds "drivers" in noise
    QVERIFY2(corrected <= 8, qPrintable(QString::number(corrected)));  // 5% of 60 is 3; 8 or fewer with 99%
}

void TestProfiles::elementsOfMultiValues() {
    Market market(300);
    QStringList tech;
    for (std::size_t d = 0; d < 300; ++d) {
        QStringList cell;
        if (d % 2 == 0) cell << QStringLiteral("SAP");
        if (d % 3 == 0) cell << QStringLiteral("Jira");
        if (cell.isEmpty() && d % 5 != 0) cell << QStringLiteral("Slack");
        tech << cell.join(QStringLiteral("; "));
        if (d % 2 == 0 ? d % 10 < 6 : d % 10 < 3) market.state[d] = DealState::Won;
    }
    market.builder.multi(Entity::Account, QStringLiteral("account.technologies"), tech);
    const AttributeProfile p = profile(analyze(market.dataset(), {}).value(), u"account.technologies");
    QCOMPARE(p.kind, AttributeKind::Multi);
    QCOMPARE(p.levels.size(), 4U);
    QVERIFY(p.levels.back().unknown);
    QCOMPARE(p.levels.front().label, QStringLiteral("SAP"));
    QCOMPARE(p.levels.front().rate.n, 150);
    QVERIFY(p.isDriver());
    // Of the units that have a value: SAP 90 of 150 won; the others by hand; p x 3 elements.
    Group sap, without;
    for (std::size_t d = 0; d < 300; ++d) {
        if (tech[qsizetype(d)].isEmpty()) continue;
        Group& g = d % 2 == 0 ? sap : without;
        g.n += 1;
        g.positives += market.state[d] == DealState::Won ? 1 : 0;
    }
    const std::vector<Group> both{sap, without};
    QVERIFY(std::abs(p.p - 3 * chiSquare(tableOf(both)).p) < 1e-12);
}

void TestProfiles::valuesUseTheirRanks() {
    DatasetBuilder builder;
    QStringList size;
    std::vector<double> acv;
    std::vector<AccountState> state(120, AccountState::Customer);
    for (int a = 0; a < 120; ++a) {
        size << (a % 3 == 0   ? QStringLiteral("large")
                 : a % 3 == 1 ? QStringLiteral("medium")
                              : QStringLiteral("small"));
        acv.push_back(a < 5 ? none : double(a % 17) + (a % 3 == 0 ? 9 : 0));
    }
    const Dataset dataset =
        builder.category(Entity::Account, QStringLiteral("account.size"), size)
            .number(Entity::Account, QStringLiteral("account.acv"), acv, ColumnType::Money)
            .accounts(state)
            .build();
    const Study study = proposedStudy(dataset);
    QCOMPARE(study.outcome, Outcome::Value);
    const Findings findings = analyze(dataset, study).value();
    QCOMPARE(findings.base.n, 115);
    QVERIFY(findings.base.rate > 0.2 && findings.base.rate < 0.34);
    const AttributeProfile& p = profile(findings, u"account.size");
    QCOMPARE(p.kind, AttributeKind::Ordinal);
    QCOMPARE(labels(p), (QStringList{"small", "medium", "large"}));
    QCOMPARE(p.test, QStringLiteral("kruskal-wallis"));
    QCOMPARE(p.effectName, QStringLiteral("epsilon-squared"));
    QVERIFY(p.isDriver());
    QVERIFY(p.effect > 0.3 && p.effect < 0.9);
    // The value may not explain itself.
    QVERIFY(!profile(findings, u"account.acv").leak.isEmpty());
    QVERIFY(profile(findings, u"account.acv").levels.empty());
}

void TestProfiles::bestAndRestAreAccounts() {
    Market market(3, 4);
    market.state[0] = market.state[1] = market.state[6] = DealState::Won;
    QStringList source;
    for (int d = 0; d < 12; ++d) source << (d % 2 == 0 ? QStringLiteral("Web") : QStringLiteral("Fair"));
    market.builder.category(Entity::Deal, QStringLiteral("deal.source"), source);
    market.builder.category(Entity::Account, QStringLiteral("account.country"), {"UK", "UK", "FR"});
    const Findings findings = analyze(market.dataset(), {}).value();
    for (const Level& level : profile(findings, u"deal.source").levels) {
        QCOMPARE(level.best, 2);  // accounts 0 and 1 have won, each has both sources
        QCOMPARE(level.rest, 1);
    }
    const AttributeProfile& country = profile(findings, u"account.country");
    QCOMPARE(country.levels.size(), 2U);
    for (const Level& level : country.levels) {
        QCOMPARE(level.best, level.label == u"UK" ? 2 : 0);
        QCOMPARE(level.rest, level.label == u"UK" ? 0 : 1);
    }
}

void TestProfiles::thinTables() {
    Market market(20);
    QStringList two, three;
    for (int d = 0; d < 20; ++d) {
        two << (d < 6 ? QStringLiteral("a") : QStringLiteral("b"));
        three << (d % 3 == 0 ? QStringLiteral("x") : d % 3 == 1 ? QStringLiteral("y") : QStringLiteral("z"));
        if (d < 5) market.state[std::size_t(d)] = DealState::Won;
    }
    market.builder.category(Entity::Account, QStringLiteral("account.two"), two);
    market.builder.category(Entity::Account, QStringLiteral("account.three"), three);
    const Findings findings = analyze(market.dataset(), {}).value();
    QCOMPARE(findings.mode, Mode::Directional);
    QCOMPARE(profile(findings, u"account.two").test, QStringLiteral("fisher"));
    // scipy.stats.fisher_exact([[5, 1], [0, 14]])
    QVERIFY(std::abs(profile(findings, u"account.two").p - 0.00038699690402476783) < 1e-9);
    QCOMPARE(profile(findings, u"account.three").test, QStringLiteral("permutation"));
}

void TestProfiles::unknownIsShownNotTested() {
    // The cell is filled in after winning: missing or not says everything, the value nothing.
    Market market(400);
    QStringList partner;
    for (std::size_t d = 0; d < 400; ++d) {
        if (d < 200) market.state[d] = DealState::Won;
        partner << (d < 200 || d % 5 == 0 ? (d % 2 == 0 ? QStringLiteral("A") : QStringLiteral("B"))
                                          : QString());
    }
    market.builder.category(Entity::Account, QStringLiteral("account.partner"), partner);
    const AttributeProfile p = profile(analyze(market.dataset(), {}).value(), u"account.partner");
    QCOMPARE(p.levels.size(), 3U);
    QVERIFY(p.levels.back().unknown);
    QCOMPARE(p.levels.back().rate.positives, 0);
    QVERIFY(!p.isDriver());
}

QTEST_APPLESS_MAIN(TestProfiles)
#include "tst_profiles.moc"
