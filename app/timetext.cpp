#include "app/timetext.h"

#include "app/textparts.h"

#include <QCoreApplication>

#include <cmath>

namespace icp::text {

namespace {

constexpr std::size_t mostReasons = 8;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::TimeText)
};

/// The groups of a pair with their names; one without a name when there are no others.
struct Sides {
    QString inside;
    QString others;
};

Sides sidesOf(const Findings& findings) {
    if (findings.group.isEmpty()) return {Words::tr("all"), {}};
    return {findings.group.join(Words::tr(" and ", "between conditions")), Words::tr("all others")};
}

QString stayLine(const QString& name, const Survival& stay) {
    const QString line = Words::tr("  %1: %2 of %3 left").arg(name).arg(stay.ended).arg(stay.n);
    return stay.median ? line + Words::tr(", half within %n day(s)", nullptr, int(std::lround(*stay.median)))
                       : line + Words::tr(", more than half stay longer than is known");
}

QStringList reasonLines(const Findings& findings, const Sides& sides) {
    QStringList lines;
    for (const LostReason& reason : findings.lostReasons) {
        if (std::size_t(lines.size()) == mostReasons) break;
        QString line = QStringLiteral("  %1: %2").arg(reason.reason, rateText(reason.inside));
        if (!sides.others.isEmpty()) line += Words::tr(", all others %1").arg(rateText(reason.others));
        lines << line;
    }
    return lines;
}

QString passedText(const FunnelStage& stage) {
    QString text = rateText(stage.passed);
    if (stage.days.median)
        text += Words::tr(", half within %n day(s)", nullptr, int(std::lround(*stage.days.median)));
    if (stage.open > 0) text += Words::tr(", %1 still there").arg(stage.open);
    return text;
}

QStringList stageLines(const FunnelPair& funnel, const Sides& sides) {
    if (funnel.basis == FunnelBasis::None)
        return funnel.cannot.isEmpty() ? QStringList()
                                       : QStringList{QStringLiteral("  %1").arg(funnel.cannot)};
    QStringList lines;
    for (std::size_t s = 0; s < funnel.inside.stages.size(); ++s) {
        QString line = QStringLiteral("  %1: %2")
                           .arg(funnel.inside.stages[s].label, passedText(funnel.inside.stages[s]));
        if (!sides.others.isEmpty())
            line += Words::tr("; all others %1").arg(passedText(funnel.others.stages[s]));
        lines << line;
    }
    if (!funnel.sentence.isEmpty()) lines << QStringLiteral("  %1").arg(funnel.sentence);
    return lines;
}

}  // namespace

QStringList times(const Findings& findings) {
    QStringList lines;
    const Sides sides = sidesOf(findings);
    if (!findings.closing.sentence.isEmpty()) {
        lines << QString() << findings.closing.sentence;
        QStringList left{leftOutOf(findings.closing.inside, sides.inside)};
        if (!sides.others.isEmpty()) left << leftOutOf(findings.closing.others, sides.others);
        left.removeAll(QString());
        lines << left;
    }
    if (findings.study.outcome == Outcome::Won)
        addPart(lines, Words::tr("Who goes on at which stage (%1):").arg(sides.inside),
                stageLines(findings.funnel, sides));
    addPart(lines, Words::tr("Why deals are lost (%1):").arg(sides.inside), reasonLines(findings, sides));
    const StayPair& staying = findings.staying;
    if (staying.inside.ended + staying.others.ended > 0) {
        QStringList stay{stayLine(sides.inside, staying.inside)};
        if (!sides.others.isEmpty()) stay << stayLine(sides.others, staying.others);
        if (staying.hazard)
            stay << Words::tr("  At any time %1 leave %2 times as often as all others (%3 to %4)")
                        .arg(sides.inside, QString::number(staying.hazard->value, 'f', 2),
                             QString::number(staying.hazard->interval.low, 'f', 2),
                             QString::number(staying.hazard->interval.high, 'f', 2));
        else if (!sides.others.isEmpty())
            stay << Words::tr("  Too few have left to say how many times as often");
        addPart(lines, Words::tr("How long customers stay:"), stay);
    }
    const LeftSplit& left = findings.left;
    if (left.inside.positives + left.outside.positives > 0) {
        QStringList gone{QStringLiteral("  %1: %2").arg(sides.inside, rateText(left.inside))};
        if (!sides.others.isEmpty())
            gone << QStringLiteral("  %1: %2").arg(sides.others, rateText(left.outside));
        addPart(lines, Words::tr("Customers who left:"), gone);
    }
    return lines;
}

}  // namespace icp::text
