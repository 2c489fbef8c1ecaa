#include "core/analysis/analyze.h"
#include "core/analysis/question.h"
#include "core/analysis/study.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/studyrows.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace icp;
using namespace icp::test;

/// What is counted: units, outcomes, filters, what is left out, and studies that cannot be.
class TestStudy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void edges_data();
    void edges();
    void unitsAndOutcomes();
    void dealsOfTheSameMissingAccountAreOne();
    void filterNarrows();
    void leftOutColumnsAreToldLast();
    void strongestFirst();
    void heldOutIsTheNewest();
    void newestQuarterIsHeldOut();
    void choicesAreRecorded();
    void labelsOfConditions();
    void largeLimitsAreShownAsTheyWereSet();
    void filterThatMeetsNothingSaysSo();
    void valueOfAccounts();
};

void TestStudy::edges_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("no deals") << "empty"
                              << "no-closed-deals";
    QTest::newRow("all open") << "open"
                              << "no-closed-deals";
    QTest::newRow("all won") << "won"
                             << "all-won";
    QTest::newRow("all lost") << "lost"
                              << "all-lost";
    QTest::newRow("one deal") << "one"
                              << "all-won";
    QTest::newRow("few") << "few"
                         << "few-deals";
    QTest::newRow("one level") << "level"
                               << "single-level";
    QTest::newRow("all missing") << "missing"
                                 << "single-level";
    QTest::newRow("no dates") << "dates"
                              << "no-dates";
    QTest::newRow("one day") << "day"
                             << "no-dates";
    QTest::newRow("repeating accounts") << "repeat"
                                        << "clusters";
    QTest::newRow("unlinked deals") << "unlinked"
                                    << "unlinked";
}

void TestStudy::edges() {
    QFETCH(QString, what);
    QFETCH(QString, code);
    Rows rows = randomRows(23, what == u"few" ? 30 : 200, what == u"repeat" ? 5 : 1, true);
    for (Rows::Deal& deal : rows.deals) {
        if (what == u"open") deal.state = DealState::Open;
        if (what == u"won" || what == u"one") deal.state = DealState::Won;
        if (what == u"lost") deal.state = DealState::Lost;
        if (what == u"dates") deal.closed = none;
        if (what == u"day") deal.closed = 19500;
        if (what == u"unlinked") deal.account = noRow;
    }
    if (what == u"empty") rows.deals.clear();
    if (what == u"one") rows.deals.resize(1);
    for (qsizetype a = 0; a < rows.country.size(); ++a) {
        if (what == u"level") rows.country[a] = QStringLiteral("A");
        if (what == u"missing") rows.country[a].clear();
        if (what == u"missing") rows.employees[std::size_t(a)] = none;
        if (what == u"missing") rows.tags[a].clear();
    }
    const Dataset dataset = rows.dataset();
    for (const Unit unit : {Unit::Deal, Unit::FirstDeal, Unit::Account})
        for (const Outcome outcome : {Outcome::Won, Outcome::Value, Outcome::Retained}) {
            Study study;
            study.unit = unit;
            study.outcome = outcome;
            checkFinite(analyze(dataset, study).value());
        }
    checkFinite(analyze(Dataset{}, {}).value());
    const Findings findings = analyze(dataset, {}).value();
    QVERIFY2(codes(findings).contains(code), qPrintable(codes(findings).join(u' ')));
    if (code.startsWith(u"all-") || code == u"no-closed-deals") {
        QCOMPARE(findings.mode, Mode::Hypothesis);
        QVERIFY(drivers(findings).isEmpty() && findings.segments.empty() && findings.exclusions.empty());
    }
    if (what == u"few") QCOMPARE(findings.mode, Mode::Directional);
    if (code == u"no-dates") QCOMPARE(findings.heldOut.n, 0);
}

