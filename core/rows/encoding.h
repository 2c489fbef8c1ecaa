#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <QFile>
#include <QString>

#include <string_view>

namespace icp {

/// The encoding of a text file and how much of its beginning is a byte order mark.
struct Encoding {
    QString name;  ///< as QStringConverter knows it: "UTF-8", "UTF-16LE", "windows-1252"
    int markBytes = 0;
    bool damaged = false;  ///< UTF-8, but for a few bytes, which become U+FFFD

    bool isUtf8() const { return name == u"UTF-8"; }
};

/// Byte order mark, then strict UTF-8 over the whole file, then the NUL pattern of UTF-16, then uchardet,
/// with Windows-1252 where that knows nothing. `wanted` overrules all but the mark's length. Errors:
/// InputUnusable when the file is no text or `wanted` is unknown, Cancelled. `file` is open; its position
/// changes.
Result<Encoding> detectEncoding(QFile& file, const QString& wanted, const Job& job);

/// What a scan of bytes as UTF-8 found.
struct Utf8Check {
    qint64 sequences = 0;  ///< well-formed characters of two bytes and more
    qint64 errors = 0;
    qint64 firstError = -1;
};

Utf8Check checkUtf8(std::string_view bytes);

}  // namespace icp
