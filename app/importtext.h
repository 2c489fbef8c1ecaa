#pragma once

#include "core/deck/importnews.h"

#include <QStringList>

namespace icp::text {

/// An import as lines to read on a terminal: how many rows, which of them found no account and why, what is
/// new since the last import, what is not certain. Formats follow no locale, so that output can be compared.
QStringList imported(const Dataset& dataset, const ImportNews& news);

}  // namespace icp::text