void TestStudy::unitsAndOutcomes() {
    Rows rows;
    rows.country = QStringList{"A", "B", "C"};
    rows.employees = {1, 2, 3};
    rows.tags = QStringList{"x", "x", ""};
    rows.deals = {{0, "k", 1, 19002, DealState::Won},  {0, "k", 1, 19001, DealState::Lost},
                  {1, "k", 1, 19003, DealState::Lost}, {1, "k", 1, 19009, DealState::Open},
                  {2, "k", 1, 19004, DealState::Won},  {noRow, "k", 1, 19005, DealState::Lost}};
    Study study;
    study.holdout = 0;
    QCOMPARE(of(rows, study).base.n, 5);
    QCOMPARE(of(rows, study).base.positives, 2);
    QCOMPARE(of(rows, study).clusters, 4);
    study.unit = Unit::FirstDeal;  // account 0 lost its first
    QCOMPARE(of(rows, study).base.n, 4);
    QCOMPARE(of(rows, study).base.positives, 1);
    QCOMPARE(of(rows, study).clusters, 4);
    study.unit = Unit::Account;
    QCOMPARE(of(rows, study).base.n, 3);
    QCOMPARE(of(rows, study).base.positives, 2);
    Dataset dataset = rows.dataset();
    dataset.accountState = {AccountState::Left, AccountState::Customer, AccountState::Unknown};
    study.outcome = Outcome::Retained;
    study.unit = Unit::Deal;
    const Findings retained = analyze(dataset, study).value();
    QCOMPARE(retained.study.unit, Unit::Account);
    QCOMPARE(retained.base.n, 2);
    QCOMPARE(retained.base.positives, 1);
    QCOMPARE(proposedStudy(dataset).outcome, Outcome::Won);
    dataset.dealState.assign(6, DealState::Open);
    QCOMPARE(proposedStudy(dataset).outcome, Outcome::Retained);
    for (const Unit unit : {Unit::Deal, Unit::FirstDeal, Unit::Account})
        QCOMPARE(unitFromName(unitName(unit)).value(), unit);
    for (const Outcome outcome : {Outcome::Won, Outcome::Value, Outcome::Retained})
        QCOMPARE(outcomeFromName(outcomeName(outcome)).value(), outcome);
    QVERIFY(!unitFromName(u"contact"));
}

void TestStudy::dealsOfTheSameMissingAccountAreOne() {
    // One known account with two deals; Yearin and 77 with two, Green with one; two that name nobody.
    const auto W = DealState::Won;
    const auto L = DealState::Lost;
    const Dataset dataset =
        DatasetBuilder()
            .text(Entity::Account, "account.name", {"Acme"})
            .text(Entity::Deal, "deal.account_name",
                  {"Acme", "Acme", "Yearin", "YEARIN Inc.", "Zed", "Other", "", "", "Green"})
            .text(Entity::Deal, "deal.account_id", {"", "", "", "", "77", "77.0", "", "", ""})
            .number(Entity::Deal, "deal.close_date",
                    {19001, 19002, 19003, 19004, 19006, 19005, 19007, 19008, 19009}, ColumnType::Date)
            .links(Entity::Deal, {0, 0, noRow, noRow, noRow, noRow, noRow, noRow, noRow})
            .deals({W, L, L, W, W, L, W, L, W})
            .build();
    Study study;
    study.holdout = 0;
    const Findings deals = analyze(dataset, study).value();
    QCOMPARE(deals.base.n, 9);
    QCOMPARE(deals.clusters, 6);
    QCOMPARE(deals.unlinked, 7);
    const auto note = std::find_if(deals.warnings.begin(), deals.warnings.end(),
                                   [](const Warning& warning) { return warning.code == u"unlinked"; });
    QVERIFY(note != deals.warnings.end());
    QCOMPARE(note->text,
             QStringLiteral("7 closed deal(s) belong to no known account; those that name the same "
                            "one count as one, 3 account(s) in all. Each of the 2 that name none "
                            "counts as an account of its own."));

    study.unit = Unit::FirstDeal;
    const Findings first = analyze(dataset, study).value();
    QCOMPARE(first.base.n, 6);
    QCOMPARE(first.base.positives, 3);  // Acme, one that names nobody, Green
    QVERIFY(first.units->test(2) && first.units->test(5));
    QVERIFY(!first.units->test(3) && !first.units->test(4));
}

