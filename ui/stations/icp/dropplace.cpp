#include "ui/stations/icp/dropplace.h"

#include "ui/theme/tokens.h"

#include <algorithm>
#include <utility>

namespace icp::ui {

DropPlace::DropPlace(QWidget* parent) : QWidget(parent) {
    hide();
    setAutoFillBackground(true);
}

void DropPlace::showNearest(const std::vector<Gap>& gaps, QPoint at) {
    const auto distance = [&](const Gap& gap) {
        const int sideways =
            at.x() < gap.left ? gap.left - at.x() : std::max(0, at.x() - gap.left - gap.width);
        return std::abs(gap.y - at.y()) + sideways;
    };
    const auto nearest = std::min_element(
        gaps.begin(), gaps.end(), [&](const Gap& a, const Gap& b) { return distance(a) < distance(b); });
    if (nearest == gaps.end()) return;
    m_place = {nearest->section, nearest->place};
    QPalette colours = palette();
    colours.setColor(QPalette::Window, Tokens::of(parentWidget()).focus);
    setPalette(colours);
    setGeometry(nearest->left, nearest->y - px(2), nearest->width, px(3));
    raise();
    show();
}

std::optional<std::pair<Section, int>> DropPlace::take() {
    hide();
    return std::exchange(m_place, std::nullopt);
}

}  // namespace icp::ui
