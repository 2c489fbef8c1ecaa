#include "ui/models/grouptimes.h"

#include "core/analysis/fourquestions.h"
#include "core/analysis/frame.h"
#include "core/base/shown.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace icp::ui {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::ui::GroupTimes)
};

constexpr double clearly = 0.05;
constexpr double year = 365.25;

QString pText(double p) {
    return p < 0.001 ? Tr::tr("p under 0.001") : Tr::tr("p %1").arg(QLocale().toString(p, 'f', 3));
}

QString days(double count) { return QLocale().toString(qRound(count)); }

/// A ratio as people say it: "0.6", "0.04", "12".
QString timesText(double ratio) {
    return QLocale().toString(ratio, 'f', ratio < 0.1 ? 2 : ratio < 10 ? 1 : 0);
}

QString winsOf(const QString& name, const CloseTimes& times) {
    if (!times.medianToWin) return Tr::tr("%1: no dated win.").arg(name);
    return Tr::tr("%1: %2 wins of %3 deals, the middle half within %4 to %5 days.")
        .arg(name, countText(times.won), countText(times.deals), days(times.lowerToWin.value_or(0)),
             days(times.upperToWin.value_or(0)));
}

QString undated(qint64 customers) {
    return customers == 0   ? QString()
           : customers == 1 ? Tr::tr("One customer is left out because a date is missing or runs backwards.")
                            : Tr::tr("%1 customers are left out because a date is missing or runs backwards.")
                                  .arg(countText(customers));
}

QString joined(QStringList parts) {
    parts.removeAll(QString());
    return parts.join(u' ');
}

/// Why deals that wait for the check of segments count all the same.
QString sealedWords(const GroupTimes& times) {
    if (times.sealed == 0) return {};
    return u' ' + Tr::tr(
                      "The newest %1, which are sealed, count here too: without them slow deals would be "
                      "missing, and "
                      "nothing is searched for here. The search for segments has not seen them, so their "
                      "check stays "
                      "one; but what you choose by these numbers was not checked on them.")
                      .arg(countText(times.sealed));
}

/// The reason most deals of the group were lost for; nullptr when none was lost.
const LostReason* mostFrequent(const std::vector<LostReason>& reasons) {
    const auto most = std::max_element(
        reasons.begin(), reasons.end(),
        [](const LostReason& a, const LostReason& b) { return a.inside.positives < b.inside.positives; });
    return most == reasons.end() || most->inside.positives == 0 ? nullptr : &*most;
}

}  // namespace

GroupTimes groupTimes(const Dataset& dataset, const Study& study, const std::vector<Condition>& conditions,
                      const QString& name) {
    GroupTimes out;
    out.name = name;
    out.beside = !conditions.empty();
    out.asOf = dataset.asOf;
    if (study.outcome == Outcome::Won)
        out.sealed = qint64(frameOf(dataset, normalised(study)).heldOut.count());
    const Bitmap deals = dealsMeeting(dataset, study, conditions);
    out.funnel = funnelOf(dataset, study, deals);
    out.closing = timeToClose(dataset, study, deals);
    out.reasons = lostReasons(dataset, study, deals);
    out.staying =
        timeStayed(dataset, study, out.beside ? customersMeeting(dataset, conditions) : customersOf(dataset));
    return out;
}

