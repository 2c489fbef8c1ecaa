#pragma once

#include "core/rows/grid.h"
#include "core/rows/sheetchoice.h"

#include <memory>
#include <vector>

namespace icp {

/// The rows of one of the sheets of a workbook called `file`: the one that `wanted` names, else the first
/// visible one with data, else the first with data; no rows where all are empty. A sheet has a `name` and is
/// `hidden` or not; `cellsOf` gives its cells as a Result<Grid>. Errors: those of `cellsOf`; Usage when there
/// is no such sheet.
template <class Sheet, class CellsOf>
Result<std::unique_ptr<RowSource>> chooseGrid(std::vector<Sheet> sheets, const QString& wanted,
                                              const QString& file, ReadInfo info, CellsOf cellsOf) {
    for (const Sheet& sheet : sheets) info.sheets << sheet.name;
    sheets = visibleFirst(std::move(sheets));
    QStringList names;
    for (const Sheet& sheet : sheets) names << sheet.name;
    const QString meant = sheetMeant(wanted, names);
    for (Sheet& sheet : sheets) {
        if (!isWanted(sheet.name, meant)) continue;
        Result<Grid> cells = cellsOf(sheet);
        if (!cells) return fail(cells.error());
        const bool taken = !cells->isEmpty() || !wanted.isEmpty();
        if (taken || info.sheet.isEmpty()) info.sheet = sheet.name;
        if (taken) return std::make_unique<GridSource>(info, std::move(*cells));
    }
    if (!wanted.isEmpty()) return fail(noSuchSheet(file, wanted, names));
    return std::make_unique<GridSource>(info, Grid());
}

}  // namespace icp
