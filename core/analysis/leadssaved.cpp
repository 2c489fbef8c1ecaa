#include "core/analysis/leadssaved.h"

#include "core/analysis/frame.h"

namespace icp {

LeadsSaved leadsSaved(const Dataset& dataset, const Study& study, const std::vector<Condition>& excluded) {
    return leadsSaved(dataset, frameOf(dataset, normalised(study)), excluded);
}

LeadsSaved leadsSaved(const Dataset& dataset, const Frame& frame, const std::vector<Condition>& excluded) {
    Bitmap rows(dataset.of(frame.entity).rows());
    Bitmap deals(dataset.deals.rows());
    for (const Condition& condition : excluded) {
        rows |= evaluate(condition, dataset, frame.entity).yes;
        deals |= evaluate(condition, dataset, Entity::Deal).yes;
    }
    LeadsSaved result;
    result.tries = qint64(frame.size());
    result.wins = frame.positives;
    for (std::size_t unit = 0; unit < frame.size(); ++unit)
        if (rows.test(frame.rows[unit])) {
            ++result.saved;
            result.winsLost += frame.positive[unit];
        }
    for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal)
        if (dataset.dealState[deal] == DealState::Open) {
            ++result.open;
            result.openSaved += deals.test(deal) ? 1 : 0;
        }
    return result;
}

}  // namespace icp
