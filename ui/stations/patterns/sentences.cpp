#include "ui/stations/patterns/sentences.h"

#include "ui/models/attributelist.h"
#include "ui/stations/adopt.h"

#include <QLocale>

#include <cmath>

namespace icp::ui {

namespace {

struct Sentence {
    Q_DECLARE_TR_FUNCTIONS(icp::ui::FindingText)
};

QString numberWord(int number) {
    switch (number) {
        case 3:
            return Sentence::tr("three");
        case 4:
            return Sentence::tr("four");
        case 5:
            return Sentence::tr("five");
        case 6:
            return Sentence::tr("six");
        case 7:
            return Sentence::tr("seven");
        case 8:
            return Sentence::tr("eight");
        case 9:
            return Sentence::tr("nine");
        default:
            return QLocale().toString(number);
    }
}

QString points(double share) { return QLocale().toString(qRound(share * 100)); }

}  // namespace

QString timesAsOften(double inside, double outside) {
    const double ratio = outside > 0 ? inside / outside : 0;
    if (ratio < 1.85) return Sentence::tr("%1 times as often").arg(QLocale().toString(ratio, 'f', 1));
    const int whole = int(std::lround(ratio));
    const double off = ratio - whole;
    const bool twice = whole == 2;
    if (std::abs(off) <= 0.05)
        return twice ? Sentence::tr("twice as often")
                     : Sentence::tr("%1 times as often").arg(numberWord(whole));
    if (off < 0)
        return twice ? Sentence::tr("almost twice as often")
                     : Sentence::tr("almost %1 times as often").arg(numberWord(whole));
    return twice ? Sentence::tr("more than twice as often")
                 : Sentence::tr("more than %1 times as often").arg(numberWord(whole));
}

FindingText driverText(const AttributeProfile& attribute, const Contrast& contrast, const Words& words) {
    FindingText out;
    const QString what = Sentence::tr("%1 %2").arg(attribute.label, contrast.label);
    out.title = contrast.outside.positives == 0
                    ? Sentence::tr("%1: %2 here, and nowhere else.").arg(what, words.who())
                    : Sentence::tr("%1: %2 %3.")
                          .arg(what, words.who(), timesAsOften(contrast.inside.rate, contrast.outside.rate));
    out.numbers = Sentence::tr("%1 of %2, against %3 of %4. The gap is %5 points (%6 to %7).")
                      .arg(percentText(contrast.inside.rate), words.counted(contrast.inside.n),
                           percentText(contrast.outside.rate), countText(contrast.outside.n))
                      .arg(points(contrast.difference), points(contrast.low), points(contrast.high));
    return out;
}

FindingText onlyLowText(const AttributeProfile& attribute, const Findings& findings) {
    const std::vector<Level> below = levelsBelow(attribute, findings.base);
    if (below.empty()) {
        return {
            Sentence::tr("%1 matters, but no single value stands out.").arg(attribute.label),
            Sentence::tr("Its values differ more than chance would have them (%1).").arg(qText(attribute.q))};
    }
    return {Sentence::tr("%1: %2 below average, the others close to it.")
                .arg(attribute.label, joinedLabels(attribute, below)),
            Sentence::tr("The average is %1 (%2).").arg(percentText(findings.base.rate), qText(attribute.q))};
}

FindingText noDriverText(const AttributeProfile& attribute, const Findings& findings) {
    if (!attribute.leak.isEmpty())
        return {Sentence::tr("%1 is left out.").arg(attribute.label), attribute.leak};
    if (attribute.singleLevel) {
        return {Sentence::tr("%1 has only one value to look at.").arg(attribute.label),
                Sentence::tr("There is nothing to compare it with.")};
    }
    if (findings.mode != Mode::Full)
        return {Sentence::tr("Too little data to rank %1.").arg(attribute.label),
                Sentence::tr("The dots are a direction, not proof.")};
    if (attribute.test.isEmpty())
        return {Sentence::tr("%1 could not be tested.").arg(attribute.label),
                Sentence::tr("Too few known values.")};
    if (attribute.q < 0.2) {
        return {Sentence::tr("%1 may matter, but it is unsure.").arg(attribute.label),
                Sentence::tr("Differences like these also come up by chance (%1).").arg(qText(attribute.q))};
    }
    return {Sentence::tr("%1 makes no clear difference.").arg(attribute.label),
            Sentence::tr("The values lie as close together as chance would put them (%1).")
                .arg(qText(attribute.q))};
}

FindingText exclusionText(const Exclusion& exclusion, const Findings& findings) {
    const ExclusionNumbers numbers = exclusionNumbers(exclusion, findings);
    return {Sentence::tr("%1: %2, below average.")
                .arg(exclusionName(exclusion), percentText(exclusion.rate.rate)),
            numbers.record + u' ' + (exclusion.entity == Entity::Deal ? dealsOnly() : numbers.cost)};
}

FindingText untestedText(const AttributeProfile& attribute, const Findings& findings) {
    constexpr int shown = 4;
    const Words words(findings.study);
    QStringList names;
    int more = 0;
    for (const Level& level : attribute.levels) {
        if (level.unknown || level.status != LevelStatus::Untested) continue;
        if (names.size() == shown) {
            ++more;
            continue;
        }
        const QString count = names.isEmpty() ? words.counted(level.rate.n) : countText(level.rate.n);
        names << QStringLiteral("%1 %2").arg(level.label.simplified(), count);
    }
    if (names.isEmpty()) return {};
    QString list = names.join(QStringLiteral(", "));
    if (more > 0) list = Sentence::tr("%1 and %2 more").arg(list).arg(more);
    return {Sentence::tr("Hardly tried is not the same as bad."),
            Sentence::tr("%1. Too few to decide.").arg(list)};
}

QString marketText(const Exposure& exposure) {
    return exposure.marketAsOf.isValid()
               ? Sentence::tr("%1, %2", "Eurostat, Mar 2024")
                     .arg(exposure.marketSource, periodText(exposure.marketAsOf, exposure.marketAsOf))
               : exposure.marketSource;
}

FindingText reweightedText(const Exposure& exposure, const Findings& findings) {
    if (!exposure.reweighted) return {};
    const Reweighted& even = *exposure.reweighted;
    const Words words(findings.study);
    const QString rate = words.rateName();
    const bool same = even.interval.low <= findings.base.rate && findings.base.rate <= even.interval.high;
    FindingText out;
    out.title = same ? Sentence::tr("Tried as the market is, little would change.")
                : even.rate < findings.base.rate
                    ? Sentence::tr("The average flatters: you mostly tried where you win.")
                    : Sentence::tr("The average is too low: you mostly tried where you lose.");
    out.numbers = Sentence::tr("%1 %2 (%3 to %4) if tries were spread as the market by %5, against %6 now.")
                      .arg(rate, percentText(even.rate), percentText(even.interval.low),
                           percentText(even.interval.high), exposure.label, percentText(findings.base.rate));
    if (even.market < 0.995)
        out.numbers += u' ' + Sentence::tr("This is about the %1 of the market that was tried at all.")
                                  .arg(percentText(even.market));
    out.numbers += u' ' + Sentence::tr("Market: %1.").arg(marketText(exposure));
    return out;
}

FindingText missingText(const Exposure& exposure, const Findings& findings) {
    if (!exposure.missing || exposure.missing->q >= 0.05) return {};
    const MissingCheck& check = *exposure.missing;
    const Words words(findings.study);
    return {Sentence::tr("Where %1 is not known, %2 %3.")
                .arg(exposure.label, words.who(),
                     check.unknown.rate < check.known.rate ? Sentence::tr("less often")
                                                           : Sentence::tr("more often")),
            Sentence::tr("%1 where it is not known, %2 where it is (%3). Find out who fills it in, and when.")
                .arg(percentText(check.unknown.rate), percentText(check.known.rate), qText(check.q))};
}

}  // namespace icp::ui
