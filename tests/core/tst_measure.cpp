#include "core/analysis/accountlists.h"
#include "core/analysis/analyze.h"
#include "core/analysis/dealkind.h"
#include "core/analysis/draw.h"
#include "core/analysis/fourquestions.h"
#include "core/analysis/leadssaved.h"
#include "core/analysis/measure.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/studyrows.h"

#include <QTest>

#include <cmath>

using namespace icp;
using namespace icp::test;

namespace {

constexpr auto won = DealState::Won;
constexpr auto lost = DealState::Lost;

QStringList keys(const Dataset& dataset, Outcome outcome) {
    QStringList result;
    for (const Measure& measure : measuresOf(dataset, outcome)) result << measure.key;
    return result;
}

double dayOf(int year, int month, int day) {
    return double(QDate(1970, 1, 1).daysTo(QDate(year, month, day)));
}

/// Four customers and a prospect, with everything that can be asked of them.
Dataset customers() {
    DatasetBuilder builder;
    builder.text(Entity::Account, QStringLiteral("account.name"), {"A", "B", "C", "D", "P"})
        .number(Entity::Account, QStringLiteral("account.acv"), {100, 200, 300, none, none},
                ColumnType::Money, QStringLiteral("EUR"))
        .number(Entity::Account, QStringLiteral("account.employees"), {5, 6, 7, 8, 9})
        .category(Entity::Account, QStringLiteral("account.growth_potential"),
                  {"low", "high", "medium", "", ""})
        .number(Entity::Account, QStringLiteral("account.nps"), {9, 3, none, none, none})
        .number(Entity::Account, QStringLiteral("account.referrals"), {0, 4, 2, none, none})
        .number(Entity::Account, QStringLiteral("account.customer_since"),
                {dayOf(2022, 1, 1), dayOf(2023, 1, 1), none, dayOf(2023, 7, 1), none}, ColumnType::Date)
        .number(Entity::Account, QStringLiteral("account.churn_date"),
                {none, dayOf(2023, 7, 2), none, none, none}, ColumnType::Date)
        .accounts({AccountState::Customer, AccountState::Left, AccountState::Customer, AccountState::Customer,
                   AccountState::Unknown});
    Dataset dataset = builder.build();
    dataset.asOf = QDate(2024, 1, 1);
    return dataset;
}

/// Deals of three accounts: A wins three times over three years, B once, C never.
Dataset history() {
    DatasetBuilder builder;
    builder.text(Entity::Account, QStringLiteral("account.name"), {"A", "B", "C"})
        .category(Entity::Deal, QStringLiteral("deal.type"),
                  {"New Business", "Renewal", "Existing Business", "New Business", "New Business"})
        .number(Entity::Deal, QStringLiteral("deal.amount"), {100, 30, 50, 80, 10}, ColumnType::Money)
        .number(
            Entity::Deal, QStringLiteral("deal.create_date"),
            {dayOf(2021, 1, 1), dayOf(2022, 7, 1), dayOf(2023, 3, 1), dayOf(2023, 1, 1), dayOf(2023, 1, 1)},
            ColumnType::Date)
        .number(Entity::Deal, QStringLiteral("deal.close_date"),
                {dayOf(2021, 1, 31), dayOf(2022, 7, 11), dayOf(2023, 3, 21), dayOf(2023, 1, 11),
                 dayOf(2023, 2, 1)},
                ColumnType::Date)
        .links(Entity::Deal, {0, 0, 0, 1, 2})
        .deals({won, won, won, won, lost});
    Dataset dataset = builder.build();
    dataset.asOf = QDate(2024, 1, 1);
    return dataset;
}

}  // namespace

/// Outcomes as numbers on accounts, what they are blended to, and the lists and answers made of them.
class TestMeasure : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyOutcomeHasItsMeasures();
    void timeAsCustomerIsTheLastValue();
    void scoresSayWhatTheyCannot();
    void historyOfDeals();
    void usersOverTime();
    void placesShareTheMiddle();
    void blendIsAWeightedMean();
    void studiesOfEveryOutcome();
    void listsObeyPins();
    void fourQuestionsWithCoverage();
    void renewalsStandApart();
    void leadsAreSaved();
};

