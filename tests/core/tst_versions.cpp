#include "core/store/workshopfile.h"
#include "core/workshop/difference.h"
#include "core/workshop/migration.h"
#include "core/workshop/version.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/randomicp.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace icp;
using namespace icp::test;

class TestVersions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTrip();
    void anAgreedIcpThatIsEditedIsADraft();
    void reviewIsDueAfterItsDay();
    void theOneThatHeld();
    void cannotBeChangedInTheFile();
    void differenceByHand();
    void differenceAppliedGivesTheOther();
    void migrationSumsToTotals();
};

namespace {

Icp some(quint32 seed, int criteria) {
    QRandomGenerator random(seed);
    Icp icp = randomIcp(random, criteria);
    icp.id = QStringLiteral("icp");
    return icp;
}

IcpVersion version(int number, QDate day) {
    IcpVersion result;
    result.id = QStringLiteral("v%1").arg(number);
    result.icp = some(quint32(number), 5);
    result.icp.version = number;
    result.icp = agreed(result.icp, day, usualReviewDays);
    return result;
}

/// The criteria of `before` with the difference carried out, by id.
std::vector<Criterion> carriedOut(const Icp& before, const IcpDifference& difference) {
    std::vector<Criterion> result;
    for (const Criterion& criterion : before.criteria) {
        const auto found = std::find_if(
            difference.criteria.begin(), difference.criteria.end(),
            [&](const CriterionDifference& one) { return one.before && one.before->id == criterion.id; });
        if (found == difference.criteria.end())
            result.push_back(criterion);
        else if (found->after)
            result.push_back(*found->after);
    }
    for (const CriterionDifference& one : difference.criteria)
        if (!one.before) result.push_back(*one.after);
    return result;
}

QList<QByteArray> sortedTexts(const std::vector<Criterion>& criteria) {
    QList<QByteArray> texts;
    for (const Criterion& criterion : criteria) {
        Icp one;
        one.criteria = {criterion};
        one.criteria.front().evidence = {};
        texts << QJsonDocument(toJson(one)).toJson();
    }
    std::sort(texts.begin(), texts.end());
    return texts;
}

}  // namespace

void TestVersions::roundTrip() {
    IcpVersion one = version(3, QDate(2026, 2, 28));
    one.note = QStringLiteral("After the spring review");
    one.departments = {QStringLiteral("Product"), QStringLiteral("Sales")};
    one.dissent = QStringLiteral("Finance: too narrow");
    one.figures = {QStringLiteral("0123456789abcdef"),
                   QDate(2025, 12, 31),
                   {3, 8},
                   {4, 9},
                   {1.5, 2.5},
                   20,
                   11,
                   30,
                   7,
                   true,
                   3,
                   4,
                   1};
    const IcpVersion same = versionFromJson(toJson(one));
    QCOMPARE(toJson(same), toJson(one));
    QCOMPARE(same.figures, one.figures);
    QCOMPARE(same.icp.agreed, QDate(2026, 2, 28));
    QCOMPARE(same.icp.review, QDate(2026, 5, 29));  // 90 days on
}

void TestVersions::anAgreedIcpThatIsEditedIsADraft() {
    Icp draft = some(1, 4);
    draft.version = 2;
    Icp renamed = draft;
    renamed.name = QStringLiteral("Other");
    QCOMPARE(edited(renamed, draft).version, 2);  // a draft stays the draft it is

    const Icp held = agreed(draft, QDate(2026, 1, 10), 30);
    QCOMPARE(edited(held, held).version, 2);
    Icp countered = held;
    countered.criteria.front().counters = {
        {QStringLiteral("1"), QStringLiteral("Other"), {}, Importance::Nice, {}, {}, {}}};
    QVERIFY(edited(countered, held).agreed.isValid());  // somebody would have it otherwise: it still holds
    renamed = held;
    renamed.name = QStringLiteral("Other");
    const Icp next = edited(renamed, held);
    QCOMPARE(next.version, 3);
    QVERIFY(!next.agreed.isValid());
    QCOMPARE(next.review, QDate(2026, 2, 9));  // what was agreed has still to be looked at
    QCOMPARE(next.name, QStringLiteral("Other"));
}

void TestVersions::reviewIsDueAfterItsDay() {
    const Icp icp = agreed({}, QDate(2026, 1, 1), 90);
    QCOMPARE(icp.review, QDate(2026, 4, 1));
    QVERIFY(!reviewIsDue(icp, QDate(2026, 4, 1)));
    QVERIFY(reviewIsDue(icp, QDate(2026, 4, 2)));
    QVERIFY(!reviewIsDue({}, QDate(2026, 4, 2)));
}

void TestVersions::theOneThatHeld() {
    std::vector<IcpVersion> versions{version(2, QDate(2026, 3, 1)), version(1, QDate(2025, 12, 1))};
    versions.push_back(version(3, QDate(2026, 3, 1)));
    versions.back().icp.id = QStringLiteral("other");
    QCOMPARE(versionsOf(versions, u"icp").size(), 2U);
    QCOMPARE(versionsOf(versions, u"icp").front()->icp.version, 1);
    QCOMPARE(heldOn(versions, u"icp", QDate(2025, 11, 30)), nullptr);
    QCOMPARE(heldOn(versions, u"icp", QDate(2025, 12, 1))->icp.version, 1);
    QCOMPARE(heldOn(versions, u"icp", QDate(2026, 2, 28))->icp.version, 1);
    QCOMPARE(heldOn(versions, u"icp", QDate(2026, 3, 1))->icp.version, 2);
}

