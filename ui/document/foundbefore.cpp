#include "ui/document/foundbefore.h"

#include <algorithm>

namespace icp::ui {

namespace {
constexpr std::size_t most = 12;
}

std::list<FoundBefore::Kept>::iterator FoundBefore::placeOf(const std::shared_ptr<const Dataset>& dataset,
                                                            const Study& asked) {
    return std::find_if(m_kept.begin(), m_kept.end(),
                        [&](const Kept& kept) { return kept.dataset == dataset && kept.asked == asked; });
}

void FoundBefore::keep(const std::shared_ptr<const Dataset>& dataset, const Study& asked,
                       const Findings& findings) {
    // Older data do not come back; they would only be kept from being freed.
    m_kept.remove_if([&](const Kept& kept) { return kept.dataset != dataset || kept.asked == asked; });
    m_kept.push_front({dataset, asked, findings});
    if (m_kept.size() > most) m_kept.pop_back();
}

const Findings* FoundBefore::find(const std::shared_ptr<const Dataset>& dataset, const Study& asked) {
    const auto place = placeOf(dataset, asked);
    if (place == m_kept.end()) return nullptr;
    m_kept.splice(m_kept.begin(), m_kept, place);
    return &m_kept.front().findings;
}

}  // namespace icp::ui
