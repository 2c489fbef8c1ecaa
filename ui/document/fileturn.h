#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

namespace icp::ui {

/// Whose turn it is to use a file. Who keeps it for long gives way to others in between; they come first
/// then, which a mutex alone does not promise.
class FileTurn {
public:
    using Lock = std::unique_lock<std::mutex>;

    Lock take() {
        ++m_waiting;
        Lock lock(m_mutex);
        --m_waiting;
        return lock;
    }
    bool wanted() const { return m_waiting > 0; }
    /// Returns when nobody waits any more and the turn is the caller's again.
    void giveWay(Lock& lock) {
        lock.unlock();
        while (wanted()) std::this_thread::sleep_for(std::chrono::microseconds(100));
        lock.lock();
    }

private:
    std::mutex m_mutex;
    std::atomic<int> m_waiting = 0;
};

}  // namespace icp::ui
