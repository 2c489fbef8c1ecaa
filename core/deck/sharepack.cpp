#include "core/deck/sharepack.h"

#include "core/base/text.h"
#include "core/deck/html.h"
#include "core/deck/writers.h"
#include "core/deck/zip.h"

namespace icp {

Result<QByteArray> packed(const SharePack& pack, const MeasureText& measure) {
    const Result<QByteArray> powerPoint = pptx(pack.slides, pack.title);
    if (!powerPoint) return fail(powerPoint.error());
    const QString name = slug(pack.title);
    std::vector<std::pair<QString, QByteArray>> files{
        {name + QStringLiteral(".html"), slidesHtml(pack.slides, pack.title, measure)},
        {name + QStringLiteral(".pdf"), pack.pdf},
        {name + QStringLiteral(".pptx"), *powerPoint},
        {QStringLiteral("findings.json"), pack.findings},
    };
    for (const auto& [table, sheet] : pack.tables)
        if (!sheet.rows.empty()) files.emplace_back(table + QStringLiteral(".csv"), sheetCsv(sheet));
    if (pack.workshop) files.emplace_back(QStringLiteral("workshop.icpw"), *pack.workshop);
    return zipped(files);
}

}  // namespace icp
