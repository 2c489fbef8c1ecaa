#pragma once

#include "core/deck/leftbyfit.h"
#include "ui/models/textrows.h"

namespace icp::ui {

/// Who left, by fit: all, then year by year. Columns: what, ideal, stretch, bad and, where there are any, not
/// judged.
QStringList leftHeader(const LeftByFit& left);
std::vector<TextRows::Row> leftRows(const LeftByFit& left);
QString leftMethod(const LeftByFit& left);

}  // namespace icp::ui
