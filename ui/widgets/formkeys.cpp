#include "ui/widgets/formkeys.h"

#include <QKeyEvent>
#include <QWidget>

#include <utility>

namespace icp::ui {

namespace {

/// Keys that no field inside took come up to the form.
class FormKeys final : public QObject {
public:
    FormKeys(QWidget* form, std::function<void()> keep, std::function<void()> close)
        : QObject(form), m_keep(std::move(keep)), m_close(std::move(close)) {
        form->installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
        const std::function<void()> act = key == Qt::Key_Escape ? m_close : enter ? m_keep : nullptr;
        if (!act) return QObject::eventFilter(watched, event);
        act();  // a copy: it may delete the form
        return true;
    }

private:
    std::function<void()> m_keep;
    std::function<void()> m_close;
};

}  // namespace

void takeFormKeys(QWidget* form, std::function<void()> keep, std::function<void()> close) {
    new FormKeys(form, std::move(keep), std::move(close));
}

}  // namespace icp::ui
