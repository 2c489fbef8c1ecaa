#pragma once

#include "core/rows/rowsource.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace icp {

/// Rows of a database, see SqlReader; ReadOptions::sheet is what it calls `wanted`. Reads one batch ahead on
/// a thread of its own, since Qt's connections must not change theirs.
class SqlSource : public RowSource {
public:
    static Result<std::unique_ptr<RowSource>> open(const QString& path, const ReadOptions& options,
                                                   const Job& job);
    ~SqlSource() override;

    ReadInfo info() const override { return m_info; }
    qint64 totalBytes() const override { return 0; }
    Result<bool> next(RowBatch& batch, const Job& job) override;
    void split(RowBatch&) const override {}

private:
    SqlSource() = default;
    void readAll(const QString& path, const QString& wanted);
    /// Hands over to the consumer; false when it is gone.
    bool offer(Result<std::optional<RowBatch>> batch);

    ReadInfo m_info;
    std::mutex m_access;
    std::condition_variable m_changed;
    std::optional<Result<std::optional<RowBatch>>> m_offered;  ///< no batch = the end
    bool m_opened = false;
    bool m_ended = false;
    bool m_gone = false;
    std::thread m_thread;
};

}  // namespace icp
