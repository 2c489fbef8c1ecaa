#include "core/rows/zipparts.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace icp {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::ZipParts", text); }

constexpr qint64 chunkBytes = 1 << 16;
constexpr qint64 packedBytes = 1 << 16;
constexpr int storedMethod = 0;
constexpr int deflatedMethod = 8;

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
    m_checksum = std::uint32_t(info.crc);
    m_storedChecksum = 0;
    m_file = std::make_unique<QuaZipFile>(&m_zip);
    int method = 0;
    int level = 0;
    const bool opened = m_file->open(QIODevice::ReadOnly, &method, &level, true);
    if (!opened || (method != storedMethod && method != deflatedMethod))
        return fail(damaged(QStringLiteral("zip error %1, method %2 in %3")
                                .arg(m_file->getZipError())
                                .arg(method)
                                .arg(part)));
    m_inflater = method == deflatedMethod ? std::make_unique<Inflater>() : nullptr;
    return {};
}

std::size_t ZipParts::unpackStored(char* to, std::size_t most) {
    const auto got = std::size_t(std::max<qint64>(m_file->read(to, qint64(most)), 0));
    m_storedChecksum = zipChecksum(m_storedChecksum, {to, got});
    return got;
}

std::size_t ZipParts::unpackDeflated(char* to, std::size_t most) {
    std::size_t done = 0;
    while (done < most && !m_inflater->hasEnded()) {
        if (m_inflater->isHungry()) {
            m_packed.resize(packedBytes);
            m_packed.resize(std::size_t(std::max<qint64>(m_file->read(m_packed.data(), packedBytes), 0)));
            m_inflater->feed(m_packed);
        }
        const std::optional<std::size_t> got = m_inflater->inflate(to + done, most - done);
        if (!got) break;
        done += *got;
        if (*got == 0 && (m_packed.empty() || !m_inflater->isHungry())) break;
    }
    return done;
}

std::size_t ZipParts::unpack(char* to, std::size_t most) {
    return m_inflater ? unpackDeflated(to, most) : unpackStored(to, most);
}

Result<bool> ZipParts::read(std::string& bytes, qint64 most) {
    // One byte more than the archive says would be one too many.
    const qint64 wanted = std::min(most, m_size - m_position + 1);
    const std::size_t before = bytes.size();
    bytes.resize(before + std::size_t(wanted));
    const std::size_t got = unpack(bytes.data() + before, std::size_t(wanted));
    bytes.resize(before + got);
    m_position += qint64(got);
    if (got > 0 && m_position <= m_size) return true;
    // A wrong checksum shows only when the part has ended.
    const bool ended = !m_inflater || m_inflater->hasEnded();
    const std::uint32_t checksum = m_inflater ? m_inflater->checksum() : m_storedChecksum;
    m_file->close();
    if (!ended || m_position != m_size || checksum != m_checksum)
        return fail(damaged(QStringLiteral("%1 of %2 bytes, checksum %3 for %4")
                                .arg(m_position)
                                .arg(m_size)
                                .arg(checksum, 0, 16)
                                .arg(m_checksum, 0, 16)));
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
