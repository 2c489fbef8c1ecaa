#include "ui/charts/wrapped.h"

#include <algorithm>

namespace icp::ui {

namespace {

constexpr qsizetype shortestPart = 3;
constexpr QChar ellipsis(0x2026);

bool isDigit(const QString& text, qsizetype at) { return at >= 0 && at < text.size() && text[at].isDigit(); }

/// Behind this letter a line may end; never inside a range or a number.
bool mayBreakBehind(const QString& text, qsizetype at) {
    const QChar c = text[at];
    return c == u'/' || c == u'-' || (c == u'–' && !isDigit(text, at - 1) && !isDigit(text, at + 1));
}

/// How many letters of `word` fit into `width` with a hyphen behind them; 0 when the word should stay whole.
qsizetype hyphenated(const QString& word, const QFontMetricsF& metrics, double width) {
    if (std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); })) return 0;
    for (qsizetype i = word.size() - shortestPart; i >= shortestPart; --i) {
        if (metrics.horizontalAdvance(word.left(i) + u'-') <= width) return i;
    }
    return 0;
}

QStringList wrappedTo(const QString& text, const QFontMetricsF& metrics, double width, int lines,
                      Qt::TextElideMode cutAt) {
    QStringList out;
    QString rest = text.simplified();
    while (out.size() < lines - 1 && metrics.horizontalAdvance(rest) > width) {
        qsizetype cut = 0;
        for (qsizetype i = 1; i < rest.size(); ++i) {
            if (rest[i] != u' ' && !mayBreakBehind(rest, i - 1)) continue;
            if (metrics.horizontalAdvance(rest.left(i)) > width) break;
            cut = i;
        }
        const bool broken = cut == 0;
        if (broken) cut = hyphenated(rest.section(u' ', 0, 0), metrics, width);
        if (cut == 0) break;
        out << (broken ? rest.left(cut) + u'-' : rest.left(cut));
        rest = rest.mid(cut).trimmed();
    }
    out << metrics.elidedText(rest, cutAt, width);
    return out;
}

}  // namespace

QStringList wrapped(const QString& text, const QFontMetricsF& metrics, double width, int lines) {
    return wrappedTo(text, metrics, width, lines, Qt::ElideRight);
}

std::vector<QStringList> wrappedApart(const QStringList& texts, const QFontMetricsF& metrics, double width,
                                      int lines) {
    std::vector<QStringList> out;
    QStringList seen;  // what is left to read of each
    for (const QString& text : texts) {
        out.push_back(wrapped(text, metrics, width, lines));
        seen << out.back().join(QString()).remove(ellipsis).remove(u' ').remove(u'-');
    }
    std::vector<qsizetype> cut;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const auto alike = [&](qsizetype j) {
            return j != i && (seen[j].startsWith(seen[i]) || seen[i].startsWith(seen[j]));
        };
        bool twin = false;
        for (qsizetype j = 0; j < texts.size(); ++j) twin = twin || alike(j);
        if (twin && out[std::size_t(i)].back().endsWith(ellipsis)) cut.push_back(i);
    }
    const auto cutAt = [&](Qt::TextElideMode where) {
        for (const qsizetype i : cut) out[std::size_t(i)] = wrappedTo(texts[i], metrics, width, lines, where);
    };
    if (lines > 1) {
        cutAt(Qt::ElideLeft);  // of the last line
    } else {
        cutAt(Qt::ElideMiddle);
        // Too narrow for both ends: the beginning, which they share, goes.
        std::vector<QStringList> apart = out;
        std::sort(apart.begin(), apart.end());
        if (std::adjacent_find(apart.begin(), apart.end()) != apart.end()) cutAt(Qt::ElideLeft);
    }
    return out;
}

}  // namespace icp::ui
