#include "ui/stations/present/slideshow.h"

#include "ui/deck/slidepainter.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace icp::ui {

SlideShow::SlideShow(std::vector<Slide> slides, int first, QWidget* parent)
    : QWidget(parent, Qt::Window), m_slides(std::move(slides)), m_current(-1) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setWindowTitle(tr("Slide show"));
    turn(first);
}

void SlideShow::turn(int to) {
    const int next = std::clamp(to, 0, int(m_slides.size()) - 1);
    m_blank = false;
    update();
    if (next == m_current) return;
    m_current = next;
    const Slide& slide = m_slides[std::size_t(m_current)];
    setAccessibleName(tr("Slide %1: %2").arg(slide.mark, slide.title));
    Q_EMIT turned(m_current);
}

void SlideShow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (m_blank) return;
    QSizeF size(slideWidth, slideHeight);
    size.scale(this->size(), Qt::KeepAspectRatio);
    const QRectF place((width() - size.width()) / 2, (height() - size.height()) / 2, size.width(),
                       size.height());
    paintSlide(painter, m_slides[std::size_t(m_current)], place);
}

void SlideShow::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Right:
        case Qt::Key_Down:
        case Qt::Key_PageDown:
        case Qt::Key_Space:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            turn(m_current + 1);
            break;
        case Qt::Key_Left:
        case Qt::Key_Up:
        case Qt::Key_PageUp:
        case Qt::Key_Backspace:
            turn(m_current - 1);
            break;
        case Qt::Key_Home:
            turn(0);
            break;
        case Qt::Key_End:
            turn(int(m_slides.size()) - 1);
            break;
        case Qt::Key_B:
        case Qt::Key_Period:
            m_blank = !m_blank;
            update();
            break;
        case Qt::Key_Escape:
            close();
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

void SlideShow::mousePressEvent(QMouseEvent* event) {
    turn(m_current + (event->button() == Qt::LeftButton ? 1 : -1));
}

}  // namespace icp::ui
