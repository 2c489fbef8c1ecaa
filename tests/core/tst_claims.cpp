#include "core/analysis/claims/claim.h"
#include "core/deck/findingsbeside.h"
#include "core/example/exampleworkshop.h"
#include "core/store/database.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/near.h"
#include "tests/support/core/studyrows.h"
#include "tests/support/core/workshopedits.h"
#include "tests/support/core/workshoptest.h"

#include <QJsonArray>

#include <numeric>

using namespace icp;
using namespace icp::test;

namespace {

/// Customers of two kinds of ownership, a deal each; the first `won` won, the first `stayed` of the won
/// stayed.
struct Block {
    const char* ownership;
    int deals;
    int won;
    int stayed;
    double acv;
};

Dataset data(const std::vector<Block>& blocks) {
    QStringList ownership;
    std::vector<double> acv;
    std::vector<DealState> deals;
    std::vector<AccountState> accounts;
    for (const Block& block : blocks)
        for (int i = 0; i < block.deals; ++i) {
            const bool won = i < block.won;
            ownership << QString::fromLatin1(block.ownership);
            acv.push_back(won ? block.acv + i : none);
            deals.push_back(won ? DealState::Won : DealState::Lost);
            accounts.push_back(!won               ? AccountState::Unknown
                               : i < block.stayed ? AccountState::Customer
                                                  : AccountState::Left);
        }
    std::vector<std::uint32_t> links(deals.size());
    std::iota(links.begin(), links.end(), 0U);
    return DatasetBuilder()
        .category(Entity::Account, QStringLiteral("account.ownership"), ownership)
        .number(Entity::Account, QStringLiteral("account.acv"), acv, ColumnType::Money, QStringLiteral("EUR"))
        .links(Entity::Deal, links)
        .number(Entity::Deal, QStringLiteral("deal.x"), std::vector<double>(deals.size(), 1))
        .deals(deals)
        .accounts(accounts)
        .build();
}

const Condition family{QStringLiteral("account.ownership"), Condition::Op::In, {QStringLiteral("family")}};

// 56 of 70 against 48 of 80: .2, Newcombe's range .0524 to .3339.
Dataset market() { return data({{"family", 70, 56, 50, 1000}, {"listed", 80, 48, 20, 500}}); }

ClaimCheck check(ClaimMetric metric, ClaimDirection direction, std::optional<double> baseline = {},
                 const Dataset& dataset = market()) {
    return checkClaim(dataset, {}, {{family}, metric, direction, baseline});
}

QString verdict(ClaimMetric metric, ClaimDirection direction, std::optional<double> baseline = {}) {
    return verdictName(check(metric, direction, baseline).verdict);
}

constexpr auto above = ClaimDirection::Above;
constexpr auto below = ClaimDirection::Below;
constexpr auto equal = ClaimDirection::Equal;

}  // namespace

/// What people say, asked of data and kept in the workshop.
class TestClaims : public WorkshopTest {
    Q_OBJECT
private Q_SLOTS:
    void winRatesAgainstOthers();
    void winRatesAgainstANumber();
    void retentionAndValue();
    void sharesAndCounts();
    void noDifferenceContradicts();
    void tooLittleData();
    void whatWouldBeNeeded();
    void unknownIsNeitherSide();
    void anecdotes();
    void accountsAreWhatVaries();
    void newDataNewVerdict();
    void keptInTheJournal();
    void olderFilesGetTheView();
    void toldAsJson();
    void theExampleHasOneOfEachKind();
};

void TestClaims::winRatesAgainstOthers() {
    const ClaimCheck told = check(ClaimMetric::WinRate, above);
    QCOMPARE(told.verdict, ClaimVerdict::Supported);
    QCOMPARE(told.n, 70);
    QCOMPARE(told.others, 80);
    near(told.inside.value, 0.8);
    near(told.gap.value, 0.2);
    near(told.gap.interval.low, 0.0524314724, 1e-8);
    near(told.gap.interval.high, 0.3338726540, 1e-8);
    QCOMPARE(told.sentence, QStringLiteral("80% of 70 (range 69% to 88%), against 60% of 80 others."));
    QCOMPARE(verdict(ClaimMetric::WinRate, below), QStringLiteral("contradicted"));
    QCOMPARE(verdict(ClaimMetric::WinRate, equal), QStringLiteral("contradicted"));
}

