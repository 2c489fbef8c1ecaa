#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace icp {

/// The sheets of a workbook in the order in which they are tried: those that can be seen first. A sheet has a
/// `name` and is `hidden` or not.
template <class Sheet>
std::vector<Sheet> visibleFirst(std::vector<Sheet> sheets) {
    std::stable_partition(sheets.begin(), sheets.end(), [](const Sheet& sheet) { return !sheet.hidden; });
    return sheets;
}

/// The name that `wanted` stands for among these: where it is a number and none is called so, it counts them
/// from 1. Else it is given back.
QString sheetMeant(const QString& wanted, const QStringList& names);

/// Whether `name` is the sheet that was asked for; every one is when none was.
bool isWanted(const QString& name, const QString& wanted);

/// The Error for a sheet that a file does not have.
Error noSuchSheet(const QString& file, const QString& wanted, const QStringList& names);

}  // namespace icp
