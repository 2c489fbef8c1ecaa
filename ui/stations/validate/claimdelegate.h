#pragma once

#include <QStyledItemDelegate>

namespace icp::ui {

/// A claim as a row: what is said, by whom and of what; on the right what the data say.
class ClaimDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace icp::ui
