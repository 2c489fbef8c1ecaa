#include "ui/widgets/sidebyside.h"

#include <algorithm>

namespace icp::ui {

bool SideBySide::fits(int width) const {
    int widest = 0;
    for (int i = 0; i < count(); ++i) widest = std::max(widest, itemAt(i)->minimumSize().width());
    return count() * widest + (count() - 1) * spacing() <= width;
}

QSize SideBySide::minimumSize() const {
    QSize size;
    for (int i = 0; i < count(); ++i) size = size.expandedTo(itemAt(i)->minimumSize());
    return size;
}

int SideBySide::heightForWidth(int width) const {
    const bool beside = fits(width);
    const int share = beside ? (width - (count() - 1) * spacing()) / std::max(1, count()) : width;
    int all = (count() - 1) * spacing();
    int highest = 0;
    for (int i = 0; i < count(); ++i) {
        QLayoutItem* item = itemAt(i);
        const int height =
            item->hasHeightForWidth() ? item->heightForWidth(share) : item->sizeHint().height();
        all += height;
        highest = std::max(highest, height);
    }
    return beside ? highest : all;
}

void SideBySide::setGeometry(const QRect& place) {
    const Direction wanted = fits(place.width()) ? LeftToRight : TopToBottom;
    if (wanted != direction()) setDirection(wanted);
    QBoxLayout::setGeometry(place);
}

}  // namespace icp::ui
