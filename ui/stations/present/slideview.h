#pragma once

#include "core/deck/slide.h"

#include <QPixmap>
#include <QWidget>

namespace icp::ui {

/// One slide as large as there is room, 16:9.
class SlideView : public QWidget {
    Q_OBJECT
public:
    explicit SlideView(QWidget* parent = nullptr);

    void setSlide(const Slide& slide);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Slide m_slide;
    QPixmap m_picture;
};

/// A picture of a slide, `width` logical pixels wide.
QPixmap slidePicture(const Slide& slide, int width, double devicePixelRatio);

}  // namespace icp::ui