void TestClaims::winRatesAgainstANumber() {
    // Wilson of 56 of 70 is 69% to 88%.
    QCOMPARE(verdict(ClaimMetric::WinRate, above, 0.5), QStringLiteral("supported"));
    QCOMPARE(verdict(ClaimMetric::WinRate, above, 0.9), QStringLiteral("contradicted"));
    QCOMPARE(verdict(ClaimMetric::WinRate, above, 0.8), QStringLiteral("too-little-data"));
    QCOMPARE(verdict(ClaimMetric::WinRate, equal, 0.8), QStringLiteral("too-little-data"));
    QCOMPARE(check(ClaimMetric::WinRate, above, 0.5).others, 0);
}

void TestClaims::retentionAndValue() {
    // 50 of 56 stayed, against 20 of 48.
    const ClaimCheck stay = check(ClaimMetric::Retention, above);
    QCOMPARE(stay.n, 56);
    near(stay.inside.value, 50.0 / 56);
    near(stay.against.value, 20.0 / 48);
    QCOMPARE(stay.verdict, ClaimVerdict::Supported);
    // Won ones are worth 1000 to 1055 and 500 to 547: middles 1027.5 and 523.5.
    const ClaimCheck value = check(ClaimMetric::Value, above);
    near(value.inside.value, 1027.5);
    near(value.against.value, 523.5);
    near(value.gap.value, 504);
    QCOMPARE(value.verdict, ClaimVerdict::Supported);
    QCOMPARE(verdict(ClaimMetric::Value, equal, 1000), QStringLiteral("supported"));  // within a tenth
    QCOMPARE(verdict(ClaimMetric::Value, below, 800), QStringLiteral("contradicted"));
}

void TestClaims::sharesAndCounts() {
    // 56 of 104 customers are family-owned.
    const ClaimCheck share = check(ClaimMetric::Share, above, 0.3);
    near(share.inside.value, 56.0 / 104);
    QCOMPARE(share.n, 104);
    QCOMPARE(share.verdict, ClaimVerdict::Supported);
    QCOMPARE(verdict(ClaimMetric::Share, above, 0.8), QStringLiteral("contradicted"));
    QCOMPARE(verdict(ClaimMetric::Count, above, 50), QStringLiteral("supported"));
    QCOMPARE(verdict(ClaimMetric::Count, above, 60), QStringLiteral("contradicted"));
    QCOMPARE(verdict(ClaimMetric::Count, equal, 55), QStringLiteral("supported"));
    QCOMPARE(verdict(ClaimMetric::Share, above), QStringLiteral("anecdote"));  // against what?
}

void TestClaims::noDifferenceContradicts() {
    // 1,500 of 5,000 each: whoever says more is wrong, whoever says the same is right.
    const Dataset dataset = data({{"family", 5000, 1500, 0, 1}, {"listed", 5000, 1500, 0, 1}});
    QCOMPARE(check(ClaimMetric::WinRate, above, {}, dataset).verdict, ClaimVerdict::Contradicted);
    QCOMPARE(check(ClaimMetric::WinRate, below, {}, dataset).verdict, ClaimVerdict::Contradicted);
    for (const ClaimDirection direction : {above, below})
        QVERIFY(check(ClaimMetric::WinRate, direction, {}, dataset)
                    .sentence.contains(QStringLiteral("No difference worth speaking of")));
    QCOMPARE(check(ClaimMetric::WinRate, equal, {}, dataset).verdict, ClaimVerdict::Supported);
}

