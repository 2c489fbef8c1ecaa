#include "core/deck/writers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::WriteAll)
};

struct Problem {
    QString text;
    bool noRoom = false;
};

/// A full disk takes a part of the bytes first and says why it takes no more only when asked again.
bool writeWhole(QFile& file, const QByteArray& bytes) {
    for (qsizetype done = 0; done < bytes.size();) {
        const qint64 taken = file.write(bytes.constData() + done, bytes.size() - done);
        if (taken <= 0) return false;
        done += taken;
    }
    file.close();
    return file.error() == QFileDevice::NoError;
}

/// Files on their way into a folder. Until kept() everything is taken back when it goes out of scope.
class Batch {
public:
    explicit Batch(const QDir& folder) : m_folder(folder) {}
    ~Batch() {
        for (auto it = m_entries.rbegin(); it != m_entries.rend(); ++it) takeBack(*it);
    }
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;

    /// Writes a temporary file. Returns why it failed, or nothing.
    std::optional<Problem> stage(const QString& name, const QByteArray& bytes) {
        Entry entry{m_folder.filePath(name), unused(name, QStringLiteral("new")), {}, false};
        QFile file(entry.temporary);
        const bool opened = file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered);
        if (opened) m_entries.push_back(entry);
        if (opened && writeWhole(file, bytes)) return std::nullopt;
        return Problem{file.errorString(), file.error() == QFileDevice::ResourceError};
    }

    /// Puts the temporary files in their places. Returns the first that refuses, or nothing.
    std::optional<QString> place() {
        for (Entry& entry : m_entries) {
            const QString name = QFileInfo(entry.path).fileName();
            if (QFileInfo(entry.path).isFile()) {
                const QString old = unused(name, QStringLiteral("old"));
                if (!QFile::rename(entry.path, old)) return name;
                entry.old = old;
            }
            if (!QFile::rename(entry.temporary, entry.path)) return name;
            entry.placed = true;
        }
        return std::nullopt;
    }

    void keep() {
        for (const Entry& entry : m_entries)
            if (!entry.old.isEmpty()) QFile::remove(entry.old);
        m_entries.clear();
    }

private:
    struct Entry {
        QString path;
        QString temporary;
        QString old;  ///< where the file that stood there waits
        bool placed;
    };

    QString unused(const QString& name, const QString& kind) const {
        for (int i = 1;; ++i) {
            const QString path = m_folder.filePath(QStringLiteral(".%1.%2%3").arg(name, kind).arg(i));
            if (!QFileInfo::exists(path)) return path;
        }
    }

    static void takeBack(const Entry& entry) {
        QFile::remove(entry.placed ? entry.path : entry.temporary);
        if (!entry.old.isEmpty()) QFile::rename(entry.old, entry.path);
    }

    QDir m_folder;
    std::vector<Entry> m_entries;
};

/// Folders that mkpath() would have to make, the deepest first.
QStringList missingFolders(QString folder) {
    QStringList missing;
    folder = QDir::cleanPath(QDir::current().absoluteFilePath(folder));
    for (QFileInfo info(folder); !info.exists() && !info.isRoot(); info = QFileInfo(info.path()))
        missing << info.filePath();
    return missing;
}

}  // namespace

Result<void> writeAll(const QString& folder, const std::vector<std::pair<QString, QByteArray>>& files) {
    const QString shown = QDir::toNativeSeparators(folder);
    const QStringList made = missingFolders(folder);
    const auto refuse = [&](const QString& sentence, const QString& detail) -> Result<void> {
        for (const QString& path : made) QDir().rmdir(path);
        return fail(ErrorCode::OutputNotWritable, sentence, detail);
    };
    if (QFileInfo(folder).exists() && !QFileInfo(folder).isDir())
        return refuse(Words::tr("%1 is a file, not a folder. Choose a folder for the results.").arg(shown),
                      {});
    if (!QDir().mkpath(folder))
        return refuse(
            Words::tr(
                "The folder %1 cannot be made. Choose another folder, or ask for the right to write there.")
                .arg(shown),
            {});

    std::optional<Problem> problem;
    {
        Batch batch{QDir(folder)};
        for (const auto& [name, bytes] : files) {
            problem = batch.stage(name, bytes);
            if (problem) break;
        }
        if (!problem) {
            if (const auto refused = batch.place()) {
                problem = Problem{Words::tr("%1 is in the way or open in another program").arg(*refused)};
            } else {
                batch.keep();
                return {};
            }
        }
    }
    if (problem->noRoom)
        return refuse(
            Words::tr("There is no room left on the device of the folder %1; nothing was written. Make "
                      "room or choose another folder, then try again.")
                .arg(shown),
            problem->text);
    return refuse(
        Words::tr("Nothing was written into the folder %1: %2. Choose another folder, then try again.")
            .arg(shown, problem->text),
        {});
}

}  // namespace icp
