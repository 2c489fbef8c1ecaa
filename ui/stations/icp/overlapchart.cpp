#include "ui/stations/icp/overlapchart.h"

#include "core/base/shown.h"
#include "ui/theme/tokens.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <bit>

namespace icp::ui {

namespace {

constexpr int namesWidth = 300;
constexpr int lineHeight = 36;
constexpr int widestColumn = 96;
constexpr int barsHeight = 220;
constexpr int labelHeight = 24;
constexpr int tallest = 560;

}  // namespace

OverlapChart::OverlapChart(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMaximumHeight(px(tallest));
    setAccessibleName(tr("How profiles share the customers"));
}

void OverlapChart::setOverlap(const Overlap& overlap, const QStringList& icps) {
    m_overlap = overlap;
    m_icps = icps;
    if (m_current >= int(m_overlap.parts.size())) m_current = -1;
    updateGeometry();
    update();
}

void OverlapChart::setCurrent(int part) {
    if (part == m_current || part >= int(m_overlap.parts.size())) return;
    m_current = part;
    setAccessibleDescription(
        part < 0 ? QString()
                 : tr("%1: %n customer(s)", nullptr, int(m_overlap.parts[std::size_t(part)].customers))
                       .arg(partText(part)));
    update();
    Q_EMIT currentChanged(part);
}

QString OverlapChart::partText(int part) const {
    const std::uint32_t inside = m_overlap.parts[std::size_t(part)].icps;
    QStringList names;
    for (int i = 0; i < m_icps.size(); ++i)
        if ((inside >> i & 1U) != 0) names << m_icps[i];
    if (names.isEmpty()) return tr("None of them");
    if (names.size() == 1) return m_icps.size() > 1 ? tr("%1 only").arg(names.front()) : names.front();
    const QString last = names.takeLast();
    return tr("%1 and %2").arg(names.join(QStringLiteral(", ")), last);
}

/// What stands below a column: the dots say which, this how many.
QString OverlapChart::columnText(int part) const {
    const int inside = std::popcount(m_overlap.parts[std::size_t(part)].icps);
    if (inside == 0) return m_icps.size() == 2 ? tr("neither") : tr("none");
    if (inside == 1) return m_icps.size() > 1 ? tr("one only") : tr("inside");
    if (inside == m_icps.size()) return inside == 2 ? tr("both") : tr("all");
    return tr("%1 of them", "profiles").arg(inside);
}

QSize OverlapChart::sizeHint() const {
    return {px(namesWidth + 8 * widestColumn),
            px(barsHeight + 2 * labelHeight) + int(m_icps.size()) * px(lineHeight)};
}

QSize OverlapChart::minimumSizeHint() const {
    return {px(namesWidth + 120), px(barsHeight / 2 + 2 * labelHeight) + int(m_icps.size()) * px(lineHeight)};
}

OverlapChart::Geometry OverlapChart::geometryOf() const {
    Geometry at{};
    at.line = px(lineHeight);
    const double sets = at.line * double(m_icps.size());
    const double top = height() - sets - px(labelHeight);
    at.names = QRectF(0, top, std::min(double(px(namesWidth)), width() / 2.0), sets);
    at.bars = QRectF(at.names.right(), 0, width() - at.names.right(), top);
    at.column = std::min(double(px(widestColumn)),
                         at.bars.width() / double(std::max<std::size_t>(1, m_overlap.parts.size())));
    return at;
}

QRectF OverlapChart::columnRect(const Geometry& at, int part) const {
    return {at.bars.left() + at.column * part, 0, at.column, double(height())};
}

int OverlapChart::partAt(QPointF position) const {
    const Geometry at = geometryOf();
    for (int part = 0; part < int(m_overlap.parts.size()); ++part)
        if (columnRect(at, part).contains(position)) return part;
    return -1;
}

void OverlapChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Geometry at = geometryOf();
    if (m_current >= 0) {
        const Tokens& tokens = Tokens::of(this);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.bestSoft);
        painter.drawRoundedRect(columnRect(at, m_current).adjusted(2, 1, -2, -1), px(4), px(4));
        if (hasFocus()) {
            painter.setPen(QPen(tokens.focus, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(columnRect(at, m_current).adjusted(3, 2, -3, -2), px(4), px(4));
        }
    }
    paintBars(painter, at);
    paintSets(painter, at);
    paintLabels(painter, at);
}

void OverlapChart::paintLabels(QPainter& painter, const Geometry& at) const {
    if (m_icps.isEmpty()) return;
    painter.setPen(Tokens::of(this).ink2);
    painter.setFont(ui::font(Type::Note));
    const QFontMetrics metrics(painter.font());
    const auto draw = [&](const QRectF& room, Qt::Alignment side, const QString& words) {
        painter.drawText(room, int(side | Qt::AlignVCenter),
                         metrics.elidedText(words, Qt::ElideRight, int(room.width())));
    };
    const double top = at.names.bottom();
    draw(QRectF(0, top, at.names.width() - px(12), px(labelHeight)), Qt::AlignRight, tr("customers"));
    for (int i = 0; i < int(m_overlap.parts.size()); ++i)
        draw(QRectF(columnRect(at, i).left(), top, at.column, px(labelHeight)), Qt::AlignHCenter,
             columnText(i));
}

void OverlapChart::paintBars(QPainter& painter, const Geometry& at) const {
    const Tokens& tokens = Tokens::of(this);
    qint64 most = 1;
    for (const Overlap::Part& part : m_overlap.parts) most = std::max(most, part.customers);
    const double label = px(labelHeight);
    const double room = at.bars.height() - label - px(8);
    for (int i = 0; i < int(m_overlap.parts.size()); ++i) {
        const Overlap::Part& part = m_overlap.parts[std::size_t(i)];
        const QRectF column = columnRect(at, i);
        const double bar = room * double(part.customers) / double(most);
        const double thickness = std::min(column.width() * 0.55, double(px(44)));
        const QRectF rect(column.center().x() - thickness / 2, at.bars.bottom() - px(8) - bar, thickness,
                          bar);
        painter.setPen(Qt::NoPen);
        painter.setBrush(part.icps == 0 ? tokens.rest : tokens.best);
        painter.drawRoundedRect(rect, px(2), px(2));
        painter.setPen(tokens.ink);
        painter.setFont(ui::font(Type::Table, QFont::DemiBold));
        painter.drawText(QRectF(column.left(), rect.top() - label, column.width(), label), Qt::AlignCenter,
                         countText(part.customers));
    }
}

void OverlapChart::paintSets(QPainter& painter, const Geometry& at) const {
    const Tokens& tokens = Tokens::of(this);
    const double radius = px(6);
    for (int line = 0; line < m_icps.size(); ++line) {
        const double y = at.names.top() + at.line * (line + 0.5);
        painter.setPen(tokens.line);
        painter.drawLine(QPointF(0, y - at.line / 2), QPointF(width(), y - at.line / 2));
        const QString size = countText(m_overlap.customers[std::size_t(line)]);
        painter.setFont(ui::font(Type::Table));
        const double sizeWidth = QFontMetrics(painter.font()).horizontalAdvance(size) + px(16);
        const QRectF name = QRectF(0, y - at.line / 2, at.names.width() - sizeWidth - px(8), at.line);
        painter.setPen(tokens.ink);
        painter.drawText(
            name, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(painter.font()).elidedText(m_icps[line], Qt::ElideRight, int(name.width())));
        painter.setPen(tokens.ink2);
        painter.drawText(QRectF(at.names.width() - sizeWidth, y - at.line / 2, sizeWidth - px(12), at.line),
                         Qt::AlignRight | Qt::AlignVCenter, size);
    }
    for (int i = 0; i < int(m_overlap.parts.size()); ++i) {
        const double x = columnRect(at, i).center().x();
        double first = -1;
        double last = -1;
        for (int line = 0; line < m_icps.size(); ++line) {
            if ((m_overlap.parts[std::size_t(i)].icps >> line & 1U) == 0) continue;
            const double y = at.names.top() + at.line * (line + 0.5);
            if (first < 0) first = y;
            last = y;
        }
        if (last > first) {
            painter.setPen(QPen(tokens.best, px(3)));
            painter.drawLine(QPointF(x, first), QPointF(x, last));
        }
        for (int line = 0; line < m_icps.size(); ++line) {
            const bool inside = (m_overlap.parts[std::size_t(i)].icps >> line & 1U) != 0;
            painter.setPen(Qt::NoPen);
            painter.setBrush(inside ? tokens.best : tokens.restSoft);
            painter.drawEllipse(QPointF(x, at.names.top() + at.line * (line + 0.5)), radius, radius);
        }
    }
}

void OverlapChart::mousePressEvent(QMouseEvent* event) {
    const int part = partAt(event->position());
    if (part >= 0) setCurrent(part);
}

void OverlapChart::keyPressEvent(QKeyEvent* event) {
    const int last = int(m_overlap.parts.size()) - 1;
    if (event->key() == Qt::Key_Right)
        setCurrent(std::min(m_current + 1, last));
    else if (event->key() == Qt::Key_Left)
        setCurrent(std::max(m_current - 1, 0));
    else
        QWidget::keyPressEvent(event);
}

bool OverlapChart::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int part = partAt(help->pos());
    if (part < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(
            help->globalPos(),
            tr("%1: %n customer(s)", nullptr, int(m_overlap.parts[std::size_t(part)].customers))
                .arg(partText(part)),
            this);
    return true;
}

}  // namespace icp::ui
