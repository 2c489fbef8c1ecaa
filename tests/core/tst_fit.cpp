#include "core/workshop/fit.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/randomicp.h"

#include <QRandomGenerator>
#include <QTest>

using namespace icp;
using namespace icp::test;

class TestFit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void classes_data();
    void classes();
    void emptyIcpDescribesNobody();
    void wordsOnlyIsNeverComputed();
    void onlyWhatIsComputedHasAWeight();
    void scoresWeighTheCriteria();
    void agreesWithNaiveEvaluation();
    void afterEveryEditAsIfFresh();
    void evaluatesOnlyWhatChanged();
    void reasonsExplainTheClass();
};

namespace {

Criterion range(const QString& id, Section section, Importance importance, double low, double high) {
    Criterion criterion;
    criterion.id = id;
    criterion.section = section;
    criterion.importance = importance;
    criterion.condition = Condition{QStringLiteral("account.employees"), Condition::Op::Range, {}, low, high};
    return criterion;
}

Criterion level(const QString& id, Importance importance, const QString& attribute, const QString& value) {
    Criterion criterion;
    criterion.id = id;
    criterion.importance = importance;
    criterion.condition = Condition{attribute, Condition::Op::In, {value}};
    return criterion;
}

/// The documented rule for one account, cell by cell.
std::pair<Fit, double> naive(const Icp& icp, const Dataset& dataset, std::size_t account) {
    bool excluded = false;
    bool failed = false;
    bool allMusts = true;
    bool anyShould = false;
    int musts = 0;
    int shoulds = 0;
    double points = 0;
    double total = 0;
    int parts = 0;
    int held = 0;
    bool exclusions = false;
    bool answered = false;
    for (const Criterion& criterion : icp.criteria) {
        if (!criterion.condition) continue;
        const bool known = dataset.find(criterion.condition->attribute) != nullptr;
        const Match match = evaluate(*criterion.condition, dataset, Entity::Account);
        const bool yes = match.yes.test(account);
        if (criterion.importance == Importance::Exclude || criterion.section == Section::Exclusions) {
            exclusions = true;
            excluded = excluded || yes;
            answered = answered || known;
            continue;
        }
        if (criterion.section == Section::StretchLimits) continue;
        answered = answered || known;
        total += criterion.weight;
        points += yes ? criterion.weight : 0;
        ++parts;
        held += yes ? 1 : 0;
        if (criterion.importance == Importance::Should) {
            ++shoulds;
            anyShould = anyShould || yes;
        }
        if (criterion.importance != Importance::Must) continue;
        ++musts;
        allMusts = allMusts && yes;
        if (yes || match.unknown.test(account)) continue;
        bool stretched = false;
        for (const Criterion& limit : icp.criteria)
            if (limit.condition && limit.section == Section::StretchLimits &&
                limit.importance != Importance::Exclude &&
                limit.condition->attribute == criterion.condition->attribute)
                stretched =
                    stretched || evaluate(*limit.condition, dataset, Entity::Account).yes.test(account);
        failed = failed || !stretched;
    }
    const double score = excluded || parts == 0 ? 0 : total > 0 ? 100 * points / total : 100.0 * held / parts;
    if ((!exclusions && parts == 0) || !answered) return {Fit::None, 0};
    if (excluded || failed) return {Fit::Bad, score};
    const bool ideal = musts + shoulds > 0 && allMusts && (shoulds == 0 || anyShould);
    return {ideal ? Fit::Ideal : Fit::Stretch, score};
}

Dataset five() {
    return DatasetBuilder()
        .number(Entity::Account, QStringLiteral("account.employees"), {10, 45, 90, qQNaN(), 10})
        .category(Entity::Account, QStringLiteral("account.industry"),
                  {"Retail", "Retail", "Retail", "Retail", "Public"})
        .build();
}

QString classesOf(const FitTable& table) {
    QString result;
    for (const Fit fit : table.fit) result += fitName(fit).isEmpty() ? QChar(u'-') : fitName(fit).front();
    return result;
}

}  // namespace

void TestFit::classes_data() {
    // Accounts: 10, 45, 90, unknown and 10 employees; the last one is public.
    QTest::addColumn<QStringList>("parts");
    QTest::addColumn<QString>("expected");  // i, s or b per account
    QTest::newRow("must") << QStringList{"must"} << "ibbsi";
    QTest::newRow("must with stretch limit") << QStringList{"must", "stretch"} << "isbsi";
    QTest::newRow("stretch limit alone") << QStringList{"stretch"} << "-----";
    QTest::newRow("exclusion alone") << QStringList{"exclude"} << "ssssb";
    QTest::newRow("must and exclusion") << QStringList{"must", "exclude"} << "ibbsb";
    QTest::newRow("exclusion beats stretch") << QStringList{"must", "stretch", "exclude"} << "isbsb";
    QTest::newRow("should") << QStringList{"should"} << "iiiis";
    QTest::newRow("must and should") << QStringList{"must", "should"} << "ibbss";
    QTest::newRow("nice only") << QStringList{"nice"} << "sssss";
    QTest::newRow("attribute nobody has") << QStringList{"must", "gone"} << "sbbss";
    QTest::newRow("only an attribute nobody has") << QStringList{"gone"} << "-----";
    QTest::newRow("an exclusion and an attribute nobody has") << QStringList{"exclude", "gone"} << "ssssb";
    QTest::newRow("a limit and an attribute nobody has") << QStringList{"stretch", "gone"} << "-----";
}

