#include "ui/stations/patterns/sharebars.h"

#include "core/base/shown.h"
#include "ui/theme/tokens.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace icp::ui {

namespace {
constexpr int rowHeight = 28;
constexpr int barHeight = 16;
constexpr int percentWidth = 48;
}  // namespace

ShareBars::ShareBars(const std::vector<Row>& rows, QWidget* parent) : QWidget(parent), m_rows(rows) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QStringList spoken;
    for (const Row& row : m_rows) spoken << QStringLiteral("%1 %2").arg(row.label, percentText(row.share));
    setAccessibleName(spoken.join(QStringLiteral(", ")));
}

QSize ShareBars::sizeHint() const { return {px(240), px(rowHeight) * int(m_rows.size())}; }

void ShareBars::paintEvent(QPaintEvent*) {
    const Tokens& tokens = Tokens::of(this);
    QPainter painter(this);
    painter.setFont(icp::ui::font(Type::Table));
    const QFontMetricsF metrics(painter.font());
    double names = 0;
    for (const Row& row : m_rows) names = std::max(names, metrics.horizontalAdvance(row.label));
    names = std::min(names + px(10), width() / 2.0);
    const double room = width() - names - px(percentWidth);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        const QRectF line(0, px(rowHeight) * double(i), width(), px(rowHeight));
        painter.setPen(tokens.ink);
        painter.drawText(line.adjusted(0, 0, names - width() - px(6), 0), Qt::AlignVCenter,
                         metrics.elidedText(row.label, Qt::ElideRight, names - px(6)));
        const QRectF bar(names, line.center().y() - px(barHeight) / 2.0, room * row.share, px(barHeight));
        painter.fillRect(bar, tokens.*row.colour);
        painter.drawText(QRectF(bar.right() + px(6), line.top(), px(percentWidth), line.height()),
                         Qt::AlignVCenter, percentText(row.share));
    }
}

}  // namespace icp::ui
