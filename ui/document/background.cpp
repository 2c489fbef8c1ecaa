#include "ui/document/background.h"

#include <QCoreApplication>
#include <QEvent>

namespace icp::ui {

Background::Background(QObject* parent) : QObject(parent) {}

Background::~Background() {
    m_job.cancel();
    for (Runner& runner : m_runners) runner.thread.join();
}

void Background::start(Work work) {
    m_job.cancel();
    joinFinished();
    const quint64 request = ++m_request;
    m_job = Job([this, request](const Job::Progress& progress) {
        deliver(request, [this, progress] { Q_EMIT progressed(progress); });
    });
    const bool wasBusy = std::exchange(m_busy, true);
    auto done = std::make_shared<std::atomic<bool>>(false);
    std::thread thread([this, request, done, job = m_job, work = std::move(work)] {
        work(job, [this, request](Delivery delivery) { deliver(request, std::move(delivery)); });
        deliver(request, [this] {
            m_busy = false;
            Q_EMIT finished();
        });
        *done = true;
    });
    m_runners.push_back({std::move(thread), std::move(done)});
    if (!wasBusy) Q_EMIT started();
}

void Background::cancel() {
    m_job.cancel();
    ++m_request;
    if (std::exchange(m_busy, false)) Q_EMIT finished();
}

void Background::wait() {
    while (m_busy) {
        for (Runner& runner : m_runners) runner.thread.join();
        m_runners.clear();
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    }
}

// The event is posted to this object and dies with it; the destructor joins every thread before that.
void Background::deliver(quint64 request, Delivery delivery) {
    QMetaObject::invokeMethod(
        this,
        [this, request, delivery = std::move(delivery)] {
            if (request == m_request) delivery();
        },
        Qt::QueuedConnection);
}

void Background::joinFinished() {
    std::erase_if(m_runners, [](Runner& runner) {
        if (!*runner.done) return false;
        runner.thread.join();
        return true;
    });
}

}  // namespace icp::ui
