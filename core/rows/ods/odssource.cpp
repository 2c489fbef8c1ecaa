#include "core/rows/ods/odssource.h"

#include "core/rows/sheetchoice.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <quazip.h>
#include <quazipfile.h>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::OdsSource)
};

constexpr std::size_t batchBytes = 1 << 20;
constexpr qint64 chunkBytes = 1 << 18;
/// Repeated markup packs better than that of XLSX.
constexpr ZipParts::Limits contentLimits{qint64(512) << 20, qint64(4) << 30, 400};
constexpr ZipParts::Limits manifestLimits{qint64(1) << 20, qint64(16) << 20, 400};

const QString contentPart = QStringLiteral("content.xml");
const QString manifestPart = QStringLiteral("META-INF/manifest.xml");
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

Result<std::unique_ptr<RowSource>> OdsSource::open(const QString& path, const ReadOptions& options,
                                                   const Job& job) {
    std::unique_ptr<OdsSource> source(new OdsSource(path, options));
    if (const Result<void> opened = source->m_zip.open(); !opened) return fail(opened.error());
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
    if (!options.sheet.isEmpty() && !known) {
        // The names are known only now that everything was read.
        ReadOptions numbered = options;
        numbered.sheet = sheetMeant(options.sheet, names);
        if (numbered.sheet != options.sheet) return open(path, numbered, job);
        return fail(noSuchSheet(source->m_name, options.sheet, names));
    }
    return source;
}

bool OdsSource::isEncrypted() {
    std::string manifest;
    return m_zip.openPart(manifestPart, manifestLimits) && m_zip.read(manifest, 1 << 20) &&
           manifest.find("encryption-data") != manifest.npos;
}

Result<void> OdsSource::restart(bool withHidden) {
    m_rows = std::make_unique<OdsRows>(m_wanted, withHidden);
    return m_zip.openPart(contentPart, contentLimits);
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
    batch.clear();
    while (!m_rows->atEnd() && batch.text.size() < batchBytes) {
        if (job.cancelled()) return fail(ErrorCode::Cancelled, Words::tr("Reading was cancelled."));
        m_bytes.clear();
        const Result<bool> more = m_zip.read(m_bytes, chunkBytes);
        if (!more) return fail(more.error());
        if (!m_rows->parse(m_bytes, !*more, batch))
            return fail(m_zip.damaged(QStringLiteral("XML error in %1").arg(contentPart)));
        if (!*more) break;
    }
    batch.doneBytes = m_zip.partPosition();
    return batch.rows() > 0 || batch.stop;
}

}  // namespace icp
