#include "core/analysis/analyze.h"
#include "core/analysis/clusters.h"
#include "core/analysis/draw.h"
#include "core/import/importer.h"
#include "tests/support/core/datasetbuilder.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

using namespace icp;
using icp::test::DatasetBuilder;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Columns of a study as plain cells, so that rows can be shuffled, doubled and relabelled.
struct Rows {
    struct Deal {
        std::uint32_t account;
        QString source;
        double seats;
        double closed;
        DealState state;
    };
    QStringList country;
    std::vector<double> employees;
    QStringList tags;
    std::vector<Deal> deals;

    Dataset dataset() const {
        DatasetBuilder builder;
        builder.category(Entity::Account, QStringLiteral("account.country"), country)
            .number(Entity::Account, QStringLiteral("account.employees"), employees)
            .multi(Entity::Account, QStringLiteral("account.technologies"), tags);
        QStringList source;
        std::vector<double> seats, closed;
        std::vector<std::uint32_t> links;
        std::vector<DealState> states;
        for (const Deal& deal : deals) {
            source << deal.source;
            seats.push_back(deal.seats);
            closed.push_back(deal.closed);
            links.push_back(deal.account);
            states.push_back(deal.state);
        }
        Dataset dataset =
            builder.category(Entity::Deal, QStringLiteral("deal.source"), source)
                .number(Entity::Deal, QStringLiteral("deal.x_seats"), seats)
                .number(Entity::Deal, QStringLiteral("deal.close_date"), closed, ColumnType::Date)
                .links(Entity::Deal, links)
                .deals(states)
                .build();
        dataset.deals.attributes.back().use = AttributeUse::Outcome;
        return dataset;
    }
};

Rows randomRows(std::uint64_t seed, std::size_t accounts, std::size_t most, bool effect) {
    Draw draw(seed);
    Rows rows;
    for (std::size_t a = 0; a < accounts; ++a) {
        rows.country << (draw.below(10) == 0 ? QString() : QString(QChar(u'A' + int(draw.below(6)))));
        rows.employees.push_back(draw.below(12) == 0 ? none : std::floor(std::exp(8 * draw.uniform())));
        QStringList tags;
        for (const char* tag : {"SAP", "Jira", "Slack"})
            if (draw.below(3) == 0) tags << QLatin1String(tag);
        rows.tags << tags.join(QStringLiteral("; "));
        for (std::size_t d = 0; d <= draw.below(most); ++d) {
            const bool good = effect && rows.employees.back() > 50 && rows.employees.back() < 400;
            rows.deals.push_back({std::uint32_t(a), QString(QChar(u'k' + int(draw.below(4)))),
                                  double(draw.below(30)), std::floor(19000 + 600 * draw.uniform()),
                                  draw.uniform() < (good ? 0.6 : 0.3) ? DealState::Won : DealState::Lost});
        }
    }
    return rows;
}

void checkFinite(const Findings& findings) {
    const auto rate = [](const Rate& r) {
        return std::isfinite(r.rate) && std::isfinite(r.low) && std::isfinite(r.high) && r.low >= 0 &&
               r.high <= 1 && r.low <= r.rate + 1e-12 && r.rate <= r.high + 1e-12 && r.positives <= r.n;
    };
    QVERIFY(rate(findings.base) && rate(findings.discovery) && rate(findings.heldOut));
    QVERIFY(std::isfinite(findings.valueTotal));
    for (const AttributeProfile& p : findings.attributes) {
        for (const double v : {p.statistic, p.df, p.p, p.q, p.effect})
            QVERIFY2(std::isfinite(v), qPrintable(p.name));
        QVERIFY(p.p >= 0 && p.p <= 1 && p.q >= p.p - 1e-15 && p.q <= 1 && p.effect >= 0 && p.effect <= 1);
        for (const Level& level : p.levels)
            QVERIFY(rate(level.rate) && std::isfinite(level.shrunk) && std::isfinite(level.lift) &&
                    level.best >= 0 && level.rest >= 0 && !level.label.isEmpty());
    }
    for (const Segment& s : findings.segments)
        QVERIFY(rate(s.rate) && rate(s.heldOut) && std::isfinite(s.lift) && std::isfinite(s.wracc) &&
                std::isfinite(s.p) && std::isfinite(s.q));
    for (const Exclusion& e : findings.exclusions)
        QVERIFY(rate(e.rate) && rate(e.heldOut) && std::isfinite(e.revenueShare));
    for (const Warning& w : findings.warnings) QVERIFY(!w.code.isEmpty() && !w.text.isEmpty());
}

