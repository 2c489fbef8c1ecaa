#pragma once

#include "core/deck/overflow.h"
#include "core/deck/page.h"

namespace icp {

/// The persona matrix. The first page is the slide; more than seven personas continue on further pages.
std::vector<Draft> personaSlides(const DeckInput& input, const MeasureText& measure, Overflow& overflow);

/// Where consumers are sold to, the first people of the matrix stand inside `area` of the slide of the ICP
/// ...
void addPeople(Page& page, const Box& area, Overflow& overflow);
/// ... and the others on pages of their own; none when there are no others.
std::vector<Draft> morePeople(const DeckInput& input, const MeasureText& measure, Overflow& overflow);

/// What is written of the personas beside what the matrix shows, for the appendix; none when nothing is.
std::vector<Draft> personaDetails(const DeckInput& input, const MeasureText& measure);

/// Role and field names as people read them.
QString roleTitle(BuyingRole role);
QString fieldTitle(PersonaField field);

}  // namespace icp
