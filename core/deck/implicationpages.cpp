#include "core/deck/implicationpages.h"

#include "core/deck/facts.h"
#include "core/deck/figures.h"
#include "core/deck/gridpages.h"
#include "core/deck/palette.h"

#include <QCoreApplication>

#include <algorithm>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::ImplicationPages)
};

QString because(const Action& action, const Icp& icp, const Dataset& dataset) {
    const Criterion* criterion = icp.find(action.criterion);
    return criterion != nullptr ? slide::criterionText(*criterion, dataset) : QString();
}

GridPart actionPart(const Implications& all, const DeckInput& input) {
    Grid grid({{Words::tr("Action"), 624, Align::Left},
               {Words::tr("Department"), 260, Align::Left},
               {Words::tr("Owner"), 220, Align::Left},
               {Words::tr("Due"), 220, Align::Left},
               {Words::tr("Because of"), 420, Align::Left}});
    for (const Action& action : all.actions) {
        const bool late = action.isOverdue(input.today);
        const QString day = action.due.isValid() ? slide::day(action.due) : QString();
        grid.add({action.text, action.department, action.owner,
                  action.done ? Words::tr("done")
                  : late      ? Words::tr("%1, overdue").arg(day)
                              : day,
                  because(action, *input.icp, *input.dataset)},
                 late          ? slide::missingInk
                 : action.done ? slide::ink3
                               : slide::ink);
    }
    return {Words::tr("Who does what"), std::move(grid)};
}

GridPart practicePart(const Implications& all) {
    Grid grid({{Words::tr("What we do today"), 724, Align::Left},
               {Words::tr("Department"), 260, Align::Left},
               {Words::tr("Verdict"), 160, Align::Left},
               {Words::tr("Why"), 600, Align::Left}});
    for (const Practice& practice : all.practices)
        grid.add(
            {practice.text, practice.department, practiceVerdictTitle(practice.verdict), practice.reason});
    return {Words::tr("Keep, change or stop"), std::move(grid)};
}

GridPart promptPart(const Implications& all) {
    Grid grid({{Words::tr("Question"), 620, Align::Left}, {Words::tr("Answer"), 1124, Align::Left}}, 6);
    for (int i = 0; i < promptCount; ++i) {
        const QString& answer = all.answers[std::size_t(i)];
        grid.add({promptQuestion(Prompt(i)), answer.isEmpty() ? Words::tr("Not answered yet") : answer},
                 answer.isEmpty() ? slide::missingInk : slide::ink);
    }
    return {Words::tr("Three questions, %1 answered").arg(slide::whole(double(all.answered()))),
            std::move(grid)};
}

GridPart researchPart(const Implications& all, const DeckInput& input) {
    Grid grid({{Words::tr("Company"), 360, Align::Left},
               {Words::tr("Said by"), 240, Align::Left},
               {Words::tr("Why it speaks against"), 572, Align::Left},
               {Words::tr("Answer"), 572, Align::Left}});
    int number = 0;
    for (const ResearchItem& item : all.research) {
        ++number;
        grid.add(
            {slide::namesHidden(input) ? Words::tr("Company %1").arg(slide::whole(number)) : item.company,
             item.author, item.reason, item.isOpen() ? Words::tr("open") : item.answer});
    }
    return {Words::tr("Companies held against the profile"), std::move(grid)};
}

GridPart reactionPart(const std::vector<Reaction>& reactions) {
    Grid grid({{Words::tr("Reaction"), 180, Align::Left},
               {Words::tr("Why"), 572, Align::Left},
               {Words::tr("Said by"), 240, Align::Left},
               {Words::tr("Follow-up"), 180, Align::Left},
               {Words::tr("What came of it"), 572, Align::Left}});
    for (const Reaction& one : reactions)
        grid.add({feelingTitle(one.feeling), one.reason,
                  one.person.isEmpty() ? Words::tr("anonymous") : one.person,
                  one.isNegative() ? followUpTitle(one.followUp) : QString(), one.answer},
                 one.isOpen() ? slide::missingInk : slide::ink);
    const ReactionCounts counts = countOf(reactions);
    const QString negative = slide::whole(double(counts.negative));
    return {counts.negative == 0 ? Words::tr("How people inside react")
                                 : Words::tr("How people inside react: %1 against, %2 of them not settled")
                                       .arg(negative, slide::whole(double(counts.open))),
            std::move(grid)};
}

