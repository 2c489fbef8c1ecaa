#pragma once

#include <QString>

#include <string_view>

namespace icp {

/// The code page of bytes that are neither Unicode nor ASCII, as QStringConverter knows it: what uchardet
/// says, unless Windows-1252 reads the same or better. A guess is given up where it makes no difference,
/// where it puts signs into words, and where the letters it changes stand as they do in Western words
/// ("año", "système") and not as in those of its own languages.
QString guessEncoding(std::string_view bytes);

/// How sure one may be of `encoding`, 0..1: few bytes beyond ASCII say little, signs among them less.
double confidenceOf(std::string_view bytes, const QString& encoding);

}  // namespace icp
