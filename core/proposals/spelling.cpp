#include "core/proposals/spelling.h"

#include "core/base/text.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <vector>

namespace icp {

namespace {

bool isAccent(QChar c) { return c.unicode() >= 0x0300 && c.unicode() <= 0x036F; }
bool isSign(QChar c) { return QStringView(u"+<>=≤≥%#/\\$€£¥*!?@^~|°").contains(c); }
bool isDash(QChar c) { return c == u'-' || c == u'‐' || c == u'‑' || c == u'–' || c == u'—' || c == u'−'; }

/// Lower case, decomposed, without accents.
QString plain(QStringView text) {
    QString spread = text.toString().normalized(QString::NormalizationForm_KD).toLower();
    spread.removeIf([](QChar c) { return isAccent(c); });
    return spread.replace(u'ß', QLatin1String("ss"))
        .replace(u'æ', QLatin1String("ae"))
        .replace(u'œ', QLatin1String("oe"))
        .replace(u'ø', u'o')
        .replace(u'ł', u'l')
        .replace(u'đ', u'd')
        .normalized(QString::NormalizationForm_C);
}

/// The Latin letter that looks like this one, or the letter itself.
QChar latinLookAlike(QChar c) {
    static constexpr std::u16string_view other = u"АВЕКМНОРСТХУІЅЈԌԚԜаеорсухіѕјһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιανκρυ";
    static constexpr std::u16string_view latin = u"ABEKMHOPCTXYISJGQWaeopcyxisjhdqwABEZHIKMNOPTYXoiavkpu";
    static_assert(other.size() == latin.size());
    const auto at = other.find(c.unicode());
    return at == std::u16string_view::npos ? c : QChar(latin[at]);
}

bool hasAlphabet(QStringView word) {
    return std::all_of(word.begin(), word.end(), [](QChar c) {
        const auto script = c.script();
        return script == QChar::Script_Latin || script == QChar::Script_Greek ||
               script == QChar::Script_Cyrillic || script == QChar::Script_Common;
    });
}

QString digitsOf(QStringView text) {
    QString digits;
    for (const QChar c : text)
        if (c.isDigit()) digits += c;
    return digits;
}

/// Whether one is easily typed for the other: both vowels, alike in sound, or neighbours on a QWERTY
/// keyboard.
bool easilyTyped(QChar a, QChar b) {
    static constexpr QStringView vowels = u"aeiouyáàäâãåéèëêíìïîóòöôõúùüû";
    if (vowels.contains(a) && vowels.contains(b)) return true;
    for (const QStringView alike : {QStringView(u"cksqx"), QStringView(u"sz"), QStringView(u"mn"),
                                    QStringView(u"vw"), QStringView(u"bp"), QStringView(u"dt"),
                                    QStringView(u"gj"), QStringView(u"fv"), QStringView(u"iyj")})
        if (alike.contains(a) && alike.contains(b)) return true;
    for (const QStringView row :
         {QStringView(u"qwertyuiop"), QStringView(u"asdfghjkl"), QStringView(u"zxcvbnm")}) {
        const auto x = row.indexOf(a);
        const auto y = row.indexOf(b);
        if (x >= 0 && y >= 0 && std::abs(x - y) == 1) return true;
    }
    return false;
}

/// What is left of two words when their common beginning and end are taken away.
struct Difference {
    QStringView a;
    QStringView b;
    qsizetype before = 0;  ///< letters of the common beginning
    qsizetype after = 0;
};

Difference differenceOf(QStringView a, QStringView b) {
    const qsizetype most = std::min(a.size(), b.size());
    qsizetype before = 0;
    while (before < most && a[before] == b[before]) ++before;
    qsizetype after = 0;
    while (after < most - before && a[a.size() - 1 - after] == b[b.size() - 1 - after]) ++after;
    return {a.mid(before, a.size() - before - after), b.mid(before, b.size() - before - after), before,
            after};
}

/// A letter more at the end, as in "Services"; a doubled one is a slip.
bool isEnding(QStringView a, QStringView b) {
    const Difference d = differenceOf(a, b);
    return d.after == 0 && d.before > 0 && d.a.size() + d.b.size() == 1 &&
           (d.a.isEmpty() ? d.b : d.a)[0] != a[d.before - 1];
}

}  // namespace

QString spellingKey(QStringView text) {
    const QString lower = plain(text);
    QString key;
    QChar before;  // the last letter or digit
    bool apart = false;
    QString between;
    for (const QChar c : lower) {
        if (c.isLetterOrNumber() || c.isMark()) {
            if (apart && c.isDigit() && before.isDigit())
                key += between.trimmed() + u'~';
            else if (c.isDigit() && !between.isEmpty() && isDash(between.back()) &&
                     (before.isNull() || between.startsWith(u' ')))
                key += u'-';
            key += c;
            before = c;
            apart = false;
            between.clear();
        } else if (isSign(c)) {
            key += c;
            before = c;
            apart = false;
            between.clear();
        } else if (c == u'&') {
            key += QLatin1String("and");
            before = u'd';
            apart = false;
            between.clear();
        } else {
            apart = true;
            between += c.isSpace() || c == u'_' ? QChar(u' ') : isDash(c) ? QChar(u'-') : c;
        }
    }
    return key;
}

QString lookAlikeKey(QStringView text) {
    // Accents aside before looking: a Cyrillic "й" stays what it is.
    QString latin = text.toString().normalized(QString::NormalizationForm_KC);
    for (QChar& c : latin) c = latinLookAlike(c);
    return spellingKey(latin);
}

int editDistance(QStringView a, QStringView b, int most) {
    if (std::abs(a.size() - b.size()) > most) return most + 1;
    const auto width = std::size_t(b.size()) + 1;
    std::vector<int> older(width);
    std::vector<int> old(width);
    std::vector<int> row(width);
    for (std::size_t j = 0; j < width; ++j) old[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = int(i);
        int best = row[0];
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = std::size_t(j);
            row[at] = std::min({old[at] + 1, row[at - 1] + 1, old[at - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[at] = std::min(row[at], older[at - 2] + 1);
            best = std::min(best, row[at]);
        }
        if (best > most) return most + 1;
        std::swap(older, old);
        std::swap(old, row);
    }
    return std::min(old[width - 1], most + 1);
}

bool isWordSlip(QStringView a, QStringView b) {
    if (a.isEmpty() || b.isEmpty() || a[0] != b[0]) return false;
    const auto [x, y, before, after] = differenceOf(a, b);
    if (x.size() == 1 && y.size() == 1) return after >= 1 && easilyTyped(x[0], y[0]);
    if (x.size() == 2 && y.size() == 2) return x[0] == y[1] && x[1] == y[0];
    return x.size() + y.size() == 1;
}

bool isSlip(QStringView rare, QStringView common) {
    const auto wordsOf = [](QStringView text) {
        QString spread = plain(text);
        for (QChar& c : spread)
            if (!c.isLetterOrNumber() && !isSign(c)) c = u' ';
        return spread.split(u' ', Qt::SkipEmptyParts);
    };
    const QStringList a = wordsOf(rare);
    const QStringList b = wordsOf(common);
    if (a.size() != b.size() || digitsOf(rare) != digitsOf(common)) return false;
    const qsizetype letters = std::max(a.join(QString()).size(), b.join(QString()).size());
    const int most = letters >= 12 ? 2 : letters >= 6 ? 1 : 0;
    int edits = 0;
    for (qsizetype i = 0; i < a.size() && edits <= most; ++i) {
        const QString& x = a[i];
        const QString& y = b[i];
        if (x == y) continue;
        if (std::min(x.size(), y.size()) < 5 || x[0] != y[0] || !hasAlphabet(x) || !hasAlphabet(y))
            return false;
        const bool counts = std::any_of(x.begin(), x.end(), [](QChar c) { return !c.isLetter(); });
        if (counts) return false;
        const int distance = editDistance(x, y, 2);
        if (distance == 1 ? !isWordSlip(x, y) || isEnding(x, y)
                          : std::min(x.size(), y.size()) < 10 || x.back() != y.back())
            return false;
        edits += distance;
    }
    return edits > 0 && edits <= most;
}

}  // namespace icp
