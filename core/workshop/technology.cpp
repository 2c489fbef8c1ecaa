#include "core/workshop/technology.h"

#include <QCoreApplication>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Technology)
};

}  // namespace

TechnologyReason reasonOf(const Criterion& criterion) {
    const bool excludes =
        criterion.importance == Importance::Exclude || criterion.section == Section::Exclusions;
    if (!excludes && criterion.section != Section::Technology && criterion.section != Section::StretchLimits)
        return TechnologyReason::None;
    if (criterion.reason == TechnologyReason::Include || criterion.reason == TechnologyReason::Exclude)
        return excludes ? TechnologyReason::Exclude : TechnologyReason::Include;
    return criterion.reason;
}

QString reasonWords(TechnologyReason reason) {
    switch (reason) {
        case TechnologyReason::None:
            break;
        case TechnologyReason::Include:
            return Words::tr("speaks for a fit");
        case TechnologyReason::Exclude:
            return Words::tr("rules a company out");
        case TechnologyReason::Integration:
            return Words::tr("we have an integration");
        case TechnologyReason::Overlap:
            return Words::tr("overlaps with what we sell");
        case TechnologyReason::Budget:
            return Words::tr("signals budget");
        case TechnologyReason::EarlyAdopter:
            return Words::tr("adopts early");
        case TechnologyReason::LateAdopter:
            return Words::tr("adopts late");
    }
    return {};
}

}  // namespace icp
