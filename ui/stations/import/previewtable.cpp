#include "ui/stations/import/previewtable.h"

#include "ui/stations/import/columnheader.h"
#include "ui/stations/import/previewmodel.h"
#include "ui/stations/import/words.h"
#include "ui/theme/tokens.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>

namespace icp::ui {

namespace {

constexpr int widestColumn = 220;
constexpr int fittedColumns = 200;
constexpr int besideType = 33;  // a warning and the button of how it is read, beyond what every column has

/// Cells stand 10 px from the lines of the table, as the heads do.
class RoomyCells final : public QStyledItemDelegate {
public:
    RoomyCells(int names, QObject* parent) : QStyledItemDelegate(parent), m_names(names) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const QVariant back = index.data(Qt::BackgroundRole);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, option.palette.highlight());
        else if (back.isValid())
            painter->fillRect(option.rect, back.value<QColor>());
        QStyleOptionViewItem inner(option);
        inner.rect.adjust(px(5), 0, -px(5), 0);
        inner.state &= ~QStyle::State_Selected;
        if (index.column() == m_names) inner.textElideMode = Qt::ElideMiddle;
        QStyledItemDelegate::paint(painter, inner, index);
        if (!(option.state & QStyle::State_HasFocus)) return;
        painter->setPen(QPen(Tokens::of(option.palette).focus, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }

private:
    const int m_names;  ///< a column that is cut in the middle, or -1
};

int textWidth(const QFontMetrics& metrics, const QModelIndex& index) {
    return metrics.horizontalAdvance(index.data().toString()) +
           (index.data(Qt::DecorationRole).isValid() ? px(24) : 0);
}

}  // namespace

void makeRoomy(QTableView& table, int names) { table.setItemDelegate(new RoomyCells(names, &table)); }

QTableView* makePreviewTable(QAbstractItemModel& model, const QString& name) {
    auto* table = new QTableView;
    table->setModel(&model);
    makeRoomy(*table);
    table->setAccessibleName(name);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(px(35));
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    return table;
}

void fitPreviewColumns(const PreviewModel& model, ColumnHeader& header) {
    const QFontMetrics cell(ui::font(Type::Table));
    const QFontMetrics note(ui::font(Type::Note));
    const QFontMetrics head(ui::font(Type::Table, QFont::DemiBold));
    const std::vector<KnownAttribute> known = knownAttributes(model.entity());
    const int sampled = qMin(model.rowCount(), 20);
    for (int column = 0; column < qMin(model.columnCount(), fittedColumns); ++column) {
        int width =
            head.horizontalAdvance(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        const QString type = model.headerData(column, Qt::Horizontal, PreviewModel::TypeRole).toString();
        width = qMax(width, note.horizontalAdvance(type) + px(besideType));
        for (const KnownAttribute& attribute : known)
            if (attribute.name == model.info(column).attribute)
                width = qMax(width, cell.horizontalAdvance(attribute.label) + px(30));
        for (int row = 0; row < sampled; ++row)
            width = qMax(width, textWidth(cell, model.index(row, column)));
        header.resizeSection(column, qBound(px(124), width + px(24), px(widestColumn)));
    }
    header.place();
}

}  // namespace icp::ui
