#include "core/deck/emphasis.h"

#include "core/base/text.h"
#include "core/workshop/sentence.h"

#include <QRegularExpression>

#include <algorithm>

namespace icp::slide {

namespace {

struct Word {
    QString key;  ///< folded
    int start = 0;
    int end = 0;
};

std::vector<Word> words(const QString& text) {
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{N}][\\p{L}\\p{N}'’+%–-]*"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    std::vector<Word> list;
    for (auto it = word.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        list.push_back({folded(match.captured()), int(match.capturedStart()), int(match.capturedEnd())});
    }
    return list;
}

/// A number, or a word long enough not to be "of" or "the".
bool saysSomething(const Word& word) {
    return word.key.size() >= 4 ||
           std::any_of(word.key.begin(), word.key.end(), [](QChar c) { return c.isDigit(); });
}

/// Start and length, in words of `sentence`, of the longest run that is also in `phrase`.
std::pair<std::size_t, std::size_t> longestShared(const std::vector<Word>& sentence,
                                                  const std::vector<Word>& phrase) {
    std::pair<std::size_t, std::size_t> best{0, 0};
    for (std::size_t i = 0; i < sentence.size(); ++i)
        for (std::size_t j = 0; j < phrase.size(); ++j) {
            std::size_t length = 0;
            while (i + length < sentence.size() && j + length < phrase.size() &&
                   sentence[i + length].key == phrase[j + length].key)
                ++length;
            if (length > best.second) best = {i, length};
        }
    return best;
}

}  // namespace

Sentence emphasised(const Icp& icp, bool consumers) {
    Sentence said = sentence(icp, consumers);
    if (!said.emphasis.empty()) return said;
    const std::vector<Word> spoken = words(said.text);
    std::vector<bool> marked(spoken.size(), false);
    for (const Criterion& criterion : icp.criteria) {
        if (criterion.importance == Importance::Exclude) continue;
        const std::vector<Word> phrase = words(criterion.text);
        const auto [first, length] = longestShared(spoken, phrase);
        const auto begin = spoken.begin() + std::ptrdiff_t(first);
        const auto end = begin + std::ptrdiff_t(length);
        if ((length >= 2 || length == phrase.size()) && std::any_of(begin, end, saysSomething))
            std::fill_n(marked.begin() + std::ptrdiff_t(first), length, true);
    }
    for (std::size_t i = 0; i < spoken.size(); ++i) {
        if (!marked[i]) continue;
        const std::size_t first = i;
        while (i + 1 < spoken.size() && marked[i + 1]) ++i;
        said.emphasis.emplace_back(spoken[first].start, spoken[i].end - spoken[first].start);
    }
    return said;
}

}  // namespace icp::slide
