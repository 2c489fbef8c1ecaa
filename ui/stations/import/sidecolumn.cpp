#include "ui/stations/import/sidecolumn.h"

#include "ui/theme/tokens.h"

#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace icp::ui {

namespace {
constexpr int usualWidth = 338;
constexpr int besideBar = 6;  // between the cards and the scroll bar
}  // namespace

SideColumn::SideColumn(const QList<QWidget*>& cards, QWidget* parent) : QScrollArea(parent) {
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    for (QWidget* card : cards) column->addWidget(card);
    column->addStretch(1);
    setWidget(inside);
    setWidgetResizable(true);
    setFixedWidth(px(usualWidth));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    inside->installEventFilter(this);
    verticalScrollBar()->installEventFilter(this);
}

bool SideColumn::eventFilter(QObject* watched, QEvent* event) {
    const bool inside = watched == widget() && event->type() == QEvent::LayoutRequest;
    const bool bar =
        watched == verticalScrollBar() && (event->type() == QEvent::Show || event->type() == QEvent::Hide);
    if (inside || bar) QMetaObject::invokeMethod(this, &SideColumn::fit, Qt::QueuedConnection);
    return QScrollArea::eventFilter(watched, event);
}

void SideColumn::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fit();
}

void SideColumn::fit() {
    const QScrollBar* bar = verticalScrollBar();
    const int beside = bar->isVisibleTo(this) ? bar->sizeHint().width() + px(besideBar) : 0;
    setViewportMargins(0, 0, beside > 0 ? px(besideBar) : 0, 0);
    setFixedWidth(qMax(px(usualWidth), widget()->minimumSizeHint().width()) + beside);
}

}  // namespace icp::ui
