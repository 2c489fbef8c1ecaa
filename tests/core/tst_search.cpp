#include "core/analysis/analyze.h"
#include "core/analysis/draw.h"
#include "core/analysis/search.h"
#include "tests/support/core/datasetbuilder.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <numeric>

using namespace icp;
using icp::test::DatasetBuilder;

namespace {

/// R's Titanic table: class, sex, age, died, survived.
struct Cabin {
    const char* cls;
    const char* sex;
    const char* age;
    int died;
    int survived;
};
constexpr std::array<Cabin, 14> titanic{{{"1st", "Male", "Child", 0, 5},
                                         {"1st", "Male", "Adult", 118, 57},
                                         {"1st", "Female", "Child", 0, 1},
                                         {"1st", "Female", "Adult", 4, 140},
                                         {"2nd", "Male", "Child", 0, 11},
                                         {"2nd", "Male", "Adult", 154, 14},
                                         {"2nd", "Female", "Child", 0, 13},
                                         {"2nd", "Female", "Adult", 13, 80},
                                         {"3rd", "Male", "Child", 35, 13},
                                         {"3rd", "Male", "Adult", 387, 75},
                                         {"3rd", "Female", "Child", 17, 14},
                                         {"3rd", "Female", "Adult", 89, 76},
                                         {"Crew", "Male", "Adult", 670, 192},
                                         {"Crew", "Female", "Adult", 3, 20}}};

/// A table of codes to search; every attribute's levels are its conditions.
struct Codes {
    std::vector<std::vector<std::uint8_t>> attribute;
    std::vector<std::uint8_t> positive;
    std::vector<int> levels;

