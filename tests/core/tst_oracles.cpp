#include "core/analysis/analyze.h"
#include "core/analysis/confounders/logistic.h"
#include "core/analysis/confounders/stratified.h"
#include "core/analysis/drift/drift.h"
#include "core/analysis/time/dealtimes.h"
#include "core/analysis/time/hazard.h"
#include "core/import/importer.h"
#include "tests/support/core/near.h"
#include "tests/support/core/places.h"
#include "tests/support/core/program.h"

#include <algorithm>
#include <map>

using namespace icp;
using namespace icp::test;

/// The program's own numbers on real exports beside R's, which tests/oracles/make.R writes.
class TestOracles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void dealsOfMaven();
    void customersOfATelecom();
    void dealsOfDynamics();
    void dealsOfZoho();
    void customersOfRavenstack();
    void logisticRegressions();

private:
    /// Fails the test when R has another number.
    void same(const QByteArray& name, double actual, double relative = 1e-9) const {
        QVERIFY2(m_expected.contains(QLatin1String(name)), name.constData());
        const double expected = m_expected[QLatin1String(name)].toDouble();
        if (!(std::abs(actual - expected) <= relative * std::abs(expected)))
            QFAIL(qPrintable(QStringLiteral("%1: %2 is not %3")
                                 .arg(QLatin1String(name))
                                 .arg(actual, 0, 'g', 17)
                                 .arg(expected, 0, 'g', 17)));
    }
    double expected(const QString& name) const { return m_expected[name].toDouble(); }
    void sameRate(const QByteArray& name, const Rate& rate) const {
        same(name + ".positives", double(rate.positives));
        same(name + ".n", double(rate.n));
        same(name + ".low", rate.low);
        same(name + ".high", rate.high);
    }
    /// The levels that R has a rate of, of which there are `count`, and the table of all known ones.
    void sameLevels(const Findings& findings, QStringView attribute, const QString& set, int count,
                    const QByteArray& table, std::size_t known) const {
        const AttributeProfile* profile = findings.find(attribute);
        QVERIFY(profile != nullptr && profile->levels.size() >= known);
        int seen = 0;
        std::vector<Group> groups;
        for (const Level& level : profile->levels) {
            if (groups.size() < known) groups.push_back({level.rate.positives, level.rate.n});
            const QString name = QStringLiteral("%1.%2").arg(set, level.label);
            if (!m_expected.contains(name + QStringLiteral(".n"))) continue;
            sameRate(name.toUtf8(), level.rate);
            ++seen;
        }
        QCOMPARE(seen, count);
        const TestResult plain = chiSquare(tableOf(groups));
        same(table + ".chi2", plain.statistic);
        same(table + ".df", plain.df);
        if (m_expected.contains(QLatin1String(table + ".p"))) same(table + ".p", plain.p);
    }
    static std::shared_ptr<const Dataset> imported(const QString& file) {
        const QString path = realData(file);
        if (path.isEmpty()) return nullptr;
        ImportRequest request;
        request.files.emplace_back();
        request.files.back().path = path;
        return importFiles(request).value();
    }

    QJsonObject m_expected;
};

void TestOracles::initTestCase() {
    m_expected = jsonFile(sourceFile(QStringLiteral("tests/oracles/expected.json")));
    QVERIFY(m_expected.size() > 40);
}

void TestOracles::dealsOfMaven() {
    const auto dataset = imported(QStringLiteral("maven-crm/sales_pipeline.csv"));
    if (!dataset) QSKIP("The exports by others are not here.");
    Study study;
    study.unit = Unit::Deal;
    study.holdout = 0;
    study.depth = 1;
    const Findings findings = analyze(*dataset, study).value();
    sameRate("maven.won", findings.base);
    const AttributeProfile* product = findings.find(u"deal.product");
    QVERIFY(product != nullptr);
    int seen = 0;
    std::vector<Group> groups;
    for (const Level& level : product->levels) {
        groups.push_back({level.rate.positives, level.rate.n});
        if (!m_expected.contains(QStringLiteral("maven.%1.n").arg(level.label))) continue;
        sameRate("maven." + level.label.toUtf8(), level.rate);
        ++seen;
    }
    QCOMPARE(seen, 3);
    // The finding counts accounts as what varies; R's test does not, and is that of the table alone.
    const TestResult plain = chiSquare(tableOf(groups));
    same("maven.product.chi2", plain.statistic);
    same("maven.product.df", plain.df);
    same("maven.product.p", plain.p);

    Study closed = study;
    closed.filter = {{QStringLiteral("deal.close_date"), Condition::Op::Range, {}, 0, 1e9}};
    const Condition basic{QStringLiteral("deal.product"), Condition::Op::In, {QStringLiteral("GTX Basic")}};
    const CloseTimesPair all =
        timeToClose(*dataset, closed, dealsMeeting(*dataset, closed, std::vector<Condition>{}));
    same("maven.days.median", all.inside.medianToWin.value_or(0));
    same("maven.days.lower", all.inside.lowerToWin.value_or(0));
    same("maven.days.upper", all.inside.upperToWin.value_or(0));
    same("maven.closed.won30", all.inside.wins.at(30));
    same("maven.closed.won90", all.inside.wins.at(90));
    same("maven.closed.lost60", all.inside.losses.at(60));
    const std::vector<IncidenceStep>& steps = all.inside.wins.steps;
    const auto after =
        std::find_if(steps.begin(), steps.end(), [](const IncidenceStep& step) { return step.time > 30; });
    QVERIFY(after != steps.begin());
    const IncidenceStep& by30 = *std::prev(after);
    const double power = std::log(std::log(by30.interval.low) / std::log(by30.share));
    same("maven.closed.won30.error", power * by30.share * std::abs(std::log(by30.share)) / 1.959963984540054,
         1e-6);
    const CloseTimesPair pair =
        timeToClose(*dataset, closed, dealsMeeting(*dataset, closed, std::vector<Condition>{basic}));
    same("maven.basic.logrank", pair.test.statistic);
}

