#pragma once

#include "core/analysis/rate.h"

#include <QStringList>

namespace icp::text {

/// "12 of 40 (30%, range 18% to 45%)".
QString rateText(const Rate& rate);
QString percent(double share);

/// A heading with its lines below, after an empty line; nothing without lines.
void addPart(QStringList& to, const QString& heading, const QStringList& lines);

}  // namespace icp::text
