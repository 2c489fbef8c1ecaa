#include "ui/widgets/scroll.h"

#include <QEvent>
#include <QLayout>
#include <QScrollArea>

namespace icp::ui {

namespace {

/// Layouts ask what lies in them for a least height without saying at which width: texts that wrap are cut.
class LeastHeight : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) {
            auto* widget = static_cast<QWidget*>(watched);
            if (widget->layout() != nullptr && widget->layout()->hasHeightForWidth())
                widget->setMinimumHeight(widget->layout()->totalHeightForWidth(widget->width()));
        }
        return false;
    }
};

}  // namespace

QScrollArea* scrolled(QWidget* page) {
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(page);
    page->setAutoFillBackground(false);
    page->installEventFilter(new LeastHeight(page));
    return area;
}

}  // namespace icp::ui
