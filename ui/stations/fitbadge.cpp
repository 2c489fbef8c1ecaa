#include "ui/stations/fitbadge.h"

#include "ui/models/fitlist.h"
#include "ui/widgets/controls.h"

#include <QCoreApplication>

namespace icp::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::ui::FitBadge)
};

}  // namespace

void showFit(Badge& badge, Fit fit, bool tier) {
    const bool tiered = tier && (fit == Fit::Ideal || fit == Fit::Stretch);
    badge.setText(tiered ? Words::tr("%1, tier %2", "a fit").arg(fitTitle(fit)).arg(fit == Fit::Ideal ? 1 : 2)
                         : fitTitle(fit));
    badge.setTone(fit == Fit::Ideal     ? Badge::Tone::Ok
                  : fit == Fit::Stretch ? Badge::Tone::Info
                  : fit == Fit::Bad     ? Badge::Tone::Error
                                        : Badge::Tone::Grey);
}

}  // namespace icp::ui
