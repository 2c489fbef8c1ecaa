#include "app/commands.h"
#include "app/console.h"
#include "core/typing/tabletexts.h"

#include <QCoreApplication>

#include <algorithm>

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

/// Rows left out, cell by cell, and doubtful ones: so many are told, then their count.
constexpr qint64 mostRemarks = 1000;

QString remarkLine(const TextRemark& remark) {
    const QString row =
        QCoreApplication::translate("icp::read", "Row %1: %2").arg(remark.line).arg(remark.reason);
    if (!remark.leftOut) return row;
    QByteArray cells;
    for (qsizetype i = 0; i < remark.cells.size(); ++i) {
        if (i > 0) cells += ',';
        appendCell(cells, remark.cells[i].toStdString());
    }
    return QStringLiteral("%1: %2").arg(row, QString::fromUtf8(cells));
}

/// A sign as given by an option: nothing when it was not given, empty for "none".
std::optional<QString> signOf(const Options& options, const QString& name) {
    if (!options.has(name)) return std::nullopt;
    const QString value = options.value(name);
    return value == u"none" ? QString() : value;
}

Result<ExitCode> runRead(const Options& options) {
    if (options.files().size() != 1)
        return fail(ErrorCode::Usage,
                    QCoreApplication::translate("icp::read", "read takes exactly one file."));

    ReadOptions how;
    how.sheet = options.value(QStringLiteral("sheet"));
    how.encoding = options.value(QStringLiteral("encoding"));
    how.delimiter = options.value(QStringLiteral("delimiter"));
    if (how.delimiter == u"\\t" || how.delimiter == u"tab") how.delimiter = QStringLiteral("\t");
    const bool word =
        std::any_of(how.delimiter.begin(), how.delimiter.end(), [](QChar c) { return c.isLetterOrNumber(); });
    if (word)
        return fail(ErrorCode::Usage, QCoreApplication::translate(
                                          "icp::read", "--delimiter takes signs, no letters or figures."));
    how.quote = signOf(options, QStringLiteral("quote"));
    how.escape = signOf(options, QStringLiteral("escape"));

    const ConsoleJob console;
    QByteArray lines;
    bool written = true;
    qint64 remarks = 0;
    const Result<ReadInfo> info = readTexts(
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
        [&remarks](const TextRemark& remark) {
            if (++remarks <= mostRemarks) say(remarkLine(remark));
        },
        console.job());
    if (remarks > mostRemarks)
        say(QCoreApplication::translate("icp::read", "Rows told of in the same way: %1 more")
                .arg(remarks - mostRemarks));
    written = written && print(lines);
    if (!written) return OutputNotWritable;
    if (!info) return fail(info.error());
    if (info->confidence < 0.8)
        say(QCoreApplication::translate("icp::read",
                                        "The encoding is a guess: %1. Use --encoding to overrule it.")
                .arg(info->encoding));
    return Done;
}

}  // namespace

Command readCommand() {
    return {
        "read",
        "FILE",
        QT_TRANSLATE_NOOP("icp::Help", "the table as the reader sees it, as CSV on standard output"),
        {{"sheet", "NAME",
          QT_TRANSLATE_NOOP(
              "icp::Help",
              "sheet of a workbook, table of a database or file in an archive, by its name or number; the "
              "first without it")},
         {"delimiter", "C",
          QT_TRANSLATE_NOOP("icp::Help", "one sign or several, or “tab”; detected without it")},
         {"quote", "Q", QT_TRANSLATE_NOOP("icp::Help", "sign around cells, or “none”; detected without it")},
         {"escape", "E",
          QT_TRANSLATE_NOOP("icp::Help",
                            "sign before a quote within quotes, or “none” where it is doubled; detected "
                            "without it")},
         {"encoding", "E",
          QT_TRANSLATE_NOOP("icp::Help", "“UTF-8”, “windows-1252” ...; detected without it")}},
        false,
        runRead};
}

}  // namespace icp
