#include "app/besidetext.h"

#include "app/textparts.h"

#include <QCoreApplication>

#include <algorithm>

namespace icp::text {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::BesideText)
};

QStringList leftLines(const LeftByFit& left) {
    const QStringList names{Words::tr("ideal fit"), Words::tr("stretch"), Words::tr("bad fit"),
                            Words::tr("not judged")};
    QStringList lines;
    for (std::size_t c = 0; c < left.left.size(); ++c)
        if (c != LeftByFit::Unjudged || left.left[c].n > 0)
            lines << QStringLiteral("  %1: %2").arg(names[qsizetype(c)], rateText(left.left[c]));
    return lines << QStringLiteral("  %1").arg(left.sentence);
}

QString sizeWords(DriftSize size) {
    return size == DriftSize::Strong ? Words::tr("strong") : Words::tr("some");
}

QStringList driftLines(const Drift& drift) {
    QStringList lines{QStringLiteral("  %1").arg(drift.sentence)};
    if (drift.directional && drift.before.n > 0 && drift.now.n > 0)
        lines << Words::tr("  Direction only: too few ended well or badly, before or now.");
    for (const AttributeDrift& one : drift.attributes)
        if (one.changed())
            lines << Words::tr("  %1 Drift %2 (%3), q %4")
                         .arg(one.sentence, QString::number(one.stability, 'f', 2), sizeWords(one.size),
                              one.q < 0.001 ? Words::tr("below 0.001") : QString::number(one.q, 'f', 3));
    const bool none = std::none_of(drift.attributes.begin(), drift.attributes.end(),
                                   [](const AttributeDrift& one) { return one.changed(); });
    if (none && drift.before.n > 0 && drift.now.n > 0)
        lines << Words::tr("  No attribute has changed beyond chance.");
    if (drift.repeated > 0)
        lines << Words::tr("  %n of these data stood in the earlier ones already and do not count as new.",
                           nullptr, int(drift.repeated));
    const auto name = [&](const QString& words, const QStringList& labels) {
        if (!labels.isEmpty())
            lines << QStringLiteral("  %1: %2").arg(words, labels.join(QStringLiteral(", ")));
    };
    name(Words::tr("Only in the earlier data"), drift.onlyBefore);
    name(Words::tr("Only in these data"), drift.onlyNow);
    return lines;
}

QString verdictWords(ClaimVerdict verdict) {
    switch (verdict) {
        case ClaimVerdict::Supported:
            return Words::tr("Supported");
        case ClaimVerdict::Contradicted:
            return Words::tr("Contradicted");
        case ClaimVerdict::TooLittleData:
            return Words::tr("Too little data");
        case ClaimVerdict::Anecdote:
            break;
    }
    return Words::tr("Anecdote");
}

QStringList claimLines(const std::vector<CheckedClaim>& claims) {
    QStringList lines;
    for (const auto& [claim, check] : claims)
        lines << QStringLiteral("  %1: %2 %3")
                     .arg(check.directional ? Words::tr("%1, direction only").arg(verdictWords(check.verdict))
                                            : verdictWords(check.verdict),
                          claim.statement, check.sentence);
    return lines;
}

}  // namespace

QStringList beside(const FindingsBeside& beside) {
    QStringList lines;
    if (beside.left && !beside.left->sentence.isEmpty())
        addPart(lines, Words::tr("Customers who left, by their fit under “%1”:").arg(beside.left->icp),
                leftLines(*beside.left));
    if (beside.leftThen && !beside.leftThen->sentence.isEmpty())
        addPart(lines,
                Words::tr("The same by the version of “%1” that held on the day they left:")
                    .arg(beside.leftThen->icp),
                leftLines(*beside.leftThen));
    if (beside.drift) addPart(lines, Words::tr("Since the earlier data:"), driftLines(*beside.drift));
    addPart(lines, Words::tr("What people say:"), claimLines(beside.claims));
    return lines;
}

}  // namespace icp::text