void TestClaims::tooLittleData() {
    const Dataset few = data({{"family", 14, 14, 14, 1}, {"listed", 80, 10, 10, 1}});
    QCOMPARE(check(ClaimMetric::WinRate, above, {}, few).verdict, ClaimVerdict::TooLittleData);
    const Dataset unclear = data({{"family", 40, 14, 14, 1}, {"listed", 80, 24, 10, 1}});
    QCOMPARE(check(ClaimMetric::WinRate, above, {}, unclear).verdict, ClaimVerdict::TooLittleData);
    QCOMPARE(check(ClaimMetric::WinRate, above, {}, Dataset()).verdict, ClaimVerdict::TooLittleData);
    const Condition gone{QStringLiteral("account.gone"), Condition::Op::In, {QStringLiteral("x")}};
    const ClaimCheck unknown = checkClaim(market(), {}, {{gone}, ClaimMetric::WinRate, above});
    QCOMPARE(unknown.verdict, ClaimVerdict::TooLittleData);
    QVERIFY(unknown.sentence.contains(u"account.gone"));
    // 19 won of all say which way it goes, no more.
    const Dataset thin = data({{"family", 20, 18, 18, 1}, {"listed", 40, 1, 1, 1}});
    const ClaimCheck direction = check(ClaimMetric::WinRate, above, {}, thin);
    QCOMPARE(direction.verdict, ClaimVerdict::Supported);
    QVERIFY(direction.directional);
    QVERIFY(!check(ClaimMetric::WinRate, above).directional);
}

void TestClaims::whatWouldBeNeeded() {
    // R 4.2.2 power.prop.test(p1 = .2, p2 = .3, power = .8): 293.1512858; (.3, .4): 355.9428.
    const Dataset few = data({{"family", 41, 11, 11, 1}, {"listed", 80, 16, 16, 1}});
    const ClaimCheck told = check(ClaimMetric::WinRate, above, {}, few);
    QCOMPARE(told.verdict, ClaimVerdict::TooLittleData);
    QCOMPARE(told.needed, 294);
    QVERIFY2(told.sentence.endsWith(QStringLiteral(
                 "To tell 20% from 30% takes about 294 closed deals on each side; here 41 and 80.")),
             qPrintable(told.sentence));
    QCOMPARE(check(ClaimMetric::WinRate, above, {}, data({{"family", 20, 6, 6, 1}, {"listed", 80, 24, 9, 1}}))
                 .needed,
             356);
    // Against a number only one side varies: ((1.959964 sqrt(.8 .2) + .841621 sqrt(.7 .3)) / .1)^2 = 136.8.
    QCOMPARE(check(ClaimMetric::WinRate, above, 0.2, few).needed, 137);
    // Enough for ten points, and in between all the same: nothing is said.
    const Dataset many = data({{"family", 400, 95, 9, 1}, {"listed", 400, 80, 9, 1}});
    const ClaimCheck between = check(ClaimMetric::WinRate, above, {}, many);
    QCOMPARE(between.verdict, ClaimVerdict::TooLittleData);
    QVERIFY(!between.sentence.contains(u"takes about"));
    QVERIFY(!check(ClaimMetric::WinRate, above).sentence.contains(u"takes about"));
}

