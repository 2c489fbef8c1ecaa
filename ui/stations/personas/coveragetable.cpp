#include "ui/stations/personas/coveragetable.h"

#include "core/base/shown.h"
#include "ui/models/coveragegrid.h"
#include "ui/stations/fieldheader.h"
#include "ui/stations/personaheader.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/gaugebar.h"

#include <QPainter>

#include <algorithm>

namespace icp::ui {

namespace {
constexpr int narrowestColumn = 160;  // six of them beside each other in a small window
constexpr int groupHeight = 64;
constexpr int headWidth = 200;
}  // namespace

void CoverageCell::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const Tokens& tokens = Tokens::of(option.palette);
    const QVariant share = index.data(CoverageGridModel::ShareRole);
    const bool missing = index.data(CoverageGridModel::MissingRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(option.rect, option.state & QStyle::State_Selected ? tokens.sel
                                   : missing                             ? tokens.missingCell
                                                                         : tokens.surface);
    const QRect inner = option.rect.adjusted(px(10), px(8), -px(10), -px(8));
    if (share.isValid()) {
        painter->setFont(ui::font(Type::Table, QFont::DemiBold));
        painter->setPen(missing ? tokens.warnInk : tokens.ink);
        const QString percent = percentText(share.toDouble());
        painter->drawText(QRect(inner.left(), inner.top(), inner.width(), px(20)),
                          Qt::AlignLeft | Qt::AlignVCenter,
                          missing ? tr("%1, missing", "share of accounts").arg(percent) : percent);
        paintShareBar(*painter, QRectF(inner.left(), inner.top() + px(22), inner.width(), px(8)),
                      share.toDouble(), missing ? tokens.least : tokens.best, tokens.restSoft);
    }
    painter->setFont(ui::font(Type::Note));
    painter->setPen(tokens.ink2);
    painter->drawText(
        QRect(inner.left(), inner.bottom() - px(17), inner.width(), px(18)), Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, inner.width()));
    painter->setPen(tokens.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(tokens.focus, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

CoverageTable::CoverageTable(QAbstractItemModel* model, QWidget* parent) : QTableView(parent) {
    setModel(model);
    setHorizontalHeader(new PersonaHeader(this));
    auto* groups = new FieldHeader(this);
    groups->setFixedWidth(px(headWidth));
    groups->setAccessibleName(tr("Groups of accounts"));
    groups->setDefaultSectionSize(px(groupHeight));
    setVerticalHeader(groups);
    setItemDelegate(new CoverageCell(this));
    setAccessibleName(tr("Coverage of the personas"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setCornerButtonEnabled(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(model, &QAbstractItemModel::modelReset, this, &CoverageTable::fit);
}

void CoverageTable::fit() {
    const int columns = model()->columnCount();
    if (columns == 0) return;
    const int each = std::max(px(narrowestColumn), viewport()->width() / columns);
    for (int column = 0; column < columns; ++column) setColumnWidth(column, each);
    updateGeometries();  // the head is as high as words need at these widths
}

void CoverageTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fit();
}

}  // namespace icp::ui
