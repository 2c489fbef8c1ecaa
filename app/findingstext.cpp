#include "app/findingstext.h"

#include "app/textparts.h"
#include "app/timetext.h"
#include "core/analysis/testwords.h"
#include "core/table/derived.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace icp::text {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::FindingsText)
};

QString driverLine(const AttributeProfile& profile) {
    return Words::tr("Driver: %1, %2 %3, q %4")
        .arg(profile.label, effectWords(profile), QString::number(profile.effect, 'f', 2),
             profile.q < 0.001 ? Words::tr("below 0.001") : QString::number(profile.q, 'f', 3));
}

/// The driver, and below it how it was computed and why to be careful with it.
QStringList driverLines(const AttributeProfile& profile) {
    QStringList lines{driverLine(profile)};
    if (isDerived(profile.name)) lines << Words::tr("  Computed: %1").arg(derivationOf(profile.name));
    if (!profile.caution.isEmpty()) lines << Words::tr("  Careful: %1").arg(profile.caution);
    return lines;
}

QString numberText(double value) { return QString::number(value, 'g', 6); }

/// "; middle 1200 (range 900 to 1500), 300 above all others (range 100 to 420)".
QString scoresText(const Level& level) {
    const Interval& middle = level.middle.interval;
    const bool above = level.shift.value >= 0;
    const Interval shift =
        above ? level.shift.interval : Interval{-level.shift.interval.high, -level.shift.interval.low};
    const QString words =
        above ? Words::tr("; middle %1 (range %2 to %3), %4 above all others (range %5 to %6)")
              : Words::tr("; middle %1 (range %2 to %3), %4 below all others (range %5 to %6)");
    return words.arg(numberText(level.middle.value), numberText(middle.low), numberText(middle.high),
                     numberText(std::abs(level.shift.value)), numberText(shift.low), numberText(shift.high));
}

QString levelLine(const Level& level, bool scored) {
    if (level.status == LevelStatus::Untested)
        return Words::tr("  %1: untested, %2 of %3")
            .arg(level.label)
            .arg(level.rate.positives)
            .arg(level.rate.n);
    const QString line = QStringLiteral("  %1: %2").arg(level.label, rateText(level.rate));
    return scored ? line + scoresText(level) : line;
}

QString verdictWords(const QString& verdict) {
    if (verdict == u"held") return Words::tr("held on the newest");
    if (verdict == u"weaker") return Words::tr("weaker on the newest");
    if (verdict == u"too-few") return Words::tr("too few newest to say");
    if (verdict == u"average") return Words::tr("no better than all on the newest");
    return Words::tr("not checked");
}

bool anyTested(const Findings& findings) {
    return std::any_of(findings.attributes.begin(), findings.attributes.end(),
                       [](const AttributeProfile& profile) { return !profile.test.isEmpty(); });
}

QString noDriver(const Findings& findings) {
    if (!findings.segments.empty())
        return Words::tr(
                   "No driver found: no attribute alone explains the outcome beyond chance. Segments "
                   "that stand out: %1.")
            .arg(findings.segments.size());
    return Words::tr("No driver found: nothing in these columns explains the outcome beyond chance.");
}

/// Odds; those too large to be told from each other in so many digits are shortened.
QString oddsText(double odds) { return odds < 1e4 ? QString::number(odds, 'f', 2) : numberText(odds); }

QString questionedLine(const Confounder& c) {
    const QString crude = oddsText(c.crude.value);
    if (c.strata == 0)
        return Words::tr("  %1 Odds %2, over %3 of which both are known").arg(c.sentence, crude).arg(c.n);
    return Words::tr(
               "  %1 Odds %2, with the other equal %3 (range %4 to %5), over %6 of which both are known")
        .arg(c.sentence, crude, oddsText(c.adjusted.value), oddsText(c.adjusted.interval.low),
             oddsText(c.adjusted.interval.high), QString::number(c.n));
}

QString savedLine(const LeadsSaved& saved) {
    return Words::tr("  Leaving all of them alone saves %1 of tries and costs %2 of wins.")
        .arg(percent(saved.savedShare()), percent(saved.lostShare()));
}

}  // namespace

