#include "core/analysis/exposure.h"

#include "core/analysis/contrast.h"
#include "core/analysis/multiple.h"
#include "core/analysis/profile.h"
#include "core/base/shown.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

constexpr double mostly = 0.55;     // share of tries from which one "mostly tried" a level
constexpr double tooOften = 1.25;   // representation from which a level was tried more than it should
constexpr double nearlyAll = 0.95;  // from which an attribute was never put to the test

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::Exposure)
};

QString share(double value) { return percentText(value, QLocale::c()); }

bool sameLevel(const QString& said, const Level& level) {
    const auto same = [&](const QString& text) {
        return text.trimmed().compare(said.trimmed(), Qt::CaseInsensitive) == 0;
    };
    const Condition& condition = level.condition;
    return same(level.label) || (condition.op == Condition::Op::In && condition.values.size() == 1 &&
                                 same(condition.values.first()));
}

/// Tries, wins and market share of a part of the market in which all are taken for alike.
struct Stratum {
    Rate rate;
    double market;
};

/// Direct standardisation; its interval is Wilson's at the size that has the same variance.
std::optional<Reweighted> reweighted(const std::vector<Stratum>& strata) {
    double market = 0;
    for (const Stratum& s : strata) market += s.rate.n > 0 ? s.market : 0;
    if (!(market > 0)) return std::nullopt;
    double rate = 0;
    double variance = 0;
    for (const Stratum& s : strata) {
        if (s.rate.n == 0) continue;
        const double weight = s.market / market;
        const auto n = double(s.rate.n);
        // A stratum that was always or never won varies too.
        const double drawn = (double(s.rate.positives) + 0.5) / (n + 1);
        rate += weight * s.rate.rate;
        variance += weight * weight * drawn * (1 - drawn) / n;
    }
    const double centre = std::clamp(rate, 0.005, 0.995);
    const double n = variance > 0 ? centre * (1 - centre) / variance : 0;
    return Reweighted{rate, wilson(rate * n, n), std::min(1.0, market)};
}

/// Puts what was said of the market beside the levels; named levels that were never tried are added.
void addMarket(Exposure& exposure, const MarketMix& mix, const AttributeProfile& profile) {
    exposure.marketSource = mix.source;
    exposure.marketAsOf = mix.asOf;
    std::vector<double> said(exposure.levels.size(), -1);
    double named = 0;
    std::vector<ExposureLevel> never;
    for (const MarketShare& one : mix.shares) {
        if (!std::isfinite(one.share) || one.share < 0) continue;
        named += one.share;
        std::size_t at = 0;
        while (at < profile.levels.size() && !sameLevel(one.level, profile.levels[at])) ++at;
        if (at == profile.levels.size()) {
            ExposureLevel level;
            level.label = one.level;
            level.condition = {profile.name, Condition::Op::In, {one.level}};
            level.status = LevelStatus::Untested;
            level.marketShare = one.share;
            level.representation = 0;
            never.push_back(std::move(level));
        } else {
            said[at] = std::max(0.0, said[at]) + one.share;
        }
    }
    const double scale = named > 1 ? 1 / named : 1;
    std::vector<Stratum> strata;
    Rate others;  // levels nobody spoke of, together
    std::vector<std::size_t> silent;
    for (std::size_t l = 0; l < exposure.levels.size(); ++l) {
        ExposureLevel& level = exposure.levels[l];
        if (level.unknown) continue;
        if (said[l] < 0) {
            silent.push_back(l);
            others = rateOf(others.positives + level.rate.positives, others.n + level.rate.n);
            continue;
        }
        level.marketShare = said[l] * scale;
        strata.push_back({level.rate, *level.marketShare});
    }
    const double left = std::max(0.0, 1 - named * scale);
    strata.push_back({others, left});
    if (silent.size() == 1) exposure.levels[silent.front()].marketShare = left;
    for (ExposureLevel& level : exposure.levels)
        if (level.marketShare && *level.marketShare > 0)
            level.representation = level.triedShare / *level.marketShare;
    for (ExposureLevel& level : never) {
        level.marketShare = *level.marketShare * scale;
        exposure.levels.push_back(std::move(level));
    }
    // Tried as often as there are such companies: no habit.
    for (const ExposureLevel& level : exposure.levels)
        if (level.label == exposure.leader && level.representation && *level.representation < tooOften)
            exposure.habit = false;
    const auto unknown = std::find_if(exposure.levels.begin(), exposure.levels.end(),
                                      [](const ExposureLevel& level) { return level.unknown; });
    if (unknown != exposure.levels.end()) std::rotate(unknown, unknown + 1, exposure.levels.end());
    if (profile.kind != AttributeKind::Multi) exposure.reweighted = reweighted(strata);
}

void findLeader(Exposure& exposure, const AttributeProfile& profile, int minLevel) {
    const ExposureLevel* leader = nullptr;
    for (const ExposureLevel& level : exposure.levels)
        if (!level.unknown && level.condition.op != Condition::Op::NotIn &&
            (leader == nullptr || level.rate.n > leader->rate.n))
            leader = &level;
    if (leader == nullptr || leader->rate.n == 0) return;
    exposure.leader = leader->label;
    exposure.leaderRate = leader->rate;
    qint64 n = -leader->rate.n;
    qint64 positives = -leader->rate.positives;
    bool most = true;
    for (const ExposureLevel& level : exposure.levels) {
        if (level.unknown) continue;
        n += level.rate.n;
        positives += level.rate.positives;
        most = most && level.rate.positives <= leader->rate.positives;
    }
    if (profile.kind == AttributeKind::Multi) return;  // levels overlap: there is no elsewhere
    exposure.elsewhere = rateOf(positives, n);
    exposure.gap = newcombe(leader->rate.positives, leader->rate.n, positives, n);
    exposure.singleSegment = leader->rate.n >= minLevel && leader->triedShare >= nearlyAll;
    // Whether a company says yes or no, when, and who its people are is not what one chooses to try.
    const bool chosen = profile.kind != AttributeKind::Boolean && profile.kind != AttributeKind::Date &&
                        profile.cls != AttributeClass::Demographic;
    exposure.habit = chosen && most && !exposure.singleSegment && leader->rate.n >= minLevel &&
                     n >= minLevel && leader->triedShare >= mostly && exposure.gap.low <= 0 &&
                     exposure.gap.high >= 0;
}

