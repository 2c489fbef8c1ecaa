#include "core/proposals/compare.h"
#include "core/proposals/proposals.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/workshopedits.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <limits>

using namespace icp;
using namespace icp::test;

/// Proposals and comparison of large datasets: they come, and they stop soon when nobody wants them.
class TestManyProposals : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void manyAccounts();
    void cancelledSoon();
    void comparingIsCancelledSoon();
};

namespace {

Dataset large(int accounts, int texts) {
    QRandomGenerator random(5);
    const auto word = [&](int letters) {
        static const QString consonants = QStringLiteral("bcdfghklmnprstvz");
        static const QString vowels = QStringLiteral("aeiou");
        QString result;
        for (int i = 0; i < letters; ++i) {
            result += consonants[random.bounded(int(consonants.size()))];
            result += vowels[random.bounded(int(vowels.size()))];
        }
        result[0] = result[0].toUpper();
        return result;
    };
    static const QStringList kinds{"Logistics", "Foods",    "Steel",   "Software",
                                   "Group",     "Services", "Holding", "Trade"};
    QStringList names;
    QStringList domains;
    for (int i = 0; i < accounts; ++i) {
        names << word(4) + u' ' + word(2) + u' ' + kinds[random.bounded(int(kinds.size()))];
        domains << names.back().toLower().replace(u' ', u'-') + QStringLiteral(".com");
    }
    QStringList cells;
    for (int i = 0; i < texts; ++i)
        cells << QString(names[random.bounded(accounts)]).remove(2, 1) + QString(i % 2, u' ');
    return DatasetBuilder()
        .text(Entity::Account, "account.name", names)
        .text(Entity::Account, "account.domain", domains)
        .text(Entity::Deal, "deal.account_name", cells)
        .links(Entity::Deal, std::vector<std::uint32_t>(std::size_t(texts), noRow))
        .build();
}

}  // namespace

void TestManyProposals::manyAccounts() {
    const Dataset dataset = large(100'000, 50'000);
    QElapsedTimer timer;
    timer.start();
    const Proposals proposals = expectValue(propose(dataset));
    qInfo("100,000 accounts, 50,000 texts: %lld ms, %zu links, %zu twins", timer.elapsed(),
          proposals.links.size(), proposals.twins.size());
    QVERIFY(proposals.links.size() > 30'000);
}

void TestManyProposals::cancelledSoon() {
    constexpr int accounts = 10'000;
    const Dataset dataset = large(accounts, 5'000);
    std::atomic<int> asked = 0;
    std::atomic<int> last = std::numeric_limits<int>::max();
    const Job job = Job::until([&] { return ++asked >= last; });
    QVERIFY(propose(dataset, job));
    const int all = asked;
    // Every pass over the accounts asks once in 1,024 rows, and every text that is looked up asks. There are
    // ten passes at least: the names, their words, what tells twins apart, what they share.
    QVERIFY2(all > 2'500 + 10 * accounts / 1024, qPrintable(QString::number(all)));
    // Wherever it is given up, nothing is asked for long: texts are handed out in about 80 batches.
    for (int part = 0; part < 12; ++part) {
        asked = 0;
        last = 1 + all * part / 12;
        const auto result = propose(dataset, job);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QVERIFY2(asked - last < 300, qPrintable(QStringLiteral("%1 after %2").arg(asked - last).arg(last)));
    }
}

void TestManyProposals::comparingIsCancelledSoon() {
    constexpr int accounts = 10'000;
    const Dataset dataset = large(accounts, 5'000);
    int asked = 0;
    int last = std::numeric_limits<int>::max();
    const Job job = Job::until([&] { return ++asked >= last; });
    QVERIFY(compare(dataset, dataset, job));
    const int all = asked;
    // Keys and their rows on both sides by id, domain and name, then the cells of two columns.
    QVERIFY2(all > 10 * accounts / 1024, qPrintable(QString::number(all)));
    for (int part = 0; part < 20; ++part) {
        asked = 0;
        last = 1 + all * part / 20;
        const auto result = compare(dataset, dataset, job);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QVERIFY2(asked - last < 40, qPrintable(QStringLiteral("%1 after %2").arg(asked - last).arg(last)));
    }
}

QTEST_GUILESS_MAIN(TestManyProposals)
#include "tst_manyproposals.moc"