    SearchSpace space() const {
        std::vector<std::uint32_t> units(positive.size());
        std::iota(units.begin(), units.end(), 0U);
        SearchSpace result(units, positive);
        for (std::size_t a = 0; a < attribute.size(); ++a) {
            std::vector<std::uint32_t> masks;
            for (int l = 0; l < levels[a]; ++l) masks.push_back(1U << l);
            result.addCodes(int(a), attribute[a], masks);
        }
        return result;
    }
};

Codes titanicCodes() {
    Codes codes;
    codes.attribute.resize(3);
    codes.levels = {4, 2, 2};
    const QStringList classes{"1st", "2nd", "3rd", "Crew"};
    for (const Cabin& cabin : titanic)
        for (int i = 0; i < cabin.died + cabin.survived; ++i) {
            codes.attribute[0].push_back(std::uint8_t(classes.indexOf(QLatin1String(cabin.cls))));
            codes.attribute[1].push_back(cabin.sex[0] == 'F' ? 1 : 0);
            codes.attribute[2].push_back(cabin.age[0] == 'C' ? 1 : 0);
            codes.positive.push_back(i < cabin.survived ? 1 : 0);
        }
    return codes;
}

Codes randomCodes(std::uint64_t seed, std::size_t rows, int attributes, double rate) {
    Draw draw(seed);
    Codes codes;
    for (int a = 0; a < attributes; ++a) {
        codes.levels.push_back(int(draw.below(5)) + 2);
        codes.attribute.emplace_back();
        for (std::size_t r = 0; r < rows; ++r)
            codes.attribute.back().push_back(std::uint8_t(draw.below(std::size_t(codes.levels.back()))));
    }
    for (std::size_t r = 0; r < rows; ++r) {
        const double lift = codes.attribute[0][r] == 0 && codes.attribute[1][r] == 1 ? 0.3 : 0;
        codes.positive.push_back(draw.uniform() < rate + lift ? 1 : 0);
    }
    return codes;
}

/// So many of `n` against the mean and variance of the hypergeometric distribution.
double standardErrors(qint64 positives, qint64 allPositives, qint64 n, qint64 rows) {
    const double share = double(allPositives) / double(rows);
    const double variance =
        double(n) * share * (1 - share) * double(rows - n) / std::max(1.0, double(rows - 1));
    return variance > 0 ? (double(positives) - double(n) * share) / std::sqrt(variance) : 0;
}

/// Every conjunction counted row by row, none left out; its quality by the definition.
std::vector<Conjunction> bruteForce(const Codes& codes, const SearchLimits& limits) {
    struct Flat {
        std::size_t attribute;
        int level;
    };
    std::vector<Flat> conditions;
    for (std::size_t a = 0; a < codes.attribute.size(); ++a)
        for (int l = 0; l < codes.levels[a]; ++l) conditions.push_back({a, l});
    const auto rows = qint64(codes.positive.size());
    const auto positives = std::accumulate(codes.positive.begin(), codes.positive.end(), qint64(0));
    struct Counts {
        qint64 positives = 0;
        qint64 n = 0;
    };
    const auto count = [&](const Conjunction& found, unsigned which) {
        Counts counts;
        for (std::size_t row = 0; row < codes.positive.size(); ++row) {
            bool in = true;
            for (int d = 0; d < found.depth; ++d) {
                const Flat& flat = conditions[found.condition[std::size_t(d)]];
                in = in && ((which >> d & 1U) == 0 || codes.attribute[flat.attribute][row] == flat.level);
            }
            counts.n += in ? 1 : 0;
            counts.positives += in ? codes.positive[row] : 0;
        }
        return counts;
    };
    const auto quality = [&](const Conjunction& found) {
        Counts than{positives, rows};
        for (unsigned which = 1; limits.generalisationAware && which < (1U << found.depth) - 1; ++which)
            if (const Counts part = count(found, which); part.positives * than.n > than.positives * part.n)
                than = part;
        const double spread = std::sqrt(double(found.n) * double(rows - found.n));
        if (limits.mostStandardErrors)
            return spread > 0 ? double(found.positives * rows - found.n * positives) / spread : 0;
        const double size = limits.by == SegmentQuality::Wracc      ? 1
                            : limits.by == SegmentQuality::Binomial ? std::sqrt(double(found.n))
                                                                    : double(found.n);
        return double(found.positives * than.n - found.n * than.positives) * (double(rows) / double(than.n)) /
               size;
    };
    std::vector<Conjunction> all;
    std::function<void(Conjunction, std::uint32_t)> extend = [&](Conjunction so, std::uint32_t from) {
        for (std::uint32_t c = from; c < conditions.size(); ++c) {
            bool twice = false;
            for (int d = 0; d < so.depth; ++d)
                twice =
                    twice || conditions[so.condition[std::size_t(d)]].attribute == conditions[c].attribute;
            if (twice) continue;
            Conjunction next = so;
            next.condition[std::size_t(next.depth++)] = c;
            const Counts whole = count(next, ~0U);
            next.n = whole.n;
            next.positives = whole.positives;
            if (next.n >= limits.least && next.n > 0) {
                next.quality = quality(next);
                const double errors = standardErrors(next.positives, positives, next.n, rows);
                if (next.quality > 0 && errors >= limits.leastStandardErrors[std::size_t(next.depth) - 1])
                    all.push_back(next);
            }
            if (next.depth < limits.depth) extend(next, c + 1);
        }
    };
    extend({}, 0);
    std::sort(all.begin(), all.end(), [](const Conjunction& a, const Conjunction& b) {
        return a.quality != b.quality ? a.quality > b.quality
               : a.depth != b.depth   ? a.depth < b.depth
                                      : a.condition < b.condition;
    });
    all.resize(std::min(all.size(), limits.top));
    return all;
}

bool same(const std::vector<Conjunction>& a, const std::vector<Conjunction>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Conjunction& x, const Conjunction& y) {
        return x.condition == y.condition && x.depth == y.depth && x.n == y.n && x.positives == y.positives &&
               x.quality == y.quality;
    });
}

}  // namespace

/// The exhaustive search for the best conjunctions.
class TestSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kernelsAgree();
    void titanicAgreesWithOracle();
    void titanicByOtherQualities_data();
    void titanicByOtherQualities();
    void titanicWithoutRedundancy();
    void titanicByTheLeavesOfATree_data();
    void titanicByTheLeavesOfATree();
    void agreesWithBruteForce_data();
    void agreesWithBruteForce();
    void farthestFromChance();
    void onlyWhatChanceHardlyDoes();
    void sameOnAnyThreadsAndProcessor();
    void nothingToFind();
    void cancelledSearchEnds();
};

void TestSearch::kernelsAgree() {
    Draw draw(11);
    for (const std::size_t blocks : {0U, 1U, 2U, 3U, 17U}) {
        std::vector<BitBlock> a(blocks), b(blocks);
        std::uint64_t expected = 0;
        for (std::size_t i = 0; i < blocks; ++i)
            for (std::size_t w = 0; w < 8; ++w) {
                a[i].words[w] = i % 2 == 0 ? draw.next() : ~std::uint64_t(0);
                b[i].words[w] = draw.next();
                for (int bit = 0; bit < 64; ++bit) expected += (a[i].words[w] & b[i].words[w]) >> bit & 1;
            }
        for (const BitKernel& kernel : bitKernels())
            QCOMPARE(kernel.countAnd(a.data(), b.data(), blocks), expected);
    }
}

