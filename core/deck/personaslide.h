#pragma once

#include "core/deck/overflow.h"

namespace icp {

/// The persona matrix. The first page is the slide; more than seven personas continue on further pages.
std::vector<Draft> personaSlides(const DeckInput& input, const MeasureText& measure, Overflow& overflow);

/// What is written of the personas beside what the matrix shows, for the appendix; none when nothing is.
std::vector<Draft> personaDetails(const DeckInput& input, const MeasureText& measure);

/// Role and field names as people read them.
QString roleTitle(BuyingRole role);
QString fieldTitle(PersonaField field);

}  // namespace icp
