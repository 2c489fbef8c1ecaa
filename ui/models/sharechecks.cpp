#include "ui/models/sharechecks.h"

#include "core/base/shown.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace icp::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::ui::ShareChecks)
};

ShareCheck numbers(const Icp& icp, const Dataset& dataset) {
    using Kind = ShareCheck::Kind;
    if (dataset.accounts.rows() == 0)
        return {Kind::Numbers, false, Words::tr("No data imported. The slides hold words only.")};
    const auto stale =
        std::count_if(icp.criteria.begin(), icp.criteria.end(), [&](const Criterion& criterion) {
            return !criterion.evidence.fingerprint.isEmpty() &&
                   criterion.evidence.fingerprint != dataset.fingerprint;
        });
    if (stale > 0)
        return {Kind::Numbers, false,
                stale == 1
                    ? Words::tr("One criterion carries numbers of an older import.")
                    : Words::tr("%1 criteria carry numbers of an older import.").arg(countText(stale))};
    return {Kind::Numbers, true,
            dataset.asOf.isValid() ? Words::tr("Numbers match the data of %1")
                                         .arg(QLocale().toString(dataset.asOf, QStringLiteral("d MMMM yyyy")))
                                   : Words::tr("Numbers match the imported data")};
}

ShareCheck anecdotes(const Workshop& workshop, const Icp& icp) {
    qint64 cells = 0;
    for (const Persona& persona : workshop.personasOf(icp.id))
        for (const Persona::Entry& entry : persona.fields)
            cells += entry.anecdote && !entry.text.isEmpty() ? 1 : 0;
    if (cells == 0) return {ShareCheck::Kind::Anecdotes, true, Words::tr("No persona cell is an anecdote")};
    return {ShareCheck::Kind::Anecdotes, false,
            cells == 1 ? Words::tr("One persona cell is an anecdote. It is marked on the slide.")
                       : Words::tr("%1 persona cells are anecdotes. They are marked on the slide.")
                             .arg(countText(cells))};
}

QString movedText(const Deck::Moved& moved, const QString& slide) {
    return moved.entries == 1 ? Words::tr("One entry of slide %1 moved to %2.").arg(slide, moved.to)
                              : Words::tr("%1 entries of slide %2 moved to %3.")
                                    .arg(countText(moved.entries), slide, moved.to);
}

}  // namespace

std::vector<ShareCheck> shareChecks(const Workshop& workshop, const Icp& icp, const Dataset& dataset,
                                    const Deck& deck, const std::vector<Condition>& narrowed) {
    using Kind = ShareCheck::Kind;
    std::vector<ShareCheck> checks{numbers(icp, dataset), anecdotes(workshop, icp)};
    QStringList only;
    for (const Condition& condition : narrowed) only << conditionLabel(condition, dataset);
    if (!only.isEmpty())
        checks.insert(checks.begin() + 1,
                      {Kind::Narrowed, false,
                       Words::tr("Findings are only about %1.").arg(only.join(QStringLiteral(", ")))});
    if (dataset.find(u"account.name") != nullptr)
        checks.push_back(
            workshop.settings.hideNames
                ? ShareCheck{Kind::Names, true, Words::tr("Customer names are hidden")}
                : ShareCheck{Kind::Names, false, Words::tr("Customer names are visible on slide 1")});
    if (deck.icpMoved.entries > 0)
        checks.push_back({Kind::Fit, false, movedText(deck.icpMoved, deck.icp.mark)});
    else if (deck.personasMoved.entries > 0)
        checks.push_back({Kind::Fit, false, movedText(deck.personasMoved, deck.people().mark)});
    else
        checks.push_back({Kind::Fit, true, Words::tr("Everything fits on its slide")});
    if (icp.hypothesis)
        checks.push_back({Kind::Hypothesis, false,
                          Words::tr("The profile is a hypothesis. There are too few deals to prove it.")});
    return checks;
}

}  // namespace icp::ui
