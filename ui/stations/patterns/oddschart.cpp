#include "ui/stations/patterns/oddschart.h"

#include "core/base/shown.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/wraptext.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace icp::ui {

namespace {

constexpr int rowHeight = 26;
constexpr int axisHeight = 22;
constexpr int margin = 14;
constexpr int widest = 5;  ///< powers of two to either side; what lies beyond ends at the edge

QFont labelFont() { return font(Type::Note); }

QString timesText(int power) {
    return power == -1   ? QStringLiteral("½×")
           : power == -2 ? QStringLiteral("¼×")
           : power < 0   ? QStringLiteral("1/%1×").arg(1 << -power)
                         : QStringLiteral("%1×").arg(1 << power);
}

}  // namespace

OddsChart::OddsChart(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
}

void OddsChart::setRows(const std::vector<Row>& rows) {
    m_rows = rows;
    double low = 0;
    double high = 1;
    QStringList spoken;
    for (const Row& row : rows) {
        low = std::min(low, std::floor(std::log2(row.odds.interval.low)));
        high = std::max(high, std::ceil(std::log2(row.odds.interval.high)));
        spoken << tr("%1: %2, range %3 to %4")
                      .arg(row.label, liftText(row.odds.value), liftText(row.odds.interval.low),
                           liftText(row.odds.interval.high));
    }
    m_lowest = int(std::max(low, double(-widest)));
    m_highest = int(std::min(high, double(widest)));
    setAccessibleName(tr("Odds with their 95% ranges"));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    setToolTip(spoken.join(u'\n'));
    setMinimumHeight(heightAt(width()));  // other rows may need more at the same width
    updateGeometry();
    update();
}

int OddsChart::labelHeight(const Row& row, int width) const {
    return int(std::ceil(wrappedHeight(labelFont(), row.label, width)));
}

int OddsChart::heightAt(int width) const {
    int height = px(axisHeight);
    for (const Row& row : m_rows) height += labelHeight(row, width) + px(rowHeight);
    return height;
}

QSize OddsChart::sizeHint() const { return {px(260), heightAt(px(260))}; }

void OddsChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    setMinimumHeight(heightAt(width()));
}

double OddsChart::place(double odds) const {
    const double power = std::clamp(std::log2(odds), double(m_lowest), double(m_highest));
    const double room = width() - 2.0 * px(margin);
    return px(margin) + room * (power - m_lowest) / (m_highest - m_lowest);
}

void OddsChart::paintEvent(QPaintEvent*) {
    const Tokens& tokens = Tokens::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(labelFont());
    const int bottom = height() - px(axisHeight);
    const int step = m_highest - m_lowest > 5 ? 2 : 1;
    for (int power = m_lowest; power <= m_highest; ++power) {
        const double x = place(std::exp2(power));
        const bool equal = power == 0;
        painter.setPen(equal ? QPen(tokens.baseline, 1.5, Qt::DashLine) : QPen(tokens.grid, 1));
        painter.drawLine(QPointF(x, 0), QPointF(x, bottom));
        if (power % step != 0) continue;
        painter.setPen(tokens.ink2);
        painter.drawText(QRectF(x - px(24), bottom + px(3), px(48), px(axisHeight - 3)),
                         Qt::AlignHCenter | Qt::AlignTop, timesText(power));
    }
    double top = 0;
    for (const Row& row : m_rows) {
        const int label = labelHeight(row, width());
        const QRectF line(0, top, width(), label);
        painter.fillRect(line, tokens.surface);
        painter.setPen(tokens.ink);
        paintWrapped(painter, line, row.label);
        const double y = top + label + px(rowHeight) / 2.0;
        const double low = place(row.odds.interval.low);
        const double high = place(row.odds.interval.high);
        const double cap = px(5);
        for (const auto& [colour, thick] :
             {std::pair(tokens.surface, 3.5 * px(1)), std::pair(tokens.ink, 1.8 * px(1))}) {
            painter.setPen(QPen(colour, thick));
            painter.drawLine(QPointF(low, y), QPointF(high, y));
            painter.drawLine(QPointF(low, y - cap), QPointF(low, y + cap));
            painter.drawLine(QPointF(high, y - cap), QPointF(high, y + cap));
        }
        painter.setPen(QPen(tokens.surface, 1.5 * px(1)));
        painter.setBrush(row.odds.interval.low > 1    ? tokens.best
                         : row.odds.interval.high < 1 ? tokens.least
                                                      : tokens.rest);
        painter.drawEllipse(QPointF(place(row.odds.value), y), px(5), px(5));
        top += label + px(rowHeight);
    }
}

}  // namespace icp::ui
