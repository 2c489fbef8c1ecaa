#pragma once

#include <QString>

class QAbstractItemModel;
class QTableView;

namespace icp::ui {

class ColumnHeader;
class PreviewModel;

/// Cells stand as far from the lines of the table as the heads do. `names`: a column of names, which often
/// differ at their end only and are cut in the middle.
void makeRoomy(QTableView& table, int names = -1);

/// A table with lines between its columns and roomy cells, as the preview shows rows.
QTableView* makePreviewTable(QAbstractItemModel& model, const QString& name);

/// Columns as wide as what they hold and mean, within bounds.
void fitPreviewColumns(const PreviewModel& model, ColumnHeader& header);

}  // namespace icp::ui
