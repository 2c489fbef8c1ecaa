#include "app/memoryoption.h"

#include "app/console.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace icp {

MemoryOption::MemoryOption(const Options& options, const QString& otherwise) {
    const QString word =
        options.has(QStringLiteral("memory")) ? options.value(QStringLiteral("memory")) : otherwise;
    m_named = word != u"user" && word != u"none";
    m_path = word == u"user" ? userMemoryPath() : m_named ? word : QString();
}

Result<MappingMemory> MemoryOption::read() const {
    if (m_path.isEmpty()) return MappingMemory();
    if (const QFileInfo folder(QFileInfo(m_path).absolutePath()); m_named && !folder.isDir())
        return fail(
            ErrorCode::OutputNotWritable,
            QCoreApplication::translate("icp::MemoryOption",
                                        "There is no folder %1 to keep decisions in. Make it first, or "
                                        "name another file after --memory.")
                .arg(folder.filePath()));
    Result<MappingMemory> memory = readMemory(m_path);
    if (memory || m_named) return memory;
    say(memory.error().message);
    return MappingMemory();
}

Result<void> MemoryOption::keep(const Dataset& dataset) const {
    if (m_path.isEmpty()) return {};
    Result<void> kept = keepDecisions(m_path, dataset, QDate::currentDate());
    if (kept || m_named) return kept;
    say(kept.error().message);
    return {};
}

}  // namespace icp
