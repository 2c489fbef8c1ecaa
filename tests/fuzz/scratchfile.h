#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdint>

namespace icp::fuzz {

/// One file that every input is written into, in memory where the system has a place for that: a disk would
/// be most of the time of a run.
class ScratchFile {
public:
    explicit ScratchFile(const QString& name)
        : m_folder(
              (QDir(QStringLiteral("/dev/shm")).exists() ? QStringLiteral("/dev/shm") : QDir::tempPath()) +
              QStringLiteral("/icp-fuzz-XXXXXX")),
          m_path(m_folder.filePath(name)) {}

    /// False when the bytes could not be written.
    bool fill(const std::uint8_t* data, std::size_t size) const {
        QFile file(m_path);
        return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) &&
               file.write(reinterpret_cast<const char*>(data), qint64(size)) == qint64(size);
    }
    const QString& path() const { return m_path; }
    QString beside(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

}  // namespace icp::fuzz
