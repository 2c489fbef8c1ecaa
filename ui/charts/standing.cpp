#include "ui/charts/standing.h"

#include <algorithm>
#include <cmath>

namespace icp::ui {

Standing standing(const Rate& rate, double base) {
    if (rate.n > 0 && rate.low > base) return Standing::Above;
    if (rate.n > 0 && rate.high < base) return Standing::Below;
    return Standing::Unclear;
}

Standing standing(const Level& level, double base) {
    return level.status == LevelStatus::Untested ? Standing::Untested : standing(level.rate, base);
}

QColor standingColour(Standing standing, const Tokens& tokens) {
    switch (standing) {
        case Standing::Above:
            return tokens.best;
        case Standing::Below:
            return tokens.least;
        case Standing::Untested:
            return tokens.hatch;
        case Standing::Unclear:
            break;
    }
    return tokens.rest;
}

QBrush standingBrush(Standing standing, const Tokens& tokens) {
    return QBrush(standingColour(standing, tokens),
                  standing == Standing::Untested ? Qt::BDiagPattern : Qt::SolidPattern);
}

Scale niceScale(double highest, int steps) {
    if (!(highest > 0)) return {};
    const double exact = highest / steps;
    const double power = std::pow(10.0, std::floor(std::log10(exact)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= exact * (1 - 1e-9)) {
            step = factor * power;
            break;
        }
    }
    return {step * std::max(1.0, std::ceil(highest / step - 1e-9)), step};
}

double sharedMaximum(const Findings& findings) {
    double highest = findings.base.high;
    for (const AttributeProfile& attribute : findings.attributes) {
        if (!attribute.leak.isEmpty()) continue;
        for (const Level& level : attribute.levels) {
            if (level.status != LevelStatus::Untested) highest = std::max(highest, level.rate.high);
        }
    }
    return std::clamp(highest, 0.05, 1.0);
}

}  // namespace icp::ui
