#include "ui/stations/segments/segmentdelegate.h"

#include "core/base/shown.h"
#include "ui/charts/bars.h"
#include "ui/models/segmenttable.h"
#include "ui/stations/twolines.h"
#include "ui/theme/tokens.h"

#include <QPainter>

#include <algorithm>

namespace icp::ui {

namespace {
constexpr int margin = 10;
constexpr int chipHeight = 26;
constexpr int chipPadding = 10;
constexpr int chipGap = 6;
constexpr int badgeHeight = 22;
constexpr int aroundChips = 18;

/// Names of values speak for themselves; ranges and yes or no need their attribute.
QStringList chipTexts(const Segment& segment) {
    QStringList out;
    for (std::size_t i = 0; i < segment.conditions.size(); ++i) {
        const Condition& condition = segment.conditions[i];
        const bool names = condition.op == Condition::Op::In || condition.op == Condition::Op::Has;
        // An answer says nothing without its question.
        const bool answer = condition.values.contains(QStringLiteral("yes"), Qt::CaseInsensitive) ||
                            condition.values.contains(QStringLiteral("no"), Qt::CaseInsensitive);
        out << (names && !answer ? condition.values.join(QStringLiteral(", "))
                                 : segment.labels[qsizetype(i)]);
    }
    return out;
}

/// The part of a cell, which may be two lines high, in which a bar stands.
QRect middleOf(const QRect& rect) {
    const int height = px(chipHeight + 8);
    return {rect.left(), rect.center().y() - height / 2, rect.width(), height};
}

std::vector<int> chipWidths(const QStringList& texts) {
    const QFontMetrics metrics(ui::font(Type::Table));
    std::vector<int> out;
    for (const QString& text : texts)
        out.push_back(metrics.horizontalAdvance(text) + 2 * px(chipPadding) + 1);
    return out;
}

}  // namespace

std::vector<QRect> chipRects(const std::vector<int>& widths, int room) {
    std::vector<QRect> out;
    int x = 0;
    int y = 0;
    for (const int wanted : widths) {
        const int width = std::clamp(wanted, 0, std::max(0, room));
        if (x > 0 && x + width > room) {
            x = 0;
            y += px(chipHeight + chipGap);
        }
        out.emplace_back(x, y, width, px(chipHeight));
        x += width + px(chipGap);
    }
    return out;
}

SegmentDelegate::SegmentDelegate(const SegmentTableModel* model, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model) {}

void SegmentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const Segment* segment = m_model->segment(index.row());
    if (segment == nullptr) return;
    const Tokens& tokens = Tokens::of(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    paintCellGround(*painter, option);
    const QRect rect = option.rect.adjusted(px(margin), 0, -px(margin), -1);
    switch (index.column()) {
        case SegmentTableModel::Conditions:
            paintConditions(*painter, rect, *segment, selected, tokens);
            break;
        case SegmentTableModel::RateColumn:
            paintRateBar(*painter, middleOf(rect), segment->rate, m_model->findings().base.rate,
                         m_model->maximum(), tokens);
            break;
        case SegmentTableModel::Check:
            paintCheck(*painter, rect, *segment, selected, tokens);
            break;
        default:
            painter->setFont(ui::font(Type::Table));
            painter->setPen(index.column() == SegmentTableModel::Number ? tokens.ink3 : tokens.ink);
            if (index.column() == SegmentTableModel::Number)
                painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
            else
                painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight, index.data().toString());
    }
    painter->restore();
}

void SegmentDelegate::paintConditions(QPainter& painter, const QRect& rect, const Segment& segment,
                                      bool selected, const Tokens& tokens) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(ui::font(Type::Table));
    const QFontMetrics metrics(painter.font());
    const QStringList texts = chipTexts(segment);
    const std::vector<QRect> chips = chipRects(chipWidths(texts), rect.width());
    if (chips.empty()) return;
    const QPoint start(rect.left(), rect.center().y() - chips.back().bottom() / 2);
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const QRect chip = chips[i].translated(start);
        painter.setPen(Qt::NoPen);
        painter.setBrush(selected ? tokens.surface : tokens.restSoft);
        painter.drawRoundedRect(chip, chip.height() / 2.0, chip.height() / 2.0);
        painter.setPen(tokens.ink);
        painter.drawText(
            chip, Qt::AlignCenter,
            metrics.elidedText(texts[qsizetype(i)], Qt::ElideRight, chip.width() - 2 * px(chipPadding) + 1));
    }
}

int SegmentDelegate::rowHeight(int row, int width) const {
    const Segment* segment = m_model->segment(row);
    if (segment == nullptr) return px(chipHeight + aroundChips);
    const std::vector<QRect> chips = chipRects(chipWidths(chipTexts(*segment)), width - 2 * px(margin));
    return (chips.empty() ? px(chipHeight) : chips.back().bottom() + 1) + px(aroundChips);
}

void SegmentDelegate::paintCheck(QPainter& painter, const QRect& rect, const Segment& segment, bool selected,
                                 const Tokens& tokens) const {
    const QString text = m_model->sealed() ? SegmentTableModel::tr("Sealed") : verdictText(segment.verdict);
    if (text.isEmpty()) return;
    const bool held = segment.verdict == u"held";
    const bool weaker = segment.verdict == u"weaker";
    const QColor ink = held ? tokens.okInk : weaker ? tokens.warnInk : tokens.ink2;
    const QColor ground = selected ? tokens.surface
                          : held   ? tokens.okBg
                          : weaker ? tokens.warnBg
                                   : tokens.restSoft;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(ui::font(Type::Note, QFont::Medium));
    const QString mark = m_model->sealed() ? QStringLiteral("lock")
                         : held            ? QStringLiteral("check")
                         : weaker          ? QStringLiteral("warning")
                                           : QString();
    const int size = px(15);
    const int iconWidth = mark.isEmpty() ? 0 : size + px(4);
    QRect badge(rect.left(), rect.center().y() - px(badgeHeight) / 2,
                QFontMetrics(painter.font()).horizontalAdvance(text) + iconWidth + px(14), px(badgeHeight));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(badge, px(4), px(4));
    if (!mark.isEmpty()) {
        painter.drawPixmap(badge.left() + px(7), badge.center().y() - size / 2 + 1,
                           iconPixmap(mark, ink, size, painter.device()->devicePixelRatioF()));
    }
    painter.setPen(ink);
    painter.drawText(badge.adjusted(px(7) + iconWidth, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
    if (segment.heldOut.n == 0) return;
    painter.setFont(ui::font(Type::Note));
    painter.setPen(tokens.ink2);
    const QRect rest(badge.right() + px(7), rect.top(), rect.right() - badge.right() - px(7), rect.height());
    const QString numbers = SegmentTableModel::tr("%1 of %2", "58% of 45")
                                .arg(percentText(segment.heldOut.rate), countText(segment.heldOut.n));
    painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(painter.font()).elidedText(numbers, Qt::ElideRight, rest.width()));
}

}  // namespace icp::ui