void TestSearch::titanicAgreesWithOracle() {
    // pysubgroup SimpleDFS, depth 2: WRAcc, n, survived. Conditions 0-3 class, 4 male, 5 female, 6 adult, 7
    // child.
    struct Expected {
        double wracc;
        qint64 n;
        qint64 survived;
        std::array<std::uint32_t, 3> condition;
        int depth;
    };
    const std::array<Expected, 6> expected{{{.087311929793, 470, 344, {5, 0, 0}, 1},
                                            {.081194971267, 425, 316, {5, 6, 0}, 2},
                                            {.044531408527, 325, 203, {0, 0, 0}, 1},
                                            {.042780521266, 145, 141, {0, 5, 0}, 2},
                                            {.042685979133, 319, 197, {0, 6, 0}, 2},
                                            {.026696179775, 106, 93, {1, 5, 0}, 2}}};
    const Codes codes = titanicCodes();
    QCOMPARE(codes.positive.size(), 2201U);
    const auto found = bestConjunctions(codes.space(), {2, 6, 1, 1});
    QCOMPARE(found.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QVERIFY(std::abs(found[i].quality / (2201.0 * 2201.0) - expected[i].wracc) < 1e-11);
        QCOMPARE(found[i].n, expected[i].n);
        QCOMPARE(found[i].positives, expected[i].survived);
        QCOMPARE(found[i].condition, expected[i].condition);
        QCOMPARE(found[i].depth, expected[i].depth);
    }
}

/// a = 1/2: pysubgroup SimpleDFS, depth 2. Generalisation-aware a = 1: the same table, by brute force
/// (statistics.md gives both). Conditions as above.
void TestSearch::titanicByOtherQualities_data() {
    QTest::addColumn<int>("by");
    QTest::addColumn<bool>("aware");
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("a = 1/2") << int(SegmentQuality::Binomial) << false
                             << QList<double>{.188945, .184776, .166676, .121648, .115887, .112124}
                             << QStringList{"5", "5 6", "0 5", "1 5", "0", "0 6"};
    QTest::newRow("a = 1, generalisation-aware")
        << int(SegmentQuality::Wracc) << true << QList<double>{.087312, .044531, .015844, .011783}
        << QStringList{"5", "0", "0 5", "1"};
}

void TestSearch::titanicByOtherQualities() {
    QFETCH(int, by);
    QFETCH(bool, aware);
    QFETCH(QList<double>, values);
    QFETCH(QStringList, found);
    const SearchSpace space = titanicCodes().space();
    const SearchLimits limits{2, std::size_t(values.size()), 1, 1, SegmentQuality(by), aware};
    const auto best = bestConjunctions(space, limits);
    QCOMPARE(best.size(), std::size_t(values.size()));
    for (qsizetype i = 0; i < values.size(); ++i) {
        const Conjunction& one = best[std::size_t(i)];
        QStringList conditions;
        for (int d = 0; d < one.depth; ++d) conditions << QString::number(one.condition[std::size_t(d)]);
        QCOMPARE(conditions.join(u' '), found[i]);
        QVERIFY(std::abs(valueOf(one.quality, limits.by, space) - values[i]) < 5e-7);
    }
}

