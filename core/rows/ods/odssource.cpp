#include "core/rows/ods/odssource.h"

#include "core/rows/sheetchoice.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::OdsSource)
};

constexpr std::size_t batchBytes = 1 << 20;
constexpr qint64 chunkBytes = 1 << 18;
constexpr qint64 largestPart = qint64(4) << 30;
constexpr qint64 suspiciousPart = qint64(512) << 20;
constexpr qint64 suspiciousRatio = 400;  // repeated markup packs better than that of XLSX

const QString contentPart = QStringLiteral("content.xml");
const QByteArray spreadsheet = "application/vnd.oasis.opendocument.spreadsheet";

}  // namespace

bool OdsSource::isOne(const QString& path) {
    QuaZip zip(path);
    if (!zip.open(QuaZip::mdUnzip) || !zip.setCurrentFile(QStringLiteral("mimetype"))) return false;
    QuaZipFile file(&zip);
    // Templates have a suffix.
    return file.open(QIODevice::ReadOnly) && file.read(spreadsheet.size()) == spreadsheet;
}

OdsSource::OdsSource(const QString& path, const ReadOptions& options)
    : m_name(QFileInfo(path).fileName()), m_wanted(options.sheet), m_zip(path) {}

Error OdsSource::damaged() const {
    return {
        ErrorCode::InputUnusable,
        Words::tr("%1 is damaged or was cut off on its way. Export or download it once more.").arg(m_name),
        {}};
}

Result<std::unique_ptr<RowSource>> OdsSource::open(const QString& path, const ReadOptions& options,
                                                   const Job& job) {
    std::unique_ptr<OdsSource> source(new OdsSource(path, options));
    if (!source->m_zip.open(QuaZip::mdUnzip)) return fail(source->damaged());
    if (source->isEncrypted())
        return fail(ErrorCode::InputUnusable,
                    Words::tr("%1 is protected with a password. Save it without one and try again.")
                        .arg(source->m_name));
    for (const bool withHidden : {false, true}) {
        if (const Result<void> started = source->restart(withHidden); !started) return fail(started.error());
        RowBatch first;
        const Result<bool> more = source->fetch(first, job);
        if (!more) return fail(more.error());
        if (*more) {
            source->m_peeked = std::move(first);
            return source;
        }
        if (!source->m_rows->metHidden()) break;
    }
    const QStringList names = source->m_rows->names();
    const bool known = std::any_of(names.begin(), names.end(),
                                   [&](const QString& name) { return isWanted(name, options.sheet); });
    if (!options.sheet.isEmpty() && !known) return fail(noSuchSheet(source->m_name, options.sheet, names));
    return source;
}

bool OdsSource::isEncrypted() {
    if (!m_zip.setCurrentFile(QStringLiteral("META-INF/manifest.xml"))) return false;
    QuaZipFile manifest(&m_zip);
    return manifest.open(QIODevice::ReadOnly) && manifest.read(1 << 20).contains("encryption-data");
}

Result<void> OdsSource::restart(bool withHidden) {
    m_file.reset();
    QuaZipFileInfo64 about;
    if (!m_zip.setCurrentFile(contentPart) || !m_zip.getCurrentFileInfo(&about)) return fail(damaged());
    m_size = qint64(about.uncompressedSize);
    const bool inflated = m_size > suspiciousPart && m_size / suspiciousRatio > qint64(about.compressedSize);
    if (m_size > largestPart || inflated)
        return fail(ErrorCode::InputUnusable,
                    Words::tr("%1 unpacks to %2 MB, which no table of this kind needs. It was not opened.")
                        .arg(m_name)
                        .arg(m_size >> 20));
    m_file = std::make_unique<QuaZipFile>(&m_zip);
    if (about.flags & 1 || !m_file->open(QIODevice::ReadOnly)) return fail(damaged());
    m_rows = std::make_unique<OdsRows>(m_wanted, withHidden);
    return {};
}

ReadInfo OdsSource::info() const {
    ReadInfo info;
    info.format = QStringLiteral("ods");
    info.sheet = m_rows->sheet();
    return info;
}

Result<bool> OdsSource::next(RowBatch& batch, const Job& job) {
    if (!m_peeked) return fetch(batch, job);
    batch = *std::exchange(m_peeked, {});
    return true;
}

Result<bool> OdsSource::fetch(RowBatch& batch, const Job& job) {
    batch = RowBatch();
    while (!m_rows->atEnd() && batch.text.size() < batchBytes) {
        if (job.cancelled()) return fail(ErrorCode::Cancelled, Words::tr("Reading was cancelled."));
        m_bytes.resize(std::size_t(chunkBytes));
        const qint64 got = m_file->read(m_bytes.data(), chunkBytes);
        if (got < 0) return fail(damaged());
        const bool last = got == 0;
        if (!m_rows->parse(std::string_view(m_bytes).substr(0, std::size_t(got)), last, batch))
            return fail(damaged());
        if (last) break;
    }
    batch.doneBytes = m_file->pos();
    return batch.rows() > 0 || batch.stop;
}

}  // namespace icp
