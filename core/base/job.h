#pragma once

#include <QString>

#include <cstdint>
#include <functional>
#include <memory>

namespace icp {

/// The handle of a piece of work that may take longer than 100 ms: the worker asks it whether to stop and tells
/// it how far it is; the caller keeps a copy to cancel. Copies share one state. Safe from any thread.
///
/// Workers ask `cancelled()` at least every 20 ms and then return an Error with ErrorCode::Cancelled, leaving
/// nothing half done.
class Job {
public:
    struct Progress {
        double fraction = 0;  ///< 0 to 1 of the whole job
        QString what;         ///< what is being done, in the user's words
        qint64 done = 0;      ///< units done of `what`, e.g. rows
        qint64 total = 0;     ///< 0 = not known
    };
    using Listener = std::function<void(const Progress&)>;

    /// Nobody listens and nobody cancels.
    Job();
    /// `listener` is called on the worker's thread, at most about 30 times a second and once at every new `what`.
    explicit Job(Listener listener);

    /// Nobody listens; besides cancel(), `stop` is asked whenever a worker asks, from the worker's thread: for
    /// limits of the caller's own.
    static Job until(std::function<bool()> stop);

    void cancel() const;
    bool cancelled() const;

    void report(qint64 done, qint64 total, const QString& what) const;

    /// The same job seen by a worker that does only a part of it: its 0..1 is mapped into [from, to].
    Job part(double from, double to) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
    double m_from = 0;
    double m_to = 1;
};

/// Asks a job now and then on behalf of a long loop whose steps are short: once in 1,024 of them, and no more
/// once the answer was yes.
class Steps {
public:
    explicit Steps(const Job& job) : m_job(job) {}
    /// To be called once a step.
    bool cancelled() {
        if (!m_cancelled && m_step++ % 1024 == 0) m_cancelled = m_job.cancelled();
        return m_cancelled;
    }

private:
    const Job m_job;
    std::uint32_t m_step = 0;
    bool m_cancelled = false;
};

}  // namespace icp
