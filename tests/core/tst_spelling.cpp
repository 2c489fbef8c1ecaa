#include "core/proposals/similarity.h"
#include "core/proposals/spelling.h"

#include <QRandomGenerator>
#include <QTest>
#include <queue>

#include <set>

using namespace icp;

/// What counts as the same spelling, as a look-alike, as a slip of the pen, and what never does.
class TestSpelling : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameSpelling_data();
    void sameSpelling();
    void differentMeaning_data();
    void differentMeaning();
    void lookAlikes_data();
    void lookAlikes();
    void slips_data();
    void slips();
    void noSlips_data();
    void noSlips();
    void distanceIsThatOfTheShortestWay();
    void jaroWinklerOfThePapers();
    void namesAreFound();
    void namesAreKeptApart();
};

namespace {

void addPairs(const std::vector<std::pair<const char*, const char*>>& pairs) {
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    for (const auto& [a, b] : pairs)
        QTest::newRow((QByteArray(a) + " | " + b).constData())
            << QString::fromUtf8(a) << QString::fromUtf8(b);
}

}  // namespace

void TestSpelling::sameSpelling_data() {
    addPairs({{"CONSTRUCCIÓN", "CONSTRUCCION"},
              {"GTXPro", "GTX Pro"},
              {"Cloud", "cloud "},
              {"E-Commerce", "ecommerce"},
              {"Health care", "Healthcare"},
              {"R&D", "R and D"},
              {"Größe", "GROSSE"},
              {"Straße", "Strasse"},
              {"Ｃｌｏｕｄ", "Cloud"},
              {"Non-profit", "Nonprofit"},
              {"51 – 200", "51-200"},
              {"Tier-1", "tier 1"},
              {"São Paulo", "Sao Paulo"},
              {"Łódź", "Lodz"},
              {"Retail, Food", "Retail Food"}});
}
void TestSpelling::sameSpelling() {
    QFETCH(QString, a);
    QFETCH(QString, b);
    QCOMPARE(spellingKey(a), spellingKey(b));
    QVERIFY(!spellingKey(a).isEmpty());
}

void TestSpelling::differentMeaning_data() {
    addPairs({{"1-5", "15"},
              {"1.5", "15"},
              {"1-5", "1.5"},
              {"1,000", "1.000"},
              {"10 50", "1050"},
              {"C", "C++"},
              {"C", "C#"},
              {"<50", ">50"},
              {"10+", "10"},
              {"50%", "50"},
              {"Tier -1", "Tier 1"},
              {"-5", "5"},
              {"ハハ", "パパ"},
              {"か", "が"},
              {"A/B", "AB"},
              {"Profit", "Non-profit"},
              {"$5", "€5"},
              {"=", ">"},
              {"Phase II", "Phase III"}});
}
void TestSpelling::differentMeaning() {
    QFETCH(QString, a);
    QFETCH(QString, b);
    QVERIFY(spellingKey(a) != spellingKey(b));
    QVERIFY(lookAlikeKey(a) != lookAlikeKey(b));
    QVERIFY(!isSlip(a, b) && !isSlip(b, a));
}

void TestSpelling::lookAlikes_data() {
    addPairs({{"Сloud", "Cloud"}, {"Сосо", "Coco"}, {"ΒΑΝΚ", "BANK"}, {"МEDIA", "MEDIA"}, {"Tесh", "Tech"}});
}
void TestSpelling::lookAlikes() {
    QFETCH(QString, a);
    QFETCH(QString, b);
    QVERIFY(spellingKey(a) != spellingKey(b));
    QCOMPARE(lookAlikeKey(a), lookAlikeKey(b));
}

void TestSpelling::slips_data() {
    addPairs({{"technolgy", "technology"},
              {"Philipines", "Philippines"},
              {"Manufcaturing", "Manufacturing"},
              {"Logistcs", "Logistics"},
              {"Heathcare", "Healthcare"},
              {"Finanical Services", "Financial Services"},
              {"Pharmaceuticasl", "Pharmaceuticals"},
              {"Germny", "Germany"},
              {"Retial Trade", "Retail Trade"},
              {"Telecomunication", "Telecommunication"},
              {"Строителство", "Строительство"},
              {"Closed wom deal", "Closed wom deal."},
              {"Enterprice", "Enterprise"}});
}
void TestSpelling::slips() {
    QFETCH(QString, a);
    QFETCH(QString, b);
    QVERIFY(isSlip(a, b) || spellingKey(a) == spellingKey(b));
}

