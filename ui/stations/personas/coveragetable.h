#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace icp::ui {

/// A share of accounts as a bar with its count, or "missing" where hardly anybody is known.
class CoverageCell : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

/// Personas against groups of accounts; the groups' names and the personas stay while the rest scrolls.
class CoverageTable : public QTableView {
    Q_OBJECT
public:
    explicit CoverageTable(QAbstractItemModel* model, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
};

}  // namespace icp::ui