void TestClaims::unknownIsNeitherSide() {
    // 30 of whom nobody knows who owns them, all won: they are no others.
    const Dataset dataset =
        data({{"family", 70, 56, 50, 1000}, {"listed", 80, 48, 20, 500}, {"", 30, 30, 30, 9000}});
    const ClaimCheck told = check(ClaimMetric::WinRate, above, {}, dataset);
    QCOMPARE(told.others, 80);
    QCOMPARE(told.unknown, 30);
    near(told.gap.value, 0.2);
    QVERIFY2(told.sentence.endsWith(u"30 deals are left out: nobody knows whether they belong.") ||
                 told.sentence.contains(u"30 deal"),
             qPrintable(told.sentence));
    near(check(ClaimMetric::Value, above, {}, dataset).against.value, 523.5);
    const ClaimCheck share = check(ClaimMetric::Share, above, 0.3, dataset);
    QCOMPARE(share.n, 104);
    QCOMPARE(share.unknown, 30);
    // One condition that fails is enough to know that a deal is outside, whatever else is unknown.
    const Condition dear{QStringLiteral("account.acv"), Condition::Op::Range, {}, 1e6};
    const ClaimCheck none = checkClaim(dataset, {}, {{family, dear}, ClaimMetric::WinRate, above});
    QCOMPARE(none.n, 0);
    QCOMPARE(none.others + none.unknown, 180);
    QCOMPARE(none.unknown, 14);  // lost, so that nothing is known of their value, and family-owned
}

void TestClaims::anecdotes() {
    QCOMPARE(verdict(ClaimMetric::None, above), QStringLiteral("anecdote"));
    QCOMPARE(checkClaim(market(), {}, {{}, ClaimMetric::WinRate, above}).verdict, ClaimVerdict::Anecdote);
    QVERIFY(!check(ClaimMetric::None, above).sentence.isEmpty());
}

void TestClaims::accountsAreWhatVaries() {
    // Ten accounts of seven deals that end alike are no more than ten: what 70 would support, they do not.
    QStringList ownership;
    std::vector<std::uint32_t> links;
    std::vector<DealState> deals;
    for (int account = 0; account < 20; ++account) {
        ownership << (account < 10 ? QStringLiteral("family") : QStringLiteral("listed"));
        const bool won = account < 10 ? account < 7 : account < 14;
        for (int i = 0; i < 7; ++i) {
            links.push_back(std::uint32_t(account));
            deals.push_back(won ? DealState::Won : DealState::Lost);
        }
    }
    const Dataset dataset = DatasetBuilder()
                                .category(Entity::Account, QStringLiteral("account.ownership"), ownership)
                                .number(Entity::Deal, QStringLiteral("deal.x"), std::vector<double>(140, 1))
                                .links(Entity::Deal, links)
                                .deals(deals)
                                .build();
    const ClaimCheck told = check(ClaimMetric::WinRate, above, {}, dataset);
    near(told.gap.value, 0.3);
    QCOMPARE(told.verdict, ClaimVerdict::TooLittleData);
    // The range is that of 7 of 10 (R 4.2.2 prop.test without correction).
    near(told.inside.interval.low, 0.3967781, 1e-6);
    near(told.inside.interval.high, 0.8922087, 1e-6);
}

void TestClaims::newDataNewVerdict() {
    const ClaimQuestion question{{family}, ClaimMetric::WinRate, above, {}};
    QCOMPARE(checkClaim(market(), {}, question).verdict, ClaimVerdict::Supported);
    const Dataset later = data({{"family", 70, 20, 20, 1}, {"listed", 80, 48, 20, 1}});
    QCOMPARE(checkClaim(later, {}, question).verdict, ClaimVerdict::Contradicted);
    QVERIFY(!checkClaim(later, {}, question).sentence.contains(QStringLiteral("worth speaking of")));
}

namespace {
Claim claim() {
    return {QStringLiteral("c1"),
            QStringLiteral("Family-owned firms win more often"),
            {{family}, ClaimMetric::WinRate, ClaimDirection::Above, 0.25},
            QStringLiteral("Sales"),
            QStringLiteral("Call of 3 May")};
}

/// What the view of claims selects; the program's own connections use no views.
QByteArray viewOf(Database& database) {
    Statement select =
        database.prepare("SELECT sql FROM sqlite_schema WHERE type = 'view' AND name = 'claim'");
    return select.row() ? select.text(0).section(QStringLiteral(" AS\n"), 1).toUtf8() : QByteArray();
}

Change putting(const Claim& claim) {
    Change change;
    change.entity = QStringLiteral("claim");
    change.id = claim.id;
    change.after = toJson(claim);
    change.text = QStringLiteral("Edit claim");
    return change;
}
}  // namespace

