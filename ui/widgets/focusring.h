#pragma once

#include <QFocusFrame>

namespace icp::ui {

/// The 2 px ring, 2 px away, around the button that has the focus by keyboard. One per window; fields and
/// tables show the focus themselves.
class FocusRing : public QFocusFrame {
    Q_OBJECT
public:
    explicit FocusRing(QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_window;
};

}  // namespace icp::ui
