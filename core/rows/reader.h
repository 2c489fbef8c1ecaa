#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace icp {

/// What a cell of the source was, beyond its text: only spreadsheets know. CSV cells are all Text.
enum class CellKind : std::uint8_t { Empty, Text, Number, Date, Boolean, Error };

struct Cell {
    std::string_view text;  ///< UTF-8, valid only during the call it is handed to
    CellKind kind = CellKind::Text;
};

/// What the user has said about the file. Whatever is empty is found.
struct ReadOptions {
    QString sheet{};      ///< of a workbook, or the file within an archive: its name, or else its number
    QString delimiter{};  ///< one character or several
    QString encoding{};
    std::optional<QString> quote{};         ///< around cells; "" = none
    std::optional<QString> escape{};        ///< one character that takes the meaning from the next; "" = none
    std::map<qint64, QStringList> fixed{};  ///< rows, as a spreadsheet counts, that hold these cells instead
    bool trustStart = false;  ///< judge the encoding of a long text by its beginning; see RowBatch::misread
};

/// What a workbook says of the size of a sheet without reading it.
struct SheetExtent {
    qint64 rows = 0;     ///< to the last one used; 0 = not said
    qint64 columns = 0;  ///< likewise
    bool hidden = false;
};

/// How the file was understood.
struct ReadInfo {
    QString format{};  ///< csv, xlsx, ods, xls, xml, html, sqlite, postgresql
    QString encoding{};
    QString delimiter{};
    QString sheet{};
    QStringList sheets{};                ///< of a workbook, in its order, hidden ones too
    std::vector<SheetExtent> extents{};  ///< one per sheet, where the format tells
    QString quote{};                     ///< around cells; empty = none
    QString escape{};                    ///< empty = a quote within quotes is doubled
    QString archive{};                   ///< "gzip", "zip" when the file was packed
    double confidence = 1;               ///< of `encoding`, 0..1; below 0.8 it is a guess
};

/// Gets every row in order, `row` counted as a spreadsheet does (1 = first line of the sheet; for CSV the
/// line the row begins on). Return false to stop early, e.g. for a preview.
using RowSink = std::function<bool(qint64 row, std::span<const Cell> cells)>;

/// Streams all rows of a table or sheet as text cells, in any of these formats, told by the first bytes,
/// never the name. Knows nothing of customers. Memory is bounded whatever the file holds. Errors:
/// InputUnusable, Cancelled.
Result<ReadInfo> readRows(const QString& path, const ReadOptions& options, const RowSink& sink,
                          const Job& job = {});

}  // namespace icp