void TestStudy::filterNarrows() {
    const Rows rows = randomRows(29, 300, 2, true);
    const Dataset dataset = rows.dataset();
    Study study;
    Condition inA;
    inA.attribute = QStringLiteral("account.country");
    inA.values = QStringList{"A"};
    const AttributeProfile all = *of(rows).find(u"account.country");
    study.filter = {inA};
    const Findings narrowed = analyze(dataset, study).value();
    const auto level =
        std::find_if(all.levels.begin(), all.levels.end(), [](const Level& l) { return l.label == u"A"; });
    QCOMPARE(narrowed.base.n, level->rate.n);
    QCOMPARE(narrowed.base.positives, level->rate.positives);
    QVERIFY(narrowed.find(u"account.country")->singleLevel);
    const Bitmap units = unitsMeeting(dataset, Study{}, {inA});
    QCOMPARE(qint64(units.count()), level->rate.n);
    QCOMPARE(qint64(accountsOf(dataset, Unit::Deal, units).size()), level->best + level->rest);
    QCOMPARE(unitsMeeting(dataset, study, {}), units);
}

void TestStudy::leftOutColumnsAreToldLast() {
    Dataset dataset = randomRows(31, 300, 1, true).dataset();
    for (Attribute& attribute : dataset.deals.attributes)
        if (attribute.name == u"deal.source") {
            attribute.use = AttributeUse::LeftOut;
            attribute.reason = QStringLiteral("It is filled in when a deal closes.");
        }
    const Findings findings = analyze(dataset, {}).value();
    QCOMPARE(findings.attributes.back().name, QStringLiteral("deal.source"));
    QCOMPARE(findings.attributes.back().leak, QStringLiteral("It is filled in when a deal closes."));
    QVERIFY(findings.attributes.back().levels.empty());
    QVERIFY(!findings.attributes.back().isDriver());
    QVERIFY(findings.find(u"deal.close_date") == nullptr);  // an outcome is no attribute
}

void TestStudy::strongestFirst() {
    // 1,000 accounts of one deal each, every second won. "wide" is known for all and tells 30 points apart;
    // "thin" is known for 60 and tells 60 points apart; "even" tells nothing.
    QStringList wide, thin, even;
    std::vector<std::uint32_t> links;
    std::vector<DealState> states;
    for (int a = 0; a < 1000; ++a) {
        const bool won = a % 2 == 0;
        links.push_back(std::uint32_t(a));
        states.push_back(won ? DealState::Won : DealState::Lost);
        wide << ((a / 2) % 20 < (won ? 13 : 7) ? QStringLiteral("yes") : QStringLiteral("no"));
        thin << (a >= 60                        ? QString()
                 : (a / 2) % 10 < (won ? 8 : 2) ? QStringLiteral("x")
                                                : QStringLiteral("y"));
        even << ((a / 2) % 2 == 0 ? QStringLiteral("l") : QStringLiteral("r"));
    }
    const Dataset dataset = DatasetBuilder()
                                .category(Entity::Account, QStringLiteral("account.even"), even)
                                .category(Entity::Account, QStringLiteral("account.wide"), wide)
                                .category(Entity::Account, QStringLiteral("account.thin"), thin)
                                .number(Entity::Deal, QStringLiteral("deal.other"), std::vector<double>(1000))
                                .links(Entity::Deal, links)
                                .deals(states)
                                .build();
    const Findings findings = analyze(dataset, {}).value();
    const AttributeProfile* strong = findings.find(u"account.thin");
    const AttributeProfile* sure = findings.find(u"account.wide");
    QVERIFY(strong->isDriver() && sure->isDriver());
    QVERIFY(sure->q < strong->q && sure->effect < strong->effect);
    QCOMPARE(findings.attributes[0].name, QStringLiteral("account.thin"));
    QCOMPARE(findings.attributes[1].name, QStringLiteral("account.wide"));
    QCOMPARE(findings.attributes[2].name, QStringLiteral("account.even"));
}

void TestStudy::heldOutIsTheNewest() {
    const Rows rows = randomRows(37, 500, 1, true);
    const Findings findings = of(rows);
    QVERIFY(std::abs(double(findings.heldOut.n) / double(findings.base.n) - 0.2) < 0.03);
    qint64 newer = 0;
    for (const auto& deal : rows.deals)
        newer += QDate(1970, 1, 1).addDays(qint64(deal.closed)) >= findings.heldOutFrom ? 1 : 0;
    QCOMPARE(newer, findings.heldOut.n);
    QVERIFY(findings.from < findings.heldOutFrom && findings.heldOutFrom <= findings.to);
    Study study;
    study.holdout = 0;
    QCOMPARE(of(rows, study).heldOut.n, 0);
    QVERIFY(!codes(of(rows, study)).contains(QStringLiteral("no-dates")));
}

