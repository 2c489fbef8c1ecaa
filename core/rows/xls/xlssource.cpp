#include "core/rows/xls/xlssource.h"

#include "core/rows/gridchoice.h"
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
    return chooseGrid(workbook->sheets(), options.sheet, name, std::move(info),
                      [&](const XlsWorkbook::Sheet& sheet) { return workbook->cells(sheet, job); });
}

}  // namespace icp