TimeWords funnelWords(const GroupTimes& times) {
    const FunnelPair& pair = times.funnel;
    TimeWords out;
    if (pair.inside.stages.empty() || pair.inside.deals + pair.others.deals == 0) {
        out.cannot = !pair.cannot.isEmpty() ? pair.cannot : Tr::tr("No deal says how far it came.");
        return out;
    }
    out.sentence = !pair.sentence.isEmpty() ? pair.sentence
                   : times.beside ? Tr::tr("The group and all others drop out alike at every stage.")
                                  : Tr::tr("%1 of %2 deals were won.")
                                        .arg(countText(pair.inside.won), countText(pair.inside.deals));
    QStringList parts;
    for (std::size_t s = 0; s < pair.inside.stages.size(); ++s) {
        const FunnelStage& stage = pair.inside.stages[s];
        if (stage.passed.n == 0) continue;
        QString part = Tr::tr("%1: %2 of %3 go on (%4 to %5)", "Demo: 72% of 139 go on (64% to 79%)")
                           .arg(stage.label, percentText(stage.passed.rate), countText(stage.passed.n))
                           .arg(percentText(stage.passed.low), percentText(stage.passed.high));
        if (stage.days.median) part += Tr::tr(", after %1 days in the middle").arg(days(*stage.days.median));
        parts << part + u'.';
    }
    out.numbers = joined(parts);
    out.method = Tr::tr(
        "Share of deals that came at least so far, of those whose stage is known; deals still open count at "
        "the "
        "stages they have reached. Lines: 95%, score interval (Wilson 1927). Stages are compared by how many "
        "go on, "
        "over all stages with Benjamini and Hochberg 1995. Days are those until half have moved on or ended, "
        "open "
        "deals watched until the export (Kaplan and Meier 1958).");
    if (pair.clustered)
        out.method += u' ' + Tr::tr(
                                 "Accounts have several deals, which end alike: lines and comparison count "
                                 "accounts as what varies (Rao and Scott 1992).");
    if (pair.unknown > 0)
        out.method += u' ' + (pair.unknown == 1
                                  ? Tr::tr("One deal is left out because nobody knows how far it came.")
                                  : Tr::tr("%1 deals are left out because nobody knows how far they came.")
                                        .arg(countText(pair.unknown)));
    out.method += sealedWords(times);
    return out;
}

TimeWords closingWords(const GroupTimes& times) {
    const CloseTimesPair& pair = times.closing;
    TimeWords out;
    if (pair.inside.won + pair.others.won == 0) {
        out.cannot = Tr::tr(
            "Time to close cannot be told yet: nothing says when deals were created and closed. Import both "
            "dates.");
        return out;
    }
    const QString others = Tr::tr("All others");
    if (!pair.inside.tells() && !(times.beside && pair.others.tells())) {
        out.cannot = joined({pair.sentence, leftOutOf(pair.inside, times.name),
                             times.beside ? leftOutOf(pair.others, others) : QString()});
        return out;
    }
    out.sentence = !pair.sentence.isEmpty() ? pair.sentence : Tr::tr("No win of this group has both dates.");
    QStringList parts{winsOf(times.name, pair.inside), leftOutOf(pair.inside, times.name)};
    if (times.beside) parts << winsOf(others, pair.others) << leftOutOf(pair.others, others);
    if (times.beside && pair.inside.tells() && pair.others.tells())
        parts << (pair.test.p < clearly
                      ? Tr::tr("Over time they win differently, by how often as well as by how fast (%1).")
                            .arg(pText(pair.test.p))
                      : Tr::tr("Over time they may win alike (%1).").arg(pText(pair.test.p)));
    out.numbers = joined(parts);
    out.method =
        Tr::tr(
            "Share of all deals won by a day, while losing competes and open deals are watched until %1 "
            "(Aalen and Johansen 1978); taking lost deals for open ones would overstate it. Bands: 95%. "
            "Groups are compared by the log-rank test of winning, for which a loss counts as leaving: it "
            "answers to how "
            "often they win as well as to how fast. "
            "Counted from creation to closing, open deals too. A group has no curve where most of its lost, "
            "or "
            "of its won, deals lack a date: shares of the rest would mislead.")
            .arg(QLocale().toString(times.asOf, QLocale::ShortFormat));
    if (pair.clustered)
        out.method += u' ' + Tr::tr(
                                 "Accounts have several deals, which are alike: bands and comparison count "
                                 "accounts as what varies (Efron 1982; Lin and Wei 1989).");
    out.method += sealedWords(times);
    return out;
}

