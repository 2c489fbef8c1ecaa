#pragma once

#include "core/base/result.h"

#include <QString>

#include <algorithm>
#include <memory>

namespace icp {

/// The bytes of a file or of what is packed in it, from the beginning to the end. Not for two threads at
/// once.
class ByteStream {
public:
    virtual ~ByteStream() = default;

    /// Up to `most` bytes; fewer only at the end. -1 when reading failed, with error() saying why.
    virtual qint64 read(char* to, qint64 most) = 0;
    virtual bool rewind() = 0;
    /// About how many bytes are still to come, rather too many than too few: for the size of buffers.
    virtual qint64 left() const = 0;
    /// How far reading is within the file on disk, and how large that is.
    virtual qint64 position() const = 0;
    virtual qint64 size() const = 0;
    virtual QString error() const = 0;
};

/// Errors: InputUnusable when the file cannot be opened.
Result<std::unique_ptr<ByteStream>> openPlain(const QString& path);
/// A gzip file of one or more members. What grows to more than 200 times its size and beyond 512 MB is
/// refused while it is read.
Result<std::unique_ptr<ByteStream>> openGzip(const QString& path);
/// One entry of a ZIP archive, with the same limit.
Result<std::unique_ptr<ByteStream>> openZipEntry(const QString& path, const QString& entry);

/// How much to read at once when a buffer of `most` bytes is the largest that is worth it: a small file needs
/// less. One byte more than is left, so that the end shows.
inline qint64 bufferFor(const ByteStream& stream, qint64 most) {
    return std::clamp<qint64>(stream.left() + 1, 1, most);
}

}  // namespace icp
