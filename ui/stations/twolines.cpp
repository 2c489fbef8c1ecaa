#include "ui/stations/twolines.h"

#include "ui/theme/tokens.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace icp::ui {

namespace {
constexpr int margin = 10;
}  // namespace

void settleHead(QHeaderView& head) {
    head.setHighlightSections(false);
    head.setSectionsClickable(false);
    head.setStyleSheet(
        QStringLiteral("QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0px; }"));
}

void settleRows(QTableView& table) {
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setShowGrid(false);
    table.setTabKeyNavigation(false);
    table.setWordWrap(false);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

void paintCellGround(QPainter& painter, const QStyleOptionViewItem& option) {
    const Tokens& tokens = Tokens::of(option.palette);
    if (option.state.testFlag(QStyle::State_Selected)) painter.fillRect(option.rect, tokens.sel);
    painter.setPen(tokens.line);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

TwoLines::TwoLines(int detailRole, int warnRole, QObject* parent)
    : QStyledItemDelegate(parent), m_detailRole(detailRole), m_warnRole(warnRole) {}

QSize TwoLines::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {px(100), px(47)}; }

void TwoLines::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& tokens = Tokens::of(option.palette);
    painter->save();
    paintCellGround(*painter, option);
    const QRect rect = option.rect.adjusted(px(margin), px(4), -px(4), -px(4));
    painter->setFont(ui::font(Type::Body, QFont::Medium));
    painter->setPen(tokens.ink);
    const auto line = [&](const QRect& where, const QString& text) {
        const QFontMetrics metrics(painter->font());
        const QString shown = metrics.elidedText(text, Qt::ElideRight, where.width());
        painter->drawText(where, Qt::AlignVCenter | Qt::AlignLeft, shown);
        return metrics.horizontalAdvance(shown);
    };
    line(QRect(rect.left(), rect.top(), rect.width(), px(20)), index.data().toString());
    const QString detail = index.data(m_detailRole).toString();
    const QString warning = index.data(m_warnRole).toString();
    QRect second(rect.left(), rect.top() + px(20), rect.width(), px(18));
    painter->setFont(ui::font(Type::Note));
    painter->setPen(tokens.ink3);
    const int used =
        line(second, detail.isEmpty() || warning.isEmpty() ? detail : detail + QStringLiteral(", "));
    second.setLeft(second.left() + used);
    painter->setPen(tokens.leastInk);
    line(second, warning);
    painter->restore();
}

void OneLine::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& tokens = Tokens::of(option.palette);
    painter->save();
    paintCellGround(*painter, option);
    painter->setFont(ui::font(Type::Table));
    painter->setPen(tokens.ink);
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const Qt::Alignment align =
        alignment.isValid() ? alignment.value<Qt::Alignment>() : Qt::AlignLeft | Qt::AlignVCenter;
    const QRect rect = option.rect.adjusted(px(margin), 0, -px(margin), 0);
    painter->drawText(
        rect, int(align),
        QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
    painter->restore();
}

}  // namespace icp::ui
