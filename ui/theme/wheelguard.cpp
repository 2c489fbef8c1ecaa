#include "ui/theme/wheelguard.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QSlider>
#include <QWheelEvent>

namespace icp::ui {

namespace {

QWidget* turnedByWheel(QObject* object) {
    if (auto* box = qobject_cast<QComboBox*>(object)) return box;
    if (auto* number = qobject_cast<QAbstractSpinBox*>(object)) return number;
    return qobject_cast<QSlider*>(object);
}

}  // namespace

bool WheelGuard::eventFilter(QObject* watched, QEvent* event) {
    const QEvent::Type type = event->type();
    if (type != QEvent::Wheel && type != QEvent::Polish) return false;
    QWidget* widget = turnedByWheel(watched);
    if (!widget) return false;
    if (type == QEvent::Polish) {
        if (widget->focusPolicy() == Qt::WheelFocus) widget->setFocusPolicy(Qt::StrongFocus);
        return false;
    }
    if (widget->hasFocus()) return false;
    // On to the page around it.
    QWidget* page = widget->parentWidget();
    while (page && !qobject_cast<QAbstractScrollArea*>(page)) page = page->parentWidget();
    event->ignore();
    if (!page) return true;
    QWidget* seen = static_cast<QAbstractScrollArea*>(page)->viewport();
    auto* turned = static_cast<QWheelEvent*>(event);
    QWheelEvent passed(seen->mapFromGlobal(turned->globalPosition()), turned->globalPosition(),
                       turned->pixelDelta(), turned->angleDelta(), turned->buttons(), turned->modifiers(),
                       turned->phase(), turned->inverted(), turned->source());
    QCoreApplication::sendEvent(seen, &passed);
    event->setAccepted(passed.isAccepted());
    return true;
}

}  // namespace icp::ui
