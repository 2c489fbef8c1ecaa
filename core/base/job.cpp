#include "core/base/job.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>

namespace icp {

struct Job::State {
    std::atomic<bool> cancelled{false};
    Listener listener;
    std::function<bool()> stop;
    std::mutex mutex;
    QString what;
    std::chrono::steady_clock::time_point next;
};

Job::Job() : m_state(std::make_shared<State>()) {}

Job::Job(Listener listener) : Job() { m_state->listener = std::move(listener); }

Job Job::until(std::function<bool()> stop)
{
    Job job;
    job.m_state->stop = std::move(stop);
    return job;
}

void Job::cancel() const { m_state->cancelled.store(true, std::memory_order_relaxed); }

bool Job::cancelled() const
{
    return m_state->cancelled.load(std::memory_order_relaxed) || (m_state->stop && m_state->stop());
}

void Job::report(qint64 done, qint64 total, const QString& what) const
{
    if (!m_state->listener)
        return;
    const double inside = total > 0 ? std::clamp(double(done) / double(total), 0.0, 1.0) : 0.0;
    const Progress progress{m_from + (m_to - m_from) * inside, what, done, total};
    const std::lock_guard lock(m_state->mutex);
    const auto now = std::chrono::steady_clock::now();
    if (what == m_state->what && now < m_state->next && done < total)
        return;
    m_state->what = what;
    m_state->next = now + std::chrono::milliseconds(33);
    m_state->listener(progress);
}

Job Job::part(double from, double to) const
{
    Job job(*this);
    job.m_from = m_from + (m_to - m_from) * from;
    job.m_to = m_from + (m_to - m_from) * to;
    return job;
}

}  // namespace icp
