#include "core/store/database.h"
#include "core/store/workshopfile.h"
#include "core/workshop/priorities.h"
#include "tests/support/core/workshopedits.h"

#include <QTemporaryDir>
#include <QTest>

using namespace icp;
using namespace icp::test;

/// Agreement of rankings against R 4.2 (friedman.test: W is its statistic by m(n-1), with ties) and against
/// every permutation there is.
class TestPriorities : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ranksShareTheirMiddle();
    void concordanceOfRankings();
    void concordanceWithTies();
    void nothingToCompare();
    void pointsByHand();
    void thirdsBecomeLevels();
    void equalsStayTogether();
    void oneVoiceProposesNothing();
    void whatCameLaterIsNotVotedOn();
    void exclusionsAreNotVotedOn();
    void theSameVoterAgainReplaces();
    void agreementInWords();
    void keptInTheFile();
};

namespace {

using Dots = std::vector<int>;

Icp icpOf(int criteria) {
    Icp icp;
    icp.id = QStringLiteral("icp");
    for (int i = 0; i < criteria; ++i) {
        Criterion criterion;
        criterion.id = QString(QChar('a' + i));
        icp.criteria.push_back(criterion);
    }
    return icp;
}

DotVote voteOf(const std::vector<std::pair<QString, Dots>>& ballots) {
    DotVote vote;
    vote.id = QStringLiteral("vote");
    vote.icp = QStringLiteral("icp");
    for (const auto& [department, dots] : ballots) {
        Ballot ballot{department, {}, {}};
        for (std::size_t i = 0; i < dots.size(); ++i) ballot.dots[QString(QChar('a' + int(i)))] = dots[i];
        vote.enter(ballot);
    }
    return vote;
}

const std::vector<Dots> tied{{3, 1, 1, 0, 0}, {2, 2, 1, 0, 0}, {0, 3, 2, 0, 0}, {1, 1, 1, 1, 1}};

DotVote tiedVote() {
    return voteOf({{QStringLiteral("Sales"), tied[0]},
                   {QStringLiteral("Product"), tied[1]},
                   {QStringLiteral("Marketing"), tied[2]},
                   {QStringLiteral("Finance"), tied[3]}});
}

QString orderOf(const Priorities& priorities) {
    QString text;
    for (const Priority& one : priorities.order)
        text += one.criterion + importanceName(one.proposed).at(0) + QChar(u' ');
    return text.trimmed();
}

}  // namespace

void TestPriorities::ranksShareTheirMiddle() {
    QCOMPARE(ranksOf(tied[0]), (std::vector<double>{1, 2.5, 2.5, 4.5, 4.5}));
    QCOMPARE(ranksOf(tied[2]), (std::vector<double>{4, 1, 2, 4, 4}));
    QCOMPARE(ranksOf(tied[3]), (std::vector<double>{3, 3, 3, 3, 3}));
}

void TestPriorities::concordanceOfRankings() {
    const auto found = concordance({{1, 2, 3, 4}, {2, 1, 3, 4}, {1, 3, 2, 4}});
    QVERIFY(found);
    QVERIFY(std::abs(found->w - 0.7777777778) < 1e-10);
    // All 576 arrangements: 0.0538194; four standard errors of 4,999 shuffles are 0.0128.
    QVERIFY2(std::abs(found->p - 0.0538194) < 0.0128, qPrintable(QString::number(found->p)));
    QCOMPARE(concordance({{1, 2, 3}, {1, 2, 3}})->w, 1.0);
    const auto none = concordance({{1, 2.5, 2.5}, {2.5, 1, 2.5}, {2.5, 2.5, 1}});
    QCOMPARE(none->w, 0.0);
    QCOMPARE(none->p, 1.0);
}