void TestVersions::cannotBeChangedInTheFile() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("w.icpw"));
    const auto file = WorkshopFile::create(path, {});
    QVERIFY(file);
    IcpVersion one = version(1, QDate(2026, 1, 1));
    const auto change = [&](const QJsonObject& after) {
        Change result;
        result.entity = QStringLiteral("version");
        result.id = one.id;
        result.after = after;
        result.text = QStringLiteral("Agree version 1");
        return result;
    };
    QVERIFY((*file)->apply(change(toJson(one))));
    QCOMPARE((*file)->workshop().versions.size(), 1U);

    one.note = QStringLiteral("Something else");
    const auto changed = (*file)->apply(change(toJson(one)));
    QVERIFY(!changed);
    QCOMPARE(changed.error().code, ErrorCode::Conflict);
    QVERIFY(!(*file)->apply(change({})));
    QCOMPARE((*file)->workshop().versions.front().note, QString());

    QVERIFY((*file)->undo());  // taking back what was just agreed is no change of history
    QVERIFY((*file)->workshop().versions.empty());
    QVERIFY((*file)->redo());
    QCOMPARE((*file)->workshop().versions.size(), 1U);
}

void TestVersions::differenceByHand() {
    const auto criterion = [](const QString& id, double low) {
        Criterion result;
        result.id = id;
        result.text = id;
        result.condition = Condition{QStringLiteral("account.employees"), Condition::Op::Range, {}, low, 100};
        result.importance = Importance::Must;
        result.weight = 10;
        return result;
    };
    Icp before;
    before.quote = QStringLiteral("We close late");
    before.criteria = {criterion("a", 1), criterion("b", 2), criterion("c", 3), criterion("d", 4)};
    Icp after = before;
    after.quote.clear();
    after.criteria[1].weight = 20;
    after.criteria[1].evidence.n = 5;  // not compared
    after.criteria[2].condition->low = 30;
    after.criteria[2].importance = Importance::Should;
    after.criteria[3].id = QStringLiteral("other id, same condition");
    after.criteria.erase(after.criteria.begin());
    after.criteria.push_back(criterion("e", 5));

    QVERIFY(difference(before, before).empty());
    const IcpDifference found = difference(before, after);
    QCOMPARE(found.criteria.size(), 4U);
    QCOMPARE(found.criteria[0].before->id, QStringLiteral("a"));
    QVERIFY(!found.criteria[0].after);
    QVERIFY(found.criteria[1].weight && !found.criteria[1].condition && !found.criteria[1].importance);
    QVERIFY(found.criteria[2].condition && found.criteria[2].importance && !found.criteria[2].weight);
    QVERIFY(!found.criteria[3].before);
    QCOMPARE(found.criteria[3].after->id, QStringLiteral("e"));
    const auto quote = std::find_if(found.words.begin(), found.words.end(), [](const WordsDifference& one) {
        return one.field == WordsDifference::Field::Quote;
    });
    QVERIFY(quote != found.words.end());
    QCOMPARE(quote->before, QStringLiteral("We close late"));
    QCOMPARE(quote->after, QString());
}

void TestVersions::differenceAppliedGivesTheOther() {
    for (quint32 seed = 1; seed <= 200; ++seed) {
        QRandomGenerator random(seed);
        const Icp before = randomIcp(random, random.bounded(8));
        Icp after = before;
        for (int edit = random.bounded(4); edit >= 0; --edit) {
            if (after.criteria.empty() || random.bounded(3) == 0) {
                after.criteria.push_back(randomCriterion(random, 100 + edit));
            } else {
                const auto at = std::size_t(random.bounded(int(after.criteria.size())));
                if (random.bounded(2) == 0)
                    after.criteria.erase(after.criteria.begin() + std::ptrdiff_t(at));
                else
                    after.criteria[at].importance = Importance(random.bounded(4));
            }
        }
        QCOMPARE(sortedTexts(carriedOut(before, difference(before, after))), sortedTexts(after.criteria));
    }
}

void TestVersions::migrationSumsToTotals() {
    for (quint32 seed = 1; seed <= 30; ++seed) {
        const Dataset dataset = randomDataset(seed, 150);
        const AccountTotals totals(dataset);
        FitModel first(dataset);
        FitModel second(dataset);
        const FitTable& before = first.evaluate(some(seed, 4));
        const FitTable& after = second.evaluate(some(seed + 1000, 4));
        const Migration moved = migration(before, after, totals);
        QCOMPARE(moved.in.accounts.size() + moved.out.accounts.size() + moved.stayedInside.accounts.size() +
                     moved.stayedOutside.accounts.size(),
                 totals.customers.count());
        qint64 byFit = 0;
        for (const auto& row : moved.byFit)
            for (const qint64 n : row) byFit += n;
        QCOMPARE(byFit, qint64(totals.customers.count()));
        const double value =
            moved.in.value + moved.out.value + moved.stayedInside.value + moved.stayedOutside.value;
        QVERIFY(qAbs(value - sumOver(totals.customers, totals.value)) <= 1e-9 * (1 + qAbs(value)));
        for (const std::uint32_t account : moved.in.accounts)
            QVERIFY(before.fit[account] != Fit::Ideal && after.fit[account] == Fit::Ideal);
        for (const std::uint32_t account : moved.out.accounts)
            QVERIFY(before.fit[account] == Fit::Ideal && after.fit[account] != Fit::Ideal);
        for (std::size_t i = 1; i < moved.out.accounts.size(); ++i)
            QVERIFY(totals.value[moved.out.accounts[i - 1]] >= totals.value[moved.out.accounts[i]]);
    }
}

QTEST_GUILESS_MAIN(TestVersions)
#include "tst_versions.moc"
