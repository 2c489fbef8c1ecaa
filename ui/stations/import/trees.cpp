#include "ui/stations/import/trees.h"

#include "ui/theme/tokens.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace icp::ui {

namespace {

constexpr int rowHeight = 32;
constexpr int fewRows = 1000;

class Rows final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return {QStyledItemDelegate::sizeHint(option, index).width(), px(rowHeight)};
    }
};

}  // namespace

QTreeView* makeTree(QAbstractItemModel& model, const QString& name) {
    auto* tree = new QTreeView;
    tree->setModel(&model);
    tree->setItemDelegate(new Rows(tree));
    tree->setAccessibleName(name);
    tree->setHeaderHidden(true);
    tree->setUniformRowHeights(true);
    tree->setAllColumnsShowFocus(true);
    tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    tree->setTabKeyNavigation(false);
    tree->setIndentation(px(20));
    tree->setIconSize(QSize(px(16), px(16)));
    tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    tree->setFrameShape(QFrame::NoFrame);
    return tree;
}

void expandSmall(QTreeView& tree) {
    for (int row = 0; row < tree.model()->rowCount(); ++row)
        if (const QModelIndex group = tree.model()->index(row, 0); tree.model()->rowCount(group) <= fewRows)
            tree.expand(group);
}

}  // namespace icp::ui
