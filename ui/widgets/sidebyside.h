#pragma once

#include <QBoxLayout>

namespace icp::ui {

/// Beside each other where there is room for all of them, else below each other: never wider than it is
/// given.
class SideBySide : public QBoxLayout {
public:
    SideBySide() : QBoxLayout(LeftToRight) {}

    QSize minimumSize() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    int minimumHeightForWidth(int width) const override { return heightForWidth(width); }
    void setGeometry(const QRect& place) override;

private:
    bool fits(int width) const;
};

}  // namespace icp::ui
