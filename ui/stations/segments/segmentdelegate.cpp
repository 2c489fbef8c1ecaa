#include "ui/stations/segments/segmentdelegate.h"

#include "core/base/shown.h"
#include "ui/charts/bars.h"
#include "ui/models/segmenttable.h"
#include "ui/stations/twolines.h"
#include "ui/theme/tokens.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

namespace icp::ui {

namespace {
constexpr int margin = 10;
constexpr int chipHeight = 26;
constexpr int chipPadding = 10;
constexpr int chipGap = 6;
constexpr int badgeHeight = 22;
}  // namespace

std::vector<int> sharedWidths(const std::vector<int>& wanted, int room) {
    std::vector<int> order(wanted.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](int a, int b) { return wanted[std::size_t(a)] < wanted[std::size_t(b)]; });
    std::vector<int> out(wanted.size());
    int left = std::max(0, room);
    int count = int(order.size());
    for (const int i : order) {
        const int width = std::min(wanted[std::size_t(i)], left / count);
        out[std::size_t(i)] = width;
        left -= width;
        --count;
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
            paintRateBar(*painter, rect.adjusted(0, px(5), 0, -px(5)), segment->rate,
                         m_model->findings().base.rate, m_model->maximum(), tokens);
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
    std::vector<int> wanted;
    for (const QString& label : segment.labels)
        wanted.push_back(metrics.horizontalAdvance(label) + 2 * px(chipPadding) + 1);
    const int gaps = std::max(0, int(wanted.size()) - 1) * px(chipGap);
    const std::vector<int> widths = sharedWidths(wanted, rect.width() - gaps);
    int x = rect.left();
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const QRect chip(x, rect.center().y() - px(chipHeight) / 2, widths[i], px(chipHeight));
        painter.setPen(Qt::NoPen);
        painter.setBrush(selected ? tokens.surface : tokens.restSoft);
        painter.drawRoundedRect(chip, chip.height() / 2.0, chip.height() / 2.0);
        painter.setPen(tokens.ink);
        painter.drawText(chip, Qt::AlignCenter,
                         metrics.elidedText(segment.labels[qsizetype(i)], Qt::ElideRight,
                                            chip.width() - 2 * px(chipPadding) + 1));
        x += widths[i] + px(chipGap);
    }
}

void SegmentDelegate::paintCheck(QPainter& painter, const QRect& rect, const Segment& segment, bool selected,
                                 const Tokens& tokens) const {
    const QString text = verdictText(segment.verdict);
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
    const QString mark = held ? QStringLiteral("check") : weaker ? QStringLiteral("warning") : QString();
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
