#pragma once

#include <QPushButton>

namespace icp::ui {

/// A group of attributes below the list: its name, how many it has, and whether it is open.
class FoldButton : public QPushButton {
    Q_OBJECT
public:
    explicit FoldButton(QWidget* parent = nullptr);

    void show(const QString& name, int count, bool open);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_count = 0;
    bool m_open = false;
};

}  // namespace icp::ui
