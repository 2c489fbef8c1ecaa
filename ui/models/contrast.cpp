#include "ui/models/contrast.h"

#include "core/base/interval.h"

#include <QCoreApplication>

#include <algorithm>

namespace icp::ui {

namespace {

bool ordered(const AttributeProfile& attribute) {
    return attribute.kind == AttributeKind::Ordinal || attribute.kind == AttributeKind::Numeric ||
           attribute.kind == AttributeKind::Date;
}

bool tested(const Level& level) { return level.status != LevelStatus::Untested && !level.unknown; }

/// How many positives a level has more than the base rate would give it.
double gain(const Level& level, double base) {
    return double(level.rate.positives) - double(level.rate.n) * base;
}

/// The run of neighbours with the largest sum of `score`, all of them above 0.
template <class Score>
std::vector<Level> bestRun(const AttributeProfile& attribute, Score score) {
    std::vector<Level> best;
    std::vector<Level> run;
    double bestSum = 0;
    double sum = 0;
    for (const Level& level : attribute.levels) {
        if (!tested(level) || score(level) <= 0) {
            run.clear();
            sum = 0;
            continue;
        }
        run.push_back(level);
        sum += score(level);
        if (sum > bestSum) {
            bestSum = sum;
            best = run;
        }
    }
    return best;
}

/// The one level with the largest `score` above 0.
template <class Score>
std::vector<Level> bestSingle(const AttributeProfile& attribute, Score score) {
    const Level* best = nullptr;
    for (const Level& level : attribute.levels) {
        if (tested(level) && score(level) > 0 && (best == nullptr || score(level) > score(*best)))
            best = &level;
    }
    return best != nullptr ? std::vector<Level>{*best} : std::vector<Level>{};
}

std::vector<Level> bestNames(const AttributeProfile& attribute, double base) {
    std::vector<Level> above;
    for (const Level& level : attribute.levels)
        if (tested(level) && level.rate.low > base) above.push_back(level);
    return above;
}

std::vector<Level> bestLevels(const AttributeProfile& attribute, double base) {
    if (ordered(attribute))
        return bestRun(attribute, [base](const Level& level) { return gain(level, base); });
    if (attribute.kind != AttributeKind::Multi) return bestNames(attribute, base);
    return bestSingle(attribute,
                      [base](const Level& level) { return gain(level, base) > 0 ? level.rate.low : 0.0; });
}

Rate rateOf(qint64 positives, qint64 n) {
    const Interval interval = wilson(positives, n);
    return {n, positives, n > 0 ? double(positives) / double(n) : 0, interval.low, interval.high};
}

}  // namespace

std::optional<Contrast> contrastOf(const AttributeProfile& attribute, const Rate& base) {
    Contrast out;
    out.levels = bestLevels(attribute, base.rate);
    out.base = base.rate;
    if (out.levels.empty()) return std::nullopt;
    qint64 n = 0;
    qint64 positives = 0;
    qint64 knownN = base.n;
    qint64 knownPositives = base.positives;
    for (const Level& level : out.levels) {
        n += level.rate.n;
        positives += level.rate.positives;
    }
    for (const Level& level : attribute.levels) {
        if (!level.unknown) continue;
        knownN -= level.rate.n;
        knownPositives -= level.rate.positives;
    }
    if (knownN - n <= 0) return std::nullopt;
    out.inside = rateOf(positives, n);
    out.outside = rateOf(std::max<qint64>(0, knownPositives - positives), knownN - n);
    out.difference = out.inside.rate - out.outside.rate;
    const Interval gap = newcombe(positives, n, out.outside.positives, out.outside.n);
    out.low = gap.low;
    out.high = gap.high;
    out.label = joinedLabels(attribute, out.levels);
    return out;
}

std::vector<Level> levelsBelow(const AttributeProfile& attribute, const Rate& base) {
    const auto loss = [&](const Level& level) {
        return level.rate.high < base.rate ? -gain(level, base.rate) : 0.0;
    };
    if (ordered(attribute)) return bestRun(attribute, loss);
    if (attribute.kind == AttributeKind::Multi) return bestSingle(attribute, loss);
    std::vector<Level> out;
    for (const Level& level : attribute.levels) {
        if (tested(level) && loss(level) > 0) out.push_back(level);
    }
    return out;
}

QString joinedLabels(const AttributeProfile& attribute, const std::vector<Level>& levels) {
    if (levels.empty()) return {};
    const QString dash = QString(QChar(0x2013));
    const QString first = levels.front().label;
    const QString last = levels.back().label;
    if (levels.size() > 1 && ordered(attribute) && levels.front().condition.op == Condition::Op::Range) {
        if (first.contains(dash) && last.contains(dash))
            return first.section(dash, 0, 0) + dash + last.section(dash, -1);
        if (first.contains(dash) && last.endsWith(u'+')) return first.section(dash, 0, 0) + u'+';
    }
    constexpr std::size_t shown = 3;
    QStringList names;
    for (std::size_t i = 0; i < std::min(shown, levels.size()); ++i) names << levels[i].label;
    const QString text = names.join(QStringLiteral(", "));
    if (levels.size() <= shown) return text;
    return QCoreApplication::translate("icp::ui::Contrast", "%1 and %2 more")
        .arg(text)
        .arg(levels.size() - shown);
}

}  // namespace icp::ui