void TestFit::classes() {
    QFETCH(QStringList, parts);
    QFETCH(QString, expected);
    Icp icp;
    for (const QString& part : parts) {
        if (part == u"must")
            icp.criteria.push_back(range(part, Section::Organisation, Importance::Must, 5, 30));
        if (part == u"stretch")
            icp.criteria.push_back(range(part, Section::StretchLimits, Importance::Should, 30, 60));
        if (part == u"exclude")
            icp.criteria.push_back(level(part, Importance::Exclude, QStringLiteral("account.industry"),
                                         QStringLiteral("Public")));
        if (part == u"should")
            icp.criteria.push_back(level(part, Importance::Should, QStringLiteral("account.industry"),
                                         QStringLiteral("Retail")));
        if (part == u"nice")
            icp.criteria.push_back(
                level(part, Importance::Nice, QStringLiteral("account.industry"), QStringLiteral("Retail")));
        if (part == u"gone")
            icp.criteria.push_back(
                level(part, Importance::Must, QStringLiteral("account.x_gone"), QStringLiteral("Retail")));
    }
    const Dataset dataset = five();
    FitModel model(dataset);
    QCOMPARE(classesOf(model.evaluate(icp)), expected);
}

void TestFit::emptyIcpDescribesNobody() {
    const Dataset dataset = five();
    FitModel model(dataset);
    const FitTable& table = model.evaluate({});
    QCOMPARE(classesOf(table), QStringLiteral("-----"));
    QVERIFY(!table.scored);
    QVERIFY(!table.ideal.any() && !table.stretch.any() && !table.bad.any());
    QVERIFY(reasons(model, {}, 0).empty());
    Icp words;
    words.criteria.emplace_back();
    QCOMPARE(classesOf(model.evaluate(words)), QStringLiteral("-----"));
    Icp excluding;
    excluding.criteria = {level(QStringLiteral("out"), Importance::Exclude,
                                QStringLiteral("account.industry"), QStringLiteral("Public"))};
    QCOMPARE(classesOf(model.evaluate(excluding)), QStringLiteral("ssssb"));
    QVERIFY(!model.table().scored);
    excluding.criteria.push_back(level(QStringLiteral("nice"), Importance::Nice,
                                       QStringLiteral("account.industry"), QStringLiteral("Retail")));
    QVERIFY(model.evaluate(excluding).scored);
    const Dataset nothing;
    FitModel none(nothing);
    QVERIFY(none.evaluate({}).fit.empty());
}

void TestFit::wordsOnlyIsNeverComputed() {
    const Dataset dataset = five();
    Icp icp;
    icp.criteria = {range(QStringLiteral("a"), Section::Organisation, Importance::Must, 5, 30)};
    FitModel model(dataset);
    const QString without = classesOf(model.evaluate(icp));
    const std::vector<float> scores = model.table().score;
    Criterion words;
    words.id = QStringLiteral("words");
    words.importance = Importance::Must;
    words.weight = 50;
    icp.criteria.push_back(words);
    QCOMPARE(classesOf(model.evaluate(icp)), without);
    QCOMPARE(model.table().score, scores);
    QVERIFY(model.match(u"words") == nullptr);
    QVERIFY(model.match(u"a") != nullptr);
}

void TestFit::onlyWhatIsComputedHasAWeight() {
    Criterion criterion =
        level(QStringLiteral("a"), Importance::Must, QStringLiteral("account.industry"), QString());
    for (const Importance importance : {Importance::Must, Importance::Should, Importance::Nice}) {
        criterion.importance = importance;
        QVERIFY(isWeighed(criterion));
    }
    Criterion words = criterion;
    words.section = Section::KeyChallenge;
    words.importance = Importance::Must;
    words.condition.reset();
    QVERIFY(!isWeighed(words));
    Criterion limit = criterion;
    limit.section = Section::StretchLimits;
    QVERIFY(!isWeighed(limit));
    criterion.importance = Importance::Exclude;
    QVERIFY(!isWeighed(criterion));
}

void TestFit::scoresWeighTheCriteria() {
    const Dataset dataset = five();
    Icp icp;
    icp.criteria = {range(QStringLiteral("a"), Section::Organisation, Importance::Must, 5, 30),
                    level(QStringLiteral("b"), Importance::Nice, QStringLiteral("account.industry"),
                          QStringLiteral("Retail"))};
    FitModel model(dataset);
    QCOMPARE(model.evaluate(icp).score, (std::vector<float>{100, 50, 50, 50, 50}));
    icp.criteria[0].weight = 30;
    icp.criteria[1].weight = 10;
    QCOMPARE(model.evaluate(icp).score, (std::vector<float>{100, 25, 25, 25, 75}));
    icp.criteria.push_back(level(QStringLiteral("c"), Importance::Exclude, QStringLiteral("account.industry"),
                                 QStringLiteral("Public")));
    icp.criteria.back().weight = 60;
    QCOMPARE(model.evaluate(icp).score, (std::vector<float>{100, 25, 25, 25, 0}));
}

