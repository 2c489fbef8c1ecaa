#include "core/rows/archive.h"

#include "core/rows/bytestream.h"
#include "core/rows/csv/csvsource.h"
#include "core/rows/html/htmlsource.h"
#include "core/rows/sheetchoice.h"
#include "core/rows/xls/spreadsheetxml.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <quazip.h>

#include <algorithm>
#include <utility>

namespace icp {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::Archive", text); }

constexpr qint64 largestUnpacked = qint64(2) << 30;

/// Something that is read from disk rather than as a stream of text.
bool isPackage(const QByteArray& head) {
    return head.startsWith("PK\x03\x04") || head.startsWith("\x1F\x8B") ||
           head.startsWith("\xD0\xCF\x11\xE0") || head.startsWith("SQLite format 3") ||
           isSpreadsheetXml(head) || isHtml(head);
}

/// Pictures and documents beside a table are no tables.
bool isForeign(const QByteArray& head) {
    return head.startsWith("%PDF-") || head.startsWith("\x89PNG") || head.startsWith("\xFF\xD8\xFF") ||
           head.startsWith("GIF8") || head.startsWith("Rar!") ||
           head.startsWith(
               "\x7F"
               "ELF") ||
           head.startsWith("MZ");
}

QByteArray headOf(ByteStream& bytes) {
    QByteArray head(4096, '\0');
    if (!bytes.rewind()) return {};
    head.truncate(std::max<qint64>(0, bytes.read(head.data(), head.size())));
    return head;
}

/// A source in an archive: knows what it was packed in, and keeps the folder it was unpacked to.
class PackedSource : public RowSource {
public:
    PackedSource(std::unique_ptr<RowSource> inner, QString archive, QString entry,
                 std::unique_ptr<QTemporaryDir> folder)
        : m_folder(std::move(folder)),
          m_inner(std::move(inner)),
          m_archive(std::move(archive)),
          m_entry(std::move(entry)) {}

    ReadInfo info() const override {
        ReadInfo info = m_inner->info();
        info.archive = m_archive;
        if (info.sheet.isEmpty()) info.sheet = m_entry;
        return info;
    }
    qint64 totalBytes() const override { return m_inner->totalBytes(); }
    Result<bool> next(RowBatch& batch, const Job& job) override { return m_inner->next(batch, job); }
    void split(RowBatch& batch) const override { m_inner->split(batch); }

private:
    std::unique_ptr<QTemporaryDir> m_folder;  ///< outlives what reads from it
    std::unique_ptr<RowSource> m_inner;
    const QString m_archive;
    const QString m_entry;
};

Result<void> unpack(ByteStream& bytes, const QString& name, const QString& to, const Job& job) {
    QFile file(to);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::InputUnusable, tr("%1 cannot be unpacked: %2.").arg(name, file.errorString()));
    std::string buffer(1 << 20, '\0');
    for (qint64 all = 0;;) {
        if (job.cancelled()) return fail(ErrorCode::Cancelled, tr("Reading was cancelled."));
        const qint64 got = bytes.read(buffer.data(), qint64(buffer.size()));
        if (got < 0 || file.write(buffer.data(), got) != got)
            return fail(
                ErrorCode::InputUnusable,
                tr("%1 cannot be unpacked: %2.").arg(name, got < 0 ? bytes.error() : file.errorString()));
        all += got;
        if (all > largestUnpacked)
            return fail(ErrorCode::InputUnusable,
                        tr("%1 unpacks to more than 2 GB, which no table of this kind needs.").arg(name));
        if (got < qint64(buffer.size())) return {};
    }
}

/// The rows of `entry`, whose bytes are `bytes`, in the archive called `name`.
Result<std::unique_ptr<RowSource>> openPacked(std::unique_ptr<ByteStream> bytes, const QString& name,
                                              const QString& archive, const QString& entry,
                                              const ReadOptions& options, const Job& job) {
    const QByteArray head = headOf(*bytes);
    if (head.isEmpty())
        return fail(ErrorCode::InputUnusable, bytes->error().isEmpty()
                                                  ? tr("%1 is empty.").arg(name)
                                                  : tr("%1 cannot be read: %2.").arg(name, bytes->error()));
    std::unique_ptr<QTemporaryDir> folder;
    Result<std::unique_ptr<RowSource>> inner;
    if (!bytes->rewind()) return fail(ErrorCode::InputUnusable, tr("%1 cannot be read.").arg(name));
    if (isPackage(head)) {
        folder = std::make_unique<QTemporaryDir>();
        const QString file = folder->filePath(QFileInfo(entry).fileName());
        if (const Result<void> unpacked = unpack(*bytes, name, file, job); !unpacked)
            return fail(unpacked.error());
        bytes.reset();
        if (head.startsWith("\x1F\x8B") || isArchive(file))
            return fail(ErrorCode::InputUnusable,
                        tr("%1 is packed more than once. Unpack it and try again.").arg(name));
        ReadOptions within = options;
        if (isWanted(entry, within.sheet)) within.sheet.clear();
        inner = openRows(file, within, job);
    } else if (const QString wanted = options.sheet; !isWanted(entry, sheetMeant(wanted, {entry}))) {
        return fail(noSuchSheet(name, wanted, {entry}));
    } else {
        inner = CsvSource::open(std::move(bytes), name, options, job);
    }
    if (!inner) return fail(inner.error());
    return std::make_unique<PackedSource>(std::move(*inner), archive, entry, std::move(folder));
}

