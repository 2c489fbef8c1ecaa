#include "core/analysis/othermeasures.h"
#include "tests/support/core/near.h"

#include <QTest>

using namespace icp;
using icp::test::near;

namespace {

AttributeProfile profileOf(const char* test, double p,
                           std::initializer_list<std::pair<qint64, qint64>> rates) {
    AttributeProfile profile;
    profile.name = QString::fromLatin1(test);
    profile.test = profile.name;
    profile.p = p;
    for (const auto& [x, n] : rates) {
        profile.levels.emplace_back();
        profile.levels.back().rate = rateOf(x, n);
    }
    profile.levels.emplace_back();  // a cell is missing
    profile.levels.back().unknown = true;
    profile.levels.back().rate = rateOf(40, 41);
    return profile;
}

}  // namespace

/// What is told beside a test and its ranges.
class TestOtherMeasures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ofTheTitanic();
    void ofTwoLevels();
    void listsOverlap();
};

/// R's table of the Titanic by class; p of two attributes times 2 (1 + 1/2), the larger times 1 + 1/2.
void TestOtherMeasures::ofTheTitanic() {
    Findings findings;
    findings.attributes = {profileOf("chi-square", 0.01, {{203, 325}, {118, 285}, {178, 706}, {212, 885}}),
                           profileOf("", 1, {{1, 2}}), profileOf("fisher", 0.015, {{3, 10}, {5, 10}})};
    const std::vector<OtherMeasures> measures = otherMeasures(findings);
    QCOMPARE(measures.size(), 3U);
    near(measures[0].informationValue, .3753898409, 1e-9);
    near(measures[0].mutualInformation, .0410952661, 1e-8);
    near(measures[0].uncertainty, 0.06532016170897025, 1e-9);  // entropies in numpy
    near(measures[0].qAnyDependence, 0.0225, 1e-12);
    near(measures[2].qAnyDependence, 0.0225, 1e-12);
    QCOMPARE(measures[1].qAnyDependence, 1.0);
}

/// Katz's range.
void TestOtherMeasures::ofTwoLevels() {
    const AttributeProfile profile = profileOf("fisher", 0.04, {{18, 30}, {9, 30}});
    const auto ratio = ratioToOthers(profile, profile.levels[0]);
    QVERIFY(ratio.has_value());
    near(ratio->value, 2, 1e-12);
    near(ratio->interval.low, 1.07610942, 1e-8);
    near(ratio->interval.high, 3.717094121, 1e-8);
    near(exactOdds(profile).value_or(0), 3.423083965883525, 1e-6);  // scipy odds_ratio
    QVERIFY(!ratioToOthers(profile, profile.levels[2]));
    QVERIFY(!exactOdds(profileOf("chi-square", 0.04, {{18, 30}, {9, 30}})));
    const AttributeProfile alone = profileOf("", 1, {{18, 30}});
    QVERIFY(!ratioToOthers(alone, alone.levels[0]));
}

void TestOtherMeasures::listsOverlap() {
    Findings findings;
    findings.attributes = {profileOf("permutation", 0.2, {{18, 30}, {9, 30}})};
    findings.attributes[0].kind = AttributeKind::Multi;
    QCOMPARE(otherMeasures(findings)[0].informationValue, 0.0);
    near(otherMeasures(findings)[0].qAnyDependence, 0.2, 1e-12);
    QVERIFY(!ratioToOthers(findings.attributes[0], findings.attributes[0].levels[0]));
}

QTEST_APPLESS_MAIN(TestOtherMeasures)
#include "tst_othermeasures.moc"
