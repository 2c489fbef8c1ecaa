#pragma once

#include "core/deck/importnews.h"

#include <QStringList>

namespace icp::text {

/// An import as lines to read on a terminal: how many rows, which of them found no account and why, what is
/// new since the last import, what is not certain. Formats follow no locale, so that output can be compared.
QStringList imported(const Dataset& dataset, const ImportNews& news);

/// Of every column that was to be read as a type: how many of its cells cannot be, and the first of them.
QStringList unread(const Dataset& dataset);

/// What nobody should have to look up in import.json: files that were not used, unread(), dates whose
/// order is a guess, and rows that were kept although they look wrong, per file with the first of them.
QStringList doubts(const Dataset& dataset);

}  // namespace icp::text
