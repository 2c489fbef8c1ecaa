#pragma once

#include "core/deck/overflow.h"
#include "core/deck/page.h"
#include "core/deck/personatable.h"

namespace icp {

/// The persona matrix. The first page is the slide; more than seven personas continue on further pages, and
/// so do rows that one page has no room for.
std::vector<Draft> personaSlides(const DeckInput& input, const MeasureText& measure, Overflow& overflow);

/// Where consumers are sold to, the first people of the matrix stand inside `area` of the slide of the ICP
/// ...
void addPeople(Page& page, const Box& area, Overflow& overflow);
/// ... and the others, and more of the first ones, on pages of their own; none when there is nothing more.
std::vector<Draft> morePeople(const DeckInput& input, const MeasureText& measure, Overflow& overflow);

}  // namespace icp
