#include "ui/models/leftwords.h"

#include "core/base/shown.h"

#include <QCoreApplication>

namespace icp::ui {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::ui::LeftWords)
};

std::size_t classesOf(const LeftByFit& left) {
    return left.left[LeftByFit::Unjudged].n > 0 ? LeftByFit::classes : LeftByFit::classes - 1;
}

}  // namespace

QStringList leftHeader(const LeftByFit& left) {
    QStringList header{QString(), Tr::tr("Ideal"), Tr::tr("Stretch"), Tr::tr("Bad")};
    if (classesOf(left) == LeftByFit::classes) header << Tr::tr("Not judged");
    return header;
}

std::vector<TextRows::Row> leftRows(const LeftByFit& left) {
    std::vector<TextRows::Row> rows(3);
    rows[0].cells << Tr::tr("Left");
    rows[1].cells << Tr::tr("Share");
    rows[2].cells << Tr::tr("Range");
    for (std::size_t c = 0; c < classesOf(left); ++c) {
        const Rate& rate = left.left[c];
        const bool any = rate.n > 0;
        rows[0].cells << Tr::tr("%1 of %2").arg(countText(rate.positives), countText(rate.n));
        rows[1].cells << (any ? percentText(rate.rate) : QStringLiteral("–"));
        rows[2].cells << (any ? Tr::tr("%1–%2", "5%–14%").arg(percentText(rate.low), percentText(rate.high))
                              : QStringLiteral("–"));
    }
    for (const LeftByFit::Year& year : left.years) {
        TextRows::Row row;
        row.cells << (year.year > 0 ? QString::number(year.year) : Tr::tr("Day not known"));
        for (std::size_t c = 0; c < classesOf(left); ++c) row.cells << countText(year.left[c]);
        rows.push_back(row);
    }
    return rows;
}

QString leftMethod(const LeftByFit& left) {
    return (left.by == FitOf::Now
                ? Tr::tr("The fit of every customer under “%1” as it stands now, edits that were not agreed "
                         "yet as well.")
                : Tr::tr("Of who left, the fit under the version of “%1” that was agreed by the day they "
                         "left; of who stayed, by the day of the data. Who left before any version, or on an "
                         "unknown day, is not judged."))
               .arg(left.icp) +
           u' ' +
           Tr::tr(
               "The classes add up to all customers who left. What was decided on single accounts holds. "
               "Ranges: 95%, score interval (Wilson 1927).");
}

}  // namespace icp::ui