/// The level as it stands in a sentence: "UK" speaks for itself, "4–7" and "yes" do not.
QString inSentence(const Exposure& exposure, const AttributeProfile& profile, const Dataset& dataset) {
    const auto level = std::find_if(exposure.levels.begin(), exposure.levels.end(),
                                    [&](const ExposureLevel& l) { return l.label == exposure.leader; });
    return profile.kind == AttributeKind::Nominal || level == exposure.levels.end()
               ? exposure.leader
               : conditionLabel(level->condition, dataset);
}

QString rateName(Outcome outcome) {
    return outcome == Outcome::Won        ? Tr::tr("Win rate")
           : outcome == Outcome::Retained ? Tr::tr("Share that stayed")
                                          : Tr::tr("Share of the best");
}

void say(Exposure& exposure, const AttributeProfile& profile, const Study& study, const Dataset& dataset) {
    if (!exposure.habit && !exposure.singleSegment) return;
    const QString level = inSentence(exposure, profile, dataset);
    const bool tried = study.outcome == Outcome::Won;
    if (exposure.habit) {
        exposure.sentence = (tried ? Tr::tr("%1 leads because you mostly tried %1.")
                                   : Tr::tr("%1 leads because most of your customers are there."))
                                .arg(level);
        exposure.numbers = Tr::tr("%1: %2 in %3, %4 elsewhere.", "Win rate: 32% in the UK, 32% elsewhere.")
                               .arg(rateName(study.outcome), share(exposure.leaderRate.rate), level,
                                    share(exposure.elsewhere.rate));
        return;
    }
    exposure.sentence = (tried ? Tr::tr("Nearly all you tried is %1, so %2 was never put to the test.")
                               : Tr::tr("Nearly all your customers are %1, so %2 was never put to the test."))
                            .arg(level, exposure.label);
    exposure.numbers = Tr::tr("%1 of %2.", "312 of 320 tries")
                           .arg(exposure.leaderRate.n)
                           .arg(exposure.leaderRate.n + exposure.elsewhere.n);
}

}  // namespace

Exposure exposureOf(const Frame& frame, const Coded& attribute, const AttributeProfile& profile,
                    const Study& study) {
    Exposure exposure;
    exposure.attribute = profile.name;
    exposure.label = profile.label;
    const Level* unknown = nullptr;
    for (const Level& level : profile.levels)
        if (level.unknown) unknown = &level;
    const qint64 n = qint64(frame.size()) - (unknown ? unknown->rate.n : 0);
    const qint64 wins = frame.positives - (unknown ? unknown->rate.positives : 0);
    const auto part = [](qint64 some, qint64 all) { return all > 0 ? double(some) / double(all) : 0; };
    for (const Level& level : profile.levels) {
        ExposureLevel one;
        one.label = level.label;
        one.condition = level.condition;
        one.unknown = level.unknown;
        one.status = level.status;
        one.rate = level.rate;
        one.triedShare = part(level.rate.n, level.unknown ? qint64(frame.size()) : n);
        one.wonShare = part(level.rate.positives, level.unknown ? frame.positives : wins);
        exposure.levels.push_back(std::move(one));
    }
    findLeader(exposure, profile, study.minLevel);
    const auto mix = std::find_if(study.market.begin(), study.market.end(),
                                  [&](const MarketMix& m) { return m.attribute == profile.name; });
    if (mix != study.market.end()) addMarket(exposure, *mix, profile);
    if (unknown != nullptr && unknown->rate.n > 0 && n > 0) {
        Bitmap missing(frame.size());
        if (attribute.kind == AttributeKind::Multi)
            missing = attribute.elements.back();
        else
            for (std::size_t unit = 0; unit < frame.size(); ++unit)
                if (attribute.codes[unit] == attribute.knownLevels()) missing.set(unit);
        const Contrast contrast = contrastOf(frame, missing, Bitmap(frame.size(), true));
        exposure.missing = {rateOf(contrast.rest.positives, contrast.rest.n),
                            rateOf(contrast.in.positives, contrast.in.n),
                            std::min(1.0, 2 * std::min(contrast.above, contrast.below)), 1};
    }
    return exposure;
}

void settleExposures(Findings& findings, const Dataset& dataset) {
    std::vector<double> p;
    for (const Exposure& exposure : findings.coverage)
        if (exposure.missing) p.push_back(exposure.missing->p);
    const std::vector<double> q = benjaminiHochberg(p);
    std::size_t next = 0;
    for (Exposure& exposure : findings.coverage)
        if (exposure.missing) exposure.missing->q = q[next++];
    std::vector<Exposure> sorted;
    for (const AttributeProfile& profile : findings.attributes)
        for (Exposure& exposure : findings.coverage)
            if (exposure.attribute == profile.name) {
                say(exposure, profile, findings.study, dataset);
                sorted.push_back(std::move(exposure));
                break;
            }
    findings.coverage = std::move(sorted);
}

}  // namespace icp