/// Everything that is found, as text; the same findings give the same text. `digits` of the numbers that are
/// sums.
QString told(const Findings& findings, int digits = 17) {
    QString text;
    const auto add = [&](double v) { text += QString::number(v, 'g', digits) + u' '; };
    const auto rate = [&](const Rate& r) { text += QStringLiteral("%1/%2 ").arg(r.positives).arg(r.n); };
    rate(findings.base);
    rate(findings.heldOut);
    for (const AttributeProfile& p : findings.attributes) {
        text += u'\n' + p.name + u' ' + p.test + u' ';
        for (const double v : {p.statistic, p.p, p.q, p.effect}) add(v);
        for (const Level& level : p.levels) {
            text += level.label + u' ';
            rate(level.rate);
            add(level.shrunk);
            text += QStringLiteral("%1:%2 ").arg(level.best).arg(level.rest);
        }
    }
    for (const Segment& s : findings.segments) {
        text += u'\n' + s.labels.join(u'&') + u' ' + s.verdict + u' ';
        rate(s.rate);
        rate(s.heldOut);
        add(s.p);
    }
    for (const Exclusion& e : findings.exclusions) {
        text += u'\n' + e.label + u' ';
        rate(e.rate);
        add(e.revenueShare);
    }
    return text;
}

QStringList codes(const Findings& findings) {
    QStringList result;
    for (const Warning& warning : findings.warnings) result << warning.code;
    return result;
}

Findings of(const Rows& rows, Study study = {}) { return analyze(rows.dataset(), study).value(); }

QStringList drivers(const Findings& findings) {
    QStringList result;
    for (const AttributeProfile& p : findings.attributes)
        if (p.isDriver()) result << p.name;
    return result;
}

Result<Findings> ofFiles(const QStringList& names) {
    ImportRequest request;
    for (const QString& name : names) {
        FileRequest file;
        file.path = QStringLiteral(ICP_REAL_DATA "/") + name;
        request.files.push_back(file);
    }
    const auto dataset = importFiles(request);
    if (!dataset) return tl::unexpected(dataset.error());
    return analyze(**dataset, proposedStudy(**dataset));
}

}  // namespace

class TestAnalyze : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stagesComeEarlyAndInOrder();
    void permutedLabelsGiveUniformP_data();
    void permutedLabelsGiveUniformP();
    void orderOfRowsChangesNothing();
    void threadsChangeNothing();
    void doubledRowsKeepRates();
    void clustersOfAnySizeAreScoredAlike();
    void edges_data();
    void edges();
    void unitsAndOutcomes();
    void filterNarrows();
    void leftOutColumnsAreToldLast();
    void heldOutIsTheNewest();
    void labelsOfConditions();
    void valueOfAccounts();
    void realData_data();
    void realData();
};

void TestAnalyze::stagesComeEarlyAndInOrder() {
    std::vector<Stage> stages;
    const Dataset dataset = randomRows(1, 300, 3, true).dataset();
    const auto result = analyze(dataset, {}, {}, [&](Stage stage, const Findings& findings) {
        stages.push_back(stage);
        QCOMPARE(findings.attributes.empty(), stage == Stage::Base);
        QVERIFY(findings.base.n > 0);
        if (stage == Stage::Base || stage == Stage::Attributes) QVERIFY(findings.segments.empty());
    });
    QVERIFY(result);
    QCOMPARE(stages, (std::vector<Stage>{Stage::Base, Stage::Attributes, Stage::Segments, Stage::Done}));
    for (const Stage at : {Stage::Base, Stage::Attributes, Stage::Segments}) {
        const Job job;
        const auto stopped = analyze(dataset, {}, job, [&](Stage stage, const Findings&) {
            if (stage == at) job.cancel();
        });
        QCOMPARE(stopped.has_value(), at == Stage::Segments);  // then everything was found already
    }
}

void TestAnalyze::permutedLabelsGiveUniformP_data() {
    QTest::addColumn<int>("most");
    QTest::newRow("one deal each") << 1;
    QTest::newRow("up to eight deals each") << 8;
}

