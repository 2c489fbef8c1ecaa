#include "app/studyoptions.h"

#include "core/table/expression.h"

#include <QCoreApplication>

namespace icp {

namespace {
struct StudyOptions {
    Q_DECLARE_TR_FUNCTIONS(icp::StudyOptions)
};
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

Result<Study> studyFrom(const Options& options, const Dataset& dataset) {
    Study study = proposedStudy(dataset);
    if (options.has(QStringLiteral("outcome"))) {
        const QString name = options.value(QStringLiteral("outcome"));
        const std::optional<Outcome> outcome = outcomeFromName(name);
        if (!outcome)
            return fail(ErrorCode::Usage,
                        StudyOptions::tr("There is no outcome “%1”. Use won, value or retained.").arg(name));
        study.outcome = *outcome;
        study.unit = *outcome == Outcome::Won ? Unit::Deal : Unit::Account;
    }
    if (options.has(QStringLiteral("unit"))) {
        const QString name = options.value(QStringLiteral("unit"));
        const std::optional<Unit> unit = unitFromName(name);
        if (!unit)
            return fail(
                ErrorCode::Usage,
                StudyOptions::tr("There is no unit “%1”. Use deal, first-deal or account.").arg(name));
        if ((*unit == Unit::Account) != (study.outcome != Outcome::Won))
            return fail(ErrorCode::Usage, StudyOptions::tr("The outcome %1 cannot be studied by %2.")
                                              .arg(outcomeName(study.outcome), unitName(*unit)));
        study.unit = *unit;
    }
    if (options.has(QStringLiteral("depth"))) {
        bool ok = false;
        study.depth = options.value(QStringLiteral("depth")).toInt(&ok);
        if (!ok || study.depth < 1 || study.depth > 3)
            return fail(ErrorCode::Usage, StudyOptions::tr("--depth takes 1, 2 or 3."));
    }
    for (const QString& where : options.values(QStringLiteral("where"))) {
        const Result<std::vector<Condition>> conditions = parseConditions(where, dataset);
        if (!conditions) return fail(conditions.error());
        study.filter.insert(study.filter.end(), conditions->begin(), conditions->end());
    }
    return study;
}

}  // namespace icp
