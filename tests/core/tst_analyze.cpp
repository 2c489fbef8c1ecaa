#include "core/analysis/analyze.h"
#include "core/analysis/clusters.h"
#include "core/analysis/draw.h"
#include "core/import/importer.h"
#include "tests/support/core/places.h"
#include "tests/support/core/studyrows.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

using namespace icp;
using namespace icp::test;

namespace {

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
        text += QString::number(s.foundAgain) + u' ';
        add(s.optimism);
    }
    add(findings.optimism);
    for (const Exclusion& e : findings.exclusions) {
        text += u'\n' + e.label + u' ';
        rate(e.rate);
        add(e.revenueShare);
    }
    return text;
}

Result<Findings> ofFiles(const QStringList& names) {
    ImportRequest request;
    for (const QString& name : names) {
        FileRequest file;
        file.path = realFile(name);
        request.files.push_back(file);
    }
    const auto dataset = importFiles(request);
    if (!dataset) return tl::unexpected(dataset.error());
    return analyze(**dataset, proposedStudy(**dataset));
}

}  // namespace

/// What holds of any analysis: chance stays chance, order and threads change nothing.
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
    void realExports_data();
    void realExports();
};

void TestAnalyze::stagesComeEarlyAndInOrder() {
    std::vector<Stage> stages;
    std::vector<int> redraws;  // told while stability is still being computed
    const Dataset dataset = randomRows(1, 300, 3, true).dataset();
    const auto result = analyze(dataset, {}, {}, [&](Stage stage, const Findings& findings) {
        if (stage == Stage::Redraws) {
            QCOMPARE(stages.back(), Stage::Segments);
            redraws.push_back(findings.redraws);
        } else {
            stages.push_back(stage);
        }
        QCOMPARE(findings.attributes.empty(), stage == Stage::Base);
        QVERIFY(findings.base.n > 0);
        if (stage == Stage::Base || stage == Stage::Attributes) QVERIFY(findings.segments.empty());
    });
    QVERIFY(result);
    QCOMPARE(stages, (std::vector<Stage>{Stage::Base, Stage::Attributes, Stage::Segments, Stage::Done}));
    QCOMPARE(redraws, result->segments.empty() ? std::vector<int>()
                                               : (std::vector<int>{25, 50, 75, 100, 125, 150, 175, 200}));
    for (const Stage at : {Stage::Base, Stage::Attributes, Stage::Segments, Stage::Redraws}) {
        const Job job;
        const auto stopped = analyze(dataset, {}, job, [&](Stage stage, const Findings&) {
            if (stage == at) job.cancel();
        });
        QCOMPARE(stopped.has_value(), at == Stage::Redraws && redraws.empty());
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

void TestAnalyze::realExports_data() {
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

void TestAnalyze::realExports() {
    QFETCH(QStringList, files);
    QFETCH(QString, first);
    for (const QString& file : files)
        if (!QFile::exists(realFile(file))) QSKIP("The real exports are not here.");
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