void TestMeasure::everyOutcomeHasItsMeasures() {
    const Dataset dataset = customers();
    QCOMPARE(keys(dataset, Outcome::Value),
             (QStringList{"account.acv", "account.employees", "account.nps", "account.referrals"}));
    QCOMPARE(keys(dataset, Outcome::Retained), (QStringList{"stayed", "months-kept"}));
    QCOMPARE(keys(dataset, Outcome::Growth), (QStringList{"account.growth_potential"}));
    QCOMPARE(keys(dataset, Outcome::Advocacy),
             (QStringList{"recommends", "account.referrals", "account.nps"}));
    QVERIFY(keys(dataset, Outcome::Won).isEmpty());
    const AccountScores growth = accountScores(dataset, Outcome::Growth);
    QCOMPARE(growth.asked, 4);
    QCOMPARE(growth.known, 3);
    QCOMPARE(growth.coverage(), 0.75);
    QCOMPARE(growth.score[0], 0.0);
    QCOMPARE(growth.score[1], 2.0);
    QCOMPARE(growth.score[2], 1.0);
    const AccountScores months = accountScores(dataset, Outcome::Retained, QStringLiteral("months-kept"));
    QVERIFY(std::abs(months.score[0] - 24) < 0.05);
    QVERIFY(std::abs(months.score[1] - 6) < 0.05);  // to the day it left
    QVERIFY(std::isnan(months.score[2]));
    QVERIFY(std::abs(months.score[3] - 6) < 0.05);
    // Referrals: places 0, 100, 50; NPS: 100, 0, unknown.
    const AccountScores advocacy = accountScores(dataset, Outcome::Advocacy);
    QCOMPARE(advocacy.score[0], 50.0);
    QCOMPARE(advocacy.score[1], 50.0);
    QCOMPARE(advocacy.score[2], 50.0);
    QVERIFY(std::isnan(advocacy.score[3]));
}

void TestMeasure::timeAsCustomerIsTheLastValue() {
    const Dataset dataset = DatasetBuilder()
                                .text(Entity::Account, QStringLiteral("account.name"), {"A", "B"})
                                .number(Entity::Account, QStringLiteral("account.x_tenure"), {1, 2})
                                .number(Entity::Account, QStringLiteral("account.x_charge"), {3, 4})
                                .accounts({AccountState::Customer, AccountState::Left})
                                .build();
    QCOMPARE(keys(dataset, Outcome::Value), (QStringList{"account.x_charge", "account.x_tenure"}));
}

void TestMeasure::scoresSayWhatTheyCannot() {
    const Dataset dataset = history();
    for (const Outcome outcome : {Outcome::Retained, Outcome::Advocacy}) {
        const AccountScores scores = accountScores(dataset, outcome);
        QVERIFY(!scores.answers() && !scores.cannot.isEmpty());
        QCOMPARE(scores.known, 0);
    }
    const AccountScores unknown = accountScores(dataset, Outcome::Value, QStringLiteral("account.ltv"));
    QVERIFY(unknown.cannot.contains(u"account.ltv"));
    QVERIFY(!accountScores(Dataset{}, Outcome::Blend).answers());
    Study study;
    study.outcome = Outcome::Advocacy;
    const Findings findings = analyze(dataset, study).value();
    QCOMPARE(findings.base.n, 0);
    QCOMPARE(codes(findings), QStringList{"cannot-answer"});
    QCOMPARE(findings.warnings.front().text, accountScores(dataset, Outcome::Advocacy).cannot);
}

void TestMeasure::historyOfDeals() {
    const Dataset dataset = history();
    QCOMPARE(keys(dataset, Outcome::Growth), (QStringList{"change-12-months", "won-again"}));
    const AccountScores change = accountScores(dataset, Outcome::Growth);
    QCOMPARE(change.score[0], 20.0);       // 50 in 2023 less 30 in 2022
    QVERIFY(std::isnan(change.score[1]));  // its first deal is not a year old
    QVERIFY(std::isnan(change.score[2]));
    const AccountScores again = accountScores(dataset, Outcome::Growth, QStringLiteral("won-again"));
    QCOMPARE(again.score[0], 80.0);
    QCOMPARE(again.score[1], 0.0);
    QVERIFY(std::isnan(again.score[2]));
    const AccountScores share = accountScores(dataset, Outcome::Won);
    QCOMPARE(share.asked, 3);
    QCOMPARE(share.score[2], 0.0);
    QCOMPARE(share.score[0], 1.0);
    QCOMPARE(accountScores(dataset, Outcome::Value).score[0], 180.0);
}

