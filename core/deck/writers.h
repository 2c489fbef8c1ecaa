#pragma once

#include "core/analysis/findings.h"
#include "core/base/result.h"
#include "core/deck/slide.h"
#include "core/table/dataset.h"

#include <QByteArray>

namespace icp {

/// Slides as PowerPoint: native text, tables and shapes, one theme, notes. Errors: OutputNotWritable.
Result<QByteArray> pptx(const std::vector<Slide>& slides, const QString& title);

/// findings.json, schema 1 (see README): stable names, every number finite, the same bytes everywhere.
QByteArray findingsJson(const Findings& findings, const Dataset& dataset);
/// import.json: what was understood of every file, column by column, links, issues.
QByteArray importJson(const Dataset& dataset);
/// rejected-rows.csv: file, row, reason, then the cells as they were.
QByteArray rejectedCsv(const Dataset& dataset);

/// Writes all files or none: each into a temporary file beside its place first, then renamed. `files` are
/// name -> bytes. Errors: OutputNotWritable naming the folder or file.
Result<void> writeAll(const QString& folder, const std::vector<std::pair<QString, QByteArray>>& files);

}  // namespace icp
