#pragma once

#include "core/base/result.h"
#include "core/table/table.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace icp {

/// SHA-256 of a file's bytes; `stopped` is asked after every megabyte. Errors: InputUnusable, Cancelled.
Result<QByteArray> digestOf(const QString& path, const std::function<bool()>& stopped);

/// The same over the cells of a table, for what comes from a database server and has no bytes of its own.
QByteArray digestOf(const Table& table);

/// What identifies a set of files in print: the first 16 hex digits of the SHA-256 over their digests, in
/// order.
QString fingerprintOf(const std::vector<QByteArray>& digests);

}  // namespace icp
