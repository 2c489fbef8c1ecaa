#include "core/analysis/confounders/instead.h"

#include <algorithm>

namespace icp {

bool speaksAgainst(const Confounder& check) {
    return check.strata > 0 &&
           (check.verdict == ConfounderVerdict::Explained || check.verdict == ConfounderVerdict::Reversed);
}

const Confounder* behind(const Findings& findings, const AttributeProfile& driver) {
    const auto names = [&](const Confounder& check) {
        const bool inseparable = check.strata == 0;
        if (check.attribute != driver.name || !(inseparable || speaksAgainst(check))) return false;
        const AttributeProfile* other = findings.find(check.explainedBy);
        if (other == nullptr || !other->isDriver() || other->circular) return false;
        const bool mutual = std::any_of(findings.confounders.begin(), findings.confounders.end(),
                                        [&](const Confounder& back) {
                                            return back.attribute == other->name &&
                                                   back.explainedBy == driver.name && speaksAgainst(back);
                                        });
        return (!inseparable && !mutual) || other->effect > driver.effect;
    };
    const auto check = std::find_if(findings.confounders.begin(), findings.confounders.end(), names);
    return check == findings.confounders.end() ? nullptr : &*check;
}

}  // namespace icp
