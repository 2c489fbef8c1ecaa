#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QTextStream>
#include <QTimer>

#include <ctime>
#include <functional>

namespace icp::bench {

inline constexpr double frame = 16;
inline constexpr int patience = 10 * 60 * 1000;

inline QTextStream& out() {
    static QTextStream stream(stdout);
    return stream;
}

inline void print(const QString& what, double ms) {
    out() << what.leftJustified(58) << QString::number(ms, 'f', 1).rightJustified(9) << " ms"
          << QString::number(ms / frame, 'f', 2).rightJustified(9) << " frames" << Qt::endl;
}

/// Processor time this thread has used, in ms: what the window did itself, however busy the machine is.
inline double ownTime() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// A timer of 1 ms that remembers the longest time between two of its ticks.
class Watch : public QObject {
public:
    Watch() {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = qMax(m_longest, double(m_since.nsecsElapsed()) / 1e6);
            m_work = qMax(m_work, ownTime() - m_before);
            m_since.start();
            m_before = ownTime();
        });
    }

    /// Runs the event loop until `done` says so; the longest stall in ms, -1 when it never came to an end.
    double runUntil(const std::function<bool()>& done) {
        m_longest = 0;
        m_work = 0;
        m_before = ownTime();
        QElapsedTimer total;
        total.start();
        m_since.start();
        m_timer.start();
        while (!done() && total.elapsed() < patience)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        m_timer.stop();
        m_took = double(total.elapsed());
        return done() ? m_longest : -1;
    }
    double took() const { return m_took; }
    double work() const { return m_work; }  ///< the longest own work between two ticks

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
    double m_took = 0;
    double m_work = 0;
    double m_before = 0;
};

}  // namespace icp::bench
