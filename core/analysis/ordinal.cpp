#include "core/analysis/ordinal.h"

#include "core/base/text.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <numeric>

namespace icp {

namespace {

constexpr std::size_t scaleCount = 10;

/// The number a text begins with, with k, m and thousands marks; half a step lower when it says "less than".
std::optional<double> leadingNumber(const QString& text) {
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*(<|less than|under|up to|>|more than|over|from)?\\s*[$€£]?\\s*"
                       "(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)\\s*([km]\\b)?"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch()) return std::nullopt;
    double value = match.captured(2).remove(u',').toDouble();
    const QString times = match.captured(3).toLower();
    value *= times == u"k" ? 1e3 : times == u"m" ? 1e6 : 1;
    const QString word = match.captured(1).toLower();
    if (word == u"<" || word == u"less than" || word == u"under" || word == u"up to")
        value -= value * 1e-9 + 1e-9;
    else if (!word.isEmpty())
        value += value * 1e-9 + 1e-9;
    return value;
}

/// Place of a word on one of the usual scales.
std::optional<double> onScale(const QString& text, std::size_t scale) {
    static const std::array<QStringList, scaleCount> scales{
        QStringList{QStringLiteral("very low"), QStringLiteral("low"), QStringLiteral("medium"),
                    QStringLiteral("high"), QStringLiteral("very high")},
        QStringList{QStringLiteral("micro"), QStringLiteral("small"), QStringLiteral("medium"),
                    QStringLiteral("large"), QStringLiteral("enterprise")},
        QStringList{QStringLiteral("cold"), QStringLiteral("warm"), QStringLiteral("hot")},
        QStringList{QStringLiteral("never"), QStringLiteral("rarely"), QStringLiteral("sometimes"),
                    QStringLiteral("often"), QStringLiteral("always")},
        QStringList{QStringLiteral("very easy"), QStringLiteral("easy"), QStringLiteral("medium"),
                    QStringLiteral("hard"), QStringLiteral("very hard")},
        QStringList{QStringLiteral("very easy"), QStringLiteral("easy"), QStringLiteral("moderate"),
                    QStringLiteral("difficult"), QStringLiteral("very difficult")},
        QStringList{QStringLiteral("sehr niedrig"), QStringLiteral("niedrig"), QStringLiteral("mittel"),
                    QStringLiteral("hoch"), QStringLiteral("sehr hoch")},
        QStringList{QStringLiteral("tres faible"), QStringLiteral("faible"), QStringLiteral("moyen"),
                    QStringLiteral("eleve"), QStringLiteral("tres eleve")},
        QStringList{QStringLiteral("muy bajo"), QStringLiteral("bajo"), QStringLiteral("medio"),
                    QStringLiteral("alto"), QStringLiteral("muy alto")},
        QStringList{QStringLiteral("muito baixo"), QStringLiteral("baixo"), QStringLiteral("medio"),
                    QStringLiteral("alto"), QStringLiteral("muito alto")}};
    const auto at = scales[scale].indexOf(folded(text));
    return at < 0 ? std::nullopt : std::optional<double>(double(at));
}

template <class Key>
std::optional<std::vector<std::size_t>> sortedBy(const std::vector<QString>& texts, Key key) {
    std::vector<double> keys;
    for (const QString& text : texts) {
        const std::optional<double> value = key(text);
        if (!value || std::find(keys.begin(), keys.end(), *value) != keys.end()) return std::nullopt;
        keys.push_back(*value);
    }
    std::vector<std::size_t> order(texts.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    return order;
}

}  // namespace

std::optional<std::vector<std::size_t>> naturalOrder(const std::vector<QString>& texts, std::size_t least) {
    if (texts.size() < least) return std::nullopt;
    if (auto order = sortedBy(texts, leadingNumber)) return order;
    for (std::size_t scale = 0; scale < scaleCount; ++scale)
        if (auto order = sortedBy(texts, [scale](const QString& text) { return onScale(text, scale); }))
            return order;
    return std::nullopt;
}

}  // namespace icp
