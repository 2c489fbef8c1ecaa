#include "core/base/interval.h"

#include <QTest>

using namespace icp;

class TestInterval : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wilsonAgreesWithOracle_data();
    void wilsonAgreesWithOracle();
    void newcombeAgreesWithOracle();
    void nothingIsAnything();
    void staysInBounds();
};

void TestInterval::wilsonAgreesWithOracle_data() {
    // R 4.2.2: prop.test(x, n, correct = FALSE)$conf.int
    QTest::addColumn<qint64>("x");
    QTest::addColumn<qint64>("n");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("none") << qint64(0) << qint64(20) << 0.0 << .1611251581;
    QTest::newRow("one") << qint64(1) << qint64(29) << .0061132143 << .1717552188;
    QTest::newRow("few") << qint64(15) << qint64(148) << .0623863995 << .1604872417;
    QTest::newRow("third") << qint64(81) << qint64(263) << .2552885199 << .3662095770;
    QTest::newRow("ten") << qint64(3) << qint64(10) << .1077912674 << .6032218525;
    QTest::newRow("all") << qint64(10) << qint64(10) << .7224672001 << 1.0;
    QTest::newRow("twenty") << qint64(7) << qint64(20) << .1811918241 << .5671457233;
    QTest::newRow("thirty") << qint64(18) << qint64(30) << .4232036025 << .7540937188;
}

void TestInterval::wilsonAgreesWithOracle() {
    QFETCH(qint64, x);
    QFETCH(qint64, n);
    QFETCH(double, low);
    QFETCH(double, high);
    const Interval interval = wilson(x, n);
    QVERIFY(std::abs(interval.low - low) < 1e-9);
    QVERIFY(std::abs(interval.high - high) < 1e-9);
}

void TestInterval::newcombeAgreesWithOracle() {
    // Newcombe 1998, Statistics in Medicine 17:873: 56 of 70 against 48 of 80, method 10.
    const Interval interval = newcombe(56, 70, 48, 80);
    QVERIFY(std::abs(interval.low - .0524314724) < 1e-9);
    QVERIFY(std::abs(interval.high - .3338726540) < 1e-9);
    const Interval mirrored = newcombe(48, 80, 56, 70);
    QCOMPARE(mirrored.low, -interval.high);
    QCOMPARE(mirrored.high, -interval.low);
}

void TestInterval::nothingIsAnything() {
    QCOMPARE(wilson(0, 0).low, 0.0);
    QCOMPARE(wilson(0, 0).high, 1.0);
    QCOMPARE(newcombe(0, 0, 0, 0).low, -1.0);
    QCOMPARE(newcombe(0, 0, 0, 0).high, 1.0);
    const Interval half = newcombe(3, 10, 0, 0);
    QVERIFY(half.low <= 0.3 - 1 + 0.2 && half.high >= 0.3);
}

void TestInterval::staysInBounds() {
    for (qint64 n = 1; n <= 40; ++n)
        for (qint64 x = 0; x <= n; ++x) {
            const double rate = double(x) / double(n);
            const Interval one = wilson(x, n);
            QVERIFY(one.low >= 0 && one.low <= rate && rate <= one.high && one.high <= 1);
            for (qint64 y = 0; y <= 7; ++y) {
                const double difference = rate - double(y) / 7;
                const Interval two = newcombe(x, n, y, 7);
                QVERIFY(two.low >= -1 && two.low <= difference && difference <= two.high && two.high <= 1);
            }
        }
}

QTEST_APPLESS_MAIN(TestInterval)
#include "tst_interval.moc"
