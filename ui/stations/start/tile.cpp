#include "ui/stations/start/tile.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/wraptext.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace icp::ui {

namespace {
constexpr int padding = 16;
constexpr int markSize = 20;
constexpr int gap = 14;
}  // namespace

Tile::Tile(Mark mark, const QString& iconName, const QString& title, const QString& note, const QString& text,
           QWidget* parent)
    : QAbstractButton(parent), m_mark(mark), m_icon(iconName), m_note(note), m_line(text) {
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(note.isEmpty() ? text : note + QStringLiteral(". ") + text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize Tile::sizeHint() const {
    const QFontMetrics title(ui::font(Type::MainCardTitle));
    const QFontMetrics note(ui::font(Type::Table));
    const int words = title.horizontalAdvance(text()) + note.horizontalAdvance(m_note) + px(8);
    return {px(2 * padding + markSize + gap) + words + px(8), px(m_mark == Mark::Icon ? 92 : 80)};
}

QSize Tile::minimumSizeHint() const { return {px(160), sizeHint().height()}; }

void Tile::enterEvent(QEnterEvent*) { update(); }
void Tile::leaveEvent(QEvent*) { update(); }

void Tile::paintEvent(QPaintEvent*) {
    const Tokens& t = Tokens::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool chosen = isChecked();
    const double pen = chosen ? 2 : 1;
    painter.setPen(QPen(chosen ? t.primary : t.ctl, pen));
    painter.setBrush(chosen ? t.sel : underMouse() ? t.surface2 : t.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), px(7), px(7));

    const QFont titleFont = ui::font(m_mark == Mark::Icon ? Type::MainCardTitle : Type::CardTitle);
    const QFont lineFont = ui::font(Type::Table);
    const QFontMetrics titleMetrics(titleFont);
    const QFontMetrics lineMetrics(lineFont);
    const int left = px(m_mark == Mark::Icon ? padding + 6 : padding);
    const int x = left + px((m_mark == Mark::Icon ? 24 : markSize) + gap);
    const int room = width() - x - px(12);
    const int words = int(wrappedHeight(lineFont, m_line, room));
    const int block = titleMetrics.height() + px(3) + words;
    const int top = std::max(px(4), (height() - block) / 2);
    const int markTop =
        m_mark == Mark::Icon ? (height() - px(24)) / 2 : top + (titleMetrics.height() - px(markSize)) / 2;
    if (m_mark == Mark::Icon) {
        painter.drawPixmap(left, markTop, iconPixmap(m_icon, t.primary, px(24), devicePixelRatioF()));
    } else {
        const QRectF circle = QRectF(left, markTop, px(markSize), px(markSize)).adjusted(1, 1, -1, -1);
        painter.setPen(QPen(chosen ? t.primary : t.ctl, chosen ? 2 : 1.25));
        painter.setBrush(t.surface);
        painter.drawEllipse(circle);
        if (chosen) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.primary);
            painter.drawEllipse(circle.center(), px(5), px(5));
        }
    }

    painter.setFont(titleFont);
    painter.setPen(t.ink);
    painter.drawText(x, top + titleMetrics.ascent(), titleMetrics.elidedText(text(), Qt::ElideRight, room));
    painter.setFont(lineFont);
    painter.setPen(t.ink2);
    const int noteX = x + titleMetrics.horizontalAdvance(text()) + px(8);
    painter.drawText(noteX, top + titleMetrics.ascent(),
                     lineMetrics.elidedText(m_note, Qt::ElideRight, width() - noteX - px(12)));
    paintWrapped(painter, QRectF(x, top + titleMetrics.height() + px(3), room, words), m_line);
}

}  // namespace icp::ui
