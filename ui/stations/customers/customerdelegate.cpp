#include "ui/stations/customers/customerdelegate.h"

#include "ui/charts/bars.h"
#include "ui/models/customertable.h"
#include "ui/stations/twolines.h"
#include "ui/theme/tokens.h"

#include <QPainter>

#include <cmath>

namespace icp::ui {

namespace {

constexpr int margin = 10;
constexpr int barWidth = 50;
constexpr int barHeight = 16;

void paintName(QPainter& painter, const QRect& rect, const QModelIndex& index, const Tokens& tokens) {
    const auto line = [&](QRect where, const QString& text) {
        const QFontMetrics metrics(painter.font());
        const QString shown = metrics.elidedText(text, Qt::ElideRight, where.width());
        painter.drawText(where, Qt::AlignVCenter | Qt::AlignLeft, shown);
        return metrics.horizontalAdvance(shown);
    };
    painter.setFont(ui::font(Type::Body, QFont::Medium));
    painter.setPen(tokens.ink);
    line(QRect(rect.left(), rect.top() + px(4), rect.width(), px(20)), index.data().toString());
    QRect second(rect.left(), rect.top() + px(24), rect.width(), px(18));
    painter.setFont(ui::font(Type::Note));
    const QString pinned = index.data(CustomerTableModel::PinRole).toString();
    if (!pinned.isEmpty()) {
        painter.setPen(tokens.link);
        line(second, pinned);
        return;
    }
    const QString detail = index.data(CustomerTableModel::DetailRole).toString();
    const QString left = index.data(CustomerTableModel::LeftRole).toString();
    painter.setPen(tokens.ink3);
    second.setLeft(second.left() +
                   line(second, detail.isEmpty() || left.isEmpty() ? detail : detail + QStringLiteral(", ")));
    painter.setPen(tokens.leastInk);
    line(second, left);
}

}  // namespace

CustomerDelegate::CustomerDelegate(AccountList list, QObject* parent)
    : QStyledItemDelegate(parent), m_list(list) {}

void CustomerDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const Tokens& tokens = Tokens::of(option.palette);
    const QRect rect = option.rect;
    painter->save();
    paintCellGround(*painter, option);
    switch (index.column()) {
        case CustomerTableModel::Name:
            paintName(*painter, rect.adjusted(px(margin), 0, -px(4), -1), index, tokens);
            break;
        case CustomerTableModel::Value:
            painter->setFont(ui::font(Type::Table));
            painter->setPen(tokens.ink);
            painter->drawText(rect.adjusted(0, 0, -px(10), 0), Qt::AlignVCenter | Qt::AlignRight,
                              index.data().toString());
            break;
        case CustomerTableModel::Score: {
            const double score = index.data(CustomerTableModel::ScoreRole).toDouble();
            const QRectF bar(rect.left(), rect.center().y() - px(barHeight) / 2, px(barWidth), px(barHeight));
            const QColor colour = m_list == AccountList::Best    ? tokens.best
                                  : m_list == AccountList::Least ? tokens.least
                                                                 : tokens.rest;
            const bool roomy = rect.width() > px(barWidth + 30);
            if (!std::isnan(score) && roomy) paintPartBar(*painter, bar, score / 100, colour, tokens);
            painter->setFont(ui::font(Type::Table, QFont::DemiBold));
            painter->setPen(tokens.ink);
            painter->drawText(rect.adjusted(0, 0, -px(10), 0), Qt::AlignVCenter | Qt::AlignRight,
                              index.data().toString());
            break;
        }
        default: {
            const Pin* pin = static_cast<const CustomerTableModel*>(index.model())->pin(index.row());
            const QString name = pin == nullptr || pin->in ? QStringLiteral("pin") : QStringLiteral("unpin");
            const int size = px(18);
            painter->drawPixmap(rect.center().x() - size / 2, rect.center().y() - size / 2,
                                iconPixmap(name, pin != nullptr ? tokens.link : tokens.ctl, size,
                                           painter->device()->devicePixelRatioF()));
        }
    }
    painter->restore();
}

}  // namespace icp::ui
