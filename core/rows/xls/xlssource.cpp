#include "core/rows/xls/xlssource.h"

#include "core/rows/grid.h"
#include "core/rows/sheetchoice.h"
#include "core/rows/xls/xlsworkbook.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::XlsSource)
};

constexpr qint64 largestFile = qint64(512) << 20;

}  // namespace

Result<std::unique_ptr<RowSource>> openXls(const QString& path, const ReadOptions& options, const Job& job) {
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::InputUnusable, Words::tr("%1 cannot be opened.").arg(name),
                    file.errorString());
    if (file.size() > largestFile)
        return fail(
            ErrorCode::InputUnusable,
            Words::tr("%1 is larger than 512 MB, more than an Excel file of this kind can hold.").arg(name));
    const Result<XlsWorkbook> workbook = XlsWorkbook::parse(file.readAll().toStdString(), name);
    if (!workbook) return fail(workbook.error());
    ReadInfo info;
    info.format = QStringLiteral("xls");
    for (const XlsWorkbook::Sheet& sheet : workbook->sheets()) info.sheets << sheet.name;
    for (const XlsWorkbook::Sheet& sheet : visibleFirst(workbook->sheets())) {
        if (!isWanted(sheet.name, options.sheet)) continue;
        Result<Grid> cells = workbook->cells(sheet, job);
        if (!cells) return fail(cells.error());
        if (info.sheet.isEmpty()) info.sheet = sheet.name;
        if (cells->isEmpty() && options.sheet.isEmpty()) continue;
        info.sheet = sheet.name;
        return std::make_unique<GridSource>(info, std::move(*cells));
    }
    if (!options.sheet.isEmpty()) return fail(noSuchSheet(name, options.sheet, info.sheets));
    return std::make_unique<GridSource>(info, Grid());
}

}  // namespace icp
