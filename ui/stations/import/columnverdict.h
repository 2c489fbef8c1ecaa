#pragma once

#include "core/table/dataset.h"

#include <QString>
#include <QStringList>

namespace icp::ui {

/// nullptr when the dataset did not keep the column.
const Attribute* attributeOf(const Dataset& dataset, const ColumnInfo& info);
bool isLeftOut(const Attribute* attribute);

/// What has become of a column, the user's decisions included: a verdict of ColumnInfo.
QString verdictOf(const Dataset& dataset, const ColumnInfo& info);
/// "Useful", "Knows the result", "Same as another" ...
QString verdictTitle(const QString& verdict);
/// All verdicts, those first that people look for.
QStringList verdicts();

/// Headers of the columns of this file that are left out because they know the result.
QStringList leakingHeaders(const Dataset& dataset, const SourceFile& file);

/// How the column was read, why it is left out, and how much of it should still hold.
QStringList columnSentences(const ColumnInfo& info, const QString& reason);

}  // namespace icp::ui