void TestFit::agreesWithNaiveEvaluation() {
    QRandomGenerator random(7);
    for (quint32 round = 0; round < 60; ++round) {
        const std::size_t accounts = std::size_t(random.bounded(150));
        const Dataset dataset = randomDataset(round, accounts);
        const Icp icp = randomIcp(random, random.bounded(9));
        FitModel model(dataset);
        const FitTable& table = model.evaluate(icp);
        const bool judged = accounts == 0 || table.fit.front() != Fit::None;
        QCOMPARE(table.scored,
                 std::any_of(icp.criteria.begin(), icp.criteria.end(), [&](const Criterion& one) {
                     return isWeighed(one) && dataset.find(one.condition->attribute) != nullptr;
                 }));
        QCOMPARE(table.ideal.count() + table.stretch.count() + table.bad.count(), judged ? accounts : 0);
        for (std::size_t account = 0; account < accounts; ++account) {
            const auto [fit, score] = naive(icp, dataset, account);
            QCOMPARE(int(table.fit[account]), int(fit));
            QVERIFY(std::abs(double(table.score[account]) - score) < 1e-3);
            QCOMPARE(table.ideal.test(account), fit == Fit::Ideal);
            QCOMPARE(table.stretch.test(account), fit == Fit::Stretch);
            QCOMPARE(table.bad.test(account), fit == Fit::Bad);
        }
    }
}

void TestFit::afterEveryEditAsIfFresh() {
    const Dataset dataset = randomDataset(3, 200);
    QRandomGenerator random(11);
    FitModel model(dataset);
    Icp icp = randomIcp(random, 6);
    for (int step = 0; step < 200; ++step) {
        const std::size_t at = std::size_t(random.bounded(int(icp.criteria.size())));
        switch (random.bounded(4)) {
            case 0:
                icp.criteria[at] = randomCriterion(random, 100 + step);
                break;
            case 1:
                icp.criteria[at].importance = Importance(random.bounded(4));
                break;
            case 2:
                std::swap(icp.criteria[at], icp.criteria.front());
                break;
            default:
                icp.criteria[at].weight = random.bounded(30);
                break;
        }
        model.evaluate(icp);
        FitModel fresh(dataset);
        fresh.evaluate(icp);
        QVERIFY(model.table().fit == fresh.table().fit);
        QVERIFY(model.table().score == fresh.table().score);
        for (const Criterion& criterion : icp.criteria) {
            const Match* match = model.match(criterion.id);
            QCOMPARE(match == nullptr, !criterion.condition);
            QVERIFY(match == nullptr || match->yes == fresh.match(criterion.id)->yes);
        }
    }
}

void TestFit::evaluatesOnlyWhatChanged() {
    const Dataset dataset = randomDataset(5, 100);
    Icp icp;
    icp.criteria = {range(QStringLiteral("a"), Section::Organisation, Importance::Must, 5, 30),
                    level(QStringLiteral("b"), Importance::Should, QStringLiteral("account.industry"),
                          QStringLiteral("Retail"))};
    FitModel model(dataset);
    model.evaluate(icp);
    const Match* kept = model.match(u"b");
    const Match* changed = model.match(u"a");
    icp.criteria[0].condition->high = 60;
    icp.criteria[1].importance = Importance::Must;
    const Bitmap before = changed->yes;
    model.evaluate(icp);
    QCOMPARE(model.match(u"b"), kept);
    QVERIFY(model.match(u"a")->yes != before);
}

void TestFit::reasonsExplainTheClass() {
    const Dataset dataset = five();
    Icp icp;
    icp.criteria = {range(QStringLiteral("must"), Section::Organisation, Importance::Must, 5, 30),
                    range(QStringLiteral("limit"), Section::StretchLimits, Importance::Should, 30, 60),
                    level(QStringLiteral("should"), Importance::Should, QStringLiteral("account.industry"),
                          QStringLiteral("Retail")),
                    level(QStringLiteral("out"), Importance::Exclude, QStringLiteral("account.industry"),
                          QStringLiteral("Public"))};
    FitModel model(dataset);
    model.evaluate(icp);
    const auto told = [&](std::size_t account) {
        QStringList lines;
        for (const Reason& reason : reasons(model, icp, account))
            lines << reason.criterion + QStringLiteral("+-?")[int(reason.answer)];
        return lines.join(u' ');
    };
    QCOMPARE(told(0), QStringLiteral("must+ should+"));
    QCOMPARE(told(1), QStringLiteral("must-"));
    QCOMPARE(told(2), QStringLiteral("must-"));
    QCOMPARE(told(3), QStringLiteral("must?"));
    QCOMPARE(told(4), QStringLiteral("out+"));
}

QTEST_APPLESS_MAIN(TestFit)
#include "tst_fit.moc"
