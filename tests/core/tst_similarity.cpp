#include "core/base/text.h"
#include "core/proposals/proposals.h"
#include "core/proposals/similarity.h"
#include "core/proposals/spelling.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/workshopedits.h"

#include <QHash>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace icp;
using namespace icp::test;

/// Names that are written differently, and the index that finds them.
class TestSimilarity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asFoundPlainly_data();
    void asFoundPlainly();
    void plantedDirtIsFound();
};

namespace {

/// What NameIndex promises, word for word and without any haste.
class PlainIndex {
public:
    explicit PlainIndex(const QStringList& names) : m_names(names) {
        for (const QString& name : names)
            for (const QString& word : wordsOf(name)) ++m_frequency[word];
        for (int row = 0; row < int(names.size()); ++row) {
            for (const QString& word : wordsOf(names[row]))
                if (m_frequency[word] <= 400) m_byWord[word] << row;
            for (const QString& gram : gramsOf(lettersOf(names[row])))
                if (m_byGram[gram].size() <= 400) m_byGram[gram] << row;
        }
    }

    double similarity(const QString& a, const QString& b) const {
        const QStringList x = wordsOf(a);
        const QStringList y = wordsOf(b);
        if (x.isEmpty() || y.isEmpty() || digitsOf(lettersOf(a)) != digitsOf(lettersOf(b))) return 0;
        if (lettersOf(a) == lettersOf(b)) return x.size() == y.size() ? 1 : 0.98;
        const std::vector<double> u = weightsOf(x);
        const std::vector<double> v = weightsOf(y);
        std::vector<std::tuple<double, int, int>> pairs;
        for (int i = 0; i < int(x.size()); ++i)
            for (int j = 0; j < int(y.size()); ++j)
                if (const double s = wordSimilarity(x[i], y[j]); s > 0) pairs.emplace_back(-s, i, j);
        std::sort(pairs.begin(), pairs.end());
        QSet<int> usedX;
        QSet<int> usedY;
        double sum = 0;
        for (const auto& [less, i, j] : pairs) {
            if (usedX.contains(i) || usedY.contains(j)) continue;
            usedX.insert(i);
            usedY.insert(j);
            sum += u[std::size_t(i)] * v[std::size_t(j)] * -less;
        }
        return std::min(1.0, sum);
    }

    std::vector<NameIndex::Hit> find(const QString& name, std::size_t most) const {
        std::map<int, int> points;
        const auto collect = [&](QList<QList<int>> lists, qsizetype lookedUp, int each) {
            std::stable_sort(lists.begin(), lists.end(),
                             [](const auto& a, const auto& b) { return a.size() < b.size(); });
            qsizetype left = 400;
            for (qsizetype i = 0; i < std::min(lists.size(), lookedUp); ++i) {
                if (lists[i].size() > left) break;
                left -= lists[i].size();
                for (const int row : lists[i]) points[row] += each;
            }
        };
        QList<QList<int>> words;
        for (const QString& word : wordsOf(name))
            if (m_byWord.contains(word)) words << m_byWord[word];
        collect(words, words.size(), 4);
        QList<QList<int>> grams;
        for (const QString& gram : gramsOf(lettersOf(name)))
            if (m_byGram.contains(gram) && m_byGram[gram].size() <= 400) grams << m_byGram[gram];
        collect(grams, 12, 1);
        std::vector<std::pair<int, int>> best;
        for (const auto& [row, count] : points) best.emplace_back(-count, row);
        std::sort(best.begin(), best.end());
        best.resize(std::min<std::size_t>(best.size(), 24));
        std::vector<NameIndex::Hit> hits;
        for (const auto& [less, row] : best)
            if (const double score = similarity(name, m_names[row]); score > 0)
                hits.push_back({std::uint32_t(row), score});
        std::sort(hits.begin(), hits.end(), [](const auto& a, const auto& b) {
            return std::pair(-a.score, a.row) < std::pair(-b.score, b.row);
        });
        hits.resize(std::min(hits.size(), most));
        return hits;
    }

private:
    static QStringList wordsOf(const QString& name) {
        QStringList words = companyKey(name).split(u' ', Qt::SkipEmptyParts);
        words.removeDuplicates();
        return words;
    }
    static QString lettersOf(const QString& name) { return companyKey(name).remove(u' '); }
    static QString digitsOf(QString text) {
        return text.removeIf([](QChar c) { return !c.isDigit(); });
    }
    /// In the order of their letters, as numbers.
    static QStringList gramsOf(const QString& letters) {
        const QString padded = u'^' + letters + u'$';
        QStringList grams;
        for (qsizetype i = 0; i + 3 <= padded.size(); ++i) grams << padded.mid(i, 3);
        std::sort(grams.begin(), grams.end());
        grams.removeDuplicates();
        return grams;
    }
    static double wordSimilarity(const QString& a, const QString& b) {
        if (a == b) return 1;
        if (std::min(a.size(), b.size()) < 4 || digitsOf(a) != digitsOf(b)) return 0;
        const bool slips = std::min(a.size(), b.size()) >= 10 && a[0] == b[0] && editDistance(a, b, 2) == 2;
        return slips || isWordSlip(a, b) ? jaroWinkler(a, b) : 0;
    }
    std::vector<double> weightsOf(const QStringList& words) const {
        std::vector<double> weights;
        double total = 0;
        for (const QString& word : words) {
            const double weight = std::log(1 + (double(m_names.size()) + 1) / m_frequency.value(word, 1));
            weights.push_back(weight);
            total += weight * weight;
        }
        for (double& weight : weights) weight /= std::sqrt(total);
        return weights;
    }

