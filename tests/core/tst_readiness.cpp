#include "core/draft/readiness.h"
#include "core/workshop/workshop.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace icp;

/// The vote of the room and what a profile should have stood before it is agreed.
class TestReadiness : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void moreThanHalfDecides();
    void jsonGoesBothWays();
    void whatMakesAVoteAnEarlierOne();
    void aVoteLeavesAnAgreedIcpAgreed();
    void theRoom();
    void theDataSayTheSameAgain();
    void theSegmentBehindACriterion();
    void exclusionsHoldToo();
    void othersHaveSeenIt();
    void namesGoBothWays();
};

namespace {

Criterion range(const QString& id, double low, double high, Importance importance = Importance::Must) {
    Criterion criterion;
    criterion.id = id;
    criterion.text = id;
    criterion.importance = importance;
    criterion.condition = Condition{QStringLiteral("account.") + id, Condition::Op::Range, {}, low, high};
    return criterion;
}

Icp profile() {
    Icp icp;
    icp.id = QStringLiteral("one");
    icp.criteria = {range(QStringLiteral("team"), 4, 26), range(QStringLiteral("days"), 9, 30)};
    return icp;
}

constexpr int redraws = 100;

Segment found(std::vector<Condition> conditions, double again, const QString& verdict) {
    Segment segment;
    segment.conditions = std::move(conditions);
    segment.foundAgain = int(std::lround(again * redraws));
    segment.verdict = verdict;
    return segment;
}

/// One segment stands behind both criteria of profile().
Findings findings(double again, const QString& verdict, qint64 heldOut = 40) {
    const Icp icp = profile();
    Findings result;
    result.base.n = 200;
    result.heldOut.n = heldOut;
    result.redraws = redraws;
    result.segments = {found({*icp.criteria[0].condition, *icp.criteria[1].condition}, again, verdict)};
    return result;
}

CheckResult check(Check one, const Icp& icp, const Findings& of = {}) {
    return readiness(icp, of)[std::size_t(one)];
}

CheckState again(const Icp& icp, const Findings& of) { return check(Check::SameAgain, icp, of).state; }

}  // namespace

void TestReadiness::moreThanHalfDecides() {
    QCOMPARE(comfortOf({}), Comfort::NoVote);
    QCOMPARE(comfortOf({3, 2, 0, {}, {}}), Comfort::TooBroad);
    QCOMPARE(comfortOf({1, 4, 2, {}, {}}), Comfort::Comfortable);
    QCOMPARE(comfortOf({0, 2, 3, {}, {}}), Comfort::TooNarrow);
    QCOMPARE(comfortOf({2, 2, 0, {}, {}}), Comfort::Divided);
    QCOMPARE(comfortOf({2, 3, 1, {}, {}}), Comfort::Divided);  // half is not more than half
    QCOMPARE(comfortText(ComfortVote{1, 4, 2, {}, {}}),
             QStringLiteral("4 of 7 are comfortably uncomfortable."));
    QVERIFY(comfortText(ComfortVote()).isEmpty());
}

void TestReadiness::jsonGoesBothWays() {
    Icp icp = profile();
    QVERIFY(!toJson(icp).contains(QStringLiteral("comfort")));
    QVERIFY(!toJson(icp).contains(QStringLiteral("tested")));
    icp.comfort = {1, 4, 2, QDate(2026, 5, 3), criteriaMark(icp)};
    icp.tested = {QStringLiteral("Sales in Lyon"), QDate(2026, 5, 4), criteriaMark(icp)};
    const Icp same = icpFromJson(toJson(icp));
    QCOMPARE(same.comfort, icp.comfort);
    QCOMPARE(same.tested, icp.tested);
    QCOMPARE(criteriaMark(same), criteriaMark(icp));
    const QJsonObject rubbish{{"comfort", QJsonObject{{"tooBroad", -3}, {"day", "never"}}}, {"tested", 7}};
    QCOMPARE(icpFromJson(rubbish).comfort, ComfortVote());
    QCOMPARE(icpFromJson(rubbish).tested, StakeholderTest());
}

