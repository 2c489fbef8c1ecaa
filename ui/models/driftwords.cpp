#include "ui/models/driftwords.h"

#include "core/base/shown.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace icp::ui {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::ui::DriftWords)
};

QString number(double value) { return QLocale().toString(value, 'f', 2); }

QString strengthOf(const AttributeDrift& drift) {
    if (drift.test.isEmpty()) return Tr::tr("cannot be told");
    if (!drift.changed()) return Tr::tr("no change");
    return drift.size == DriftSize::Strong ? Tr::tr("strong") : Tr::tr("some");
}

QString testOf(const AttributeDrift& drift) {
    if (drift.test == u"kolmogorov-smirnov") return Tr::tr("Kolmogorov-Smirnov test (Smirnov 1948)");
    if (drift.test == u"permutation")
        return Tr::tr("chi-square test by reshuffling, because some counts are small");
    return Tr::tr("chi-square test (Pearson 1900)");
}

}  // namespace

std::vector<TextRows::Row> driftRows(const Drift& drift) {
    std::vector<TextRows::Row> rows;
    for (const AttributeDrift& one : drift.attributes)
        rows.push_back(
            {{one.label, strengthOf(one), number(one.stability),
              one.test.isEmpty() ? QStringLiteral("–") : qText(one.q)},
             int(rows.size()),
             one.sentence.isEmpty() ? Tr::tr("%1: %2").arg(one.label, strengthOf(one)) : one.sentence});
    return rows;
}

TimeWords driftWords(const AttributeDrift& attribute, const Drift& drift) {
    TimeWords words;
    const bool none = attribute.levels.empty() || attribute.levels.front().before.n == 0 ||
                      attribute.levels.front().now.n == 0;
    if (none) {
        words.cannot = drift.sentence;
        return words;
    }
    words.sentence = attribute.changed() ? attribute.sentence
                                         : Tr::tr("%1 has not changed beyond chance.").arg(attribute.label);
    words.numbers = Tr::tr("Stability index %1, %2.").arg(number(attribute.stability), strengthOf(attribute));
    if (!attribute.test.isEmpty())
        words.numbers += u' ' + Tr::tr("%1 over all attributes.").arg(qText(attribute.q));
    QStringList method{
        Tr::tr("Share of each level, then and now; what accounts are is counted once per account. Lines: "
               "95%, score "
               "interval (Wilson 1927). The population stability index sums how far the shares lie apart: "
               "below 0.1 "
               "is no change, 0.25 and more a strong one. Jensen-Shannon divergence %1 (Lin 1991).")
            .arg(number(attribute.divergence))};
    method << (attribute.test.isEmpty()
                   ? Tr::tr("No test could be made.")
                   : Tr::tr("Beyond chance: %1, p %2, with Benjamini and Hochberg 1995 over all attributes.")
                         .arg(testOf(attribute), attribute.p < 0.001
                                                     ? Tr::tr("under 0.001")
                                                     : QLocale().toString(attribute.p, 'f', 3)));
    words.method = method.join(u'\n');
    return words;
}

QStringList driftNotes(const Drift& drift) {
    QStringList notes;
    if (drift.before.n == 0 || drift.now.n == 0) return notes;
    if (drift.directional) notes << Tr::tr("Direction only: too few ended well or badly, before or now.");
    const bool any = std::any_of(drift.attributes.begin(), drift.attributes.end(),
                                 [](const AttributeDrift& one) { return one.changed(); });
    if (!any) notes << Tr::tr("No attribute has changed beyond chance.");
    if (drift.repeated > 0)
        notes << Tr::tr("%1 of the newer data stood in the earlier ones already and do not count as new.")
                     .arg(countText(drift.repeated));
    if (!drift.onlyBefore.isEmpty())
        notes << Tr::tr("Only in the earlier data: %1.").arg(drift.onlyBefore.join(QStringLiteral(", ")));
    if (!drift.onlyNow.isEmpty())
        notes << Tr::tr("Only in the newer data: %1.").arg(drift.onlyNow.join(QStringLiteral(", ")));
    return notes;
}

QString importName(const StoredDataset& import) {
    const QDate day = import.asOf.isValid() ? import.asOf : import.imported.toLocalTime().date();
    return Tr::tr("Import %1, %2", "Import 2, 30 Sep 2025")
        .arg(import.number)
        .arg(QLocale().toString(day, QLocale::ShortFormat));
}

}  // namespace icp::ui
