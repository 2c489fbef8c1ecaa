#pragma once

#include "core/base/job.h"

#include <QByteArray>
#include <QString>

namespace icp {

/// One line on stderr: for people.
void say(const QString& line);
/// Bytes on stdout: the result. False when they could not be written, which was then said on stderr.
bool print(const QByteArray& bytes);

/// A job whose progress goes to stderr (a bar on a terminal, plain lines otherwise) and that Ctrl+C cancels,
/// as long as this object lives. One at a time.
class ConsoleJob {
public:
    ConsoleJob();
    ~ConsoleJob();
    ConsoleJob(const ConsoleJob&) = delete;
    ConsoleJob& operator=(const ConsoleJob&) = delete;

    const Job& job() const { return m_job; }

private:
    Job m_job;
};

}  // namespace icp
