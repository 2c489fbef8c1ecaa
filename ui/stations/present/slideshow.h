#pragma once

#include "core/deck/slide.h"

#include <QWidget>

#include <vector>

namespace icp::ui {

/// Slides on the whole screen. Arrows, Space and Page keys turn, Home and End jump, B blanks, Esc ends.
class SlideShow : public QWidget {
    Q_OBJECT
public:
    SlideShow(std::vector<Slide> slides, int first, QWidget* parent = nullptr);

    int current() const { return m_current; }
    bool isBlank() const { return m_blank; }

Q_SIGNALS:
    void turned(int slide);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void turn(int to);

    std::vector<Slide> m_slides;
    int m_current;
    bool m_blank = false;
};

}  // namespace icp::ui
