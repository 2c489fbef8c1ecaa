#pragma once

#include "core/deck/slide.h"

#include <QStringList>

namespace icp::test {

/// Every line of every text block and table cell, in painting order.
QStringList slideLines(const Slide& slide);
/// All lines with a space between them.
QString slideText(const Slide& slide);
/// The same without any space: for texts that were broken over lines.
QString slideLetters(const Slide& slide);

}  // namespace icp::test
