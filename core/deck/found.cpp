#include "core/deck/found.h"

#include "core/analysis/confounders/instead.h"
#include "core/deck/figures.h"
#include "core/deck/standout.h"

#include <QCoreApplication>

#include <algorithm>

namespace icp::slide {

namespace {

constexpr std::size_t most = 3;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Found)
};

bool wasTested(const AttributeProfile& profile) { return profile.leak.isEmpty() && !profile.test.isEmpty(); }

bool wantsSomebody(const Icp& icp) {
    return std::any_of(icp.criteria.begin(), icp.criteria.end(), [](const Criterion& criterion) {
        return criterion.importance != Importance::Exclude && criterion.section != Section::Exclusions &&
               criterion.section != Section::StretchLimits;
    });
}

/// "winning", "staying", "a high value".
QString outcomeNoun(Outcome outcome) {
    switch (outcome) {
        case Outcome::Won:
            return Words::tr("winning");
        case Outcome::Retained:
            return Words::tr("staying");
        case Outcome::Value:
            return Words::tr("a high value");
        case Outcome::Growth:
            return Words::tr("growing");
        case Outcome::Advocacy:
            return Words::tr("recommending");
        case Outcome::Blend:
            break;
    }
    return Words::tr("being among the best");
}

QString ratioOf(const Rate& rate) {
    return Words::tr("%1 of %2", "94 of 164").arg(whole(double(rate.positives)), whole(double(rate.n)));
}

bool ofDeals(const Dataset& dataset, const Segment& segment) {
    return std::any_of(segment.conditions.begin(), segment.conditions.end(),
                       [&](const Condition& condition) { return isOfDeals(condition, dataset); });
}

/// "Purchase process Individual: 70% (68% to 72%) of 1,880 deals won, 12% (11% to 13%) of the other 2,828."
QString lineOf(const AttributeProfile& profile, const Findings& findings) {
    const Standout found = standout(profile, findings.base);
    QString text;
    if (!found.clear()) {
        text = Words::tr("%1: no level stands out alone.").arg(profile.label);
    } else {
        const auto ranged = [](double rate, const Interval& range) {
            return Words::tr("%1 (%2)", "70% (68% to 72%)")
                .arg(percent(rate), percentRange(range.low, range.high));
        };
        text =
            Words::tr("%1 %2: %3 of %4 %5 %6, %7 of the other %8.",
                      "attribute, levels: 70% (68% to 72%) of 1,880 deals won, 12% (11% to 13%) of the "
                      "other 2,828")
                .arg(profile.label, levelWords(profile, found.labels, 2), ranged(found.rate(), found.range),
                     whole(double(found.n)), unitWord(findings.study), positiveWord(findings.study.outcome),
                     ranged(found.otherRate(), found.otherRange), whole(double(found.otherN)));
        if (found.unknown > 0)
            text += u' ' +
                    Words::tr("%1 where it is not known are in neither.").arg(whole(double(found.unknown)));
    }
    if (profile.circular) return text + u' ' + Words::tr("It repeats the outcome.");
    return profile.caution.isEmpty() ? text : text + u' ' + Words::tr("It may follow the result.");
}

QString lineOf(const Segment& segment, const Findings& findings) {
    const bool checked = segment.heldOut.n > 0;
    QString text =
        (checked ? Words::tr("%1: %2 older %3 %4, %5 (%6), against %7 of all older ones.",
                             "conditions: 324 of 325 older deals won, 99.7% (98% to 99.9%), "
                             "against 98% of all older ones")
                 : Words::tr("%1: %2 %3 %4, %5 (%6), against %7 of all.",
                             "conditions: 324 of 325 deals won, 99.7% (98% to 99.9%), against "
                             "98% of all"))
            .arg(segment.labels.join(Words::tr(" and ", "between conditions")), ratioOf(segment.rate),
                 unitWord(findings.study), positiveWord(findings.study.outcome), percent(segment.rate.rate),
                 percentRange(segment.rate.low, segment.rate.high), percent(findings.discovery.rate));
    if (checked)
        text +=
            u' ' +
            Words::tr("Of newer ones %1, against %2 of all: %3.", "76 of 87, against 80% of all: weaker")
                .arg(ratioOf(segment.heldOut), percent(findings.heldOut.rate), verdictWord(segment.verdict));
    return text;
}

