#pragma once

#include "core/deck/build.h"

#include <QStringList>

#include <optional>

/// What the findings hold while the profile has no criterion: a slide without a profile still says what was
/// found, and why that makes no criterion of a company.
namespace icp::slide {

struct Found {
    QString headline;   ///< one short sentence: "What goes with winning are attributes of deals."
    QString heading;    ///< of `lines`
    QStringList lines;  ///< what stands out, each with its numbers, at most three; or what was tested
    QString studied;    ///< what was studied, and how it ended: "1,914 of 4,708 closed deals were won: ..."
    QString why;        ///< why there is no criterion
};
/// Nothing when the profile says whom it wants, or nothing was studied.
std::optional<Found> found(const DeckInput& input);

/// The drivers that found() tells of, strongest first, without those behind which another one
/// was found; for pages of their own.
std::vector<const AttributeProfile*> foundInstead(const DeckInput& input);

}  // namespace icp::slide
