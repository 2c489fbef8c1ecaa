#include "core/rows/latinwords.h"

#include <algorithm>

namespace icp {

namespace {

constexpr QChar none;

QChar at(const QString& text, qsizetype index) {
    return index >= 0 && index < text.size() ? text[index].toLower() : none;
}

/// Between letters, or a figure or a symbol before one: "¬ród³o" for "Źródło".
bool isSignInWord(const QString& text, qsizetype index) {
    const QChar c = text[index];
    const bool ordinal = c == u'º' || c == u'ª';
    if (c.unicode() < 128 || (c.isLetter() && !ordinal) || c.isMark()) return false;
    if (QStringView(u"’‘·­–").contains(c) || !at(text, index + 1).isLetter()) return false;
    const QChar before = at(text, index - 1);
    if (before.isLetter()) return true;
    if (QStringView(u"©®").contains(c)) return text[index + 1].isLower();
    const bool symbol = c.category() == QChar::Symbol_Math || c.category() == QChar::Symbol_Other ||
                        c.category() == QChar::Number_Other || c == u'¸' || c == u'¨';
    return symbol && c != u'°' && !before.isNumber();
}

bool isVowel(QChar c) { return QStringView(u"aeiouyáéíóúýäöüâîô").contains(c); }

bool isConsonant(QChar c) { return c.isLetter() && !isVowel(c); }

/// Above 0 where the letter stands as in Western words, below 0 where as in those of Central Europe, whose
/// letter has the same byte. What words end in is mostly open: "città" and "nową", "più" and "bodů".
int westernness(QChar letter, QChar before, QChar after, QChar next) {
    switch (letter.unicode()) {
        case u'à':
        case u'å':
            return 1;  // "ŕ" and "ĺ" are hardly ever written
        case u'ñ':     // "año", but "Gdańsk"
            return isVowel(after) ? 1 : -1;
        case u'ã':  // "São", "mãe", but "fabrică", "măsură"
            return after == u'o' || after == u'e' ? 1 : after.isLetter() ? -1 : 0;
        case u'õ':  // "ações", but "erdő"
            return after == u'e' ? 1 : -1;
        case u'è':  // "système", but "účet", "počet"
            return isConsonant(after) && (next == u'e' || !next.isLetter()) ? 1 : isVowel(after) ? -1 : 0;
        case u'ø':  // "Møller", but "řeka"
            return isConsonant(after) ? 1 : isVowel(after) ? -1 : 0;
        case u'æ':  // "Næstved", but "Marić"
            return after.isLetter() ? 1 : -1;
        case u'ï':  // "naïve"
            return isVowel(before) ? 1 : 0;
        case u'ù':  // "où", but "průmysl"
            return before == u'o' ? 1 : isConsonant(after) ? -1 : 0;
        case u'ò':  // "però", but "Plzeň"
            return isConsonant(before) ? 1 : 0;
        case u'ì':  // "così", but "Děčín"
            return isConsonant(after) ? -1 : 0;
        case u'œ':  // "œuvre", but "śląski"
            return after == u'u' || after == u'i' ? 1 : -1;
        case u'ð':
        case u'þ':
        case u'ý':
        case u'ÿ':
            return -1;  // Icelandic is rarer than Turkish and Lithuanian
        default:
            return 0;
    }
}

/// Letters beside which there are only those of ASCII: those of other alphabets stand together.
bool standsAlone(const QString& text, qsizetype index) {
    const QChar before = at(text, index - 1);
    const QChar after = at(text, index + 1);
    const auto ascii = [](QChar c) { return c.isLetter() && c.unicode() < 128; };
    return (ascii(before) || ascii(after)) && before.unicode() < 128 && after.unicode() < 128;
}

bool isLatin(QChar c) { return c.script() == QChar::Script_Latin; }

}  // namespace

qsizetype signsInWords(const QString& text) {
    qsizetype signs = 0;
    for (qsizetype i = 0; i < text.size(); ++i) signs += isSignInWord(text, i) ? 1 : 0;
    return signs;
}

bool standsBetweenAscii(const QString& text) {
    qsizetype letters = 0;
    qsizetype alone = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].unicode() < 128 || text[i].isSpace()) continue;
        ++letters;
        alone += standsAlone(text, i) ? 1 : 0;
    }
    return alone * 2 > letters;
}

bool readsWestern(const QString& western, const QString& other) {
    constexpr qsizetype weight = 3;  // of a sign within a word, beside a mere likelihood
    qsizetype sum = 0;
    qsizetype foreign = 0;  // letters of another alphabet
    qsizetype alone = 0;
    for (qsizetype i = 0; i < std::min(western.size(), other.size()); ++i) {
        if (western[i] == other[i]) continue;
        if (other[i].isLetter() && !isLatin(other[i])) {
            ++foreign;
            alone += standsAlone(western, i) ? 1 : 0;
        }
        sum += weight * ((isSignInWord(other, i) ? 1 : 0) - (isSignInWord(western, i) ? 1 : 0));
        if (western[i].isLetter() && other[i].isLetter())
            sum +=
                westernness(western[i].toLower(), at(western, i - 1), at(western, i + 1), at(western, i + 2));
    }
    return foreign > 0 ? alone * 2 > foreign : sum >= 0;
}

}  // namespace icp