void TestPriorities::concordanceWithTies() {
    std::vector<std::vector<double>> rankings;
    for (const Dots& dots : tied) rankings.push_back(ranksOf(dots));
    const auto found = concordance(rankings);
    QVERIFY(found);
    QVERIFY(std::abs(found->w - 0.543269230769) < 1e-11);
    QVERIFY2(std::abs(found->p - 0.04) < 0.0111, qPrintable(QString::number(found->p)));
}

void TestPriorities::nothingToCompare() {
    QVERIFY(!concordance({}));
    QVERIFY(!concordance({{1, 2, 3}}));
    QVERIFY(!concordance({{1}, {1}}));
    QVERIFY(!concordance({{2, 2, 2}, {2, 2, 2}}));
    const Priorities nobody = prioritiesOf(voteOf({}), icpOf(3));
    QCOMPARE(orderOf(nobody), QStringLiteral("as bs cs"));
    QVERIFY(!nobody.agreement);
    QVERIFY(prioritiesOf(tiedVote(), Icp()).order.empty());
}

void TestPriorities::pointsByHand() {
    const Priorities found = prioritiesOf(tiedVote(), icpOf(5));
    QCOMPARE(orderOf(found), QStringLiteral("bm am cs dn en"));
    const Priority& first = found.order[0];
    QCOMPARE(first.points, 12.0);
    QCOMPARE(first.dots, 7);
    QCOMPARE(first.spread.size(), 4U);
    QCOMPARE(first.spread[0], std::pair(QStringLiteral("Sales"), 1));
    QCOMPARE(first.spread[2], std::pair(QStringLiteral("Marketing"), 3));
    QCOMPARE(found.order[1].points, 10.5);
    QCOMPARE(found.order[2].points, 9.5);
    QCOMPARE(found.order[3].points, 4.0);
}

void TestPriorities::thirdsBecomeLevels() {
    const auto of = [](const Dots& dots) {
        return orderOf(
            prioritiesOf(voteOf({{QStringLiteral("Sales"), dots}, {QStringLiteral("Product"), dots}}),
                         icpOf(int(dots.size()))));
    };
    QCOMPARE(of({6, 5, 4, 3, 2, 1}), QStringLiteral("am bm cs ds en fn"));
    QCOMPARE(of({3, 2, 1}), QStringLiteral("am bs cn"));
    QCOMPARE(of({4, 3, 2, 1}), QStringLiteral("am bs cs dn"));
    QCOMPARE(of({2, 1}), QStringLiteral("am bn"));
    QCOMPARE(of({5}), QStringLiteral("as"));
    QCOMPARE(of({1, 1, 1}), QStringLiteral("as bs cs"));  // no order: as they are
    QCOMPARE(of({0, 0, 5}), QStringLiteral("cm an bn"));  // without a dot: nice to have
}

void TestPriorities::equalsStayTogether() {
    const Dots dots{2, 2, 2, 0, 0, 0};
    const Priorities found =
        prioritiesOf(voteOf({{QStringLiteral("Sales"), dots}, {QStringLiteral("Product"), dots}}), icpOf(6));
    QCOMPARE(orderOf(found), QStringLiteral("as bs cs dn en fn"));
}

void TestPriorities::oneVoiceProposesNothing() {
    const Dots dots{6, 5, 4, 3, 2, 1};
    Icp icp = icpOf(6);
    icp.criteria[5].importance = Importance::Must;
    const Priorities one = prioritiesOf(voteOf({{QStringLiteral("Sales"), dots}}), icp);
    QVERIFY(!one.quorum);
    QCOMPARE(orderOf(one), QStringLiteral("as bs cs ds es fm"));  // as they are
    const Priorities two =
        prioritiesOf(voteOf({{QStringLiteral("Sales"), dots}, {QStringLiteral("Product"), dots}}), icp);
    QVERIFY(two.quorum);
    QCOMPARE(orderOf(two), QStringLiteral("am bm cs ds en fn"));
    QVERIFY(!prioritiesOf(voteOf({}), icp).quorum);
}

