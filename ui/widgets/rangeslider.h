#pragma once

#include <QWidget>

namespace icp::ui {

/// Two handles on one line, 0 to stops(). Mouse, and keyboard on the chosen handle: arrows, Page, Home and
/// End; Space goes to the other handle.
class RangeSlider : public QWidget {
    Q_OBJECT
public:
    explicit RangeSlider(QWidget* parent = nullptr);

    void setStops(int stops);
    int stops() const { return m_stops; }
    int low() const { return m_low; }
    int high() const { return m_high; }
    void setRange(int low, int high);  ///< says nothing
    bool isDragged() const { return m_dragged; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void moved(int low, int high);  ///< while dragging, and by keyboard
    void released();                ///< the drag, or a step by keyboard, is finished

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    double xOf(int stop) const;
    int stopAt(double x) const;
    void place(int stop);

    int m_stops = 100;
    int m_low = 0;
    int m_high = 100;
    bool m_upper = false;  ///< which handle the keyboard moves
    bool m_dragged = false;
};

}  // namespace icp::ui
