#include "core/analysis/question.h"

#include "core/analysis/analyze.h"

namespace icp {

namespace {

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

QString questionOf(const Study& study) { return question(study, recorded); }

QString questionShown(const Study& study, const Dataset& dataset) {
    return question(study, [&](const Condition& condition) {
        return condition.op == Condition::Op::Range ? conditionLabel(condition, dataset)
                                                    : recorded(condition);
    });
}

}  // namespace icp
