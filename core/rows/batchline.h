#pragma once

#include "core/base/job.h"
#include "core/base/parallel.h"
#include "core/rows/rowsource.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace icp {

/// Sends all batches of a source through `work` on several threads and through `commit` one by one in the
/// order of the file, with RowBatch::firstLine set. No more batches wait than there are threads. `ready`
/// holds the first batches when they were fetched before, already split. Errors: those of the source, of
/// `commit`, and Cancelled.
///
///     Output work(const RowBatch&, std::size_t index);
///     std::optional<Error> commit(const RowBatch&, Output&&);
template <class Work, class Commit>
std::optional<Error> forEachBatch(RowSource& source, std::vector<RowBatch> ready, unsigned threads,
                                  const Job& job, Work work, Commit commit) {
    std::mutex fetching;
    std::size_t fetched = 0;
    bool drained = false;

    std::mutex committing;
    std::condition_variable turn;
    std::size_t committed = 0;
    qint64 lines = 0;
    std::optional<Error> error;

    // An error of the source takes its turn as well, so that the first one in the file is the one told.
    const auto stopWith = [&](std::size_t index, const Error& why) {
        std::unique_lock lock(committing);
        turn.wait(lock, [&] { return committed == index || error; });
        if (!error) error = why;
        turn.notify_all();
    };
    const auto worker = [&](std::size_t) {
        for (RowBatch batch;;) {
            std::size_t index = 0;
            std::optional<Error> failure;
            {
                const std::lock_guard lock(fetching);
                if (drained) return;
                index = fetched++;
                if (index < ready.size()) {
                    batch = std::move(ready[index]);
                } else {
                    const Result<bool> more = source.next(batch, job);
                    drained = !more || !*more;
                    if (!more)
                        failure = more.error();
                    else if (drained)
                        return;
                }
            }
            if (failure) return stopWith(index, *failure);
            if (index >= ready.size()) source.split(batch);
            auto output = work(std::as_const(batch), index);
            std::unique_lock lock(committing);
            turn.wait(lock, [&] { return committed == index || error; });
            if (error) return;
            batch.firstLine = lines + 1;
            lines += batch.lineCount;
            error = commit(std::as_const(batch), std::move(output));
            ++committed;
            turn.notify_all();
            if (error) return;
        }
    };
    const unsigned workers = threads == 0 ? coreCount() : threads;
    parallelFor(workers, workers, worker);
    return error;
}

}  // namespace icp
