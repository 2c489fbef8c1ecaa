#include "ui/charts/ratebar.h"

#include "ui/charts/bars.h"

#include <QPainter>

namespace icp::ui {

RateBar::RateBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RateBar::setRate(const Rate& rate, double base, double maximum, const QString& spoken) {
    m_rate = rate;
    m_base = base;
    m_maximum = maximum;
    setAccessibleName(spoken);
    setToolTip(spoken);
    update();
}

QSize RateBar::sizeHint() const { return {px(200), px(26)}; }

void RateBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintRateBar(painter, rect(), m_rate, m_base, m_maximum, Tokens::of(this));
}

}  // namespace icp::ui
