#include "core/proposals/similarity.h"

#include "core/base/text.h"
#include "core/proposals/spelling.h"

#include <algorithm>
#include <array>
#include <boost/container/small_vector.hpp>
#include <cmath>

namespace icp {

namespace {

constexpr std::size_t mostPerKey = 400;     // what so many names share tells none of them
constexpr int pointsPerWord = 4;            // a common word says as much as so many groups of letters
constexpr std::size_t mostCandidates = 24;  // that are compared in full
constexpr std::size_t gramsLookedUp = 12;

QString digitsOf(QStringView text) {
    QString digits;
    for (const QChar c : text)
        if (c.isDigit()) digits += c;
    return digits;
}

/// The groups of three letters, each once, in order.
void findGrams(const QString& letters, std::vector<std::uint64_t>& grams) {
    grams.clear();
    std::uint64_t gram = u'^';
    for (qsizetype i = 0; i <= letters.size(); ++i) {
        gram = (gram << 16 | (i < letters.size() ? letters[i].unicode() : u'$')) & 0xFFFF'FFFF'FFFF;
        if (i > 0) grams.push_back(gram);
    }
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
}

/// Of two words that differ.
double wordSimilarity(QStringView a, QStringView b) {
    const qsizetype shorter = std::min(a.size(), b.size());
    const bool slips = shorter >= 10 && editDistance(a, b, 2) == 2;
    if (!slips && !isWordSlip(a, b)) return 0;
    return digitsOf(a) == digitsOf(b) ? jaroWinkler(a, b) : 0;
}

/// How often each of a few rows was named.
class Tally {
public:
    void add(std::uint32_t row, int points) {
        std::size_t slot = row * 0x9E3779B1U >> (32 - bits);
        while (m_points[slot] != 0 && m_rows[slot] != row) slot = (slot + 1) % m_rows.size();
        if (m_points[slot] == 0) {
            m_rows[slot] = row;
            m_used.push_back(std::uint16_t(slot));
        }
        m_points[slot] += points;
    }
    /// Most points first, then in the order of rows.
    std::vector<std::uint32_t> best(std::size_t most) const {
        // How many points it takes to be among them.
        std::array<std::uint32_t, 64> rowsWith{};
        const auto capped = [](int points) { return std::size_t(std::min(points, 63)); };
        for (const std::uint16_t slot : m_used) ++rowsWith[capped(m_points[slot])];
        std::size_t needed = rowsWith.size();
        for (std::size_t rows = 0; needed > 1 && rows < most;) rows += rowsWith[--needed];
        std::vector<std::pair<int, std::uint32_t>> order;
        for (const std::uint16_t slot : m_used)
            if (capped(m_points[slot]) >= needed) order.emplace_back(-m_points[slot], m_rows[slot]);
        std::sort(order.begin(), order.end());
        std::vector<std::uint32_t> rows;
        for (std::size_t i = 0; i < std::min(order.size(), most); ++i) rows.push_back(order[i].second);
        return rows;
    }

private:
    static constexpr int bits = 11;
    static_assert((1U << bits) >= 2 * 2 * mostPerKey, "half of the slots stay free");
    std::array<std::uint32_t, 1U << bits> m_rows;
    std::array<std::uint16_t, 1U << bits> m_points{};
    std::vector<std::uint16_t> m_used;
};

}  // namespace

double jaroWinkler(QStringView a, QStringView b) {
    if (a.empty() || b.empty()) return a.empty() && b.empty() ? 1 : 0;
    const qsizetype reach = std::max<qsizetype>(0, std::max(a.size(), b.size()) / 2 - 1);
    std::vector<bool> usedA(std::size_t(a.size()));
    std::vector<bool> usedB(std::size_t(b.size()));
    int common = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        for (qsizetype j = std::max<qsizetype>(0, i - reach); j < std::min(b.size(), i + reach + 1); ++j)
            if (!usedB[std::size_t(j)] && a[i] == b[j]) {
                usedA[std::size_t(i)] = usedB[std::size_t(j)] = true;
                ++common;
                break;
            }
    if (common == 0) return 0;
    int swapped = 0;
    for (qsizetype i = 0, j = 0; i < a.size(); ++i) {
        if (!usedA[std::size_t(i)]) continue;
        while (!usedB[std::size_t(j)]) ++j;
        swapped += a[i] != b[j++] ? 1 : 0;
    }
    const double jaro = (double(common) / double(a.size()) + double(common) / double(b.size()) +
                         (common - double(swapped) / 2) / common) /
                        3;
    qsizetype prefix = 0;
    while (prefix < std::min<qsizetype>({4, a.size(), b.size()}) && a[prefix] == b[prefix]) ++prefix;
    return jaro + double(prefix) * 0.1 * (1 - jaro);
}

NameIndex::NameIndex(const QStringList& names, const Job& job) : m_count(double(names.size())) {
    Steps steps(job);
    m_names.reserve(std::size_t(names.size()));
    for (const QString& name : names) {
        if (steps.cancelled()) return;
        const Spelt spelt = speltOut(name);
        Name& known = m_names.emplace_back(nameOf(spelt));
        known.digits = idOf(m_digits, spelt.digits);
        known.first = std::uint32_t(m_nameWords.size());
        for (const QString& text : spelt.words) {
            const std::uint32_t id = idOf(m_ids, text);
            if (id == m_words.size()) {
                m_words.push_back(text);
                m_frequency.push_back(0);
            }
            ++m_frequency[id];
            m_nameWords.push_back(wordOf(text, id));
        }
        m_letters.push_back(spelt.letters);
    }
    m_byWord.resize(m_words.size());
    std::vector<std::uint64_t> grams;
    for (std::uint32_t row = 0; row < std::uint32_t(names.size()); ++row) {
        if (steps.cancelled()) return;
        const std::span<Word> words = std::span(m_nameWords).subspan(m_names[row].first, m_names[row].words);
        weigh(words);
        for (const Word& word : words)
            if (m_frequency[word.id] <= mostPerKey) m_byWord[word.id].push_back(row);
        findGrams(m_letters[row], grams);
        for (const std::uint64_t gram : grams)
            if (auto& rows = m_byGram[gram]; rows.size() <= mostPerKey) rows.push_back(row);
    }
}

std::uint32_t NameIndex::idOf(QHash<QString, std::uint32_t>& ids, const QString& text) {
    const auto known = ids.constFind(text);
    if (known != ids.cend()) return *known;
    const auto next = std::uint32_t(ids.size());
    ids.insert(text, next);
    return next;
}

NameIndex::Spelt NameIndex::speltOut(const QString& text) {
    Spelt spelt;
    const QString key = companyKey(text);
    for (const QStringView word : QStringView(key).split(u' ', Qt::SkipEmptyParts)) {
        spelt.letters += word;
        if (std::find(spelt.words.begin(), spelt.words.end(), word) == spelt.words.end())
            spelt.words.push_back(word.toString());
    }
    spelt.digits = digitsOf(spelt.letters);
    return spelt;
}

NameIndex::Name NameIndex::nameOf(const Spelt& spelt) {
    Name name;
    name.letters = qHash(spelt.letters);
    name.words = std::uint32_t(spelt.words.size());
    return name;
}

NameIndex::Word NameIndex::wordOf(const QString& text, std::uint32_t id) {
    return {id, std::uint16_t(std::min<qsizetype>(text.size(), 0xFFFF)), text[0].unicode(), 0};
}

void NameIndex::weigh(std::span<Word> words) const {
    double total = 0;
    for (Word& word : words) {
        const double frequency = word.id == unknown ? 1 : m_frequency[word.id];
        // Never 0, so that a name of common words only is still a name.
        word.weight = std::log(1 + (m_count + 1) / frequency);
        total += word.weight * word.weight;
    }
    for (Word& word : words) word.weight /= std::sqrt(total);
}

/// Of one that is spelt out with the name of a row.
double NameIndex::similarity(const Question& a, std::uint32_t row) const {
    const Name& name = m_names[row];
    if (a.words.empty() || name.words == 0 || a.name.digits != name.digits) return 0;
    if (a.name.letters == name.letters && a.spelt.letters == m_letters[row])
        return a.name.words == name.words ? 1 : 0.98;
    const std::span<const Word> words = std::span(m_nameWords).subspan(name.first, name.words);
    struct Pair {
        double similarity;
        std::size_t i;
        std::size_t j;
    };
    boost::container::small_vector<Pair, 8> pairs;
    for (std::size_t i = 0; i < a.words.size(); ++i)
        for (std::size_t j = 0; j < words.size(); ++j) {
            const Word& x = a.words[i];
            const Word& y = words[j];
            if (x.id == y.id) {
                pairs.push_back({1, i, j});
            } else if (x.first == y.first && std::min(x.size, y.size) >= 4 &&
                       std::abs(x.size - y.size) <= 2) {
                const double s = wordSimilarity(a.spelt.words[qsizetype(i)], m_words[y.id]);
                if (s > 0) pairs.push_back({s, i, j});
            }
        }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& x, const Pair& y) { return x.similarity > y.similarity; });
    boost::container::small_vector<bool, 16> usedA(a.words.size(), false);
    boost::container::small_vector<bool, 16> usedB(words.size(), false);
    double sum = 0;
    for (const Pair& pair : pairs) {
        if (usedA[pair.i] || usedB[pair.j]) continue;
        usedA[pair.i] = usedB[pair.j] = true;
        sum += a.words[pair.i].weight * words[pair.j].weight * pair.similarity;
    }
    return std::min(1.0, sum);
}

