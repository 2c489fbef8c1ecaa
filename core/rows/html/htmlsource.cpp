#include "core/rows/html/htmlsource.h"

#include "core/rows/encoding.h"
#include "core/rows/grid.h"
#include "core/rows/html/htmltables.h"
#include "core/rows/sheetchoice.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::HtmlSource)
};

constexpr qint64 largestFile = qint64(512) << 20;
constexpr qsizetype headBytes = 4096;

/// The page as UTF-8, unless it says itself what it is written in.
Result<std::pair<QByteArray, QByteArray>> readPage(QFile& file, const ReadOptions& options, const Job& job,
                                                   ReadInfo& info) {
    const QByteArray page = file.readAll();
    if (options.encoding.isEmpty() && page.left(headBytes).toLower().contains("charset="))
        return std::pair(page, QByteArray());
    const Result<std::unique_ptr<ByteStream>> bytes = openPlain(file.fileName());
    if (!bytes) return fail(bytes.error());
    const Result<Encoding> encoding =
        detectEncoding(**bytes, QFileInfo(file).fileName(), options.encoding, false, job);
    if (!encoding) return fail(encoding.error());
    info.encoding = encoding->name;
    const QByteArray marked = page.mid(encoding->markBytes);
    if (encoding->isUtf8()) return std::pair(marked, QByteArray("UTF-8"));
    QStringDecoder decoder(encoding->name.toLatin1().constData());
    return std::pair(QString(decoder.decode(marked)).toUtf8(), QByteArray("UTF-8"));
}

}  // namespace

bool isHtml(QByteArrayView head) {
    const QByteArray text = QByteArrayView(head).trimmed().toByteArray().toLower();
    const auto begins = text.startsWith('<') || text.startsWith("\xEF\xBB\xBF<");
    return begins && (text.contains("<html") || text.contains("<table") || text.contains("<!doctype html"));
}

Result<std::unique_ptr<RowSource>> openHtml(const QString& path, const ReadOptions& options, const Job& job) {
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::InputUnusable, Words::tr("%1 cannot be opened.").arg(name),
                    file.errorString());
    if (file.size() > largestFile)
        return fail(ErrorCode::InputUnusable,
                    Words::tr("%1 is a web page of more than 512 MB. Export the table as CSV or XLSX and try "
                              "again.")
                        .arg(name));
    ReadInfo info;
    info.format = QStringLiteral("html");
    const auto page = readPage(file, options, job, info);
    if (!page) return fail(page.error());
    std::vector<HtmlTable> tables =
        readHtmlTables({page->first.constData(), std::size_t(page->first.size())}, page->second);
    if (tables.empty())
        return fail(
            ErrorCode::InputUnusable,
            Words::tr("%1 is a web page without a table. Export the table as CSV or XLSX and try again.")
                .arg(name));
    for (std::size_t i = 0; i < tables.size(); ++i)
        if (tables[i].caption.isEmpty()) tables[i].caption = Words::tr("Table %1").arg(i + 1);
    for (const HtmlTable& table : tables) info.sheets << table.caption;
    const QString wanted = sheetMeant(options.sheet, info.sheets);
    auto chosen = tables.end();
    for (auto table = tables.begin(); table != tables.end(); ++table) {
        if (!isWanted(table->caption, wanted)) continue;
        if (chosen == tables.end() || table->cells.size() > chosen->cells.size()) chosen = table;
    }
    if (chosen == tables.end()) return fail(noSuchSheet(name, options.sheet, info.sheets));
    info.sheet = chosen->caption;
    return std::make_unique<GridSource>(info, std::move(chosen->cells));
}

}  // namespace icp