    QStringList m_names;
    QHash<QString, int> m_frequency;
    QHash<QString, QList<int>> m_byWord;
    QHash<QString, QList<int>> m_byGram;
};

/// Names out of few words, so that many share them, and what people make of names.
class Names {
public:
    explicit Names(quint32 seed) : m_random(seed) {
        const QStringList syllables{"ba",   "ko", "mer", "tan", "ü", "li",  "sto",
                                    "nard", "éo", "x",   "gra", "7", "вос", "ton"};
        for (int i = 0; i < 60; ++i) {
            QString word;
            for (int part = 0; part <= m_random.bounded(4); ++part)
                word += syllables[m_random.bounded(int(syllables.size()))];
            m_words << word;
        }
    }
    QString name() {
        QStringList words;
        for (int i = 0; i <= m_random.bounded(4); ++i)
            words << m_words[int(m_random.bounded(60) * m_random.generateDouble())];
        if (m_random.bounded(5) == 0) words << QStringLiteral("GmbH");
        if (m_random.bounded(8) == 0) words << QString::number(m_random.bounded(12));
        return m_random.bounded(40) == 0 ? QString() : words.join(u' ');
    }
    QString spoilt(QString name) {
        if (name.size() < 3) return name;
        const auto at = m_random.bounded(int(name.size()) - 1);
        switch (m_random.bounded(6)) {
            case 0:
                return name.remove(at, 1);
            case 1:
                return name.insert(at, name[at]);
            case 2:
                std::swap(name[at], name[at + 1]);
                return name;
            case 3:
                return name.remove(u' ');
            case 4:
                return name.toUpper() + QStringLiteral(", Inc.");
            default:
                return name;
        }
    }
    quint32 bounded(quint32 highest) { return m_random.bounded(highest); }

private:
    QRandomGenerator m_random;
    QStringList m_words;
};

}  // namespace

void TestSimilarity::asFoundPlainly_data() {
    QTest::addColumn<int>("names");
    // With few names nothing is left out for being common; with many the limits hold.
    for (const int names : {0, 1, 2, 30, 300, 2500}) QTest::addRow("%d names", names) << names;
}