void TestSearch::titanicWithoutRedundancy() {
    DatasetBuilder builder;
    QStringList cls, sex, age;
    std::vector<AccountState> state;
    for (const Cabin& cabin : titanic)
        for (int i = 0; i < cabin.died + cabin.survived; ++i) {
            cls << QLatin1String(cabin.cls);
            sex << QLatin1String(cabin.sex);
            age << QLatin1String(cabin.age);
            state.push_back(i < cabin.survived ? AccountState::Customer : AccountState::Left);
        }
    const Dataset dataset = builder.category(Entity::Account, QStringLiteral("account.class"), cls)
                                .category(Entity::Account, QStringLiteral("account.sex"), sex)
                                .category(Entity::Account, QStringLiteral("account.age"), age)
                                .accounts(state)
                                .build();
    const Study study = proposedStudy(dataset);
    QCOMPARE(study.outcome, Outcome::Retained);
    const Findings findings = analyze(dataset, study).value();
    QStringList found;
    for (const Segment& segment : findings.segments) {
        found << segment.labels.join(QStringLiteral(" & "));
        QVERIFY(segment.q < 0.05);
        QVERIFY(segment.verdict.isEmpty());  // no dates, no hold-out
    }
    // The generalisation-aware ones of the oracle; being adult adds nothing to being a woman.
    QVERIFY2(found.contains(QStringLiteral("sex: Female")), qPrintable(found.join(u'\n')));
    QVERIFY(found.contains(QStringLiteral("class: 1st")));
    QVERIFY(found.contains(QStringLiteral("class: 1st & sex: Female")));
    QVERIFY(found.contains(QStringLiteral("class: 2nd & sex: Female")));
    QVERIFY(!found.contains(QStringLiteral("sex: Female & age: Adult")));
    QVERIFY(!found.contains(QStringLiteral("class: 1st & age: Adult")));
    QStringList excluded;
    for (const Exclusion& exclusion : findings.exclusions) {
        excluded << exclusion.attributeLabel + QStringLiteral(": ") + exclusion.label;
        QVERIFY(exclusion.rate.high < findings.base.rate);
    }
    QVERIFY(excluded.contains(QStringLiteral("class: 3rd")));
    QVERIFY(!excluded.contains(QStringLiteral("sex: Male")));  // most are: nobody leaves that alone
    QVERIFY(excluded.contains(QStringLiteral("class: Crew")));
    QVERIFY(!excluded.contains(QStringLiteral("class: 2nd")));
}

/// What rpart finds, as filters: the rate of each leaf is the base rate of a study of it alone.
void TestSearch::titanicByTheLeavesOfATree_data() {
    QTest::addColumn<QStringList>("who");
    QTest::addColumn<double>("survived");
    QTest::newRow("men") << QStringList{"Male", "Adult"} << .202759;
    QTest::newRow("boys of the 3rd") << QStringList{"Male", "Child", "3rd"} << .270833;
    QTest::newRow("boys of the 1st and 2nd") << QStringList{"Male", "Child", "1st|2nd"} << 1.0;
    QTest::newRow("women of the 3rd") << QStringList{"Female", "3rd"} << .459184;
    QTest::newRow("other women") << QStringList{"Female", "1st|2nd|Crew"} << .927007;
}

void TestSearch::titanicByTheLeavesOfATree() {
    QFETCH(QStringList, who);
    QFETCH(double, survived);
    QStringList cells[3];
    std::vector<DealState> states;
    for (const Cabin& cabin : titanic)
        for (int i = 0; i < cabin.died + cabin.survived; ++i) {
            const char* values[3] = {cabin.cls, cabin.sex, cabin.age};
            for (int a = 0; a < 3; ++a) cells[a] << QLatin1String(values[a]);
            states.push_back(i < cabin.survived ? DealState::Won : DealState::Lost);
        }
    DatasetBuilder builder;
    builder.category(Entity::Account, QStringLiteral("account.name"), {"Ship"});
    const QStringList names{"deal.x_class", "deal.x_sex", "deal.x_age"};
    for (int a = 0; a < 3; ++a) builder.category(Entity::Deal, names[a], cells[a]);
    builder.links(Entity::Deal, std::vector<std::uint32_t>(states.size(), noRow)).deals(states);
    Study study;
    for (const QString& level : who) {
        const bool sex = level.endsWith(u"ale");
        const bool age = level == u"Adult" || level == u"Child";
        study.filter.push_back({names[sex ? 1 : age ? 2 : 0], Condition::Op::In, level.split(u'|')});
    }
    const auto findings = analyze(builder.build(), study);
    QVERIFY(findings.has_value());
    QVERIFY2(std::abs(findings->base.rate - survived) < 5e-7,
             qPrintable(QString::number(findings->base.rate)));
}

void TestSearch::agreesWithBruteForce_data() {
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("depth");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("top");
    QTest::addColumn<int>("by");
    QTest::addColumn<bool>("aware");
    for (int seed = 1; seed <= 24; ++seed)
        QTest::addRow("seed %d", seed)
            << seed << std::array{40, 130, 513, 700}[std::size_t(seed % 4)] << seed % 3 + 1
            << (seed % 2 == 0 ? 1 : 10) << (seed % 5 == 0 ? 3 : 40) << seed / 2 % 3 << (seed > 12);
}