NameIndex::Question NameIndex::asked(const QString& text) const {
    Question question;
    question.spelt = speltOut(text);
    question.name = nameOf(question.spelt);
    question.name.digits = m_digits.value(question.spelt.digits, unknown);
    for (const QString& word : question.spelt.words)
        question.words.push_back(wordOf(word, m_ids.value(word, unknown)));
    weigh(question.words);
    return question;
}

double NameIndex::similarity(std::uint32_t a, std::uint32_t b) const {
    Question question;
    question.name = m_names[a];
    question.spelt.letters = m_letters[a];
    for (std::uint32_t i = 0; i < m_names[a].words; ++i) {
        question.words.push_back(m_nameWords[m_names[a].first + i]);
        question.spelt.words.push_back(m_words[question.words.back().id]);
    }
    return similarity(question, b);
}

std::vector<std::uint32_t> NameIndex::candidates(const Question& question) const {
    Tally tally;
    using Lists = std::vector<const std::vector<std::uint32_t>*>;
    const auto collect = [&](Lists& lists, std::size_t most, int points) {
        std::stable_sort(lists.begin(), lists.end(),
                         [](const auto* a, const auto* b) { return a->size() < b->size(); });
        std::size_t left = mostPerKey;
        for (std::size_t i = 0; i < std::min(lists.size(), most) && lists[i]->size() <= left; ++i) {
            left -= lists[i]->size();
            for (const std::uint32_t row : *lists[i]) tally.add(row, points);
        }
    };
    Lists lists;
    for (const Word& word : question.words)
        if (word.id != unknown) lists.push_back(&m_byWord[word.id]);
    collect(lists, lists.size(), pointsPerWord);
    lists.clear();
    std::vector<std::uint64_t> grams;
    findGrams(question.spelt.letters, grams);
    for (const std::uint64_t gram : grams)
        if (const auto found = m_byGram.find(gram);
            found != m_byGram.end() && found->second.size() <= mostPerKey)
            lists.push_back(&found->second);
    collect(lists, gramsLookedUp, 1);
    return tally.best(mostCandidates);
}

std::vector<NameIndex::Hit> NameIndex::find(const QString& text, std::size_t most) const {
    const Question question = asked(text);
    std::vector<Hit> hits;
    for (const std::uint32_t row : candidates(question))
        if (const double score = similarity(question, row); score > 0) hits.push_back({row, score});
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return a.score != b.score ? a.score > b.score : a.row < b.row;
    });
    if (hits.size() > most) hits.resize(most);
    return hits;
}

}  // namespace icp
