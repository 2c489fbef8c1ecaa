#include "core/analysis/confounders/confounders.h"
#include "core/analysis/draw.h"
#include "core/analysis/profile.h"
#include "core/deck/writers.h"
#include "tests/support/core/datasetbuilder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <array>
#include <cmath>
#include <span>

using namespace icp;
using namespace icp::test;

namespace {

/// Accounts of which `teams` win, with `sizes` that follow the team in nine of ten and move the outcome by
/// `own`.
Dataset planted(std::uint64_t seed, double own, std::size_t dealsPerAccount) {
    Draw draw(seed);
    QStringList teams;
    QStringList sizes;
    std::vector<std::uint32_t> links;
    std::vector<DealState> states;
    for (std::uint32_t account = 0; account < 1500; ++account) {
        const bool team = draw.uniform() < 0.5;
        const bool size = draw.uniform() < 0.85 ? team : !team;
        teams << (team ? QStringLiteral("large") : QStringLiteral("small"));
        sizes << (size ? QStringLiteral("big") : QStringLiteral("little"));
        const bool won = draw.uniform() < (team ? 0.5 : 0.2) + (size ? own : 0);
        for (std::size_t deal = 0; deal < dealsPerAccount; ++deal) {
            links.push_back(account);
            states.push_back(won ? DealState::Won : DealState::Lost);
        }
    }
    DatasetBuilder builder;
    builder.category(Entity::Account, QStringLiteral("account.team"), teams);
    builder.category(Entity::Account, QStringLiteral("account.size"), sizes);
    builder.number(Entity::Deal, QStringLiteral("deal.x"), std::vector<double>(links.size(), 1));
    return builder.links(Entity::Deal, links).deals(states).build();
}

Findings found(const Dataset& dataset, unsigned threads = 1) {
    Findings findings;
    findings.study.threads = threads;
    const Frame frame = frameOf(dataset, findings.study);
    std::vector<Coded> attributes;
    for (const char* name : {"account.team", "account.size"}) {
        attributes.push_back(
            coded(dataset, frame, *dataset.find(QString::fromLatin1(name)), findings.study, {}));
        findings.attributes.push_back(profileOf(frame, attributes.back(), findings.study));
        findings.attributes.back().q = findings.attributes.back().p;
    }
    findConfounders(findings, frame, attributes, {});
    return findings;
}

const Confounder& about(const Findings& findings, QStringView attribute) {
    for (const Confounder& c : findings.confounders)
        if (c.attribute == attribute) return c;
    static const Confounder none;
    return none;
}

}  // namespace

/// "Is it really size?"
class TestConfounders : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatOnlyFollowsIsExplained();
    void whatMattersItselfStillMatters();
    void repeatedDealsTellNoMore();
    void theUnknownAreLeftOut();
    void aPartOfTheOtherLeavesNothingToCompare();
    void threadsChangeNothing();
    void nothingWithoutUnits();
};

void TestConfounders::whatOnlyFollowsIsExplained() {
    const Findings findings = found(planted(1, 0, 1));
    const Confounder& size = about(findings, u"account.size");
    QCOMPARE(verdictName(size.verdict), QStringLiteral("explained"));
    QVERIFY(size.crude.interval.low > 1);
    QVERIFY(size.adjusted.interval.low <= 1 && size.other.interval.low > 1);
    QVERIFY(std::abs(std::log(size.both.value / size.adjusted.value)) < 0.1);
    QVERIFY(size.sentence.startsWith(u"No. "));
    const Confounder& team = about(findings, u"account.team");
    QCOMPARE(verdictName(team.verdict), QStringLiteral("still-matters"));
    QVERIFY(team.sentence.startsWith(u"Yes. "));
    QVERIFY(team.eValueOfRange > 1 && team.eValueOfRange < team.eValue);
}

void TestConfounders::whatMattersItselfStillMatters() {
    const Findings findings = found(planted(2, 0.25, 1));
    QCOMPARE(verdictName(about(findings, u"account.size").verdict), QStringLiteral("still-matters"));
}

void TestConfounders::repeatedDealsTellNoMore() {
    const Findings once = found(planted(1, 0, 1));
    const Findings often = found(planted(1, 0, 4));
    const Estimate& a = about(once, u"account.team").adjusted;
    const Estimate& b = about(often, u"account.team").adjusted;
    QVERIFY(std::abs(a.value - b.value) < 1e-9);
    QVERIFY(std::abs(std::log(a.interval.high / b.interval.high)) < 0.05);
    // Four alike deals each: without accounts the p of what is left would fall by far more.
    const double p = about(once, u"account.size").adjustedP;
    QVERIFY(p > 0.01 && std::abs(p - about(often, u"account.size").adjustedP) < 0.02);
}

/// Deals of one account each, counted by two categories; "" where one is not known.
struct Cell {
    const char* team;
    const char* size;
    int won;
    int lost;
};

