#include "core/rows/sql/sqlsource.h"

#include "core/rows/sql/sqlreader.h"

#include <QCoreApplication>

#include <chrono>

namespace icp {

Result<std::unique_ptr<RowSource>> SqlSource::open(const QString& path, const ReadOptions& options,
                                                   const Job& job) {
    std::unique_ptr<SqlSource> source(new SqlSource);
    source->m_thread =
        std::thread([source = source.get(), path, wanted = options.sheet] { source->readAll(path, wanted); });
    std::unique_lock lock(source->m_access);
    while (!source->m_opened && !source->m_offered) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled,
                        QCoreApplication::translate("icp::SqlSource", "Reading was cancelled."));
        source->m_changed.wait_for(lock, std::chrono::milliseconds(50));
    }
    if (!source->m_opened) return fail(source->m_offered->error());
    lock.unlock();
    return source;
}

SqlSource::~SqlSource() {
    {
        const std::lock_guard lock(m_access);
        m_gone = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

bool SqlSource::offer(Result<std::optional<RowBatch>> batch) {
    std::unique_lock lock(m_access);
    m_changed.wait(lock, [this] { return !m_offered || m_gone; });
    if (m_gone) return false;
    m_offered = std::move(batch);
    m_changed.notify_all();
    return true;
}

void SqlSource::readAll(const QString& path, const QString& wanted) {
    SqlReader reader;
    if (const Result<void> opened = reader.open(path, wanted); !opened) {
        offer(fail(opened.error()));
        return;
    }
    {
        const std::lock_guard lock(m_access);
        m_info = reader.info();
        m_opened = true;
    }
    m_changed.notify_all();
    for (;;) {
        RowBatch batch;
        const Result<bool> more = reader.next(batch);
        if (!more) {
            offer(fail(more.error()));
            return;
        }
        if (!offer(*more ? std::optional(std::move(batch)) : std::nullopt) || !*more) return;
    }
}

Result<bool> SqlSource::next(RowBatch& batch, const Job& job) {
    batch.clear();
    std::unique_lock lock(m_access);
    while (!m_offered && !m_ended) {
        if (job.cancelled())
            return fail(ErrorCode::Cancelled,
                        QCoreApplication::translate("icp::SqlSource", "Reading was cancelled."));
        m_changed.wait_for(lock, std::chrono::milliseconds(50));
    }
    if (m_ended) return false;
    Result<std::optional<RowBatch>> offered = std::move(*m_offered);
    m_offered.reset();
    m_ended = !offered || !*offered;
    m_changed.notify_all();
    if (!offered) return fail(offered.error());
    if (!*offered) return false;
    batch = std::move(**offered);
    return true;
}

}  // namespace icp