void TestAnalyze::permutedLabelsGiveUniformP() {
    QFETCH(int, most);
    constexpr int rounds = 300;
    std::map<QString, std::vector<double>> p;
    int falseDiscoveries = 0;
    for (int round = 0; round < rounds; ++round) {
        Rows rows = randomRows(std::uint64_t(round) + 1, 250, std::size_t(most), true);
        // Whole accounts change places, so that deals of an account stay alike and everything else is chance.
        Draw draw(std::uint64_t(round) + 5000);
        std::vector<std::uint32_t> to(250);
        std::iota(to.begin(), to.end(), 0U);
        for (std::size_t i = to.size(); i > 1; --i) std::swap(to[i - 1], to[draw.below(i)]);
        for (Rows::Deal& deal : rows.deals) deal.account = to[deal.account];
        Study study;
        study.depth = 1;
        const Findings findings = of(rows, study);
        for (const AttributeProfile& profile : findings.attributes)
            if (!profile.test.isEmpty()) p[profile.name].push_back(profile.p);
        falseDiscoveries += drivers(findings).isEmpty() ? 0 : 1;
    }
    QCOMPARE(p.size(), 5U);
    for (auto& [name, values] : p) {
        std::sort(values.begin(), values.end());
        double distance = 0;  // Kolmogorov-Smirnov, one-sided: p too small too often
        for (std::size_t i = 0; i < values.size(); ++i)
            distance = std::max(distance, double(i + 1) / double(values.size()) - values[i]);
        QVERIFY2(distance < 1.52 / std::sqrt(double(values.size())),  // 99%
                 qPrintable(QStringLiteral("%1: %2").arg(name).arg(distance)));
        if (name != u"account.technologies")  // Bonferroni over elements errs on the safe side
            QVERIFY2(std::abs(std::accumulate(values.begin(), values.end(), 0.0) / double(values.size()) -
                              0.5) < 0.06,
                     qPrintable(name));
    }
    // 5% of 300 is 15; 99.9% of draws stay at or below 28.
    QVERIFY2(falseDiscoveries <= 28, qPrintable(QString::number(falseDiscoveries)));
}

void TestAnalyze::orderOfRowsChangesNothing() {
    Rows rows = randomRows(7, 400, 4, true);
    const QString before = told(of(rows), 9);
    Draw draw(3);
    for (std::size_t i = rows.deals.size(); i > 1; --i)
        std::swap(rows.deals[i - 1], rows.deals[draw.below(i)]);
    QCOMPARE(told(of(rows), 9), before);
    std::vector<std::uint32_t> to(400);
    std::iota(to.begin(), to.end(), 0U);
    for (std::size_t i = to.size(); i > 1; --i) std::swap(to[i - 1], to[draw.below(i)]);
    Rows moved = rows;
    for (std::size_t a = 0; a < 400; ++a) {
        moved.country[qsizetype(to[a])] = rows.country[qsizetype(a)];
        moved.employees[to[a]] = rows.employees[a];
        moved.tags[qsizetype(to[a])] = rows.tags[qsizetype(a)];
    }
    for (Rows::Deal& deal : moved.deals) deal.account = to[deal.account];
    QCOMPARE(told(of(moved), 9), before);
}

void TestAnalyze::threadsChangeNothing() {
    const Dataset dataset = randomRows(11, 500, 4, true).dataset();
    Study study;
    study.threads = 1;
    const QString one = told(analyze(dataset, study).value());
    QVERIFY(one.contains(u'&') || one.size() > 500);
    for (const unsigned threads : {2U, 5U, 0U}) {
        study.threads = threads;
        QCOMPARE(told(analyze(dataset, study).value()), one);
    }
}

void TestAnalyze::doubledRowsKeepRates() {
    const Rows rows = randomRows(13, 300, 1, true);
    Rows doubled = rows;
    doubled.country += rows.country;
    doubled.tags += rows.tags;
    doubled.employees.insert(doubled.employees.end(), rows.employees.begin(), rows.employees.end());
    for (Rows::Deal deal : rows.deals) {
        deal.account += 300;
        doubled.deals.push_back(deal);
    }
    const Findings once = of(rows);
    const Findings twice = of(doubled);
    QCOMPARE(twice.base.rate, once.base.rate);
    QVERIFY(twice.base.high - twice.base.low < once.base.high - once.base.low);
    const AttributeProfile* a = once.find(u"account.country");
    const AttributeProfile* b = twice.find(u"account.country");
    for (const Level& level : a->levels)
        for (const Level& other : b->levels)
            if (level.label == other.label) {
                QCOMPARE(other.rate.n, 2 * level.rate.n);
                QCOMPARE(other.rate.rate, level.rate.rate);
                QVERIFY(other.rate.high - other.rate.low < level.rate.high - level.rate.low);
            }
    QVERIFY(b->p <= a->p);
}