void TestClaims::keptInTheJournal() {
    newPlace();
    auto file = expectValue(WorkshopFile::create(m_path, {}));
    QCOMPARE(failure(file->apply(putting(claim()))), QString());
    Claim edited = claim();
    edited.question.baseline.reset();
    edited.question.direction = ClaimDirection::Equal;
    QCOMPARE(failure(file->apply(putting(edited))), QString());
    file = expectValue(WorkshopFile::open(m_path));
    QCOMPARE(file->workshop().claims, std::vector<Claim>{edited});
    QCOMPARE(failure(file->undo()), QString());
    QCOMPARE(file->workshop().claims, std::vector<Claim>{claim()});
    QCOMPARE(failure(file->undo()), QString());
    QVERIFY(file->workshop().claims.empty());
    QCOMPARE(failure(file->redo()), QString());
    QCOMPARE(file->workshop().claims, std::vector<Claim>{claim()});
    file.reset();
    Database database(m_path, Database::Mode::Open);
    QCOMPARE(database.number("SELECT count(*) FROM (" + viewOf(database) +
                             ") WHERE metric = 'win-rate' AND baseline = 0.25 AND "
                             "json_array_length(conditions) = 1"),
             std::int64_t(1));
}

void TestClaims::olderFilesGetTheView() {
    // A file as version 3 has it, by taking away what later ones added.
    newPlace();
    expectValue(WorkshopFile::create(m_path, {})).reset();
    Database(m_path, Database::Mode::Open)
        .run(
            "DROP VIEW claim; DROP VIEW opening; DROP VIEW action; DROP VIEW practice; DROP VIEW answer; "
            "DROP VIEW research; DROP VIEW dot; DROP VIEW acknowledgement; DROP VIEW agreement; PRAGMA "
            "user_version = 3");
    auto file = expectValue(WorkshopFile::open(m_path));
    QCOMPARE(failure(file->apply(putting(claim()))), QString());
    file = expectValue(WorkshopFile::open(m_path));
    QCOMPARE(file->workshop().claims.size(), 1U);
    file.reset();
    QVERIFY(QFile::exists(m_path + QStringLiteral(".v3.backup")));
    Database database(m_path, Database::Mode::Open);
    QCOMPARE(database.number("SELECT count(*) FROM (" + viewOf(database) + ")"), std::int64_t(1));
}

void TestClaims::toldAsJson() {
    Workshop workshop;
    workshop.claims = {claim()};
    const Dataset dataset = market();
    const FindingsBeside beside = besideOf(workshop, nullptr, dataset, {});
    const QJsonObject json = QJsonDocument::fromJson(findingsJson({}, dataset, beside)).object();
    const QJsonObject told = json["claims"][0].toObject();
    QCOMPARE(told["verdict"].toString(), QStringLiteral("supported"));
    QCOMPARE(told["baseline"].toDouble(), 0.25);
    QCOMPARE(told["conditions"][0]["value"][0].toString(), QStringLiteral("family"));
    QCOMPARE(told["n"].toInt(), 70);
    QCOMPARE(told["inside"]["interval"].toArray().size(), 2);
}

void TestClaims::theExampleHasOneOfEachKind() {
    newPlace();
    QCOMPARE(failure(makeExampleWorkshop(m_path)), QString());
    const auto file = expectValue(WorkshopFile::open(m_path));
    QStringList verdicts;
    for (const CheckedClaim& one : checkedClaims(file->workshop(), *file->dataset(), {}))
        verdicts << verdictName(one.check.verdict);
    QCOMPARE(verdicts, (QStringList{QStringLiteral("supported"), QStringLiteral("contradicted"),
                                    QStringLiteral("supported"), QStringLiteral("too-little-data"),
                                    QStringLiteral("anecdote")}));
}

QTEST_GUILESS_MAIN(TestClaims)
#include "tst_claims.moc"