void TestReadiness::whatMakesAVoteAnEarlierOne() {
    Icp icp = profile();
    QVERIFY(!isEarlierVote(icp));
    icp.comfort = {1, 4, 2, QDate(2026, 5, 3), criteriaMark(icp)};
    QVERIFY(!isEarlierVote(icp));
    Icp other = icp;
    std::swap(other.criteria[0], other.criteria[1]);
    other.criteria[0].weight = 70;
    other.criteria[0].evidence.n = 12;
    other.criteria[0].text = QStringLiteral("In other words");
    other.name = QStringLiteral("Other");
    QVERIFY(!isEarlierVote(other));
    other.criteria[0].condition->high = 31;
    QVERIFY(isEarlierVote(other));
    QVERIFY(
        comfortText(other).startsWith(QStringLiteral("4 of 7 are comfortably uncomfortable. That was on ")));
    other.criteria[0].condition->high = 30;
    QVERIFY(!isEarlierVote(other));  // taken back, it is the profile they voted on
    other.criteria[0].importance = Importance::Should;
    QVERIFY(isEarlierVote(other));
    other = icp;
    other.criteria.emplace_back();
    QVERIFY(isEarlierVote(other));
}

void TestReadiness::aVoteLeavesAnAgreedIcpAgreed() {
    const Icp held = agreed(profile(), QDate(2026, 1, 10), 30);
    Icp next = held;
    next.comfort = {0, 3, 0, QDate(2026, 1, 11), criteriaMark(held)};
    next.tested = {QStringLiteral("Finance"), QDate(2026, 1, 11), criteriaMark(held)};
    QCOMPARE(edited(next, held).version, held.version);
    QCOMPARE(edited(next, held).agreed, held.agreed);
    QCOMPARE(edited(next, held).comfort, next.comfort);
    const Icp voted = edited(next, held);
    next.criteria.pop_back();
    const Icp draft = edited(next, voted);
    QCOMPARE(draft.version, held.version + 1);
    QVERIFY(!draft.agreed.isValid());
    QCOMPARE(draft.comfort, next.comfort);
    QVERIFY(isEarlierVote(draft));
    QVERIFY(isEarlierTest(draft));
}

void TestReadiness::theRoom() {
    Icp icp = profile();
    QCOMPARE(check(Check::Comfort, icp).state, CheckState::Open);
    icp.comfort = {1, 4, 2, QDate(2026, 5, 3), criteriaMark(icp)};
    QCOMPARE(check(Check::Comfort, icp).state, CheckState::Met);
    icp.comfort.tooBroad = 6;
    QCOMPARE(check(Check::Comfort, icp).state, CheckState::Unmet);
    icp.criteria.pop_back();
    QCOMPARE(check(Check::Comfort, icp).state, CheckState::Open);
    QVERIFY(check(Check::Comfort, icp).text.endsWith(QStringLiteral("Vote again.")));
}