void TestMeasure::usersOverTime() {
    DatasetBuilder builder;
    builder.text(Entity::Account, QStringLiteral("account.name"), {"A", "B", "C"})
        .number(Entity::Usage, QStringLiteral("usage.users"), {10, 5, 15, 30, 8})
        .number(Entity::Usage, QStringLiteral("usage.date"), {100, 200, 200, 50, 70}, ColumnType::Date)
        .links(Entity::Usage, {0, 0, 0, 1, noRow})
        .accounts({AccountState::Customer, AccountState::Customer, AccountState::Customer});
    const AccountScores growth =
        accountScores(builder.build(), Outcome::Growth, QStringLiteral("users-growth"));
    QCOMPARE(growth.score[0], 2.0);  // 10, then 5 and 15 on one day
    QVERIFY(std::isnan(growth.score[1]) && std::isnan(growth.score[2]));
}

void TestMeasure::placesShareTheMiddle() {
    Bitmap among(6, true);
    among.reset(5);
    const std::vector<double> place = places({3, 1, 3, none, 7, 100}, among);
    QCOMPARE(place[1], 0.0);
    QCOMPARE(place[0], 50.0);
    QCOMPARE(place[2], 50.0);
    QCOMPARE(place[4], 100.0);
    QVERIFY(std::isnan(place[3]) && std::isnan(place[5]));
    QCOMPARE(places({4}, Bitmap(1, true)).front(), 50.0);
}

void TestMeasure::blendIsAWeightedMean() {
    const Dataset dataset = customers();
    // Value places 0, 50, 100; stayed: A, C, D (place 66.67 in the middle), B left (0).
    const AccountScores blend =
        blendScores(dataset, {{Outcome::Value, 3}, {Outcome::Retained, 1}, {Outcome::Growth, 0}});
    const double stayed = 200.0 / 3;
    QVERIFY(std::abs(blend.score[0] - (3 * 0 + stayed) / 4) < 1e-9);
    QVERIFY(std::abs(blend.score[1] - (3 * 50 + 0) / 4.0) < 1e-9);
    QVERIFY(std::abs(blend.score[2] - (3 * 100 + stayed) / 4) < 1e-9);
    QVERIFY(std::isnan(blend.score[3]));  // of D less than half of the weight is known
    QCOMPARE(blend.known, 3);
    // What the data cannot answer at all counts as unknown too.
    QVERIFY(!blendScores(history(), {{Outcome::Value, 1}, {Outcome::Advocacy, 2}}).answers());
    QCOMPARE(proposedBlend(dataset).size(), 4U);
    QCOMPARE(proposedBlend(history()).size(), 2U);
}

