#include "app/studyoptions.h"

#include "core/analysis/measure.h"
#include "core/table/expression.h"

#include <QCoreApplication>

#include <cmath>

namespace icp {

namespace {

struct StudyOptions {
    Q_DECLARE_TR_FUNCTIONS(icp::StudyOptions)
};

bool fits(Outcome outcome, Unit unit) { return (unit == Unit::Account) == (outcome != Outcome::Won); }

tl::unexpected<Error> unfit(Outcome outcome, Unit unit) {
    return fail(ErrorCode::Usage, StudyOptions::tr("The outcome %1 cannot be studied by %2.")
                                      .arg(outcomeName(outcome), unitName(unit)));
}

QStringList keysOf(const std::vector<Measure>& measures) {
    QStringList keys;
    for (const Measure& measure : measures) keys << measure.key;
    return keys;
}

/// Whether the data can measure an outcome so; empty = the first way there is.
Result<void> checkMeasure(const Dataset& dataset, Outcome outcome, const QString& key) {
    const QStringList keys = keysOf(measuresOf(dataset, outcome));
    if (key.isEmpty() || keys.contains(key)) return {};
    return fail(ErrorCode::Usage,
                keys.isEmpty()
                    ? StudyOptions::tr("Nothing in the data measures %1.").arg(outcomeName(outcome))
                    : StudyOptions::tr("“%1” does not measure %2. Use one of: %3.")
                          .arg(key, outcomeName(outcome), keys.join(QStringLiteral(", "))));
}

/// "value=60" or "value:account.ltv=60".
Result<BlendPart> blendPart(const QString& text) {
    bool ok = false;
    const QString what = text.section(u'=', 0, 0).trimmed();
    const QString weight = text.section(u'=', 1);
    const std::optional<Outcome> outcome = outcomeFromName(what.section(u':', 0, 0));
    BlendPart part{outcome.value_or(Outcome::Blend), weight.toDouble(&ok), what.section(u':', 1)};
    if (part.outcome == Outcome::Blend || part.outcome == Outcome::Won || !ok || !(part.weight > 0) ||
        !std::isfinite(part.weight))
        return fail(ErrorCode::Usage,
                    StudyOptions::tr("“%1” is no part of a blend. Write value=60,growth=40; parts are value, "
                                     "retained, growth and advocacy, weights are above 0.")
                        .arg(text));
    return part;
}

Result<void> readHoldout(StudyWords& words, const Options& options) {
    if (!options.has(QStringLiteral("holdout"))) return {};
    const QString text = options.value(QStringLiteral("holdout"));
    words.newestQuarter = text == u"quarter";
    if (words.newestQuarter) return {};
    bool ok = text == u"none";
    words.holdout = ok ? 0 : text.toDouble(&ok);
    if (ok && (*words.holdout == 0 || (*words.holdout >= 0.01 && *words.holdout <= 0.5))) return {};
    return fail(
        ErrorCode::Usage,
        StudyOptions::tr("--holdout takes a share from 0.01 to 0.5, quarter or none, not “%1”.").arg(text));
}

}  // namespace

std::vector<Option> withStudyOptions(std::vector<Option> own) {
    own.push_back({"outcome", "won|value|retained|growth|advocacy|blend",
                   QT_TRANSLATE_NOOP("icp::Help", "what “good” means; without it, what the data can tell")});
    own.push_back({"measure", "NAME",
                   QT_TRANSLATE_NOOP("icp::Help", "how the outcome is measured, such as account.ltv")});
    own.push_back({"blend", "PART=WEIGHT,...",
                   QT_TRANSLATE_NOOP("icp::Help", "what success is a blend of, such as value=60,growth=40")});
    own.push_back({"unit", "deal|first-deal|account",
                   QT_TRANSLATE_NOOP("icp::Help", "what is counted; won is counted by deal or first-deal")});
    own.push_back({"where", "EXPR",
                   QT_TRANSLATE_NOOP("icp::Help", "study only what meets this filter; may be repeated")});
    own.push_back(
        {"ranges", "round|supervised|monotone",
         QT_TRANSLATE_NOOP("icp::Help", "how numbers are cut: as people would, or by the outcome")});
    own.push_back(
        {"depth", "1|2|3", QT_TRANSLATE_NOOP("icp::Help", "most conditions in a segment; 3 without it")});
    own.push_back({"quality", "wracc|binomial|lift",
                   QT_TRANSLATE_NOOP("icp::Help",
                                     "which segments are best: large ones, those farthest from chance, or "
                                     "those with the highest rate; wracc without it")});
    own.push_back({"holdout", "SHARE|quarter|none",
                   QT_TRANSLATE_NOOP("icp::Help",
                                     "what segments are checked on: a share of the newest, such as 0.2, or "
                                     "the newest quarter of the year; 0.2 without it")});
    return own;
}

Result<StudyWords> studyWords(const Options& options) {
    StudyWords words;
    if (options.has(QStringLiteral("outcome"))) {
        const QString name = options.value(QStringLiteral("outcome"));
        words.outcome = outcomeFromName(name);
        if (!words.outcome)
            return fail(
                ErrorCode::Usage,
                StudyOptions::tr("There is no outcome “%1”. Use won, value, retained, growth, advocacy or "
                                 "blend.")
                    .arg(name));
    }
    if (options.has(QStringLiteral("blend"))) {
        if (words.outcome && words.outcome != Outcome::Blend)
            return fail(ErrorCode::Usage, StudyOptions::tr("--blend goes with --outcome blend only."));
        words.outcome = Outcome::Blend;
        for (const QString& text : options.value(QStringLiteral("blend")).split(u',')) {
            const Result<BlendPart> part = blendPart(text);
            if (!part) return fail(part.error());
            words.blend.push_back(*part);
        }
    }
    words.measure = options.value(QStringLiteral("measure"));
    if (options.has(QStringLiteral("unit"))) {
        const QString name = options.value(QStringLiteral("unit"));
        words.unit = unitFromName(name);
        if (!words.unit)
            return fail(
                ErrorCode::Usage,
                StudyOptions::tr("There is no unit “%1”. Use deal, first-deal or account.").arg(name));
    }
    if (words.outcome && words.unit && !fits(*words.outcome, *words.unit))
        return unfit(*words.outcome, *words.unit);
    if (options.has(QStringLiteral("ranges"))) {
        const QString name = options.value(QStringLiteral("ranges"));
        words.ranges = rangeChoiceFromName(name);
        if (!words.ranges)
            return fail(
                ErrorCode::Usage,
                StudyOptions::tr("There are no ranges “%1”. Use round, supervised or monotone.").arg(name));
    }
    if (options.has(QStringLiteral("depth"))) {
        bool ok = false;
        words.depth = options.value(QStringLiteral("depth")).toInt(&ok);
        if (!ok || *words.depth < 1 || *words.depth > 3)
            return fail(ErrorCode::Usage, StudyOptions::tr("--depth takes 1, 2 or 3."));
    }
    if (options.has(QStringLiteral("quality"))) {
        const QString name = options.value(QStringLiteral("quality"));
        words.quality = segmentQualityFromName(name);
        if (!words.quality)
            return fail(ErrorCode::Usage,
                        StudyOptions::tr("There is no quality “%1”. Use wracc, binomial or lift.").arg(name));
    }
    if (const Result<void> kept = readHoldout(words, options); !kept) return fail(kept.error());
    words.where = options.values(QStringLiteral("where"));
    for (const QString& where : words.where)
        if (const Result<void> formed = checkConditions(where); !formed) return fail(formed.error());
    return words;
}

Result<Study> studyFrom(const StudyWords& words, const Dataset& dataset) {
    Study study = proposedStudy(dataset);
    if (words.outcome) {
        study.outcome = *words.outcome;
        study.unit = study.outcome == Outcome::Won ? Unit::Deal : Unit::Account;
    }
    if (words.unit) {
        if (!fits(study.outcome, *words.unit)) return unfit(study.outcome, *words.unit);
        study.unit = *words.unit;
    }
    study.blend = words.blend;
    for (const BlendPart& part : study.blend)
        if (const Result<void> measured = checkMeasure(dataset, part.outcome, part.measure); !measured)
            return fail(measured.error());
    study.measure = words.measure;
    if (const Result<void> measured = checkMeasure(dataset, study.outcome, study.measure); !measured)
        return fail(measured.error());
    study.ranges = words.ranges.value_or(study.ranges);
    study.depth = words.depth.value_or(study.depth);
    study.quality = words.quality.value_or(study.quality);
    study.holdout = words.holdout.value_or(study.holdout);
    study.newestQuarter = words.newestQuarter;
    for (const QString& where : words.where) {
        const Result<std::vector<Condition>> conditions = parseConditions(where, dataset);
        if (!conditions) return fail(conditions.error());
        study.filter.insert(study.filter.end(), conditions->begin(), conditions->end());
    }
    return study;
}

}  // namespace icp