static Dataset builtOf(std::span<const Cell> cells) {
    QStringList teams;
    QStringList sizes;
    std::vector<DealState> states;
    std::vector<std::uint32_t> links;
    for (const Cell& cell : cells)
        for (int i = 0; i < cell.won + cell.lost; ++i) {
            teams << QString::fromLatin1(cell.team);
            sizes << QString::fromLatin1(cell.size);
            states.push_back(i < cell.won ? DealState::Won : DealState::Lost);
            links.push_back(std::uint32_t(links.size()));
        }
    DatasetBuilder builder;
    builder.category(Entity::Account, QStringLiteral("account.team"), teams);
    builder.category(Entity::Account, QStringLiteral("account.size"), sizes);
    builder.number(Entity::Deal, QStringLiteral("deal.x"), std::vector<double>(links.size(), 1));
    return builder.links(Entity::Deal, links).deals(states).build();
}

void TestConfounders::theUnknownAreLeftOut() {
    // team, size, won, lost; of 80 the size is not known.
    const std::array<Cell, 6> cells{{{"large", "big", 40, 20},
                                     {"small", "big", 10, 15},
                                     {"large", "little", 12, 18},
                                     {"small", "little", 20, 60},
                                     {"large", "", 25, 25},
                                     {"small", "", 10, 20}}};
    const Findings findings = found(builtOf(cells));
    const Confounder& team = about(findings, u"account.team");
    QCOMPARE(team.explainedBy, QStringLiteral("account.size"));
    QCOMPARE(team.n, 195);
    QCOMPARE(team.unknown, 80);
    QCOMPARE(team.strata, 2);
    // R 4.2.2 mantelhaen.test(correct = FALSE) on the known ones; 52 x 75 / (38 x 30) alone.
    QVERIFY(std::abs(team.adjusted.value - 2.41825095057034245) < 1e-9);
    QVERIFY(std::abs(team.adjusted.interval.low - 1.26280529619511350) < 1e-9);
    QVERIFY(std::abs(team.adjusted.interval.high - 4.63090998870091219) < 1e-9);
    QVERIFY(std::abs(team.adjustedP - 0.00737599824167199) < 1e-9);  // the same test of R
    QVERIFY(std::abs(team.crude.value - 3.42105263157895) < 1e-9);
    // Asked the other way round it is the same units that are told of, and nobody is unknown.
    const Confounder& size = about(findings, u"account.size");
    QCOMPARE(size.n, 195);
    QCOMPARE(size.unknown, 0);
}

/// Everybody big has a team of their own: among equal teams nobody is big beside somebody little.
void TestConfounders::aPartOfTheOtherLeavesNothingToCompare() {
    const std::array<Cell, 3> cells{
        {{"whole", "big", 60, 20}, {"half", "little", 50, 30}, {"none", "little", 30, 90}}};
    Findings findings = found(builtOf(cells));
    const Confounder& size = about(findings, u"account.size");
    QCOMPARE(size.strata, 0);
    QCOMPARE(verdictName(size.verdict), QStringLiteral("unclear"));
    QVERIFY2(size.sentence.startsWith(QStringLiteral("Cannot say.")), qPrintable(size.sentence));
    QVERIFY(!size.turns);
    QVERIFY(std::abs(size.crude.value - 60.0 * 120 / (20 * 80)) < 1e-9);
    // Among the little ones: 50 x 90 / (30 x 30).
    QVERIFY(std::abs(size.other.value - 5) < 1e-9);
    const QByteArray json = findingsJson(findings, Dataset());
    const QJsonArray all = QJsonDocument::fromJson(json).object()["confounders"].toArray();
    QCOMPARE(all.size(), 2);
    for (const auto& value : all) {
        const QJsonObject one = value.toObject();
        const bool nothing = one["attribute"].toString() == u"account.size";
        QCOMPARE(one["strata"].toInt(), nothing ? 0 : 1);
        for (const char* name :
             {"adjusted", "interval", "adjustedP", "risk", "both", "homogeneity", "eValue", "eValueOfRange"})
            QVERIFY2(one[QLatin1String(name)].isNull() == nothing, name);
        QVERIFY(one["crude"].isDouble() && one["crudeInterval"].isArray());
        QVERIFY(one["other"].isNull() != nothing);
    }
    QVERIFY(!json.contains("e+308") && !json.contains("179769"));
}

void TestConfounders::threadsChangeNothing() {
    const Dataset dataset = planted(3, 0.1, 2);
    const Findings one = found(dataset, 1);
    const Findings two = found(dataset, 2);
    QCOMPARE(one.confounders.size(), two.confounders.size());
    for (std::size_t i = 0; i < one.confounders.size(); ++i) {
        QCOMPARE(one.confounders[i].sentence, two.confounders[i].sentence);
        QCOMPARE(one.confounders[i].adjusted.value, two.confounders[i].adjusted.value);
    }
}

void TestConfounders::nothingWithoutUnits() {
    Findings findings;
    findConfounders(findings, Frame(), {}, {});
    QVERIFY(findings.confounders.empty());
}

QTEST_APPLESS_MAIN(TestConfounders)
#include "tst_confounders.moc"