QStringList studied(const Findings& findings) {
    if (findings.base.n == 0) return {};
    const QString outcome = outcomeName(findings.study.outcome);
    const QString unit = unitName(findings.study.unit);
    const QString rate = rateText(findings.base);
    QStringList lines{
        findings.measure.isEmpty()
            ? Words::tr("Studied: %1 by %2, %3").arg(outcome, unit, rate)
            : Words::tr("Studied: %1 by %2, measured by %3, %4").arg(outcome, unit, findings.measure, rate)};
    if (!findings.study.filter.empty()) lines << Words::tr("Asked: %1").arg(questionOf(findings.study));
    return lines;
}

QStringList drivers(const Findings& findings) {
    QStringList lines;
    for (const AttributeProfile& profile : findings.attributes)
        if (profile.isDriver()) lines << driverLines(profile);
    if (lines.isEmpty() && anyTested(findings)) lines << noDriver(findings);
    return lines;
}

QStringList checked(const Findings& findings) {
    std::map<QString, int> counts;
    for (const Segment& segment : findings.segments)
        if (findings.heldOut.n > 0) ++counts[segment.verdict];
    QStringList parts;
    for (const auto& [verdict, count] : counts)
        parts << QStringLiteral("%1 %2").arg(count).arg(verdictWords(verdict));
    if (parts.isEmpty()) return {};
    return {Words::tr("Segments: %1").arg(parts.join(QStringLiteral(", ")))};
}

QStringList warnings(const Findings& findings) {
    QStringList lines;
    for (const Warning& warning : findings.warnings) lines << Words::tr("Note: %1").arg(warning.text);
    return lines;
}

QStringList everything(const Findings& findings) {
    QStringList lines = studied(findings);
    QStringList held;
    QStringList leftOut;
    for (const AttributeProfile& profile : findings.attributes) {
        if (!profile.leak.isEmpty())
            leftOut << QStringLiteral("  %1: %2").arg(profile.label, profile.leak);
        else if (profile.isDriver()) {
            held << driverLines(profile);
            for (const Level& level : profile.levels)
                held << levelLine(level, isScored(findings.study.outcome));
        }
    }
    if (held.isEmpty() && anyTested(findings)) held << noDriver(findings);
    if (!held.isEmpty()) lines << QString() << held;
    QStringList segments;
    for (const Segment& segment : findings.segments)
        segments << QStringLiteral("  %1: %2, %3")
                        .arg(segment.labels.join(Words::tr(" and ", "between conditions")),
                             rateText(segment.rate), verdictWords(segment.verdict));
    addPart(lines, Words::tr("Segments clearly above all:"), segments);
    QStringList exclusions;
    for (const Exclusion& exclusion : findings.exclusions)
        exclusions << QStringLiteral("  %1: %2, %3")
                          .arg(exclusion.attributeLabel.isEmpty() ||
                                       exclusion.label.startsWith(exclusion.attributeLabel)
                                   ? exclusion.label
                                   : Words::tr("%1: %2").arg(exclusion.attributeLabel, exclusion.label),
                               rateText(exclusion.rate),
                               exclusion.verdict == u"average" ? Words::tr("no worse than all on the newest")
                                                               : verdictWords(exclusion.verdict));
    addPart(lines, Words::tr("Levels clearly below all:"), exclusions);
    if (findings.study.outcome == Outcome::Won && findings.saved.saved > 0)
        lines << savedLine(findings.saved);
    QStringList habits;
    for (const Exposure& exposure : findings.coverage)
        if (!exposure.sentence.isEmpty())
            habits << QStringLiteral("  %1 %2").arg(exposure.sentence, exposure.numbers);
    addPart(lines, Words::tr("Habit warnings:"), habits);
    QStringList questioned;
    for (const Confounder& c : findings.confounders) questioned << questionedLine(c);
    addPart(lines, Words::tr("Is it really that?"), questioned);
    lines << times(findings);
    addPart(lines, Words::tr("Left out:"), leftOut);
    if (!findings.warnings.empty()) lines << QString() << warnings(findings);
    return lines;
}

}  // namespace icp::text