void TestSimilarity::asFoundPlainly() {
    QFETCH(int, names);
    Names made{quint32(names) + 3};
    QStringList list;
    for (int i = 0; i < names; ++i) list << made.name();
    const NameIndex index(list);
    const PlainIndex plain(list);
    int found = 0;
    for (int i = 0; i < 400; ++i) {
        const QString text =
            list.isEmpty() || i % 4 == 0 ? made.name() : made.spoilt(list[made.bounded(quint32(names))]);
        const std::size_t most = i % 3 == 0 ? 24 : 2;
        const auto hits = index.find(text, most);
        const auto wanted = plain.find(text, most);
        const auto shown = [&](const std::vector<NameIndex::Hit>& rows) {
            QStringList lines;
            for (const NameIndex::Hit& hit : rows)
                lines
                    << QStringLiteral("%1 %2 %3").arg(hit.row).arg(hit.score, 0, 'g', 15).arg(list[hit.row]);
            return text + QStringLiteral(": ") + lines.join(QStringLiteral(" | "));
        };
        QCOMPARE(shown(hits), shown(wanted));
        found += hits.empty() ? 0 : 1;
    }
    for (int i = 0; names > 0 && i < 400; ++i) {
        const quint32 a = made.bounded(quint32(names));
        const quint32 b = made.bounded(quint32(names));
        QCOMPARE(index.similarity(a, b), plain.similarity(list[a], list[b]));
    }
    QVERIFY(names < 30 || found > 100);
}

void TestSimilarity::plantedDirtIsFound() {
    QRandomGenerator random(11);
    const QStringList first{"Northwind", "Fabrikam", "Contoso", "Litware",   "Proseware",
                            "Adventure", "Tailspin", "Wingtip", "Humongous", "Lucerne",
                            "Margie",    "Coho",     "Alpine",  "Fourth",    "Graphic",
                            "Woodgrove", "Bellows",  "Munson",  "Relecloud", "Liberty"};
    const QStringList second{"Traders",  "Logistics", "Insurance", "Research", "Publishing",
                             "Airlines", "Vineyard",  "Winery",    "Hospital", "Foods",
                             "Textiles", "Energy",    "Software",  "Steel",    "Motors"};
    QStringList names;
    for (const QString& a : first)
        for (const QString& b : second) names << a + u' ' + b;
    const auto spoilt = [&](QString name) {
        const auto at = 1 + random.bounded(int(name.indexOf(u' ')) - 2);  // within the first word
        switch (random.bounded(4)) {
            case 0:
                return name.remove(at, 1);
            case 1:
                return name.insert(at, name[at]);
            case 2:
                std::swap(name[at], name[at + 1]);
                return name;
            default:
                return name.remove(u' ');
        }
    };
    QStringList cells;
    std::vector<std::uint32_t> truth;
    for (int i = 0; i < 400; ++i) {
        const int account = random.bounded(int(names.size()));
        const QString cell = spoilt(names[account]);
        if (cell == names[account] || cells.contains(cell)) continue;
        cells << cell;
        truth.push_back(std::uint32_t(account));
    }
    const int planted = int(cells.size());
    for (const char* stranger : {"Northwind Bakery", "Fabricam", "Umbrella Winery", "Trey Research",
                                 "Traders", "Steel Motors", "Alpine Ski House", "Contoso"})
        cells << QString::fromLatin1(stranger);
    const Dataset dataset =
        DatasetBuilder()
            .text(Entity::Account, "account.name", names)
            .text(Entity::Deal, "deal.account_name", cells)
            .links(Entity::Deal, std::vector<std::uint32_t>(std::size_t(cells.size()), noRow))
            .build();
    int right = 0;
    for (const LinkProposal& link : expectValue(propose(dataset)).links) {
        const auto at = cells.indexOf(link.decision.text);
        QVERIFY2(at < planted, qPrintable(link.decision.text));
        QVERIFY2(truth[std::size_t(at)] == link.account,
                 qPrintable(link.decision.text + QStringLiteral(" -> ") + names[link.account]));
        ++right;
    }
    qInfo("%d of %d spoilt names found, none wrong", right, planted);
    QVERIFY(right >= planted * 9 / 10);
}

QTEST_GUILESS_MAIN(TestSimilarity)
#include "tst_similarity.moc"
