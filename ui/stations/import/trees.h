#pragma once

#include <QString>

class QAbstractItemModel;
class QTreeView;

namespace icp::ui {

/// A list in two levels as the import page shows them: whole rows, no head, open.
QTreeView* makeTree(QAbstractItemModel& model, const QString& name);

/// Opens the groups of few rows. Opening one of many thousand would take longer than a frame; the user does.
void expandSmall(QTreeView& tree);

}  // namespace icp::ui
