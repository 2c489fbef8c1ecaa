#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/rows/bytestream.h"

#include <QString>

#include <string>
#include <string_view>

namespace icp {

/// The encoding of a text file and how much of its beginning is a byte order mark.
struct Encoding {
    QString name;  ///< as QStringConverter knows it: "UTF-8", "UTF-16LE", "windows-1252"
    int markBytes = 0;
    bool mixed = false;     ///< UTF-8, but for some bytes, which are read as Windows-1252
    bool proven = true;     ///< by the whole file, not by its beginning
    double confidence = 1;  ///< 0..1; below 0.8 it is a guess

    bool isUtf8() const { return name == u"UTF-8"; }
};

/// Byte order mark, then strict UTF-8 over the whole file, then the NUL pattern of UTF-16 and UTF-32, then
/// uchardet, with Windows-1252 where that knows nothing. `wanted` overrules all but the mark's length; with
/// `trustStart` a beginning in UTF-8 stands for the whole. `name` is the file's, for sentences. Errors:
/// InputUnusable when the file is no text or `wanted` is unknown, Cancelled. The position of `bytes` changes.
Result<Encoding> detectEncoding(ByteStream& bytes, const QString& name, const QString& wanted,
                                bool trustStart, const Job& job);

/// What a scan of bytes as UTF-8 found.
struct Utf8Check {
    qint64 sequences = 0;  ///< well-formed characters of two bytes and more
    qint64 errors = 0;
    qint64 firstError = -1;
};

Utf8Check checkUtf8(std::string_view bytes);
/// `bytes` with everything that is no UTF-8 read as Windows-1252, so that no byte loses its meaning.
std::string mendedUtf8(std::string_view bytes);

}  // namespace icp
