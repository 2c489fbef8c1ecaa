#include "ui/models/stretchwords.h"

#include "core/analysis/study.h"
#include "core/base/shown.h"
#include "core/deck/facts.h"

#include <QCoreApplication>

namespace icp::ui {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::ui::StretchWords)
};

QString shareOf(const Rate& rate) {
    return rate.n > 0 ? Tr::tr("%1 of %2", "41% of 120 deals").arg(percentText(rate.rate), countText(rate.n))
                      : QStringLiteral("–");
}

QString rangeOf(const Rate& rate) {
    return rate.n > 0 ? Tr::tr("%1–%2", "5%–14%").arg(percentText(rate.low), percentText(rate.high))
                      : QStringLiteral("–");
}

/// Where nobody is known to have left, nothing is known of leaving.
bool tellsLeavers(const StretchOutcomes& outcomes) {
    return !outcomes.aboutRetention &&
           outcomes.leftIdeal.positives + outcomes.leftStretch.positives + outcomes.leftBad.positives > 0;
}

QString tooLittle(const StretchGroup& group, const StretchOutcomes& outcomes) {
    const qint64 least = Study().minLevel;
    if (group.rate.n < least)
        return Tr::tr("Too little data: %1 of at least %2.").arg(countText(group.rate.n), countText(least));
    return Tr::
        tr("Too little data to compare with: %1 of ideal fits, %2 of bad ones, and %3 of each are needed.")
            .arg(countText(outcomes.ideal.n), countText(outcomes.bad.n), countText(least));
}

}  // namespace

QStringList stretchHeader(const StretchOutcomes& outcomes) {
    QStringList header{QString(), outcomes.aboutRetention ? Tr::tr("Stayed") : Tr::tr("Won"),
                       Tr::tr("Range")};
    if (tellsLeavers(outcomes)) header << Tr::tr("Left");
    return header;
}

std::vector<TextRows::Row> stretchRows(const StretchOutcomes& outcomes) {
    const auto row = [&](const QString& name, const Rate& rate, const QString& left) {
        QStringList cells{name, shareOf(rate), rangeOf(rate)};
        if (tellsLeavers(outcomes)) cells << left;
        return TextRows::Row{cells};
    };
    std::vector<TextRows::Row> rows{
        row(Tr::tr("Ideal"), outcomes.ideal, shareOf(outcomes.leftIdeal)),
        row(Tr::tr("Stretch"), outcomes.stretch, shareOf(outcomes.leftStretch)),
        row(Tr::tr("Bad"), outcomes.bad, shareOf(outcomes.leftBad)),
    };
    if (outcomes.tests.n > 0) rows.push_back(row(Tr::tr("Tests"), outcomes.tests, QStringLiteral("–")));
    return rows;
}

QString stretchMethod() {
    return Tr::tr(
        "Ranges: 95%, deals of one account counted as what they are worth together (Rao and Scott 1992). "
        "Stretch "
        "fits count as ideal or bad ones do when their whole range lies on that side of the middle between "
        "both "
        "(Zou, Huang and Zhang 2009). The profile was written on the same data.");
}

QString groupTitle(const StretchGroup& group, const Icp& icp, const Dataset& dataset) {
    if (group.criterion.isEmpty()) return Tr::tr("None of the shoulds");
    const Criterion* must = icp.find(group.criterion);
    const Criterion* limit = icp.find(group.limit);
    if (!must || !limit) return {};
    return Tr::tr("“%1” instead of “%2”")
        .arg(slide::criterionText(*limit, dataset), slide::criterionText(*must, dataset));
}

QString groupWords(const StretchGroup& group, const StretchOutcomes& outcomes) {
    QStringList words{Tr::tr("%n account(s)", nullptr, int(group.accounts))};
    if (group.rate.n > 0)
        words << (outcomes.aboutRetention ? Tr::tr("%1 of %2 stayed: %3 (%4).")
                                          : Tr::tr("%1 of %2 deals won: %3 (%4)."))
                     .arg(countText(group.rate.positives), countText(group.rate.n),
                          percentText(group.rate.rate), rangeOf(group.rate));
    else
        words << (outcomes.aboutRetention ? Tr::tr("nobody stayed or left yet.")
                                          : Tr::tr("no deal is closed yet."));
    QString text = words.join(QStringLiteral(", "));
    const QString ideal = percentText(outcomes.ideal.rate);
    const QString bad = percentText(outcomes.bad.rate);
    switch (group.verdict) {
        case StretchVerdict::TooLittle:
            text += u' ' + tooLittle(group, outcomes);
            break;
        case StretchVerdict::NoGap:
            text +=
                u' ' + Tr::tr(
                           "Ideal fits (%1) do not clearly do better than bad ones (%2), so nothing tells "
                           "where these belong.")
                           .arg(ideal, bad);
            break;
        case StretchVerdict::Unclear:
            text += u' ' +
                    Tr::tr("Between ideal fits (%1) and bad ones (%2): they stay a stretch.").arg(ideal, bad);
            break;
        case StretchVerdict::Promote:
            text += u' ' + Tr::tr("They do as ideal fits do (%1), not as bad ones (%2).").arg(ideal, bad);
            break;
        case StretchVerdict::Demote:
            text += u' ' + Tr::tr("They do as bad fits do (%1), not as ideal ones (%2).").arg(bad, ideal);
            break;
        case StretchVerdict::Leaves:
            text +=
                u' ' + Tr::tr(
                           "They are won as ideal fits are (%1), but leave more often: %2, against %3. They "
                           "stay a stretch.")
                           .arg(ideal, shareOf(group.left), shareOf(outcomes.leftIdeal));
            break;
    }
    return text;
}

QString proposalWords(const StretchGroup& group, const Icp& icp, const Dataset& dataset) {
    const bool promote = group.verdict == StretchVerdict::Promote;
    if (!promote && group.verdict != StretchVerdict::Demote) return {};
    const std::optional<Icp> next = afterVerdict(icp, group, dataset);
    if (group.criterion.isEmpty()) {
        if (next)
            return promote ? Tr::tr("The shoulds would become nice to have: they tell nothing apart.")
                           : Tr::tr("The should would become a must.");
        return Tr::tr("With several shoulds no single one can become the must: decide which.");
    }
    const Criterion* must = icp.find(group.criterion);
    const Criterion* limit = icp.find(group.limit);
    if (!must || !limit) return {};
    if (!promote)
        return Tr::tr("The stretch limit “%1” would go.").arg(slide::criterionText(*limit, dataset));
    const QString text = slide::criterionText(*must, dataset);
    return next ? Tr::tr("“%1” would become “%2”.")
                      .arg(text, slide::criterionText(*next->find(must->id), dataset))
                : Tr::tr("“%1” and its limit are no single condition: widen it by hand.").arg(text);
}

}  // namespace icp::ui
