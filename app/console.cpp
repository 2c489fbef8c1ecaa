#include "app/console.h"

#include <QCoreApplication>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>
#include <unistd.h>

namespace icp {

namespace {

// The only thing a signal handler can reach; set while a ConsoleJob lives.
const Job* interruptible = nullptr;

void onInterrupt(int) {
    if (interruptible != nullptr) interruptible->cancel();
}

class Bar {
public:
    Bar() : m_terminal(isatty(STDERR_FILENO) != 0) {}
    ~Bar() { clear(); }

    void show(const Job::Progress& progress) {
        if (m_terminal) {
            constexpr int width = 30;
            const int full = std::clamp(int(progress.fraction * width), 0, width);
            std::fprintf(stderr, "\r\033[K[%s%s] %s", std::string(std::size_t(full), '#').c_str(),
                         std::string(std::size_t(width - full), '.').c_str(), qUtf8Printable(progress.what));
            m_drawn = true;
        } else if (progress.what != m_what) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(progress.what));
        }
        m_what = progress.what;
        std::fflush(stderr);
    }

private:
    void clear() const {
        if (m_drawn) std::fputs("\r\033[K", stderr);
    }

    bool m_terminal;
    bool m_drawn = false;
    QString m_what;
};

}  // namespace

void say(const QString& line) {
    std::fprintf(stderr, "%s\n", qUtf8Printable(line));
    std::fflush(stderr);
}

bool print(const QByteArray& bytes) {
    const bool all =
        std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout) == std::size_t(bytes.size());
    if (all && std::fflush(stdout) == 0) return true;
    say(QCoreApplication::translate("icp::console", "The result could not be written to standard output."));
    return false;
}

ConsoleJob::ConsoleJob()
    : m_job([bar = std::make_shared<Bar>()](const Job::Progress& progress) { bar->show(progress); }) {
    interruptible = &m_job;
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
}

ConsoleJob::~ConsoleJob() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    interruptible = nullptr;
}

}  // namespace icp