void TestReadiness::theDataSayTheSameAgain() {
    const Icp icp = profile();
    const QString held = QStringLiteral("held");
    QCOMPARE(again(icp, {}), CheckState::Open);
    QCOMPARE(again(icp, findings(0.9, held)), CheckState::Met);
    QVERIFY(check(Check::SameAgain, icp, findings(0.9, held)).text.contains(QStringLiteral("90% of 100")));
    QCOMPARE(again(icp, findings(0.8, held)), CheckState::Met);
    QCOMPARE(again(icp, findings(0.79, held)), CheckState::Unmet);
    QCOMPARE(again(icp, findings(0.9, QStringLiteral("weaker"))), CheckState::Unmet);
    QCOMPARE(again(icp, findings(0.9, QStringLiteral("average"))), CheckState::Unmet);
    QCOMPARE(again(icp, findings(0.9, QStringLiteral("too-few"))), CheckState::Open);
    QCOMPARE(again(icp, findings(0.9, QString(), 0)), CheckState::Met);  // nothing newer was kept
    QVERIFY(check(Check::SameAgain, icp, findings(0.9, QString(), 0))
                .text.contains(QStringLiteral("Only redraws of the same data say so")));
    const CheckResult sealed = check(Check::SameAgain, icp, findings(0.9, QString()));
    QCOMPARE(sealed.state, CheckState::Open);
    QVERIFY(sealed.sealed);
    Findings redrawing = findings(0, held);
    redrawing.redraws = 0;
    QCOMPARE(again(icp, redrawing), CheckState::Open);
    Icp words;
    words.criteria.emplace_back();
    QCOMPARE(again(words, findings(0.9, held)), CheckState::Open);
}

void TestReadiness::theSegmentBehindACriterion() {
    Icp icp = profile();
    Findings of = findings(0.9, QStringLiteral("held"));
    // Alone it is not stable, but the pair that the profile asks for is.
    of.segments.insert(of.segments.begin(),
                       found({*icp.criteria[0].condition}, 0.2, QStringLiteral("weaker")));
    QCOMPARE(again(icp, of), CheckState::Met);
    icp.criteria[0].condition->high = 40;  // what was found lies within
    QCOMPARE(again(icp, of), CheckState::Met);
    icp.criteria[0].condition->high = 20;  // nothing was found about less
    const CheckResult less = check(Check::SameAgain, icp, of);
    QCOMPARE(less.state, CheckState::Open);
    QVERIFY(less.text.contains(QStringLiteral("“team”")));
    QVERIFY(!less.text.contains(QStringLiteral("“days”")));
    icp.criteria[0].importance = Importance::Nice;  // decides nothing
    QCOMPARE(again(icp, of), CheckState::Met);
}

void TestReadiness::exclusionsHoldToo() {
    Icp icp = profile();
    icp.criteria.push_back(range(QStringLiteral("debt"), 5, 10, Importance::Exclude));
    Findings of = findings(0.9, QStringLiteral("held"));
    QCOMPARE(again(icp, of), CheckState::Open);
    Exclusion exclusion;
    exclusion.condition = *icp.criteria.back().condition;
    exclusion.verdict = QStringLiteral("weaker");
    of.exclusions = {exclusion};
    QCOMPARE(again(icp, of), CheckState::Unmet);
    of.exclusions.front().verdict = QStringLiteral("held");
    QCOMPARE(again(icp, of), CheckState::Met);
}

void TestReadiness::othersHaveSeenIt() {
    Icp icp = profile();
    QCOMPARE(check(Check::Tested, icp).state, CheckState::Open);
    icp.tested = {QStringLiteral("Sales in Lyon"), QDate(2026, 5, 4), criteriaMark(icp)};
    QCOMPARE(check(Check::Tested, icp).state, CheckState::Met);
    QVERIFY(check(Check::Tested, icp).text.contains(QStringLiteral("Sales in Lyon")));
    icp.criteria.pop_back();
    QCOMPARE(check(Check::Tested, icp).state, CheckState::Open);
}

void TestReadiness::namesGoBothWays() {
    for (const Check one : checks) {
        QCOMPARE(checkFromName(checkName(one)), std::optional(one));
        QVERIFY(!checkTitle(one).isEmpty());
    }
    QVERIFY(!checkFromName(u"other"));
    QCOMPARE(unmetNames(profile(), findings(0.9, QStringLiteral("held"))),
             (QStringList{QStringLiteral("comfort"), QStringLiteral("tested")}));
    IcpVersion version;
    version.unmet = {QStringLiteral("tested")};
    QCOMPARE(versionFromJson(toJson(version)).unmet, version.unmet);
}

QTEST_APPLESS_MAIN(TestReadiness)
#include "tst_readiness.moc"
