#pragma once

#include <QScrollArea>

namespace icp::ui {

/// Cards one below the other, scrolling when there is no room for all. As wide as the style says, and wider
/// where long words or the scroll bar need it, so that nothing of a card is cut off.
class SideColumn : public QScrollArea {
    Q_OBJECT
public:
    explicit SideColumn(const QList<QWidget*>& cards, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
};

}  // namespace icp::ui
