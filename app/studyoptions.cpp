#include "app/studyoptions.h"

#include "core/table/expression.h"

#include <QCoreApplication>

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

}  // namespace

std::vector<Option> withStudyOptions(std::vector<Option> own) {
    own.push_back({"outcome", "won|value|retained",
                   QT_TRANSLATE_NOOP("icp::Help", "what “good” means; without it, what the data can tell")});
    own.push_back({"unit", "deal|first-deal|account",
                   QT_TRANSLATE_NOOP("icp::Help", "what is counted; won is counted by deal or first-deal")});
    own.push_back({"where", "EXPR",
                   QT_TRANSLATE_NOOP("icp::Help", "study only what meets this filter; may be repeated")});
    own.push_back(
        {"depth", "1|2|3", QT_TRANSLATE_NOOP("icp::Help", "most conditions in a segment; 3 without it")});
    return own;
}

Result<StudyWords> studyWords(const Options& options) {
    StudyWords words;
    if (options.has(QStringLiteral("outcome"))) {
        const QString name = options.value(QStringLiteral("outcome"));
        words.outcome = outcomeFromName(name);
        if (!words.outcome)
            return fail(ErrorCode::Usage,
                        StudyOptions::tr("There is no outcome “%1”. Use won, value or retained.").arg(name));
    }
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
    if (options.has(QStringLiteral("depth"))) {
        bool ok = false;
        words.depth = options.value(QStringLiteral("depth")).toInt(&ok);
        if (!ok || *words.depth < 1 || *words.depth > 3)
            return fail(ErrorCode::Usage, StudyOptions::tr("--depth takes 1, 2 or 3."));
    }
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
    study.depth = words.depth.value_or(study.depth);
    for (const QString& where : words.where) {
        const Result<std::vector<Condition>> conditions = parseConditions(where, dataset);
        if (!conditions) return fail(conditions.error());
        study.filter.insert(study.filter.end(), conditions->begin(), conditions->end());
    }
    return study;
}

}  // namespace icp