void TestAnalyze::clustersOfAnySizeAreScoredAlike() {
    // Accounts with 1 to 40 deals; the p of a deal's attribute against sums made account by account.
    const Rows rows = randomRows(17, 120, 40, true);
    const Findings findings = of(rows);
    std::map<QString, std::size_t> level;
    for (const auto& deal : rows.deals) level.emplace(deal.source, level.size());
    std::vector<Group> totals(level.size());
    std::map<std::uint32_t, std::vector<Group>> accounts;
    for (const auto& deal : rows.deals) {
        auto& mine = accounts.try_emplace(deal.account, level.size()).first->second;
        for (Group* g : {&totals[level[deal.source]], &mine[level[deal.source]]}) {
            g->n += 1;
            g->positives += deal.state == DealState::Won ? 1 : 0;
        }
    }
    ClusterScore score(totals);
    for (const auto& [account, groups] : accounts) {
        for (std::size_t g = 0; g < groups.size(); ++g)
            if (groups[g].n > 0) score.add(g, groups[g].positives, groups[g].n);
        score.close();
    }
    const AttributeProfile* p = findings.find(u"deal.source");
    QCOMPARE(p->test, QStringLiteral("rao-scott"));
    QVERIFY(std::abs(p->p - score.raoScott().p) < 1e-9);
    QVERIFY(std::abs(p->df - score.raoScott().df) < 1e-9);
    for (const Level& l : p->levels) {
        qint64 best = 0;
        qint64 rest = 0;
        for (const auto& [account, groups] : accounts) {
            if (groups[level[l.label]].n == 0) continue;
            const bool won =
                std::any_of(groups.begin(), groups.end(), [](const Group& g) { return g.positives > 0; });
            (won ? best : rest) += 1;
        }
        QCOMPARE(l.best, best);
        QCOMPARE(l.rest, rest);
    }
}

void TestAnalyze::edges_data() {
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

void TestAnalyze::edges() {
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

void TestAnalyze::unitsAndOutcomes() {
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

void TestAnalyze::filterNarrows() {
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
    const Bitmap units = unitsMeeting(dataset, {}, {inA});
    QCOMPARE(qint64(units.count()), level->rate.n);
    QCOMPARE(qint64(accountsOf(dataset, Unit::Deal, units).size()), level->best + level->rest);
    QCOMPARE(unitsMeeting(dataset, study, {}), units);
}

void TestAnalyze::leftOutColumnsAreToldLast() {
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
    for (std::size_t i = 1; i + 1 < findings.attributes.size(); ++i)
        QVERIFY(findings.attributes[i - 1].q <= findings.attributes[i].q);
}

void TestAnalyze::heldOutIsTheNewest() {
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

void TestAnalyze::labelsOfConditions() {
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

void TestAnalyze::valueOfAccounts() {
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

void TestAnalyze::realData_data() {
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QString>("first");  // the strongest driver; empty = none is claimed
    QTest::newRow("maven") << QStringList{"maven-crm/accounts.csv", "maven-crm/sales_pipeline.csv"} << "";
    QTest::newRow("zoho") << QStringList{"zoho-crm/Accounts.csv", "zoho-crm/Potentials.csv",
                                         "zoho-crm/Contacts.csv"}
                          << "";
    QTest::newRow("ravenstack") << QStringList{"ravenstack/ravenstack_accounts.csv"} << "";
    QTest::newRow("telco") << QStringList{"telco-churn/WA_Fn-UseC_-Telco-Customer-Churn.csv"}
                           << "account.x_contract";
}

void TestAnalyze::realData() {
    QFETCH(QStringList, files);
    QFETCH(QString, first);
    for (const QString& file : files)
        if (!QFile::exists(QStringLiteral(ICP_REAL_DATA "/") + file)) QSKIP("The real exports are not here.");
    const auto findings = ofFiles(files);
    QVERIFY2(findings.has_value(), qPrintable(findings ? QString() : findings.error().message));
    checkFinite(*findings);
    QCOMPARE(drivers(*findings).value(0), first);
    QVERIFY(findings->base.n > 400);
    if (first.isEmpty()) {
        QVERIFY(findings->segments.empty());
        QVERIFY(findings->exclusions.empty());
    } else {
        QVERIFY(!findings->find(u"account.x_gender")->isDriver());
        QVERIFY(!findings->segments.empty());
    }
}

QTEST_GUILESS_MAIN(TestAnalyze)
#include "tst_analyze.moc"
