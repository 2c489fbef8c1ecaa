#include "ui/models/fitreasons.h"

#include "core/deck/facts.h"

#include <QCoreApplication>

namespace icp::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::ui::FitReasons)
};

}  // namespace

QString fitRule() {
    return Words::tr(
        "Ideal is who meets all musts and, where there are shoulds, at least one of them; bad is who is "
        "excluded "
        "or fails a must by more than its stretch limit allows; everybody else is a stretch, also where too "
        "little is known.");
}

QStringList fitReasons(const FitModel& model, const Icp& icp, std::uint32_t account) {
    if (account >= model.table().fit.size()) return {};
    if (const HandFit* hand = model.byHand(account)) return {Words::tr("By hand: %1").arg(hand->reason)};
    QStringList words;
    for (const Reason& reason : reasons(model, icp, account)) {
        const Criterion* criterion = icp.find(reason.criterion);
        if (!criterion) continue;
        const bool excludes = partOf(*criterion) == CriterionPart::Exclusion;
        words << (reason.answer == Reason::Answer::Unknown ? Words::tr("Not known: %1")
                  : excludes                               ? Words::tr("Excluded: %1")
                  : reason.answer == Reason::Answer::Holds ? Words::tr("Meets: %1")
                                                           : Words::tr("Fails: %1"))
                     .arg(slide::criterionText(*criterion, model.dataset()));
    }
    if (words.isEmpty() && model.table().fit[account] == Fit::Stretch)
        words << Words::tr("Nothing is a must or a should");
    return words;
}

std::vector<CriterionAnswer> criterionAnswers(const FitModel& model, const Icp& icp, std::uint32_t account,
                                              const Dataset& labels) {
    std::vector<CriterionAnswer> answers;
    for (const Criterion& criterion : icp.criteria)
        if (const Match* match = model.match(criterion.id))
            answers.push_back({criterion.id, slide::criterionText(criterion, labels),
                               answerText(partOf(criterion), *match, account)});
    return answers;
}

QString answerText(CriterionPart part, const Match& match, std::uint32_t account) {
    if (match.unknown.test(account)) return Words::tr("not known");
    const bool yes = match.yes.test(account);
    if (part == CriterionPart::Exclusion) return yes ? Words::tr("excluded") : Words::tr("no");
    if (part == CriterionPart::StretchLimit) return yes ? Words::tr("stretch") : Words::tr("no");
    return yes ? Words::tr("meets") : Words::tr("fails");
}

}  // namespace icp::ui
