#pragma once

#include <QString>

namespace icp {

/// What stays of a level when case, spaces, accents (of Latin, Greek and Cyrillic letters) and harmless
/// punctuation are taken away. What can carry a meaning stays: digits and what stands between two of them
/// ("1-5", "1.5"), a minus before a number, and signs such as + < > = % # / $ € &. "&" and "and" are the
/// same. Empty when nothing but punctuation is there.
QString spellingKey(QStringView text);

/// The same after letters that look like a Latin one became it: "Сloud" with a Cyrillic С is "cloud". The
/// pairs are those of Unicode's confusables (UTS 39) among the letters of Greek and Cyrillic that are one to
/// one and look alike in common fonts.
QString lookAlikeKey(QStringView text);

/// Edits from one text to the other: insert, delete, replace a letter, swap two neighbours, none inside
/// another (optimal string alignment; Damerau 1964). Counting stops one past `most`.
int editDistance(QStringView a, QStringView b, int most);

/// Whether two words are one letter apart in a way that happens when writing: one too many or too few, two
/// swapped, or one replaced by another that sounds alike or lies beside it on a keyboard. Never the first
/// letter, nor the last for another.
bool isWordSlip(QStringView a, QStringView b);

/// Whether `rare` can be a slip of the pen for `common`: the same words but for a letter or two. One edit
/// from six letters on, two from twelve. Never where the difference may be meant: other digits, another first
/// letter (slips there are rare; Pollock and Zamora 1984), short words ("Plan A"), endings ("employee",
/// "employer", "Services"), another number of words, a letter replaced by one that neither sounds like it nor
/// lies beside it on a keyboard, scripts without an alphabet.
bool isSlip(QStringView rare, QStringView common);

}  // namespace icp
