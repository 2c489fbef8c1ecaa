#pragma once

#include <QString>

class QAbstractItemModel;
class QTableView;

namespace icp::ui {

class ColumnHeader;
class PreviewModel;

/// Cells stand as far from the lines of the table as the heads do.
void makeRoomy(QTableView& table);

/// A table with lines between its columns and roomy cells, as the preview shows rows.
QTableView* makePreviewTable(QAbstractItemModel& model, const QString& name);

/// Columns as wide as what they hold and mean, within bounds.
void fitPreviewColumns(const PreviewModel& model, ColumnHeader& header);

}  // namespace icp::ui
