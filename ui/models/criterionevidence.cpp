#include "ui/models/criterionevidence.h"

#include "core/analysis/analyze.h"
#include "core/base/interval.h"
#include "core/base/shown.h"
#include "core/workshop/counterproposal.h"
#include "core/workshop/technology.h"

#include <QCoreApplication>

namespace icp::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::ui::Evidence)
};

QString outcomeWord(Outcome outcome) {
    switch (outcome) {
        case Outcome::Won:
            return Words::tr("won");
        case Outcome::Value:
            return Words::tr("of high value");
        case Outcome::Growth:
            return Words::tr("growing most");
        case Outcome::Advocacy:
            return Words::tr("recommending most");
        case Outcome::Blend:
            return Words::tr("among the best");
        case Outcome::Retained:
            return Words::tr("stayed");
    }
    return {};
}

/// The badge of a verdict that was given when the criterion was found; tone None when there was none.
EvidenceBadge verdictBadge(const Criterion& criterion, const Dataset& dataset, const Findings& findings) {
    using Tone = EvidenceBadge::Tone;
    const QString& verdict = criterion.evidence.verdict;
    const bool dated =
        findings.heldOutFrom.isValid() && criterion.evidence.fingerprint == dataset.fingerprint;
    const QString year =
        dated ? QString::number((findings.to.isValid() ? findings.to : findings.heldOutFrom).year())
              : QString();
    if (verdict == u"held")
        return {Tone::Ok, dated ? Words::tr("Held in %1").arg(year) : Words::tr("Held"),
                Words::tr("Newer deals that were kept aside say the same.")};
    if (verdict == u"weaker")
        return {Tone::Warn, dated ? Words::tr("Weaker in %1").arg(year) : Words::tr("Weaker"),
                Words::tr("Newer deals that were kept aside show a smaller effect.")};
    if (verdict == u"average" || verdict == u"no-effect")
        return {Tone::Grey, Words::tr("No effect alone"),
                Words::tr("The data do not show that this criterion alone makes a difference. What the whole "
                          "profile does stands beside it.")};
    if (verdict == u"too-few")
        return {Tone::Grey, Words::tr("Too few to decide"), Words::tr("Too few newer deals to check it.")};
    if (verdict == u"anecdote")
        return {Tone::Warn, Words::tr("Anecdote"), Words::tr("Nobody has shown it in the data yet.")};
    if (verdict == u"contradicted")
        return {Tone::Error, Words::tr("Contradicted"), Words::tr("The data say the opposite.")};
    return {};
}

}  // namespace

Evidence typedEvidence(const Condition& condition, const Dataset& dataset, const Findings& findings) {
    Evidence evidence;
    if (const AttributeProfile* profile = findings.find(condition.attribute)) {
        evidence.q = profile->q;
    }
    if (!dataset.find(condition.attribute) || isScored(findings.study.outcome)) return evidence;
    const Bitmap units = unitsMeeting(dataset, findings, {condition});
    evidence.n = qint64(units.count());
    units.forEach([&](std::size_t row) {
        evidence.positives += findings.study.unit == Unit::Account
                                  ? dataset.accountState[row] == AccountState::Customer
                                  : dataset.dealState[row] == DealState::Won;
    });
    const Interval interval = wilson(evidence.positives, evidence.n);
    evidence.low = interval.low;
    evidence.high = interval.high;
    evidence.fingerprint = dataset.fingerprint;
    return evidence;
}

EvidenceBadge evidenceBadge(const Criterion& criterion, const Dataset& dataset, const Findings& findings) {
    using Tone = EvidenceBadge::Tone;
    if (!criterion.condition) {
        const EvidenceBadge given = verdictBadge(criterion, dataset, findings);
        return given.tone != Tone::None
                   ? given
                   : EvidenceBadge{Tone::Grey, Words::tr("Words only"),
                                   Words::tr("No data stand behind it; it is not computed with.")};
    }
    if (!dataset.find(criterion.condition->attribute))
        return {Tone::Warn, Words::tr("Cannot check"),
                Words::tr("The data have no such column. The criterion counts as unknown.")};
    const EvidenceBadge given = verdictBadge(criterion, dataset, findings);
    if (given.tone != Tone::None) return given;
    const Evidence& evidence = criterion.evidence;
    if (evidence.n == 0 || findings.base.n == 0) return {};
    if (evidence.n < findings.study.minLevel)
        return {Tone::Grey, Words::tr("Too few to decide"),
                Words::tr("Fewer than %1 cases.").arg(findings.study.minLevel)};
    const bool above = evidence.low > findings.base.rate;
    const bool below = evidence.high < findings.base.rate;
    const bool exclusion = criterion.importance == Importance::Exclude;
    if (exclusion ? below : above)
        return {Tone::Ok, Words::tr("Backed by data"),
                Words::tr("The 95% range lies clear of the rate over all, %1.")
                    .arg(percentText(findings.base.rate))};
    if ((exclusion ? above : below) && criterion.section != Section::StretchLimits)
        return {Tone::Error, Words::tr("Contradicted"),
                Words::tr("The 95% range lies on the other side of the rate over all, %1.")
                    .arg(percentText(findings.base.rate))};
    return {Tone::Grey, Words::tr("No effect alone"),
            Words::tr(
                "Of this criterion alone, the 95% range holds the rate over all, %1. What the whole profile "
                "does stands beside it.")
                .arg(percentText(findings.base.rate))};
}

QString evidenceLine(const Criterion& criterion, Outcome outcome) {
    const Evidence& evidence = criterion.evidence;
    QString source = evidence.note;
    if (source.isEmpty()) {
        switch (evidence.source) {
            case Evidence::Source::Typed:
                source = criterion.author.isEmpty() ? Words::tr("Typed")
                                                    : Words::tr("Typed by %1").arg(criterion.author);
                break;
            case Evidence::Source::Pattern:
                source = Words::tr("From Patterns");
                break;
            case Evidence::Source::Segment:
                source = Words::tr("From Segments");
                break;
            case Evidence::Source::Exclusion:
                source = Words::tr("From Exclusions");
                break;
            case Evidence::Source::Proposal:
                source = Words::tr("Proposed");
                break;
            case Evidence::Source::Examples:
                source = Words::tr("From example companies");
                break;
        }
    }
    if (evidence.n == 0) return source;
    return Words::tr("%1, %2 of %3 %4 (%5 to %6)")
        .arg(source, countText(evidence.positives), countText(evidence.n), outcomeWord(outcome),
             percentText(evidence.low), percentText(evidence.high));
}

QString criterionLine(const Criterion& criterion, Outcome outcome) {
    QStringList parts;
    QString reason = reasonWords(reasonOf(criterion));
    if (!reason.isEmpty()) reason.front() = reason.front().toUpper();
    const QString evidence = evidenceLine(criterion, outcome);
    const QStringList names = contributors(criterion);
    // One name alone may have been said already.
    const bool told = names.size() == 1 && evidence.contains(names.front());
    for (const QString& part :
         {reason, evidence, criterion.why,
          names.isEmpty() || told ? QString()
                                  : Words::tr("Contributors: %1").arg(names.join(QStringLiteral(", ")))})
        if (!part.isEmpty()) parts << part;
    return parts.join(QStringLiteral(" · "));
}

QString shortEvidence(const Criterion& criterion, Outcome outcome) {
    const Evidence& evidence = criterion.evidence;
    if (evidence.n == 0) return {};
    return Words::tr("%1 %2", "5% won")
        .arg(percentText(double(evidence.positives) / double(evidence.n)), outcomeWord(outcome));
}

}  // namespace icp::ui