void TestMeasure::studiesOfEveryOutcome() {
    // 400 customers; the country tells how much they recommend, and nothing else does.
    DatasetBuilder builder;
    QStringList names, country, size;
    std::vector<double> nps, acv;
    Draw draw(7);
    for (int a = 0; a < 400; ++a) {
        names << QString::number(a);
        country << QString(QChar(u'a' + a % 4));
        size << QString(QChar(u'p' + a / 4 % 3));
        nps.push_back((a % 4 == 1 ? 6 : 2) + a / 4 % 4);
        acv.push_back(1000 + std::floor(draw.uniform() * 400));
    }
    const Dataset dataset = builder.text(Entity::Account, QStringLiteral("account.name"), names)
                                .category(Entity::Account, QStringLiteral("account.country"), country)
                                .category(Entity::Account, QStringLiteral("account.size"), size)
                                .number(Entity::Account, QStringLiteral("account.nps"), nps)
                                .number(Entity::Account, QStringLiteral("account.acv"), acv)
                                .accounts(std::vector<AccountState>(400, AccountState::Customer))
                                .build();
    Study study;
    study.outcome = Outcome::Advocacy;
    const Findings advocacy = analyze(dataset, study).value();
    checkFinite(advocacy);
    QCOMPARE(advocacy.study.unit, Unit::Account);
    QCOMPARE(advocacy.base.n, 400);
    QCOMPARE(advocacy.base.positives, 100);
    QCOMPARE(advocacy.find(u"account.country")->test, QStringLiteral("kruskal-wallis"));
    QVERIFY(advocacy.find(u"account.country")->isDriver());
    QCOMPARE(drivers(advocacy), QStringList{"account.country"});
    QVERIFY(!advocacy.find(u"account.nps")->leak.isEmpty());  // it is what is studied
    QCOMPARE(advocacy.measure, dataset.find(u"account.nps")->label);
    study.outcome = Outcome::Blend;
    study.blend = {{Outcome::Advocacy, 1}};
    const Findings blend = analyze(dataset, study).value();
    QCOMPARE(drivers(blend), QStringList{"account.country"});
    study.outcome = Outcome::Value;
    study.measure = QStringLiteral("account.nps");
    QCOMPARE(drivers(analyze(dataset, study).value()), QStringList{"account.country"});
    for (const Outcome outcome : {Outcome::Growth, Outcome::Retained}) {
        study.outcome = outcome;
        checkFinite(analyze(dataset, study).value());
    }
}

void TestMeasure::listsObeyPins() {
    DatasetBuilder builder;
    const Dataset dataset =
        builder.text(Entity::Account, QStringLiteral("account.name"), {"A", "B", "C", "D", "E", "F", "P"})
            .number(Entity::Account, QStringLiteral("account.acv"), {10, 60, 40, 30, 50, none, 99})
            .accounts({AccountState::Customer, AccountState::Customer, AccountState::Customer,
                       AccountState::Customer, AccountState::Left, AccountState::Customer,
                       AccountState::Unknown})
            .build();
    using Rows = std::vector<std::uint32_t>;
    const AccountScores value = accountScores(dataset, Outcome::Value);
    const AccountLists plain = accountLists(dataset, value, 2, 1);
    QCOMPARE(plain.best, (Rows{1, 4}));
    QCOMPARE(plain.rest, (Rows{2, 3, 5}));
    QCOMPARE(plain.least, (Rows{0}));
    QCOMPARE(plain.of[6], AccountList::None);
    QCOMPARE(plain.customers, 6);
    QCOMPARE(plain.known, 5);
    QCOMPARE(plain.place[1], 100.0);
    // F, of unknown value, is among the best by hand, B is not; D is least by hand.
    const std::vector<PinnedAccount> pins{{5, AccountList::Best, true},
                                          {1, AccountList::Best, false},
                                          {3, AccountList::Least, true},
                                          {6, AccountList::Best, true}};
    const AccountLists pinned = accountLists(dataset, value, 2, 2, pins);
    QCOMPARE(pinned.best, (Rows{4, 5}));
    QCOMPARE(pinned.least, (Rows{0, 3}));
    QCOMPARE(pinned.rest, (Rows{1, 2}));
    // Lists never overlap, however long they are asked to be.
    const AccountLists long_ = accountLists(dataset, value, 100, 100);
    QCOMPARE(long_.best.size() + long_.rest.size() + long_.least.size(), 6U);
    QCOMPARE(long_.best.size(), 5U);
}

