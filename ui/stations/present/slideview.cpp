#include "ui/stations/present/slideview.h"

#include "ui/deck/slidepainter.h"
#include "ui/theme/tokens.h"

#include <QPainter>

#include <cmath>

namespace icp::ui {

QPixmap slidePicture(const Slide& slide, int width, double devicePixelRatio) {
    const int height = int(std::lround(width * slideHeight / slideWidth));
    QPixmap picture(QSize(width, height) * devicePixelRatio);
    picture.setDevicePixelRatio(devicePixelRatio);
    QPainter painter(&picture);
    paintSlide(painter, slide, QRectF(0, 0, width, height));
    return picture;
}

SlideView::SlideView(QWidget* parent) : QWidget(parent) {
    setMinimumSize(px(320), px(180));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize SlideView::sizeHint() const { return {px(640), px(360)}; }

void SlideView::setSlide(const Slide& slide) {
    m_slide = slide;
    m_picture = QPixmap();
    setAccessibleName(tr("Slide %1: %2").arg(slide.mark, slide.title));
    update();
}

void SlideView::paintEvent(QPaintEvent*) {
    QSizeF size(slideWidth, slideHeight);
    size.scale(this->size() - QSize(4, 4), Qt::KeepAspectRatio);
    const int wide = std::max(1, int(size.width()));
    if (m_picture.isNull() || m_picture.deviceIndependentSize().toSize().width() != wide)
        m_picture = slidePicture(m_slide, wide, devicePixelRatioF());
    const QSizeF shown = m_picture.deviceIndependentSize();
    const QPointF corner((width() - shown.width()) / 2, (height() - shown.height()) / 2);
    QPainter painter(this);
    painter.drawPixmap(corner, m_picture);
    painter.setPen(Tokens::of(this).ctl);
    painter.drawRect(QRectF(corner, shown).adjusted(-0.5, -0.5, 0.5, 0.5));
}

}  // namespace icp::ui
