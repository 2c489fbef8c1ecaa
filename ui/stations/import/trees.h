#pragma once

#include <QString>

class QAbstractItemModel;
class QTreeView;

namespace icp::ui {

/// A list in two levels as the import page shows them: whole rows, no head, open.
QTreeView* makeTree(QAbstractItemModel& model, const QString& name);

}  // namespace icp::ui
