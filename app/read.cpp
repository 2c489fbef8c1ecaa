#include "app/commands.h"
#include "app/console.h"
#include "core/rows/reader.h"

#include <QCoreApplication>

namespace icp {

namespace {

void appendCell(QByteArray& line, std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        line.append(text.data(), qsizetype(text.size()));
        return;
    }
    line += '"';
    for (const char c : text) {
        if (c == '"') line += '"';
        line += c;
    }
    line += '"';
}

Result<ExitCode> runRead(const Options& options) {
    if (options.files().size() != 1)
        return fail(ErrorCode::Usage,
                    QCoreApplication::translate("icp::read", "read takes exactly one file."));

    ReadOptions how;
    how.sheet = options.value(QStringLiteral("sheet"));
    how.encoding = options.value(QStringLiteral("encoding"));
    QString delimiter = options.value(QStringLiteral("delimiter"));
    if (delimiter == u"\\t" || delimiter == u"tab") delimiter = QStringLiteral("\t");
    if (delimiter.size() > 1)
        return fail(ErrorCode::Usage,
                    QCoreApplication::translate("icp::read", "--delimiter takes one character."));
    if (!delimiter.isEmpty()) how.delimiter = delimiter.front();

    const ConsoleJob console;
    QByteArray lines;
    bool written = true;
    const Result<ReadInfo> info = readRows(
        options.files().first(), how,
        [&lines, &written](qint64, std::span<const Cell> cells) {
            for (std::size_t i = 0; i < cells.size(); ++i) {
                if (i > 0) lines += ',';
                appendCell(lines, cells[i].text);
            }
            lines += "\r\n";
            if (lines.size() > (1 << 20)) {
                written = print(lines);
                lines.clear();
            }
            return written;
        },
        console.job());
    written = written && print(lines);
    if (!written) return OutputNotWritable;
    if (!info) return fail(info.error());
    return Done;
}

}  // namespace

Command readCommand() {
    return {
        "read",
        "FILE",
        QT_TRANSLATE_NOOP("icp::Help", "the table as the reader sees it, as CSV on standard output"),
        {{"sheet", "NAME",
          QT_TRANSLATE_NOOP("icp::Help", "sheet of a workbook, table of a database; the first without it")},
         {"delimiter", "C", QT_TRANSLATE_NOOP("icp::Help", "one character, or “tab”; detected without it")},
         {"encoding", "E",
          QT_TRANSLATE_NOOP("icp::Help", "“UTF-8”, “windows-1252” ...; detected without it")}},
        false,
        runRead};
}

}  // namespace icp