void TestOracles::customersOfATelecom() {
    const auto dataset = imported(QStringLiteral("telco-churn/WA_Fn-UseC_-Telco-Customer-Churn.csv"));
    if (!dataset) QSKIP("The exports by others are not here.");
    Study study;
    study.unit = Unit::Account;
    study.outcome = Outcome::Retained;
    study.depth = 1;
    const Findings findings = analyze(*dataset, study).value();
    sameRate("telco.stayed", findings.base);
    const AttributeProfile* contract = findings.find(u"account.x_contract");
    QVERIFY(contract != nullptr);
    same("telco.contract.chi2", contract->statistic);
    same("telco.contract.v", contract->effect);

    const Column& months = *dataset->column(u"account.x_tenure");
    const Column& charges = *dataset->column(u"account.x_monthlycharges");
    const Column& service = *dataset->column(u"account.x_internetservice");
    const Column& senior = *dataset->column(u"account.x_seniorcitizen");
    const Bitmap monthly =
        evaluate(
            {QStringLiteral("account.x_contract"), Condition::Op::In, {QStringLiteral("Month-to-month")}},
            *dataset, Entity::Account)
            .yes;
    std::vector<Spell> in;
    std::vector<Spell> out;
    std::vector<double> paid[2];  // by who left
    std::map<std::string, TwoSides> strata;
    std::map<std::vector<double>, LogisticCell> cells;
    for (std::size_t row = 0; row < dataset->accounts.rows(); ++row) {
        const bool left = dataset->accountState[row] == AccountState::Left;
        const bool inside = monthly.test(row);
        (inside ? in : out).push_back({0, months.numbers()[row], std::uint8_t(left ? 1 : 0)});
        paid[left ? 1 : 0].push_back(charges.numbers()[row]);
        TwoSides& sides = strata[service.display(row)];
        (inside ? (left ? sides.inPositive : sides.inOther) : (left ? sides.outPositive : sides.outOther)) +=
            1;
        LogisticCell& cell = cells[{1, inside ? 1.0 : 0.0, senior.codes()[row] == 1 ? 1.0 : 0.0}];
        cell.n += 1;
        cell.positives += left ? 1 : 0;
    }
    const Survival curve = survivalOf(in);
    same("telco.monthly.at12", curve.at(12));
    same("telco.monthly.median", curve.median.value_or(0));
    same("telco.monthly.logrank", logRank(in, out).statistic);
    const auto hazard = hazardRatio(in, out);
    QVERIFY(hazard.has_value());
    same("telco.monthly.hazard", hazard->value, 1e-7);
    same("telco.monthly.hazard.low", hazard->interval.low, 1e-7);
    same("telco.monthly.hazard.high", hazard->interval.high, 1e-7);
    same("telco.charges.ks", kolmogorovSmirnov(paid[0], paid[1]).statistic);
    std::vector<TwoSides> tables;
    for (const auto& [name, sides] : strata) tables.push_back(sides);
    const Estimate odds = pooledOdds(tables);
    same("telco.monthly.mh", odds.value);
    same("telco.monthly.mh.low", odds.interval.low);
    same("telco.monthly.mh.high", odds.interval.high);
    std::vector<LogisticCell> all;
    for (auto& [x, cell] : cells) {
        cell.x = x;
        all.push_back(cell);
    }
    const LogisticFit fit = logisticFit(all, Penalty::None);
    QVERIFY(fit.converged);
    same("telco.logit.intercept", fit.coefficients[0], 1e-7);
    same("telco.logit.monthly", fit.coefficients[1], 1e-7);
    same("telco.logit.senior", fit.coefficients[2], 1e-7);
    same("telco.logit.monthly.se", fit.errors[1], 1e-5);
}