/// What everything is about, in one line.
QString titleOf(const Implications& all) {
    const auto open =
        std::count_if(all.actions.begin(), all.actions.end(), [](const Action& one) { return !one.done; });
    const QString count = slide::whole(double(all.actions.size()));
    if (all.actions.empty()) return Words::tr("What follows from the profile");
    if (all.actions.size() == 1)
        return open == 0 ? Words::tr("What follows: 1 action, done")
                         : Words::tr("What follows: 1 action, open");
    return open == 0 ? Words::tr("What follows: %1 actions, all done").arg(count)
                     : Words::tr("What follows: %1 actions, %2 open").arg(count, slide::whole(double(open)));
}

}  // namespace

std::vector<Draft> implicationPages(const DeckInput& input, const MeasureText& measure) {
    const Implications all = implicationsOf(*input.workshop, input.icp->id);
    const std::vector<Reaction>& reactions = input.icp->reactions;
    if (all.isEmpty() && reactions.empty()) return {};
    std::vector<GridPart> parts;
    if (!all.actions.empty()) parts.push_back(actionPart(all, input));
    if (!all.practices.empty()) parts.push_back(practicePart(all));
    parts.push_back(promptPart(all));
    if (!all.research.empty()) parts.push_back(researchPart(all, input));
    if (!reactions.empty()) parts.push_back(reactionPart(reactions));
    return gridPages(Words::tr("Implications"), titleOf(all), std::move(parts), input, measure);
}

Sheet implicationsSheet(const Workshop& workshop, const Icp& icp) {
    const Implications all = implicationsOf(workshop, icp.id);
    Sheet sheet;
    sheet.name = Words::tr("Implications");
    sheet.header =
        QStringList{QStringLiteral("kind"),    QStringLiteral("text"),  QStringLiteral("department"),
                    QStringLiteral("owner"),   QStringLiteral("due"),   QStringLiteral("state"),
                    QStringLiteral("because"), QStringLiteral("answer")};
    const auto text = [](const QString& words) {
        return words.isEmpty() ? Sheet::Cell() : Sheet::Cell(words);
    };
    for (const Action& action : all.actions) {
        const Criterion* criterion = icp.find(action.criterion);
        sheet.rows.push_back({QStringLiteral("action"),
                              action.text,
                              text(action.department),
                              text(action.owner),
                              text(action.due.toString(Qt::ISODate)),
                              action.done ? QStringLiteral("done") : QStringLiteral("open"),
                              text(criterion != nullptr ? criterion->text : QString()),
                              {}});
    }
    for (const Practice& practice : all.practices)
        sheet.rows.push_back({QStringLiteral("practice"),
                              practice.text,
                              text(practice.department),
                              {},
                              {},
                              practiceVerdictName(practice.verdict),
                              text(practice.reason),
                              {}});
    for (int i = 0; i < promptCount; ++i) {
        const QString& answer = all.answers[std::size_t(i)];
        sheet.rows.push_back({QStringLiteral("question"),
                              promptQuestion(Prompt(i)),
                              {},
                              {},
                              {},
                              answer.isEmpty() ? QStringLiteral("open") : QStringLiteral("answered"),
                              {},
                              text(answer)});
    }
    for (const ResearchItem& item : all.research)
        sheet.rows.push_back({QStringLiteral("research"),
                              item.company,
                              {},
                              text(item.author),
                              {},
                              item.isOpen() ? QStringLiteral("open") : QStringLiteral("answered"),
                              text(item.reason),
                              text(item.answer)});
    for (const Reaction& one : icp.reactions)
        sheet.rows.push_back({QStringLiteral("reaction"),
                              text(one.reason),
                              {},
                              text(one.person),
                              {},
                              one.isNegative() ? followUpName(one.followUp) : QString(),
                              feelingTitle(one.feeling),
                              text(one.answer)});
    return sheet;
}

}  // namespace icp
