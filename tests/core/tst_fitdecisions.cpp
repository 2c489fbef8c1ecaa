#include "core/proposals/mended.h"
#include "core/workshop/fitdecision.h"
#include "core/workshop/gauge.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/randomicp.h"

#include <QTest>

using namespace icp;
using namespace icp::test;

class TestFitDecisions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTrip();
    void byHandTakesThePlaceOfTheCriteria();
    void gateOfStretch();
    void found();
};

namespace {

Dataset four() {
    return DatasetBuilder()
        .text(Entity::Account, QStringLiteral("account.name"), {"Ada", "Bo", "Cy", "Bo"})
        .number(Entity::Account, QStringLiteral("account.employees"), {5, 50, 500, 60})
        .accounts(std::vector<AccountState>(4, AccountState::Customer))
        .build();
}

FitDecision on(const QString& name, int nth, std::optional<Fit> fit) {
    FitDecision decision;
    decision.id = name + QString::number(nth);
    decision.icp = QStringLiteral("one");
    decision.account = {{}, name, nth};
    decision.fit = fit;
    decision.reason = QStringLiteral("We know them");
    return decision;
}

}  // namespace

void TestFitDecisions::roundTrip() {
    FitDecision decision = on(QStringLiteral("Bo"), 2, Fit::Stretch);
    decision.test = true;
    decision.vetted = {true, false, true};
    decision.owner = QStringLiteral("Sales");
    decision.skipVetting = QStringLiteral("Old friends");
    const FitDecision same = fitDecisionFromJson(toJson(decision));
    QCOMPARE(toJson(same), toJson(decision));
    QCOMPARE(same.fit, decision.fit);
    QCOMPARE(same.account, decision.account);
    QCOMPARE(same.vetted, decision.vetted);
    QVERIFY(!fitDecisionFromJson({}).fit);
    QVERIFY(fitDecisionFromJson({}).isEmpty());
    QVERIFY(!decision.isEmpty());
}

void TestFitDecisions::byHandTakesThePlaceOfTheCriteria() {
    const Dataset dataset = four();
    GaugeModel model(dataset);
    QCOMPARE(model.evaluate(employing(40, 100)).ideal, 2);
    const std::vector<FitDecision> decisions{on(QStringLiteral("Ada"), 1, Fit::Ideal),
                                             on(QStringLiteral("Bo"), 2, Fit::Bad),
                                             on(QStringLiteral("Cy"), 1, Fit::Stretch)};
    const FitDecisions here(decisions, u"one", AccountKeys(dataset));
    model.fit().setByHand(here.byHand());
    const Gauge gauge = model.evaluate(employing(40, 100));
    QCOMPARE(model.fit().table().fit, (std::vector{Fit::Ideal, Fit::Ideal, Fit::Stretch, Fit::Bad}));
    QCOMPARE(gauge.ideal, 2);
    QCOMPARE(gauge.stretch, 1);
    QCOMPARE(gauge.bad, 1);
    QCOMPARE(model.fit().table().score, (std::vector<float>{0, 100, 0, 100}));  // as the criteria make it

    model.fit().setByHand({});
    QCOMPARE(model.evaluate(employing(40, 100)).ideal, 2);
    QCOMPARE(model.fit().table().fit[0], Fit::Bad);
}

void TestFitDecisions::gateOfStretch() {
    FitDecision decision = on(QStringLiteral("Ada"), 1, std::nullopt);
    QCOMPARE(gateOf(Fit::Ideal, nullptr), Gate::Open);
    QCOMPARE(gateOf(Fit::Bad, &decision), Gate::Closed);
    QCOMPARE(gateOf(Fit::None, nullptr), Gate::Closed);
    QCOMPARE(gateOf(Fit::Stretch, nullptr), Gate::Vetting);
    decision.vetted = {true, true, true};
    QCOMPARE(gateOf(Fit::Stretch, &decision), Gate::Vetting);  // nobody answers for it
    decision.owner = QStringLiteral("Sales");
    QCOMPARE(gateOf(Fit::Stretch, &decision), Gate::Open);
    decision.vetted[1] = false;
    QCOMPARE(gateOf(Fit::Stretch, &decision), Gate::Vetting);
    decision.skipVetting = QStringLiteral("Renewal");
    QCOMPARE(gateOf(Fit::Stretch, &decision), Gate::Open);
}

void TestFitDecisions::found() {
    const Dataset dataset = four();
    const AccountKeys keys(dataset);
    std::vector<FitDecision> decisions{on(QStringLiteral("Bo"), 2, Fit::Bad),
                                       on(QStringLiteral("Gone"), 1, Fit::Bad)};
    decisions.push_back(on(QStringLiteral("Ada"), 1, Fit::Bad));
    decisions.back().icp = QStringLiteral("other");
    const FitDecisions here(decisions, u"one", keys);
    QCOMPARE(here.byHand(), (std::vector<HandFit>{{3, Fit::Bad, QStringLiteral("We know them")}}));
    QCOMPARE(here.of(3)->id, QStringLiteral("Bo2"));
    QCOMPARE(here.of(0), nullptr);

    // Merging two accounts moves the rows; a decision still finds its account.
    Decisions merge;
    merge.accounts.push_back({keys.of(1), keys.of(0)});
    const auto merged = mended(std::make_shared<const Dataset>(dataset), merge);
    QVERIFY(merged);
    QCOMPARE((*merged)->accounts.rows(), 3U);
    const FitDecisions after(decisions, u"one", AccountKeys(**merged));
    QCOMPARE(after.byHand(), (std::vector<HandFit>{{2, Fit::Bad, QStringLiteral("We know them")}}));
}

QTEST_GUILESS_MAIN(TestFitDecisions)
#include "tst_fitdecisions.moc"
