#pragma once

#include <QObject>

namespace icp::ui {

/// While a page is scrolled, the wheel passes over boxes, numbers and sliders without changing them: these
/// take it only when they have the focus, and do not get the focus by it. One filter for the application.
class WheelGuard : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace icp::ui
