#include "core/analysis/study.h"

#include "core/analysis/analyze.h"
#include "core/analysis/question.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace icp {

namespace {

constexpr std::array<const char*, 3> unitNames{"deal", "first-deal", "account"};
constexpr std::array<const char*, outcomeCount> outcomeNames{"won",    "value",    "retained",
                                                             "growth", "advocacy", "blend"};

constexpr std::array<const char*, 3> rangeChoiceNames{"round", "supervised", "monotone"};
constexpr std::array<const char*, segmentQualityCount> qualityNames{"wracc", "binomial", "lift"};

template <class Enum, std::size_t N>
std::optional<Enum> fromName(const std::array<const char*, N>& names, QStringView name) {
    for (std::size_t i = 0; i < N; ++i)
        if (name == QLatin1String(names[i])) return Enum(i);
    return std::nullopt;
}

/// "range 50 to inf": as it is recorded, so that questions stay the same.
QString recorded(const Condition& condition) {
    QString where = QStringLiteral("%1 %2").arg(condition.attribute, opName(condition.op));
    if (condition.op == Condition::Op::Range)
        where += QStringLiteral(" %1 to %2")
                     .arg(QString::number(condition.low, 'g', 17), QString::number(condition.high, 'g', 17));
    else if (!condition.values.isEmpty())
        where += u' ' + condition.values.join(QStringLiteral(", "));
    return where;
}

template <class Told>
QString question(const Study& study, Told told) {
    QStringList parts{QStringLiteral("%1 by %2").arg(outcomeName(study.outcome), unitName(study.unit))};
    if (!study.measure.isEmpty()) parts << QStringLiteral("measured by %1").arg(study.measure);
    for (const BlendPart& part : study.blend)
        parts << QStringLiteral("%1%2=%3").arg(outcomeName(part.outcome),
                                               part.measure.isEmpty() ? QString() : u':' + part.measure,
                                               QString::number(part.weight));
    parts << QStringLiteral("%1 ranges").arg(rangeChoiceName(study.ranges))
          << QStringLiteral("up to %1 conditions").arg(study.depth);
    // Said where it differs from how it is done unasked, so that questions recorded earlier stay the same.
    if (study.quality != Study().quality)
        parts << QStringLiteral("best by %1").arg(segmentQualityName(study.quality));
    if (study.holdout > 0 && study.newestQuarter)
        parts << QStringLiteral("checked on the newest quarter");
    else if (study.holdout > 0 && study.holdout != Study().holdout)
        parts << QStringLiteral("checked on the newest %1").arg(study.holdout);
    for (const Condition& condition : study.filter) parts << QStringLiteral("where %1").arg(told(condition));
    return parts.join(QStringLiteral("; "));
}

}  // namespace

QString unitName(Unit unit) { return QString::fromLatin1(unitNames[std::size_t(unit)]); }
QString outcomeName(Outcome outcome) { return QString::fromLatin1(outcomeNames[std::size_t(outcome)]); }
std::optional<Unit> unitFromName(QStringView name) { return fromName<Unit>(unitNames, name); }
std::optional<Outcome> outcomeFromName(QStringView name) { return fromName<Outcome>(outcomeNames, name); }
QString rangeChoiceName(RangeChoice choice) {
    return QString::fromLatin1(rangeChoiceNames[std::size_t(choice)]);
}
std::optional<RangeChoice> rangeChoiceFromName(QStringView name) {
    return fromName<RangeChoice>(rangeChoiceNames, name);
}

QString segmentQualityName(SegmentQuality quality) {
    return QString::fromLatin1(qualityNames[std::size_t(quality)]);
}
std::optional<SegmentQuality> segmentQualityFromName(QStringView name) {
    return fromName<SegmentQuality>(qualityNames, name);
}

QString questionOf(const Study& study) { return question(study, recorded); }

QString questionShown(const Study& study, const Dataset& dataset) {
    return question(study, [&](const Condition& condition) {
        return condition.op == Condition::Op::Range ? conditionLabel(condition, dataset)
                                                    : recorded(condition);
    });
}

Study proposedStudy(const Dataset& dataset) {
    Study study;
    const auto& deals = dataset.dealState;
    if (std::any_of(deals.begin(), deals.end(), [](DealState state) { return state != DealState::Open; }))
        return study;
    const auto& accounts = dataset.accountState;
    const bool left = std::find(accounts.begin(), accounts.end(), AccountState::Left) != accounts.end();
    const bool kept = std::find(accounts.begin(), accounts.end(), AccountState::Customer) != accounts.end();
    if (left && kept) {
        study.unit = Unit::Account;
        study.outcome = Outcome::Retained;
        return study;
    }
    const std::vector<double> value = accountValue(dataset).value;
    if (std::any_of(value.begin(), value.end(), [](double v) { return !std::isnan(v); })) {
        study.unit = Unit::Account;
        study.outcome = Outcome::Value;
    }
    return study;
}

}  // namespace icp