void TestMeasure::fourQuestionsWithCoverage() {
    DatasetBuilder builder;
    QStringList names, difficulty;
    std::vector<AccountState> states;
    for (int a = 0; a < 40; ++a) {
        names << QString::number(a);
        difficulty << (a >= 30 ? QString() : a % 2 == 0 ? QStringLiteral("easy") : QStringLiteral("hard"));
        states.push_back(a % 4 < 3 ? AccountState::Customer : AccountState::Left);
    }
    const Dataset dataset =
        builder.text(Entity::Account, QStringLiteral("account.name"), names)
            .category(Entity::Account, QStringLiteral("account.acquisition_difficulty"), difficulty)
            .accounts(states)
            .build();
    const FourQuestions questions(dataset);
    Bitmap even(40);
    for (std::size_t a = 0; a < 40; a += 2) even.set(a);
    const auto answers = questions.of(even);
    const CustomerAnswer& acquisition = answers[std::size_t(CustomerQuestion::Acquisition)];
    QVERIFY(acquisition.answered());
    QCOMPARE(acquisition.asked, 20);
    QCOMPARE(acquisition.known, 15);
    QCOMPARE(acquisition.coverage(), 0.75);
    QVERIFY(acquisition.score > 70);  // all that are easy
    const CustomerAnswer& success = answers[std::size_t(CustomerQuestion::Success)];
    QVERIFY(success.answered());
    QVERIFY(success.interval.low < success.score && success.score < success.interval.high);
    QVERIFY(!answers[std::size_t(CustomerQuestion::Advocacy)].answered());
    QVERIFY(!answers[std::size_t(CustomerQuestion::Growth)].answered());
    // All customers together are in the middle of all customers.
    QVERIFY(std::abs(questions.of(Bitmap(40, true))[0].score - 50) < 1e-9);
    Bitmap few(40);
    few.set(0);
    QVERIFY(!questions.of(few)[0].answered());
    QCOMPARE(questions.of(Bitmap(40))[0].asked, 0);
    const FourQuestions none_(Dataset{});
    for (const CustomerAnswer& answer : none_.of(Bitmap())) QVERIFY(!answer.answered());
}

void TestMeasure::renewalsStandApart() {
    const Dataset dataset = history();
    QCOMPARE(repeatBusiness(dataset).count(), 2U);
    Study study;
    study.holdout = 0;
    const Findings all = analyze(dataset, study).value();
    QCOMPARE(all.base.n, 5);
    QVERIFY(codes(all).contains(QStringLiteral("renewals")));
    study.unit = Unit::FirstDeal;
    const Findings first = analyze(dataset, study).value();
    QCOMPARE(first.base.n, 3);
    QCOMPARE(first.base.positives, 2);
    QVERIFY(codes(first).contains(QStringLiteral("renewals-apart")));
    // Types that never speak of new business do not tell the two apart.
    const Dataset plans =
        DatasetBuilder()
            .text(Entity::Account, QStringLiteral("account.name"), {"A"})
            .category(Entity::Deal, QStringLiteral("deal.type"), {"Upgrade plan", "Basic plan"})
            .links(Entity::Deal, {0, 0})
            .deals({won, lost})
            .build();
    QCOMPARE(repeatBusiness(plans).count(), 0U);
}

void TestMeasure::leadsAreSaved() {
    DatasetBuilder builder;
    const Dataset dataset =
        builder.category(Entity::Account, QStringLiteral("account.country"), {"x", "y", "", "x"})
            .number(Entity::Deal, QStringLiteral("deal.amount"), {1, 1, 1, 1, 1, 1, 1})
            .links(Entity::Deal, {0, 0, 1, 1, 2, 3, noRow})
            .deals({lost, won, won, lost, lost, DealState::Open, lost})
            .build();
    const Condition x{QStringLiteral("account.country"), Condition::Op::In, {QStringLiteral("x")}};
    const LeadsSaved saved = leadsSaved(dataset, Study(), {x});
    QCOMPARE(saved.tries, 6);
    QCOMPARE(saved.saved, 2);
    QCOMPARE(saved.wins, 2);
    QCOMPARE(saved.winsLost, 1);
    QCOMPARE(saved.open, 1);
    QCOMPARE(saved.openSaved, 1);
    QCOMPARE(saved.savedShare(), 2.0 / 6);
    QCOMPARE(saved.lostShare(), 0.5);
    QCOMPARE(leadsSaved(dataset, Study(), {}).saved, 0);
    const Condition y{QStringLiteral("account.country"), Condition::Op::In, {QStringLiteral("y")}};
    QCOMPARE(leadsSaved(dataset, Study(), {x, y}).saved, 4);  // what is unknown is never left alone
    QCOMPARE(leadsSaved(Dataset{}, Study(), {x}).savedShare(), 0.0);
}

QTEST_APPLESS_MAIN(TestMeasure)
#include "tst_measure.moc"
