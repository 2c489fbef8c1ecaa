#include "core/analysis/study.h"

#include "core/analysis/analyze.h"

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