void TestSpelling::noSlips_data() {
    addPairs({{"Gambia", "Zambia"},
              {"employee", "employer"},
              {"Plan A", "Plan B"},
              {"Service", "Services"},
              {"Region 1", "Region 2"},
              {"Austria", "Australia"},
              {"Slovakia", "Slovenia"},
              {"active", "inactive"},
              {"Painting", "Printing"},
              {"lessor", "lessee"},
              {"Iran", "Iraq"},
              {"Inbound", "Unbound"},
              {"2019-2020", "2018-2020"},
              {"Fund III", "Fund VIII"},
              {"North West", "North East"},
              {"Typical", "Atypical"},
              {"insured", "insurer"},
              {"東京都港区営業部", "東京都北区営業部"},
              {"Big customer", "Customer"},
              {"One entity", "Ten entity"},
              {"First half", "First hall"},
              {"Hosting", "Housing sector"},
              {"Chile", "China"},
              {"Level 12", "Level 21"}});
}
void TestSpelling::noSlips() {
    QFETCH(QString, a);
    QFETCH(QString, b);
    QVERIFY(!isSlip(a, b) && !isSlip(b, a));
}

/// Breadth first over all texts one edit away, on an alphabet of two letters.
void TestSpelling::distanceIsThatOfTheShortestWay() {
    QRandomGenerator random(3);
    const auto word = [&] {
        QString text;
        for (int i = random.bounded(6); i >= 0; --i) text += random.bounded(2) ? u'a' : u'b';
        return text;
    };
    const auto neighbours = [](const QString& text) {
        QStringList result;
        for (qsizetype i = 0; i <= text.size(); ++i)
            for (const QChar c : {u'a', u'b'}) {
                result << text.left(i) + c + text.mid(i);
                if (i < text.size())
                    result << text.left(i) + c + text.mid(i + 1) << text.left(i) + text.mid(i + 1);
            }
        return result;
    };
    for (int round = 0; round < 80; ++round) {
        const QString from = word();
        const QString to = word();
        // Without swaps the shortest way is Levenshtein's; a swap can only shorten it, and never below half.
        std::set<QString> seen{from};
        std::queue<std::pair<QString, int>> open;
        open.emplace(from, 0);
        int plain = -1;
        while (plain < 0) {
            const auto [text, steps] = open.front();
            open.pop();
            if (text == to) plain = steps;
            for (const QString& next : neighbours(text))
                if (next.size() < 9 && seen.insert(next).second) open.emplace(next, steps + 1);
        }
        const int distance = editDistance(from, to, 20);
        QVERIFY(distance <= plain && 2 * distance >= plain);
        QCOMPARE(editDistance(to, from, 20), distance);
        QCOMPARE(editDistance(from, to, 1), std::min(distance, 2));
    }
    QCOMPARE(editDistance(u"ab", u"ba", 9), 1);
    QCOMPARE(editDistance(u"ca", u"abc", 9), 3);  // optimal string alignment, not unrestricted
    QCOMPARE(editDistance(u"kitten", u"sitting", 9), 3);
}

void TestSpelling::jaroWinklerOfThePapers() {
    // Winkler 1990 and the Census Bureau's table.
    const auto near = [](double a, double b) { return std::abs(a - b) < 0.0005; };
    QVERIFY(near(jaroWinkler(u"MARTHA", u"MARHTA"), 0.9611));
    QVERIFY(near(jaroWinkler(u"DIXON", u"DICKSONX"), 0.8133));
    QVERIFY(near(jaroWinkler(u"DWAYNE", u"DUANE"), 0.8400));
    QVERIFY(near(jaroWinkler(u"JONES", u"JOHNSON"), 0.8324));
    QCOMPARE(jaroWinkler(u"same", u"same"), 1.0);
    QCOMPARE(jaroWinkler(u"abc", u"xyz"), 0.0);
    QCOMPARE(jaroWinkler(u"", u"xyz"), 0.0);
}

void TestSpelling::namesAreFound() {
    const NameIndex index({"Northwind Traders", "Adatum Corporation", "Acme Logistics GmbH",
                           "Blue Yonder Airlines", "City Power & Light", "Müller Maschinenbau AG",
                           "Trey Research"});
    const auto best = [&](const char* name) {
        const auto hits = index.find(QString::fromUtf8(name), 2);
        return hits.empty() || hits[0].score < 0.9 ? -1 : int(hits[0].row);
    };
    QCOMPARE(best("northwind  traders Ltd."), 0);
    QCOMPARE(best("Nortwind Traders"), 0);
    QCOMPARE(best("NorthwindTraders"), 0);
    QCOMPARE(best("Traders, Northwind"), 0);
    QCOMPARE(best("Acme Logistic"), 2);
    QCOMPARE(best("Blue Yonder Arilines"), 3);
    QCOMPARE(best("Muller Maschinenbau"), 5);
    QCOMPARE(best(""), -1);
}

void TestSpelling::namesAreKeptApart() {
    const NameIndex index(
        {"Northwind Traders", "Store 12", "Bank of Ireland", "Delta Air Lines", "Acme Germany"});
    for (const char* name : {"Southwind Traders", "Store 13", "Bank of Iceland", "Delta Faucet",
                             "Acme France", "Store 112", "Traders", "Northwind"}) {
        const auto hits = index.find(QString::fromUtf8(name), 1);
        QVERIFY2(hits.empty() || hits[0].score < 0.9, name);
    }
}

QTEST_APPLESS_MAIN(TestSpelling)
#include "tst_spelling.moc"
