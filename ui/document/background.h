#pragma once

#include "core/base/job.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace icp::ui {

/// One kind of background work, of which the newest request wins: starting again cancels the older one, and
/// what that one still delivers is dropped. Everything is delivered on this object's thread, by the event
/// loop.
class Background : public QObject {
    Q_OBJECT
public:
    using Delivery = std::function<void()>;
    using Deliver = std::function<void(Delivery)>;
    /// Runs on a thread of its own; asks the job whether to stop; hands results over with `deliver`.
    using Work = std::function<void(const Job& job, const Deliver& deliver)>;

    explicit Background(QObject* parent = nullptr);
    ~Background() override;  ///< cancels and waits

    void start(Work work);
    void cancel();
    bool busy() const { return m_busy; }
    /// Until nothing runs; its deliveries are made before it returns. Runs no other events.
    void wait();

Q_SIGNALS:
    void started();
    void progressed(const icp::Job::Progress& progress);
    void finished();  ///< done or cancelled

private:
    struct Runner {
        std::thread thread;
        std::shared_ptr<std::atomic<bool>> done;
    };
    void deliver(quint64 request, Delivery delivery);
    void joinFinished();

    std::vector<Runner> m_runners;
    Job m_job;
    quint64 m_request = 0;
    bool m_busy = false;
};

}  // namespace icp::ui
