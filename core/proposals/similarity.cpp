#include "core/proposals/similarity.h"

#include "core/base/text.h"
#include "core/proposals/spelling.h"

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

constexpr std::size_t mostPerKey = 400;     // what so many names share tells none of them
constexpr int pointsPerWord = 4;            // a common word says as much as so many groups of letters
constexpr std::size_t mostCandidates = 24;  // that are compared in full
constexpr std::size_t gramsLookedUp = 12;

QString digitsOf(const QString& text) {
    QString digits;
    for (const QChar c : text)
        if (c.isDigit()) digits += c;
    return digits;
}

std::vector<std::uint64_t> gramsOf(const QString& letters) {
    std::vector<std::uint64_t> grams;
    const QString padded = u'^' + letters + u'$';
    for (qsizetype i = 0; i + 3 <= padded.size(); ++i)
        grams.push_back(std::uint64_t(padded[i].unicode()) << 32 |
                        std::uint64_t(padded[i + 1].unicode()) << 16 | padded[i + 2].unicode());
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    return grams;
}

double wordSimilarity(const QString& a, const QString& b) {
    if (a == b) return 1;
    if (std::min(a.size(), b.size()) < 4 || digitsOf(a) != digitsOf(b)) return 0;
    const bool slips = std::min(a.size(), b.size()) >= 10 && a[0] == b[0] && editDistance(a, b, 2) == 2;
    return slips || isWordSlip(a, b) ? jaroWinkler(a, b) : 0;
}

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
    for (const QString& name : names) {
        if (steps.cancelled()) return;
        QStringList words = companyKey(name).split(u' ', Qt::SkipEmptyParts);
        words.removeDuplicates();
        for (const QString& word : words) ++m_frequency[word];
    }
    m_names.reserve(std::size_t(names.size()));
    for (std::uint32_t row = 0; row < std::uint32_t(names.size()); ++row) {
        if (steps.cancelled()) return;
        m_names.push_back(nameOf(names[row]));
        for (const Word& word : m_names.back().words)
            if (m_frequency[word.text] <= mostPerKey) m_byWord[word.text].push_back(row);
        for (const std::uint64_t gram : gramsOf(m_names.back().letters))
            if (auto& rows = m_byGram[gram]; rows.size() <= mostPerKey) rows.push_back(row);
    }
}

NameIndex::Name NameIndex::nameOf(const QString& text) const {
    Name name;
    QStringList words = companyKey(text).split(u' ', Qt::SkipEmptyParts);
    name.letters = words.join(QString());
    name.digits = digitsOf(name.letters);
    words.removeDuplicates();
    double total = 0;
    for (const QString& word : words) {
        const auto known = m_frequency.find(word);
        const double frequency = known == m_frequency.end() ? 1 : known->second;
        // Never 0, so that a name of common words only is still a name.
        const double weight = std::log(1 + (m_count + 1) / frequency);
        name.words.push_back({word, weight});
        total += weight * weight;
    }
    for (Word& word : name.words) word.weight /= std::sqrt(total);
    return name;
}

double NameIndex::similarity(const Name& a, const Name& b) {
    if (a.words.empty() || b.words.empty() || a.digits != b.digits) return 0;
    if (a.letters == b.letters) return a.words.size() == b.words.size() ? 1 : 0.98;
    struct Pair {
        double similarity;
        std::size_t i;
        std::size_t j;
    };
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < a.words.size(); ++i)
        for (std::size_t j = 0; j < b.words.size(); ++j)
            if (const double s = wordSimilarity(a.words[i].text, b.words[j].text); s > 0)
                pairs.push_back({s, i, j});
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& x, const Pair& y) { return x.similarity > y.similarity; });
    std::vector<bool> usedA(a.words.size());
    std::vector<bool> usedB(b.words.size());
    double sum = 0;
    for (const Pair& pair : pairs) {
        if (usedA[pair.i] || usedB[pair.j]) continue;
        usedA[pair.i] = usedB[pair.j] = true;
        sum += a.words[pair.i].weight * b.words[pair.j].weight * pair.similarity;
    }
    return std::min(1.0, sum);
}

double NameIndex::similarity(std::uint32_t a, std::uint32_t b) const {
    return similarity(m_names[a], m_names[b]);
}

std::vector<std::uint32_t> NameIndex::candidates(const Name& name) const {
    std::vector<std::uint32_t> rows;  // once per thing shared
    const auto collect = [&](std::vector<const std::vector<std::uint32_t>*> lists, std::size_t most,
                             int points) {
        std::stable_sort(lists.begin(), lists.end(),
                         [](const auto* a, const auto* b) { return a->size() < b->size(); });
        std::size_t left = mostPerKey;
        for (std::size_t i = 0; i < std::min(lists.size(), most) && lists[i]->size() <= left; ++i) {
            left -= lists[i]->size();
            for (int point = 0; point < points; ++point)
                rows.insert(rows.end(), lists[i]->begin(), lists[i]->end());
        }
    };
    std::vector<const std::vector<std::uint32_t>*> words;
    for (const Word& word : name.words)
        if (const auto found = m_byWord.find(word.text); found != m_byWord.end())
            words.push_back(&found->second);
    collect(std::move(words), name.words.size(), pointsPerWord);
    std::vector<const std::vector<std::uint32_t>*> grams;
    for (const std::uint64_t gram : gramsOf(name.letters))
        if (const auto found = m_byGram.find(gram);
            found != m_byGram.end() && found->second.size() <= mostPerKey)
            grams.push_back(&found->second);
    collect(std::move(grams), gramsLookedUp, 1);

    std::sort(rows.begin(), rows.end());
    std::vector<std::pair<int, std::uint32_t>> best;
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t end = i;
        while (end < rows.size() && rows[end] == rows[i]) ++end;
        best.emplace_back(-int(end - i), rows[i]);
        i = end;
    }
    const auto kept = std::min(best.size(), mostCandidates);
    std::partial_sort(best.begin(), best.begin() + std::ptrdiff_t(kept), best.end());
    rows.clear();
    for (std::size_t i = 0; i < kept; ++i) rows.push_back(best[i].second);
    return rows;
}

std::vector<NameIndex::Hit> NameIndex::find(const QString& text, std::size_t most) const {
    const Name name = nameOf(text);
    std::vector<Hit> hits;
    for (const std::uint32_t row : candidates(name))
        if (const double score = similarity(name, m_names[row]); score > 0) hits.push_back({row, score});
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return a.score != b.score ? a.score > b.score : a.row < b.row;
    });
    if (hits.size() > most) hits.resize(most);
    return hits;
}

}  // namespace icp
