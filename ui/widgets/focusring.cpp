#include "ui/widgets/focusring.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFocusEvent>

namespace icp::ui {

FocusRing::FocusRing(QWidget* window) : QFocusFrame(window), m_window(window) {
    qApp->installEventFilter(this);
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        auto* button = qobject_cast<QAbstractButton*>(watched);
        if (button && button->window() == m_window) {
            const auto reason = static_cast<QFocusEvent*>(event)->reason();
            const bool byKeyboard = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                                    reason == Qt::ShortcutFocusReason || reason == Qt::OtherFocusReason;
            setWidget(event->type() == QEvent::FocusIn && byKeyboard ? button : nullptr);
        }
    }
    return QFocusFrame::eventFilter(watched, event);
}

}  // namespace icp::ui