QString studiedWords(const Findings& findings) {
    const Rate& base = findings.base;
    const QString rate = percent(base.rate);
    const QString range = percentRange(base.low, base.high);
    const bool deals = findings.study.unit != Unit::Account;
    const QString measured =
        findings.measure.isEmpty() ? QString() : u' ' + Words::tr("Measured by %1.").arg(findings.measure);
    switch (findings.study.outcome) {
        case Outcome::Won:
            return (deals ? Words::tr("Studied: won or lost. %1 closed deals were won, %2 (%3).")
                          : Words::tr("Studied: won or lost. %1 accounts were won, %2 (%3)."))
                .arg(ratioOf(base), rate, range);
        case Outcome::Retained:
            return Words::tr("Studied: stayed or left. %1 customers stayed, %2 (%3).")
                .arg(ratioOf(base), rate, range);
        case Outcome::Value:
            return Words::tr("Studied: the top quarter by value, %1 customers.").arg(ratioOf(base)) +
                   measured;
        case Outcome::Growth:
            return Words::tr("Studied: the top quarter by growth, %1 customers.").arg(ratioOf(base)) +
                   measured;
        case Outcome::Advocacy:
            return Words::tr("Studied: the top quarter by advocacy, %1 customers.").arg(ratioOf(base)) +
                   measured;
        case Outcome::Blend:
            break;
    }
    return Words::tr("Studied: the top quarter by a blend of measures, %1 customers.").arg(ratioOf(base));
}

QString whyOf(const DeckInput& input, bool deals) {
    const Findings& findings = *input.findings;
    if (deals)
        return Words::tr(
            "This is known of a deal once there is one. It says how to sell, not to which company, "
            "so it makes no criterion.");
    if (findings.study.unit != Unit::Account && findings.unlinked == findings.base.n)
        return Words::tr(
            "No closed deal belongs to a known account, so nothing about companies could be "
            "compared.");
    return {};
}

/// What explains nothing, the least unlikely first: whoever has heard of one can leave it now.
QString testedNames(const Findings& findings) {
    std::vector<const AttributeProfile*> tested;
    for (const AttributeProfile& profile : findings.attributes)
        if (wasTested(profile)) tested.push_back(&profile);
    std::stable_sort(tested.begin(), tested.end(),
                     [](const AttributeProfile* a, const AttributeProfile* b) { return a->p < b->p; });
    constexpr std::size_t shown = 12;
    QStringList names;
    for (const AttributeProfile* profile : tested)
        if (names.size() < qsizetype(shown)) names << profile->label;
    const QString listed = names.join(Words::tr(", ", "between attributes"));
    return tested.size() <= shown
               ? Words::tr("They are: %1.").arg(listed)
               : Words::tr("They are: %1 and %2 more.").arg(listed, whole(double(tested.size() - shown)));
}

}  // namespace

std::vector<const AttributeProfile*> foundInstead(const DeckInput& input) {
    std::vector<const AttributeProfile*> drivers;
    if (wantsSomebody(*input.icp)) return drivers;
    for (const AttributeProfile& profile : input.findings->attributes)
        if (profile.isDriver() && behind(*input.findings, profile) == nullptr && drivers.size() < most)
            drivers.push_back(&profile);
    return drivers;
}

std::optional<Found> found(const DeckInput& input) {
    const Findings& findings = *input.findings;
    if (wantsSomebody(*input.icp) || findings.base.n == 0) return std::nullopt;
    const QString noun = outcomeNoun(findings.study.outcome);
    const std::vector<const AttributeProfile*> drivers = foundInstead(input);
    Found found;
    found.studied = studiedWords(findings);
    if (!drivers.empty()) {
        const bool deals = std::all_of(drivers.begin(), drivers.end(), [](const AttributeProfile* profile) {
            return profile->entity == Entity::Deal;
        });
        found.headline = deals ? Words::tr("What goes with %1 are attributes of deals.").arg(noun)
                               : Words::tr("Write the first criterion.");
        found.heading = Words::tr("What was found");
        for (const AttributeProfile* profile : drivers) found.lines << lineOf(*profile, findings);
        found.why = whyOf(input, deals);
        return found;
    }
    const auto tested = std::count_if(findings.attributes.begin(), findings.attributes.end(), wasTested);
    found.heading = Words::tr("What was found");
    found.lines << Words::tr("Attributes tested: %1. None alone explains %2 beyond chance.")
                       .arg(whole(double(tested)), noun);
    if (findings.segments.empty()) {
        found.lines << testedNames(findings);
        found.headline = Words::tr("No attribute explains %1 beyond chance.").arg(noun);
        found.why = whyOf(input, false);
        return found;
    }
    const auto held = std::count_if(findings.segments.begin(), findings.segments.end(),
                                    [](const Segment& segment) { return segment.verdict == u"held"; });
    found.headline = findings.heldOut.n == 0 || held > 0
                         ? Words::tr("Only single segments stand out.")
                         : Words::tr("A segment stands out, but newer deals do not confirm it.");
    bool deals = true;
    for (std::size_t i = 0; i < std::min(most - 1, findings.segments.size()); ++i) {
        found.lines << lineOf(findings.segments[i], findings);
        deals = deals && ofDeals(*input.dataset, findings.segments[i]);
    }
    found.why = whyOf(input, deals);
    return found;
}

}  // namespace icp::slide