/// Counted by hand over the rows: the quarter of the year that the last deal closed in.
void TestStudy::newestQuarterIsHeldOut() {
    const Rows rows = randomRows(37, 500, 1, true);
    QDate last;
    for (const Rows::Deal& deal : rows.deals)
        last = std::max(last, QDate(1970, 1, 1).addDays(qint64(deal.closed)));
    Study study;
    study.newestQuarter = true;
    const Findings findings = of(rows, study);
    const QDate from(last.year(),
                     last.month() <= 3   ? 1
                     : last.month() <= 6 ? 4
                     : last.month() <= 9 ? 7
                                         : 10,
                     1);
    qint64 newer = 0;
    for (const Rows::Deal& deal : rows.deals)
        newer += QDate(1970, 1, 1).addDays(qint64(deal.closed)) >= from ? 1 : 0;
    QVERIFY(newer >= 15 && 2 * newer <= findings.base.n);
    QCOMPARE(findings.heldOut.n, newer);
    QVERIFY(findings.seal.from >= from && findings.seal.from < from.addMonths(1));
    study.holdout = 0;
    QCOMPARE(of(rows, study).heldOut.n, 0);

    // All in one quarter: nothing would be left to search.
    Rows crowded = rows;
    const double day = double(QDate(1970, 1, 1).daysTo(QDate(2024, 5, 1)));
    for (std::size_t i = 0; i < crowded.deals.size(); ++i) crowded.deals[i].closed = day + double(i % 50);
    study.holdout = 0.2;
    QCOMPARE(of(crowded, study).heldOut.n, 0);
}

/// Another way to look at the same data is another question to the seal.
void TestStudy::choicesAreRecorded() {
    Study study;
    const QString plain = questionOf(study);
    QVERIFY(!plain.contains(QStringLiteral("newest")));
    study.newestQuarter = true;
    QVERIFY(questionOf(study).contains(QStringLiteral("checked on the newest quarter")));
    study.newestQuarter = false;
    study.holdout = 0.1;
    QVERIFY(questionOf(study).contains(QStringLiteral("checked on the newest 0.1")));
    study.holdout = 0.2;
    QCOMPARE(questionOf(study), plain);
    for (int q = 0; q < segmentQualityCount; ++q) {
        study.quality = SegmentQuality(q);
        QCOMPARE(segmentQualityFromName(segmentQualityName(study.quality)), std::optional(study.quality));
        QCOMPARE(questionOf(study) == plain, study.quality == SegmentQuality::Wracc);
    }
    QVERIFY(!segmentQualityFromName(u"best").has_value());
}

void TestStudy::labelsOfConditions() {
    const Dataset dataset = randomRows(41, 50, 1, true).dataset();
    const auto label = [&](const char* attribute, Condition::Op op, QStringList values, double low = 0,
                           double high = 0) {
        return conditionLabel({QLatin1String(attribute), op, std::move(values), low, high}, dataset);
    };
    using Op = Condition::Op;
    QCOMPARE(label("account.country", Op::In, {"A", "B"}), QStringLiteral("country: A, B"));
    QCOMPARE(label("account.country", Op::NotIn, {"A"}), QStringLiteral("country: not A"));
    QCOMPARE(label("account.country", Op::In, {"A", "B", "C", "D", "E"}),
             QStringLiteral("country: A, B, C and 2 more"));
    QCOMPARE(label("account.technologies", Op::Has, {"SAP"}), QStringLiteral("technologies: has SAP"));
    QCOMPARE(label("account.country", Op::Missing, {}), QStringLiteral("country: unknown"));
    QCOMPARE(label("account.employees", Op::Range, {}, 4, 16), QStringLiteral("employees 4–15"));
    QCOMPARE(label("account.employees", Op::Range, {}, 151, std::numeric_limits<double>::infinity()),
             QStringLiteral("employees 151+"));
    QCOMPARE(label("account.nothing", Op::Range, {}, 1.5, 3), QStringLiteral("account.nothing 1.5–3"));
}

