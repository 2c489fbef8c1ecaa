#include "ui/models/slidelist.h"

namespace icp::ui {

void SlideList::setSlides(std::vector<Slide> slides) {
    if (slides.size() == m_slides.size()) {
        m_slides = std::move(slides);
        if (!m_slides.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_slides = std::move(slides);
    endResetModel();
}

int SlideList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_slides.size());
}

QVariant SlideList::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Slide& slide = m_slides[std::size_t(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return slide.title;
        case Qt::AccessibleTextRole:
            return tr("Slide %1: %2").arg(slide.mark, slide.title);
        case MarkRole:
            return slide.mark;
        default:
            return {};
    }
}

}  // namespace icp::ui