void TestPriorities::whatCameLaterIsNotVotedOn() {
    const Priorities found = prioritiesOf(tiedVote(), icpOf(6));
    QCOMPARE(found.order.size(), 5U);
    QCOMPARE(found.unasked, (std::vector<QString>{QStringLiteral("f")}));
    // What went is out of it, and its dots with it.
    Icp fewer = icpOf(5);
    fewer.criteria.erase(fewer.criteria.begin());
    const Priorities left = prioritiesOf(tiedVote(), fewer);
    QCOMPARE(orderOf(left), QStringLiteral("bm cs dn en"));
    QCOMPARE(left.order[0].points, 2.5 + 3 + 3 + 1.5);
}

void TestPriorities::exclusionsAreNotVotedOn() {
    Icp icp = icpOf(4);
    icp.criteria[0].importance = Importance::Exclude;
    icp.criteria[1].section = Section::StretchLimits;
    icp.criteria[2].section = Section::Exclusions;
    QCOMPARE(votableOf(icp).size(), 1U);
    QCOMPARE(votableOf(icp).front().id, QStringLiteral("d"));
}

void TestPriorities::theSameVoterAgainReplaces() {
    DotVote vote = voteOf({{QStringLiteral("Sales"), {1, 0}}, {QStringLiteral("sales"), {0, 1}}});
    QCOMPARE(vote.ballots.size(), 1U);
    QCOMPARE(vote.ballots.front().dots[QStringLiteral("b")], 1);
    vote.enter({QStringLiteral("Sales"), QStringLiteral("Anna Berg"), {}});
    QCOMPARE(vote.ballots.size(), 2U);
    QCOMPARE(vote.ballots.back().voter(), QStringLiteral("Anna Berg, Sales"));
}

void TestPriorities::agreementInWords() {
    QVERIFY(agreementText(std::nullopt, 1).startsWith(QStringLiteral("One vote: nothing to agree with")));
    QVERIFY(agreementText(std::nullopt, 3).contains(QStringLiteral("Nobody prefers")));
    QVERIFY(agreementText(Concordance{0.9, 0.2}, 2).contains(QStringLiteral("no more than by chance")));
    QVERIFY(agreementText(Concordance{0.78, 0.01}, 6)
                .startsWith(QStringLiteral("They largely agree (W 0.78 of 1, 6")));
    QVERIFY(agreementText(Concordance{0.55, 0.01}, 6).contains(QStringLiteral("main things")));
    QVERIFY(agreementText(Concordance{0.3, 0.01}, 9).contains(QStringLiteral("a little")));
}

void TestPriorities::keptInTheFile() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("w.icpw"));
    auto file = expectValue(WorkshopFile::create(path, {}));
    DotVote vote = tiedVote();
    vote.dots = 7;
    const auto put = [&] {
        Change change;
        change.entity = QStringLiteral("dotvote");
        change.id = vote.id;
        change.after = toJson(vote);
        QVERIFY(file->apply({change}));
    };
    put();
    QCOMPARE(toJson(file->workshop().votes.at(0)), toJson(vote));
    const auto dots = [&](const char* where) {
        file.reset();
        std::int64_t count = 0;
        {
            Database database(path, Database::Mode::Open);
            count = rowsOf(database, QStringLiteral("dot"), where);
        }
        file = expectValue(WorkshopFile::open(path));
        return count;
    };
    QCOMPARE(dots("1"), std::int64_t(0));  // nobody is told before it is revealed
    vote.revealed = true;
    put();
    QCOMPARE(dots("1"), std::int64_t(20));
    QCOMPARE(dots("department = 'Marketing' AND criterion = 'b' AND dots = 3"), std::int64_t(1));
    QVERIFY(file->undo());
    QVERIFY(!file->workshop().votes.at(0).revealed);
    QVERIFY(file->undo());
    QVERIFY(file->workshop().votes.empty());
}

QTEST_APPLESS_MAIN(TestPriorities)
#include "tst_priorities.moc"
