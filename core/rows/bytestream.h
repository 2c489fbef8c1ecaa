#pragma once

#include "core/base/result.h"

#include <QString>

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

}  // namespace icp
