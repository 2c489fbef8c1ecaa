#include "ui/stations/import/mendedlists.h"

#include "core/base/text.h"
#include "core/import/choices.h"
#include "core/rows/reader.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace icp::ui {

namespace {

QStringList headerOf(const QString& path, const Job& job) {
    QStringList header;
    const auto read = readRows(
        path, {},
        [&](qint64, std::span<const Cell> cells) {
            for (const Cell& cell : cells) header << toQString(cell.text);
            return false;
        },
        job);
    return read ? header : QStringList();
}

}  // namespace

bool isFrom(const SourceFile& source, const FileRequest& request) {
    return keptPath(request.path) == keptPath(source.path) &&
           (request.sheet.isEmpty() || request.sheet == source.sheet);
}

SortedFiles sortFiles(const Dataset& dataset, const QStringList& paths, const Job& job) {
    SortedFiles sorted;
    for (const QString& path : paths) {
        if (isRejectedList(headerOf(path, job)))
            sorted.lists.push_back({QFileInfo(path).fileName(), withFixedRows(dataset, path, job)});
        else
            sorted.tables << path;
    }
    return sorted;
}

std::vector<MendedRow> takeFixed(ImportChoices& request, const Dataset& dataset, const ImportChoices& fixed) {
    std::vector<MendedRow> rows;
    for (std::size_t i = 0; i < std::min(dataset.files.size(), fixed.files.size()); ++i) {
        const SourceFile& source = dataset.files[i];
        const auto asked = std::find_if(request.files.begin(), request.files.end(),
                                        [&](const FileRequest& file) { return isFrom(source, file); });
        if (asked == request.files.end() || fixed.files[i].fixed.empty()) continue;
        for (const auto& [row, cells] : fixed.files[i].fixed) {
            const auto had = asked->fixed.find(row);
            if (had != asked->fixed.end() && had->second == cells) continue;
            asked->fixed[row] = cells;
            rows.emplace_back(source.name, row);
        }
        asked->fixedIn = fixed.files[i].fixedIn;
    }
    return rows;
}

qint64 asideAgain(const Dataset& dataset, const std::vector<MendedRow>& rows) {
    const QSet<std::pair<QString, qint64>> mended(rows.begin(), rows.end());
    return std::count_if(dataset.rejected.begin(), dataset.rejected.end(), [&](const RejectedRow& row) {
        return mended.contains({dataset.files[std::size_t(row.file)].name, row.row});
    });
}

}  // namespace icp::ui
