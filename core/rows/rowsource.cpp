#include "core/rows/rowsource.h"

#include "core/rows/archive.h"
#include "core/rows/csv/csvsource.h"
#include "core/rows/fixedrowsource.h"
#include "core/rows/html/htmlsource.h"
#include "core/rows/ods/odssource.h"
#include "core/rows/sql/sqlreader.h"
#include "core/rows/sql/sqlsource.h"
#include "core/rows/xls/spreadsheetxml.h"
#include "core/rows/xls/xlssource.h"
#include "core/rows/xlsx/xlsxsource.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>

namespace icp {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::RowSource", text); }

constexpr qint64 headBytes = 4096;

struct Magic {
    QByteArrayView bytes;
    const char* what;
};

/// Files that people mistake for a table, by their first bytes.
constexpr std::array foreign{
    Magic{"%PDF-",
          QT_TRANSLATE_NOOP("icp::RowSource",
                            "%1 is a PDF document, whatever its name says. Export the table as CSV or "
                            "XLSX and try again.")},
    Magic{"\x89PNG", QT_TRANSLATE_NOOP("icp::RowSource",
                                       "%1 is a picture. Export the table as CSV or XLSX and try again.")},
    Magic{"\xFF\xD8\xFF",
          QT_TRANSLATE_NOOP("icp::RowSource",
                            "%1 is a picture. Export the table as CSV or XLSX and try again.")},
    Magic{"GIF8", QT_TRANSLATE_NOOP("icp::RowSource",
                                    "%1 is a picture. Export the table as CSV or XLSX and try again.")},
    Magic{"\x7F"
          "ELF",
          QT_TRANSLATE_NOOP("icp::RowSource", "%1 is a program, not a table.")}};

}  // namespace

QString columnLetters(std::size_t column) {
    QString letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(u'A' + char16_t((rest - 1) % 26)));
    return letters;
}

static Result<std::unique_ptr<RowSource>> openFormat(const QString& path, const ReadOptions& options,
                                                     const Job& job) {
    if (isDatabaseAddress(path)) return SqlSource::open(path, options, job);
    const QFileInfo about(path);
    const QString name = about.fileName();
    if (!about.exists()) return fail(ErrorCode::InputUnusable, tr("There is no file %1.").arg(path));
    if (about.isDir())
        return fail(ErrorCode::InputUnusable, tr("%1 is a folder. Choose the files in it.").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::InputUnusable,
                    tr("%1 cannot be opened. Check that you may read it and that no other program holds it.")
                        .arg(name),
                    file.errorString());
    const QByteArray head = file.read(headBytes);
    file.close();
    if (head.isEmpty()) return fail(ErrorCode::InputUnusable, tr("%1 is empty.").arg(name));
    for (const Magic& magic : foreign)
        if (head.startsWith(magic.bytes)) return fail(ErrorCode::InputUnusable, tr(magic.what).arg(name));
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06"))
        return OdsSource::isOne(path) ? OdsSource::open(path, options, job)
               : isArchive(path)      ? openZip(path, options, job)
                                      : XlsxSource::open(path, options, job);
    if (head.startsWith("\x1F\x8B")) return openGzipped(path, options, job);
    if (head.startsWith("\xD0\xCF\x11\xE0")) return openXls(path, options, job);
    if (head.startsWith("SQLite format 3")) return SqlSource::open(path, options, job);
    if (isSpreadsheetXml(head)) return openSpreadsheetXml(path, options, job);
    if (isHtml(head)) return openHtml(path, options, job);
    if (!options.sheet.isEmpty())
        return fail(ErrorCode::Usage,
                    tr("%1 is a text and has no sheets. Leave out the sheet “%2”.").arg(name, options.sheet));
    Result<std::unique_ptr<ByteStream>> bytes = openPlain(path);
    if (!bytes) return fail(bytes.error());
    return CsvSource::open(std::move(*bytes), name, options, job);
}

Result<std::unique_ptr<RowSource>> openRows(const QString& path, const ReadOptions& options, const Job& job) {
    Result<std::unique_ptr<RowSource>> source = openFormat(path, options, job);
    if (!source || options.fixed.empty()) return source;
    return std::make_unique<FixedRowSource>(std::move(*source), options.fixed);
}

Error stopError(const RowBatch& batch, const QString& path) {
    QString sentence = batch.stop->sentence;
    sentence.replace(QLatin1String("%1"), QString::number(batch.firstLine + batch.stop->line));
    sentence.replace(QLatin1String("%2"), columnLetters(batch.stop->column));
    return {ErrorCode::InputUnusable, QStringLiteral("%1: %2").arg(QFileInfo(path).fileName(), sentence), {}};
}

}  // namespace icp
