#include "ui/stations/patterns/attributedelegate.h"

#include "core/base/shown.h"
#include "ui/charts/bars.h"
#include "ui/models/attributelist.h"
#include "ui/theme/tokens.h"

#include <QPainter>

namespace icp::ui {

namespace {
constexpr int rowHeight = 51;
constexpr int groupHeight = 36;
constexpr int margin = 14;
constexpr QSize spark{84, 32};
constexpr QSize narrowSpark{50, 20};
constexpr int narrowList = 290;
}  // namespace

AttributeDelegate::AttributeDelegate(const AttributeListModel* model, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model) {}

QSize AttributeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    return {px(120), px(index.data(AttributeListModel::IsGroupRole).toBool() ? groupHeight : rowHeight)};
}

void AttributeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    const Tokens& tokens = Tokens::of(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect rect = option.rect;
    painter->save();
    if (selected) painter->fillRect(rect, tokens.sel);
    painter->setPen(tokens.line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    if (const AttributeProfile* attribute = m_model->profile(index.row())) {
        if (selected) painter->fillRect(QRect(rect.left(), rect.top(), px(3), rect.height()), tokens.best);
        paintAttribute(*painter, rect, *attribute, selected, tokens);
    } else {
        paintGroup(*painter, rect, index, tokens);
    }
    painter->restore();
}

void AttributeDelegate::paintGroup(QPainter& painter, const QRect& rect, const QModelIndex& index,
                                   const Tokens& tokens) const {
    const bool open = index.data(AttributeListModel::IsOpenRole).toBool();
    const int size = px(16);
    const QPixmap arrow = iconPixmap(open ? QStringLiteral("down") : QStringLiteral("right"), tokens.ink2,
                                     size, painter.device()->devicePixelRatioF());
    painter.drawPixmap(rect.left() + px(margin), rect.center().y() - size / 2, arrow);
    painter.setFont(ui::font(Type::Table));
    painter.setPen(tokens.ink2);
    const QRect text = rect.adjusted(px(margin) + size + px(8), 0, -px(margin), 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight,
                     countText(index.data(AttributeListModel::CountRole).toInt()));
}

void AttributeDelegate::paintAttribute(QPainter& painter, const QRect& rect,
                                       const AttributeProfile& attribute, bool selected,
                                       const Tokens& tokens) const {
    const Findings& findings = m_model->findings();
    const bool ranked = findings.mode == Mode::Full;
    const bool leftOut = !attribute.leak.isEmpty();
    // There the name has the whole line, and the bars stand below it.
    const bool narrow = rect.width() < px(narrowList);
    QRect text = rect.adjusted(px(margin), px(5), -px(12), -px(5));
    int besideBars = text.right();
    if (!leftOut) {
        const QSize size(px(narrow ? narrowSpark.width() : spark.width()),
                         px(narrow ? narrowSpark.height() : spark.height()));
        const int top = narrow ? text.top() + px(21) : rect.center().y() - size.height() / 2;
        const QRectF bars(QPoint(text.right() - size.width(), top), size);
        paintSparkBars(painter, bars, attribute, findings.base.rate, m_maximum, ranked, tokens);
        besideBars = int(bars.left()) - px(8);
        if (!narrow) text.setRight(besideBars);
    }
    painter.setFont(ui::font(Type::Body, QFont::Medium));
    painter.setPen(tokens.ink);
    QFontMetrics metrics(painter.font());
    painter.drawText(QRect(text.left(), text.top(), text.width(), px(20)), Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(attribute.label, Qt::ElideRight, text.width()));

    painter.setFont(ui::font(Type::Note));
    metrics = QFontMetrics(painter.font());
    QRect second(text.left(), text.top() + px(21), besideBars - text.left(), px(20));
    if (leftOut) {
        painter.setPen(tokens.ink3);
        painter.drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(attribute.leak, Qt::ElideRight, second.width()));
        return;
    }
    painter.setFont(ui::font(Type::Note, QFont::Medium));
    const QString strength = strengthText(attribute, findings.mode);
    QRect badge = second;
    badge.setWidth(
        std::min(second.width(), QFontMetrics(painter.font()).horizontalAdvance(strength) + px(14)));
    const bool claimed = ranked && attribute.isDriver();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(selected ? tokens.surface : claimed ? tokens.bestSoft : tokens.restSoft);
    painter.drawRoundedRect(badge, px(4), px(4));
    painter.setPen(claimed ? tokens.infoInk : tokens.ink2);
    painter.drawText(badge, Qt::AlignCenter, strength);
    if (!ranked || attribute.test.isEmpty() || attribute.singleLevel) return;
    painter.setFont(ui::font(Type::Note));
    painter.setPen(tokens.ink3);
    second.setLeft(badge.right() + px(7));
    painter.drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(qText(attribute.q), Qt::ElideRight, second.width()));
}

}  // namespace icp::ui
