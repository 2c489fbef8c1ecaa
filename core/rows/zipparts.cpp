#include "core/rows/zipparts.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace icp {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::ZipParts", text); }

constexpr qint64 chunkBytes = 1 << 16;

QString plainName(QString part) {
    part.replace(u'\\', u'/');
    return (part.startsWith(u'/') ? part.sliced(1) : part).toLower();
}

}  // namespace

ZipParts::ZipParts(const QString& path) : m_name(QFileInfo(path).fileName()), m_zip(path) {}

Error ZipParts::damaged(const QString& detail) const {
    return {ErrorCode::InputUnusable,
            tr("%1 is damaged or was cut off on its way. Export or download it once more.").arg(m_name),
            detail};
}

Result<void> ZipParts::open() {
    if (!m_zip.open(QuaZip::mdUnzip))
        return fail(damaged(QStringLiteral("zip error %1").arg(m_zip.getZipError())));
    for (const QString& name : m_zip.getFileNameList()) m_names.insert(plainName(name), name);
    return {};
}

bool ZipParts::has(const QString& part) const { return m_names.contains(plainName(part)); }

Result<void> ZipParts::openPart(const QString& part, const Limits& limits) {
    m_file.reset();
    const QString name = plainName(part);
    if (!m_names.contains(name))
        return fail(
            ErrorCode::InputUnusable,
            tr("%1 is not whole: it lacks its part %2. Export or download it once more.").arg(m_name, part));
    if (m_names.count(name) > 1)
        return fail(ErrorCode::InputUnusable,
                    tr("%1 holds two parts called %2, and only one can be right. Export it once more.")
                        .arg(m_name, part));
    QuaZipFileInfo64 info;
    if (!m_zip.setCurrentFile(m_names.value(name), QuaZip::csSensitive) || !m_zip.getCurrentFileInfo(&info))
        return fail(damaged(QStringLiteral("no part %1").arg(part)));
    if (info.flags & 1)
        return fail(ErrorCode::InputUnusable,
                    tr("%1 is protected with a password. Save it without one and try again.").arg(m_name));
    m_size = qint64(info.uncompressedSize);
    const bool inflated = m_size > limits.suspicious && m_size / limits.ratio > qint64(info.compressedSize);
    if (m_size > limits.largest || inflated)
        return fail(ErrorCode::InputUnusable,
                    tr("%1 unpacks to %2 MB, which no table of this kind needs. It was not opened.")
                        .arg(m_name)
                        .arg(m_size >> 20));
    m_position = 0;
    m_file = std::make_unique<QuaZipFile>(&m_zip);
    if (!m_file->open(QIODevice::ReadOnly))
        return fail(damaged(QStringLiteral("zip error %1 in %2").arg(m_file->getZipError()).arg(part)));
    return {};
}

Result<bool> ZipParts::read(std::string& bytes, qint64 most) {
    const std::size_t before = bytes.size();
    bytes.resize(before + std::size_t(most));
    const qint64 got = m_file->read(bytes.data() + before, most);
    bytes.resize(before + std::size_t(std::max<qint64>(got, 0)));
    if (got > 0) {
        m_position += got;
        return true;
    }
    // A wrong checksum shows only when the part is closed.
    const bool whole = got == 0 && m_position == m_size;
    m_file->close();
    const int error = m_file->getZipError();
    if (!whole || error != UNZ_OK) return fail(damaged(QStringLiteral("zip error %1").arg(error)));
    return false;
}

Result<void> ZipParts::skipRest(const Job& job) {
    for (std::string bytes;;) {
        if (job.cancelled()) return fail(ErrorCode::Cancelled, tr("Reading was cancelled."));
        bytes.clear();
        const Result<bool> more = read(bytes, chunkBytes);
        if (!more) return fail(more.error());
        if (!*more) return {};
    }
}

}  // namespace icp
