#pragma once

#include <QStyledItemDelegate>

class QHeaderView;
class QTableView;

namespace icp::ui {

/// A cell of two lines: the text of the index, and below it, smaller, the text of `detailRole`. Text of
/// `warnRole`, when there is any, follows in the colour of warnings. Selection and row lines as everywhere.
class TwoLines : public QStyledItemDelegate {
    Q_OBJECT
public:
    TwoLines(int detailRole, int warnRole, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_detailRole;
    int m_warnRole;
};

/// One line of text with the selection and the row line of TwoLines; for the other cells of such tables.
class OneLine : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

/// Heads of columns that cannot be sorted: at rest, and without the room that an arrow would need, so that
/// they end where their numbers do.
void settleHead(QHeaderView& head);

/// A list of rows: whole rows are chosen, nothing stands between cells, Tab leads on to the next field, no
/// line wraps, and it scrolls smoothly.
void settleRows(QTableView& table);

/// Background of a cell: selected or not, with the line below the row.
void paintCellGround(QPainter& painter, const QStyleOptionViewItem& option);

}  // namespace icp::ui
