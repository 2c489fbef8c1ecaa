#pragma once

#include <QString>

namespace icp {

// The same bytes read in two code pages: which of the readings makes words.

/// Signs between two letters, or symbols before the first, where words have none: "£ódŸ", "¦wiêto".
/// Apostrophes, hyphens and the dot of Catalan are none of them.
qsizetype signsInWords(const QString& text);

/// Whether `western` rather than `other`, the same text with another letter in places, is how its words are
/// written: judged by the letters beside those that differ, such as the vowel that follows an "ñ" but not a
/// "ń". Where nothing speaks for either, it is the Western one.
bool readsWestern(const QString& western, const QString& other);

/// Whether most letters beyond ASCII have only letters of ASCII beside them, as accented ones have: those of
/// Chinese, Japanese and Korean stand together.
bool standsBetweenAscii(const QString& text);

}  // namespace icp