void TestStudy::largeLimitsAreShownAsTheyWereSet() {
    constexpr double open = std::numeric_limits<double>::infinity();
    const Dataset dataset =
        DatasetBuilder()
            .number(Entity::Account, "account.revenue", {80e6, 120e6, 300e6, 450e6})
            .number(Entity::Account, "account.employees", {3, 40, 5000, 7})
            .number(Entity::Account, "account.created", {17348, 17349, 17350, none}, ColumnType::Date)
            .build();
    const auto label = [&](const char* attribute, double low, double high) {
        return conditionLabel({QLatin1String(attribute), Condition::Op::Range, {}, low, high}, dataset);
    };
    // Whole numbers: both ends within. 300,000,001 is the first one that is not.
    QCOMPARE(label("account.revenue", 100e6, 300e6 + 1), QString::fromUtf8("revenue 100M–300M"));
    QCOMPARE(label("account.revenue", -open, 300e6 + 1), QStringLiteral("revenue up to 300M"));
    QCOMPARE(label("account.revenue", 100e6, 300e6), QString::fromUtf8("revenue 100M–300M"));
    const double after = std::nextafter(5000.0, open);
    QCOMPARE(label("account.employees", after, open), QStringLiteral("employees 5001+"));
    QCOMPARE(label("account.employees", -open, after), QStringLiteral("employees up to 5000"));
    QCOMPARE(label("account.created", 17348, open), QStringLiteral("created Q3 2017 or later"));
    Study study;
    study.filter = {{"account.created", Condition::Op::Range, {}, 17353, open}};
    QVERIFY(questionShown(study, dataset).endsWith(QStringLiteral("; where created 2017-07-06 or later")));
    QVERIFY(questionOf(study).endsWith(QStringLiteral("; where account.created range 17353 to inf")));
}

void TestStudy::filterThatMeetsNothingSaysSo() {
    const Dataset dataset = DatasetBuilder()
                                .category(Entity::Account, "account.sector", {"retail", "medical", "tech"})
                                .links(Entity::Deal, {0, 1, 2})
                                .category(Entity::Deal, "deal.source", {"a", "b", "a"})
                                .deals({DealState::Won, DealState::Lost, DealState::Open})
                                .build();
    const auto said = [&](const QString& sector, Outcome outcome = Outcome::Won) {
        Study study;
        study.outcome = outcome;
        study.filter = {{"account.sector", Condition::Op::In, {sector}}};
        const Findings findings = analyze(dataset, study).value();
        return findings.warnings.empty() ? QString() : findings.warnings.front().text;
    };
    QCOMPARE(said("Retail"),
             QString::fromUtf8("The filter meets no deal. sector has no level “Retail”, but: retail."));
    QCOMPARE(said("Bank"), QString::fromUtf8("The filter meets no deal. sector has no level “Bank”."));
    QCOMPARE(said("Retail", Outcome::Value),
             QString::fromUtf8("The filter meets no account. sector has no level “Retail”, but: retail."));
    QCOMPARE(said("tech"), QStringLiteral("No deal that the filter meets is closed."));
    QCOMPARE(said("retail").contains(QStringLiteral("filter")), false);
}

void TestStudy::valueOfAccounts() {
    DatasetBuilder builder;
    builder.category(Entity::Account, QStringLiteral("account.country"), {"A", "B", "C"})
        .number(Entity::Account, QStringLiteral("account.mrr"), {100, none, 300}, ColumnType::Money,
                QStringLiteral("EUR"));
    const AccountValue monthly = accountValue(builder.build());
    QCOMPARE(monthly.value[0], 1200.0);
    QVERIFY(std::isnan(monthly.value[1]));
    QCOMPARE(monthly.currency, QStringLiteral("EUR"));
    QCOMPARE(monthly.attribute, QStringLiteral("account.mrr"));
    const AccountValue won =
        accountValue(builder
                         .number(Entity::Deal, QStringLiteral("deal.amount"), {10, 20, 40, none},
                                 ColumnType::Money, QStringLiteral("USD"))
                         .links(Entity::Deal, {0, 0, 2, 1})
                         .deals({DealState::Won, DealState::Won, DealState::Lost, DealState::Won})
                         .build());
    QCOMPARE(won.value[0], 30.0);
    QVERIFY(std::isnan(won.value[1]) && std::isnan(won.value[2]));
    QCOMPARE(won.currency, QStringLiteral("USD"));
    QVERIFY(won.attribute.isEmpty());
}

QTEST_GUILESS_MAIN(TestStudy)
#include "tst_study.moc"
