// A criterion is dragged to another place.
#include "ui/models/icpedits.h"
#include "ui/stations/icp/criterialist.h"
#include "ui/stations/icp/sectionbox.h"
#include "ui/theme/tokens.h"

#include <algorithm>

namespace icp::ui {

/// Above every card, and below the last of a section (or below an empty section's head).
std::vector<DropPlace::Gap> CriteriaList::gapsFor(const QString& id) {
    std::vector<DropPlace::Gap> gaps;
    for (SectionBox* box : m_sections) {
        const QPoint corner = box->mapTo(this, QPoint(0, 0));
        int place = 0;
        int below = corner.y() + px(32);
        for (const std::size_t i : criteriaOf(m_icp, box->section())) {
            CriterionCard* card = m_cards.value(m_icp.criteria[i].id);
            const int top = card->mapTo(this, QPoint(0, 0)).y();
            if (card->id() == id) {
                below = top + card->height() / 2;
                continue;
            }
            gaps.push_back(
                {box->section(), place, corner.x(), box->width(), place == 0 ? std::min(top, below) : top});
            ++place;
            below = top + card->height();
            for (QWidget* row : counterRows(m_icp.criteria[i]))
                below = row->mapTo(this, QPoint(0, row->height())).y();
        }
        gaps.push_back({box->section(), place, corner.x(), box->width(), below});
    }
    return gaps;
}

void CriteriaList::drag(const QString& id, const QPoint& global) {
    m_dropPlace->showNearest(gapsFor(id), mapFromGlobal(global));
    Q_EMIT needsVisible(m_dropPlace);
}

void CriteriaList::drop(const QString& id) {
    const auto taken = m_dropPlace->take();
    if (!taken) return;
    Icp icp = m_icp;
    moveTo(icp, id, taken->first, taken->second);
    const bool same = std::equal(
        icp.criteria.begin(), icp.criteria.end(), m_icp.criteria.begin(), m_icp.criteria.end(),
        [](const Criterion& a, const Criterion& b) { return a.id == b.id && a.section == b.section; });
    if (same) return;
    change(icp, tr("Move a criterion"));
    reveal(id);
}

}  // namespace icp::ui