TimeWords reasonWords(const GroupTimes& times) {
    TimeWords out;
    const LostReason* most = mostFrequent(times.reasons);
    const bool said = times.reasons.size() > 1;
    if (most == nullptr || !said) {
        out.cannot = most == nullptr && said
                         ? Tr::tr("No deal of this group was lost.")
                         : Tr::tr("Nothing says why deals were lost. Import a column with the reason.");
        return out;
    }
    out.sentence = Tr::tr("Most often lost for: %1.").arg(most->reason);
    out.numbers =
        Tr::tr("%1 of %2 lost deals, %3 (%4 to %5)")
            .arg(countText(most->inside.positives), countText(most->inside.n), percentText(most->inside.rate),
                 percentText(most->inside.low), percentText(most->inside.high));
    out.numbers += times.beside && most->others.n > 0
                       ? Tr::tr(", against %1 of %2 for all others.")
                             .arg(percentText(most->others.rate), countText(most->others.n))
                       : QStringLiteral(".");
    out.method = Tr::tr(
        "Share of each reason among all lost deals of a group, those without a reason as “Not said”. Lines: "
        "95%, "
        "score interval (Wilson 1927), on as many deals as they are worth where accounts have lost several, "
        "which are alike "
        "(Rao and Scott 1992). A reason is what somebody wrote down, not what was the cause.");
    out.method += sealedWords(times);
    return out;
}

TimeWords stayingWords(const GroupTimes& times) {
    const StayPair& pair = times.staying;
    TimeWords out;
    if (pair.inside.n + pair.others.n == 0 || pair.inside.ended + pair.others.ended == 0) {
        out.cannot = pair.inside.n + pair.others.n == 0
                         ? Tr::tr(
                               "How long customers stay cannot be told yet: nothing says since when they are "
                               "customers.")
                         : Tr::tr(
                               "How long customers stay cannot be told yet: nothing says on which day "
                               "anybody left.");
        return out;
    }
    // As far as both groups were watched, in whole years where that is long enough.
    double horizon = pair.inside.horizon;
    if (times.beside && pair.others.n > 0) horizon = std::min(horizon, pair.others.horizon);
    if (horizon > year) horizon = std::floor(horizon / year) * year;
    const QString when = horizon >= year ? Tr::tr("%n year(s)", nullptr, int(std::lround(horizon / year)))
                                         : Tr::tr("%1 days").arg(days(horizon));
    out.sentence =
        times.beside && pair.others.n > 0
            ? Tr::tr("After %1, %2 of them are still customers, against %3 of all others.")
                  .arg(when, percentText(pair.inside.at(horizon)), percentText(pair.others.at(horizon)))
            : Tr::tr("After %1, %2 are still customers.").arg(when, percentText(pair.inside.at(horizon)));
    QStringList parts{Tr::tr("%1: %2 of %3 customers left.")
                          .arg(times.name, countText(pair.inside.ended), countText(pair.inside.n))};
    if (times.beside) {
        parts << Tr::tr("All others: %1 of %2 left.")
                     .arg(countText(pair.others.ended), countText(pair.others.n));
        parts << (pair.test.p < clearly
                      ? Tr::tr("They differ (log-rank, %1).").arg(pText(pair.test.p))
                      : Tr::tr("They may stay equally long (log-rank, %1).").arg(pText(pair.test.p)));
    }
    if (times.beside && pair.others.n > 0)
        parts << (pair.hazard ? Tr::tr("At any time, those of the group leave %1 times as often (%2 to %3).",
                                       "0.6 times as often (0.4 to 0.9)")
                                    .arg(timesText(pair.hazard->value), timesText(pair.hazard->interval.low),
                                         timesText(pair.hazard->interval.high))
                              : Tr::tr("Too few have left to say how many times as often they do."));
    parts << undated(pair.undated);
    out.numbers = joined(parts);
    out.method =
        Tr::tr(
            "Share of customers still there by a day (Kaplan and Meier 1958), watched until %1; those who "
            "were customers before the data begin count from then on only. Bands: 95%, on the log-log "
            "scale. Groups are compared by the log-rank test (Mantel 1966; Peto and Peto 1972).")
            .arg(QLocale().toString(times.asOf, QLocale::ShortFormat));
    if (times.beside && pair.hazard)
        out.method +=
            u' ' + Tr::tr(
                       "How many times as often: one ratio for all times, by a regression on the group "
                       "(Cox 1972; ties Efron 1977).");
    return out;
}

}  // namespace icp::ui
