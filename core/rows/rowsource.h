#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/rows/rowbatch.h"

#include <memory>

namespace icp {

/// A file opened for reading rows; one implementation per format. `next` is called under a lock and only
/// fetches; `split` does the work that needs no order, and may run on many threads at once.
class RowSource {
public:
    virtual ~RowSource() = default;

    virtual ReadInfo info() const = 0;
    /// For progress: what RowBatch::doneBytes counts up to.
    virtual qint64 totalBytes() const = 0;
    /// Fetches the next batch; false when there is none.
    virtual Result<bool> next(RowBatch& batch, const Job& job) = 0;
    /// Fills what `next` has left open.
    virtual void split(RowBatch& batch) const = 0;
};

/// Opens `path` by its first bytes. Errors: InputUnusable with a sentence that names the file, Cancelled.
Result<std::unique_ptr<RowSource>> openRows(const QString& path, const ReadOptions& options, const Job& job);

/// The Error for a batch whose `stop` is set; firstLine must be known.
Error stopError(const RowBatch& batch, const QString& path);

}  // namespace icp
