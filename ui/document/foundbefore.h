#pragma once

#include "core/analysis/findings.h"

#include <list>
#include <memory>

namespace icp::ui {

/// The whole findings of the questions asked last, so that going back to one of them needs no new search.
class FoundBefore {
public:
    void keep(const std::shared_ptr<const Dataset>& dataset, const Study& asked, const Findings& findings);
    /// nullptr when this was not asked lately of just these data.
    const Findings* find(const std::shared_ptr<const Dataset>& dataset, const Study& asked);
    void forget() { m_kept.clear(); }

private:
    struct Kept {
        std::shared_ptr<const Dataset> dataset;
        Study asked;
        Findings findings;
    };
    std::list<Kept>::iterator placeOf(const std::shared_ptr<const Dataset>& dataset, const Study& asked);

    std::list<Kept> m_kept;  // what was asked last first
};

}  // namespace icp::ui
