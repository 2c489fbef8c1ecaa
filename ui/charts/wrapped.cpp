#include "ui/charts/wrapped.h"

#include <algorithm>

namespace icp::ui {

namespace {

constexpr qsizetype shortestPart = 3;

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

}  // namespace

QStringList wrapped(const QString& text, const QFontMetricsF& metrics, double width, int lines) {
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
    out << metrics.elidedText(rest, Qt::ElideRight, width);
    return out;
}

}  // namespace icp::ui