void TestSearch::agreesWithBruteForce() {
    QFETCH(int, seed);
    QFETCH(int, rows);
    QFETCH(int, depth);
    QFETCH(int, least);
    QFETCH(int, top);
    QFETCH(int, by);
    QFETCH(bool, aware);
    const Codes codes = randomCodes(std::uint64_t(seed), std::size_t(rows), 5, 0.1 + 0.03 * seed);
    const SearchLimits limits{depth, std::size_t(top), least, 2, SegmentQuality(by), aware};
    const auto expected = bruteForce(codes, limits);
    QVERIFY(!expected.empty());
    QVERIFY(same(bestConjunctions(codes.space(), limits), expected));
}

/// scipy.stats.hypergeom(2201, 711, n): (x - mean) / std.
void TestSearch::farthestFromChance() {
    const SearchSpace space = titanicCodes().space();
    QVERIFY(std::abs(standardErrorsOf(344, 470, space) - 21.369758551327) < 1e-9);
    QVERIFY(std::abs(standardErrorsOf(203, 325, space) - 12.590176704049) < 1e-9);
    QVERIFY(std::abs(standardErrorsOf(141, 145, space) - 17.297128295639) < 1e-9);
    QCOMPARE(standardErrorsOf(0, 0, space), 0.0);
    QCOMPARE(standardErrorsOf(711, 2201, space), 0.0);
    for (int seed = 1; seed <= 6; ++seed) {
        const Codes codes = randomCodes(std::uint64_t(seed), 513, 5, 0.3);
        SearchLimits limits{seed % 3 + 1, 40, 10, 2, SegmentQuality::Lift};
        limits.mostStandardErrors = true;
        QVERIFY(same(bestConjunctions(codes.space(), limits), bruteForce(codes, limits)));
    }
}

void TestSearch::onlyWhatChanceHardlyDoes() {
    for (int seed = 1; seed <= 12; ++seed) {
        const Codes codes = randomCodes(std::uint64_t(seed), 700, 5, 0.3);
        SearchLimits limits{seed % 3 + 1, 40, 10, 2, SegmentQuality(seed % 3), seed % 2 == 0};
        limits.leastStandardErrors = {1, 1.5, 2};
        const auto expected = bruteForce(codes, limits);
        QVERIFY(!expected.empty());
        QVERIFY(same(bestConjunctions(codes.space(), limits), expected));
        limits.leastStandardErrors = {2.5, 3, 3.5};
        const auto fewer = bruteForce(codes, limits);
        QVERIFY(fewer.size() <= expected.size());
        QVERIFY(same(bestConjunctions(codes.space(), limits), fewer));
    }
}

void TestSearch::sameOnAnyThreadsAndProcessor() {
    const Codes codes = randomCodes(99, 5000, 9, 0.3);
    const SearchSpace space = codes.space();
    for (const SegmentQuality by : {SegmentQuality::Wracc, SegmentQuality::Binomial, SegmentQuality::Lift})
        for (const bool aware : {false, true}) {
            const auto expected = bestConjunctions(space, {3, 100, 15, 1, by, aware});
            QCOMPARE(expected.size(), 100U);
            for (const unsigned threads : {2U, 3U, 8U})
                QVERIFY(same(bestConjunctions(space, {3, 100, 15, threads, by, aware}), expected));
            for (const BitKernel& kernel : bitKernels())
                QVERIFY2(same(bestConjunctions(space, {3, 100, 15, 2, by, aware}, {}, kernel), expected),
                         kernel.name);
        }
}

void TestSearch::nothingToFind() {
    Codes codes = randomCodes(5, 100, 3, 0.4);
    std::fill(codes.positive.begin(), codes.positive.end(), std::uint8_t(1));
    QVERIFY(bestConjunctions(codes.space(), {}).empty());
    std::fill(codes.positive.begin(), codes.positive.end(), std::uint8_t(0));
    QVERIFY(bestConjunctions(codes.space(), {}).empty());
    QVERIFY(bestConjunctions(SearchSpace({}, {}), {}).empty());
    QVERIFY(bestConjunctions(randomCodes(5, 100, 3, 0.4).space(), {3, 100, 1000, 1}).empty());
}

void TestSearch::cancelledSearchEnds() {
    const Codes codes = randomCodes(1, 20000, 14, 0.5);
    const SearchSpace space = codes.space();
    const Job job;
    job.cancel();
    QVERIFY(bestConjunctions(space, {3, 100, 1, 2}, job).size() <= 100);
}

QTEST_APPLESS_MAIN(TestSearch)
#include "tst_search.moc"