QStringList entriesOf(const QString& path) {
    QuaZip zip(path);
    return zip.open(QuaZip::mdUnzip) ? zip.getFileNameList() : QStringList();
}

bool isHidden(const QString& entry) {
    return entry.endsWith(u'/') || entry.startsWith(u"__MACOSX/") ||
           QFileInfo(entry).fileName().startsWith(u'.');
}

}  // namespace

bool isArchive(const QString& path) {
    const QStringList entries = entriesOf(path);
    return !entries.isEmpty() && std::none_of(entries.begin(), entries.end(), [](const QString& entry) {
        return entry.compare(u"[Content_Types].xml", Qt::CaseInsensitive) == 0 || entry == u"mimetype" ||
               entry == u"content.xml" || entry.endsWith(u".rels") || entry.startsWith(u"xl/");
    });
}

Result<std::unique_ptr<RowSource>> openZip(const QString& path, const ReadOptions& options, const Job& job) {
    const QString name = QFileInfo(path).fileName();
    QStringList entries;
    for (const QString& entry : entriesOf(path))
        if (!isHidden(entry)) entries << entry;
    ReadOptions inner = options;
    const auto named = std::find_if(entries.begin(), entries.end(), [&](const QString& entry) {
        return entry.compare(options.sheet, Qt::CaseInsensitive) == 0 ||
               QFileInfo(entry).fileName().compare(options.sheet, Qt::CaseInsensitive) == 0;
    });
    if (!options.sheet.isEmpty() && named != entries.end()) {
        entries = {*named};
        inner.sheet.clear();
    }
    QStringList tables;
    std::unique_ptr<ByteStream> found;
    for (const QString& entry : entries) {
        Result<std::unique_ptr<ByteStream>> bytes = openZipEntry(path, entry);
        if (!bytes) return fail(bytes.error());
        const QByteArray head = headOf(**bytes);
        if (head.isEmpty() || (isForeign(head) && entries.size() > 1)) continue;
        // A word to the reader beside the tables is none of them.
        if (QFileInfo(entry).completeBaseName().compare(u"readme", Qt::CaseInsensitive) == 0 &&
            entries.size() > 1)
            continue;
        tables << entry;
        found = std::move(*bytes);
    }
    if (tables.isEmpty())
        return fail(ErrorCode::InputUnusable, tr("The ZIP archive %1 holds no table.").arg(name));
    if (const QString meant = sheetMeant(options.sheet, tables); meant != options.sheet) {
        inner.sheet = meant;
        return openZip(path, inner, job);
    }
    if (tables.size() > 1 && !options.sheet.isEmpty()) return fail(noSuchSheet(name, options.sheet, tables));
    if (tables.size() > 1)
        return fail(
            ErrorCode::InputUnusable,
            tr("The ZIP archive %1 holds several tables; name one of them as the sheet, or unpack it: %2.")
                .arg(name, tables.join(QStringLiteral(", "))));
    return openPacked(std::move(found), QStringLiteral("%1 (%2)").arg(name, tables.front()),
                      QStringLiteral("zip"), tables.front(), inner, job);
}

Result<std::unique_ptr<RowSource>> openGzipped(const QString& path, const ReadOptions& options,
                                               const Job& job) {
    Result<std::unique_ptr<ByteStream>> bytes = openGzip(path);
    if (!bytes) return fail(bytes.error());
    const QFileInfo about(path);
    const bool suffixed = about.suffix().compare(u"gz", Qt::CaseInsensitive) == 0;
    return openPacked(std::move(*bytes), about.fileName(), QStringLiteral("gzip"),
                      suffixed ? about.completeBaseName() : about.fileName(), options, job);
}

}  // namespace icp
