#pragma once

#include "core/deck/slide.h"

/// Colours of the slides: the light tokens of the program's style.
namespace icp::slide {

inline constexpr Rgb ink = 0x14212B;
inline constexpr Rgb ink2 = 0x42525E;
inline constexpr Rgb ink3 = 0x5A6A76;
inline constexpr Rgb surface = 0xFFFFFF;
inline constexpr Rgb surface2 = 0xF7F9FA;
inline constexpr Rgb rule = 0xDBE1E6;
inline constexpr Rgb grid = 0xE4E9ED;
inline constexpr Rgb primary = 0x12466E;
inline constexpr Rgb best = 0x0B6299;
inline constexpr Rgb bestSoft = 0xD3E6F2;
inline constexpr Rgb bestInk = 0x0A527C;
inline constexpr Rgb stretch = 0x4B9CCB;
inline constexpr Rgb stretchSoft = 0xF0F7FB;
inline constexpr Rgb least = 0xD8660F;
inline constexpr Rgb leastSoft = 0xFDF0E8;
inline constexpr Rgb leastInk = 0x7F3304;
inline constexpr Rgb doubt = 0xA04000;  ///< the part of a title that warns
inline constexpr Rgb rest = 0x8594A1;
inline constexpr Rgb restSoft = 0xE7ECEF;
inline constexpr Rgb hatch = 0x7E8D99;
inline constexpr Rgb missing = 0xFFF8EC;
inline constexpr Rgb missingInk = 0x6E4400;
inline constexpr Rgb message = 0xEAF2FB;

}  // namespace icp::slide
