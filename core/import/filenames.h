#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace icp {

/// What to call files in issues and lists: the name without path, with as many folders in front as tell it
/// from the others, with the sheet for a workbook that is read twice, and a number where nothing else
/// differs. `files` are path and sheet.
QStringList shownNames(const std::vector<std::pair<QString, QString>>& files);

}  // namespace icp
