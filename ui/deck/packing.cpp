#include "ui/deck/packing.h"

#include "core/deck/agreementpages.h"
#include "core/deck/implicationpages.h"
#include "ui/deck/slidepainter.h"

namespace icp::ui {

Result<QByteArray> sharePack(const Packing& packing) {
    const auto& [workshop, icp, title, slides, findings, accounts, file] = packing;
    const Result<QByteArray> pdf = slidesPdf(slides, title);
    if (!pdf) return fail(pdf.error());
    SharePack pack{icp.name,
                   slides,
                   *pdf,
                   {{QStringLiteral("persona-matrix"), matrixSheet(workshop.personasOf(icp.id))},
                    {QStringLiteral("agreements"), agreementsSheet(workshop, icp)},
                    {QStringLiteral("acknowledgements"), acknowledgementsSheet(workshop, icp)}},
                   findings,
                   {}};
    if (!workshop.settings.hideNames) {
        const Result<QByteArray> copy = file();
        if (!copy) return fail(copy.error());
        pack.tables.emplace_back(QStringLiteral("accounts-scored"), accounts());
        if (!implicationsOf(workshop, icp.id).isEmpty() || !icp.reactions.empty())
            pack.tables.emplace_back(QStringLiteral("implications"), implicationsSheet(workshop, icp));
        pack.workshop = *copy;
    }
    return packed(pack, slideMeasure());
}

}  // namespace icp::ui