namespace {
Study wonByDeal() {
    Study study;
    study.unit = Unit::Deal;
    study.holdout = 0;
    study.depth = 1;
    return study;
}
}  // namespace

void TestOracles::dealsOfDynamics() {
    const auto dataset = imported(QStringLiteral("dynamics365/Opportunity.csv"));
    if (!dataset) QSKIP("The exports by others are not here.");
    const Findings findings = analyze(*dataset, wonByDeal()).value();
    sameRate("dynamics.won", findings.base);
    sameLevels(findings, u"deal.x_purchase_process", QStringLiteral("dynamics"), 3, "dynamics.process", 3);
    sameLevels(findings, u"deal.x_customer_need", QStringLiteral("dynamics"), 0, "dynamics.need", 9);
    const Column& process = *dataset->column(u"deal.x_purchase_process");
    const Column& timeframe = *dataset->column(u"deal.x_purchase_timeframe");
    std::map<std::string, TwoSides> strata;
    for (std::size_t deal = 0; deal < dataset->dealState.size(); ++deal) {
        const bool won = dataset->dealState[deal] == DealState::Won;
        if (!won && dataset->dealState[deal] != DealState::Lost) continue;
        TwoSides& sides = strata[timeframe.display(deal)];
        const bool inside = process.display(deal) == "Individual";
        (inside ? (won ? sides.inPositive : sides.inOther) : (won ? sides.outPositive : sides.outOther)) += 1;
    }
    std::vector<TwoSides> tables;
    for (const auto& [name, sides] : strata) tables.push_back(sides);
    const Estimate odds = pooledOdds(tables);
    same("dynamics.individual.mh", odds.value);
    same("dynamics.individual.mh.low", odds.interval.low);
    same("dynamics.individual.mh.high", odds.interval.high);
}

void TestOracles::dealsOfZoho() {
    const auto dataset = imported(QStringLiteral("zoho-crm/Potentials.csv"));
    if (!dataset) QSKIP("The exports by others are not here.");
    const Findings findings = analyze(*dataset, wonByDeal()).value();
    sameRate("zoho.won", findings.base);
    sameLevels(findings, u"deal.type", QStringLiteral("zoho"), 2, "zoho.type", 2);
    sameLevels(findings, u"deal.source", QStringLiteral("zoho"), 0, "zoho.source", 10);
    same("zoho.type.p", findings.find(u"deal.type")->p);
}

void TestOracles::customersOfRavenstack() {
    const auto dataset = imported(QStringLiteral("ravenstack/ravenstack_accounts.csv"));
    if (!dataset) QSKIP("The exports by others are not here.");
    Study study = wonByDeal();
    study.unit = Unit::Account;
    study.outcome = Outcome::Retained;
    const Findings findings = analyze(*dataset, study).value();
    sameRate("ravenstack.stayed", findings.base);
    sameLevels(findings, u"account.industry", QStringLiteral("ravenstack"), 3, "ravenstack.industry", 5);
    sameLevels(findings, u"account.x_plan_tier", QStringLiteral("ravenstack"), 0, "ravenstack.plan", 3);
    const Column& seats = *dataset->column(u"account.x_seats");
    std::vector<double> of[2];  // by who left
    for (std::size_t row = 0; row < dataset->accounts.rows(); ++row)
        of[dataset->accountState[row] == AccountState::Left ? 1 : 0].push_back(seats.numbers()[row]);
    same("ravenstack.seats.ks", kolmogorovSmirnov(of[0], of[1]).statistic);
}

void TestOracles::logisticRegressions() {
    // R's data set infert: case by spontaneous and induced abortions, as counted in the file.
    std::vector<LogisticCell> cells;
    for (int spontaneous = 0; spontaneous < 3; ++spontaneous)
        for (int induced = 0; induced < 3; ++induced) {
            const QString place = QStringLiteral("%1%2").arg(spontaneous).arg(induced);
            cells.push_back({{1, double(spontaneous), double(induced)},
                             expected(QStringLiteral("infert.n") + place),
                             expected(QStringLiteral("infert.x") + place)});
        }
    const LogisticFit fit = logisticFit(cells, Penalty::None);
    QVERIFY(fit.converged);
    for (std::size_t i = 0; i < 3; ++i) {
        same("infert.coefficient" + QByteArray::number(int(i)), fit.coefficients[i], 1e-7);
        same("infert.error" + QByteArray::number(int(i)), fit.errors[i], 1e-6);
    }
}

QTEST_APPLESS_MAIN(TestOracles)
#include "tst_oracles.moc"
