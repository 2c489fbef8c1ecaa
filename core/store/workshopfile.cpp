#include "core/store/workshopfile.h"

#include "core/proposals/mended.h"
#include "core/store/datasettables.h"
#include "core/store/ledger.h"
#include "core/store/schema.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <filesystem>

namespace icp {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::WorkshopFile", text); }

/// A file that becomes `path` when it is complete, and nothing when it is not.
class NewFile {
public:
    explicit NewFile(const QString& path)
        : m_path(path), m_part(path + u'.' + newId() + QLatin1String(".part")) {}
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile() {
        QFile::remove(m_part);
        QFile::remove(journalOf(m_part));
    }
    const QString& part() const { return m_part; }

    void complete(bool overwrite) {
        if (QFile::exists(journalOf(m_path))) settle(m_path);
        std::error_code error;
        if (overwrite)
            std::filesystem::rename(m_part.toStdU16String(), m_path.toStdU16String(), error);
        else if (!QFile::rename(m_part, m_path))
            error = std::make_error_code(std::errc::file_exists);
        if (error)
            throw StoreFailure{
                {ErrorCode::OutputNotWritable,
                 tr("“%1” cannot be written. Check the folder, or choose another.").arg(m_path),
                 QString::fromStdString(error.message())}};
    }

private:
    /// A rollback journal left by a crash belongs to the old file and would spoil the new one.
    static void settle(const QString& path) {
        guarded([&] { Database(path, Database::Mode::Open).number("PRAGMA schema_version"); });
        QFile::remove(journalOf(path));
    }

    static QString journalOf(const QString& path) { return path + QLatin1String("-journal"); }

    QString m_path;
    QString m_part;
};

/// Only what a file can be opened for is known here, so a failure to read is not one to write.
Error whileReading(Error error, const QString& path) {
    if (error.code == ErrorCode::OutputNotWritable) {
        error.code = ErrorCode::InputUnusable;
        error.message = tr("“%1” cannot be read. Check that you are allowed to open it.").arg(path);
    }
    return error;
}

void checkReadable(const QString& path) {
    const QFileInfo info(path);
    const auto refuse = [](const QString& message) {
        throw StoreFailure{{ErrorCode::InputUnusable, message, {}}};
    };
    if (!info.exists()) refuse(tr("There is no file “%1”.").arg(path));
    if (info.isDir()) refuse(tr("“%1” is a folder. Choose a workshop file that ends in .icpw.").arg(path));
    if (!QFile(path).open(QIODevice::ReadOnly))
        refuse(tr("“%1” cannot be read. Check that you are allowed to open it.").arg(path));
    if (info.size() == 0) refuse(tr("“%1” is empty, not a workshop. Choose another file.").arg(path));
}

void checkWhole(Database& database) {
    const auto size = QFileInfo(database.path()).size();
    const auto whole = database.number("PRAGMA page_count") * database.number("PRAGMA page_size");
    if (size < whole)
        throw StoreFailure{
            damagedError(database.path(), QStringLiteral("cut off: %1 of %2 bytes").arg(size).arg(whole))};
    Statement check = database.prepare("PRAGMA quick_check(1)");
    const QString verdict = check.row() ? check.text(0) : QString();
    if (verdict != u"ok") throw StoreFailure{damagedError(database.path(), verdict)};
}

}  // namespace

struct WorkshopFile::Private {
    Private(const QString& path, Migrations scripts, const Job& job)
        : database(path, Database::Mode::Open), migrations(std::move(scripts)) {
        database.run("BEGIN");  // one state of the file, whoever writes meanwhile
        const int version = versionOf(database, migrations);
        checkWhole(database);
        database.expectNoOtherWriter();
        if (version < int(migrations.size())) {
            older = version;
            Database newest(path, Database::Mode::Memory);
            newest.copyFrom(database);
            migrate(newest, migrations);
            load(newest, job);
        } else {
            load(database, job);
        }
        database.run("COMMIT");
    }

    void load(Database& from, const Job& job) {
        ledger.load(from);
        imported = readDataset(from, job);
        mend(job);
    }

    std::shared_ptr<const Dataset> mendedBy(std::shared_ptr<const Dataset> data, const Job& job) const {
        auto result = mended(std::move(data), ledger.workshop().decisions, job);
        if (!result) throw StoreFailure{result.error()};
        return *result;
    }

    void mend(const Job& job = {}) {
        if (dataset && mendsAlike(decided, ledger.workshop().decisions)) return;
        dataset = mendedBy(imported, job);
        decided = ledger.workshop().decisions;
    }

    /// To be called before the first change.
    void makeNewest() {
        if (older == 0) return;
        const QString beside = database.path() + QStringLiteral(".v%1.backup").arg(older);
        NewFile backup(beside);
        Database(backup.part(), Database::Mode::Create).copyFrom(database);
        backup.complete(true);
        migrate(database, migrations);
        older = 0;
    }

    Database database;
    Migrations migrations;
    int older = 0;  ///< version of the file when it is not the newest
    Ledger ledger;
    std::shared_ptr<const Dataset> imported;
    std::shared_ptr<const Dataset> dataset;  ///< `imported` as `decided` mends it; nullptr: not yet
    Decisions decided;
};

WorkshopFile::WorkshopFile(std::unique_ptr<Private> state) : d(std::move(state)) {}
WorkshopFile::~WorkshopFile() = default;

Result<std::unique_ptr<WorkshopFile>> WorkshopFile::create(const QString& path, const Settings& settings,
                                                           bool overwrite) {
    if (QFileInfo::exists(path) && !overwrite)
        return fail(ErrorCode::Conflict,
                    tr("“%1” exists already. Choose another name, or open it.").arg(path));
    if (QFileInfo(path).isDir())
        return fail(ErrorCode::OutputNotWritable,
                    tr("“%1” is a folder. Choose a name for the workshop.").arg(path));
    const auto written = guarded([&] {
        NewFile file(path);
        {
            Database database(file.part(), Database::Mode::Create);
            migrate(database, schema());
            Transaction transaction(database);
            Ledger::begin(database, settings);
            transaction.commit();
        }
        file.complete(overwrite);
    });
    if (!written) return fail(written.error());
    return open(path);
}

Result<std::unique_ptr<WorkshopFile>> WorkshopFile::open(const QString& path, const Job& job) {
    return open(path, job, schema());
}

Result<std::unique_ptr<WorkshopFile>> WorkshopFile::open(const QString& path, const Job& job,
                                                         const std::vector<QByteArray>& migrations) {
    auto opened = guarded([&] {
        checkReadable(path);
        return std::unique_ptr<WorkshopFile>(
            new WorkshopFile(std::make_unique<Private>(path, migrations, job)));
    });
    if (!opened) return fail(whileReading(opened.error(), path));
    return opened;
}

const QString& WorkshopFile::path() const { return d->database.path(); }
const Workshop& WorkshopFile::workshop() const { return d->ledger.workshop(); }
const std::shared_ptr<const Dataset>& WorkshopFile::imported() const { return d->imported; }

std::shared_ptr<const Dataset> WorkshopFile::dataset() const {
    d->mend();  // cannot fail: nobody cancels it
    return d->dataset;
}

std::vector<StoredDataset> WorkshopFile::datasets() const {
    return guarded([&] { return listDatasets(d->database); }).value_or(std::vector<StoredDataset>());
}

Result<std::shared_ptr<const Dataset>> WorkshopFile::dataset(qint64 number, const Job& job) const {
    return guarded([&] {
        const auto known = listDatasets(d->database);
        if (std::none_of(known.begin(), known.end(), [&](const auto& one) { return one.number == number; }))
            throw StoreFailure{{ErrorCode::InputUnusable,
                                tr("There is no import number %1 in “%2”. Choose one that the list shows.")
                                    .arg(number)
                                    .arg(QFileInfo(path()).fileName()),
                                {}}};
        return d->mendedBy(readDataset(d->database, job, number), job);
    });
}

Result<void> WorkshopFile::apply(Change change) { return apply(std::vector<Change>{std::move(change)}); }

Result<void> WorkshopFile::apply(std::vector<Change> changes, Step place) {
    return guarded([&] {
        d->makeNewest();
        d->ledger.apply(d->database, std::move(changes), place);
    });
}

bool WorkshopFile::canUndo() const { return d->ledger.undoText().has_value(); }
bool WorkshopFile::canRedo() const { return d->ledger.redoText().has_value(); }
QString WorkshopFile::undoText() const { return d->ledger.undoText().value_or(QString()); }
QString WorkshopFile::redoText() const { return d->ledger.redoText().value_or(QString()); }

Result<void> WorkshopFile::undo() {
    return guarded([&] {
        d->makeNewest();
        d->ledger.undo(d->database);
    });
}

Result<void> WorkshopFile::redo() {
    return guarded([&] {
        d->makeNewest();
        d->ledger.redo(d->database);
    });
}

std::vector<Change> WorkshopFile::journal() const {
    return guarded([&] { return Ledger::journal(d->database); }).value_or(std::vector<Change>());
}

Result<void> WorkshopFile::setDataset(std::shared_ptr<const Dataset> dataset, const Job& job,
                                      const FileSharing& sharing) {
    auto imported = dataset->origin ? dataset->origin->imported : std::move(dataset);
    Result<void> stored = guarded([&] {
        d->makeNewest();
        writeDataset(d->database, *imported, job, sharing);
    });
    if (stored) {
        d->imported = std::move(imported);
        d->dataset.reset();
    } else {
        // What cannot be taken away now is taken away before the next dataset is written.
        (void)guarded([&] { dropUnfinished(d->database); });
    }
    return stored;
}

Result<void> WorkshopFile::dropDataset(const Job& job) {
    const std::vector<StoredDataset> stored = datasets();
    if (stored.empty()) return {};
    std::shared_ptr<const Dataset> before = std::make_shared<const Dataset>();
    Result<void> dropped = guarded([&] {
        d->makeNewest();
        if (stored.size() > 1) before = readDataset(d->database, job, stored[1].number);
        forgetDataset(d->database, stored[0].number);
    });
    if (!dropped) return dropped;
    d->imported = std::move(before);
    d->dataset.reset();
    return {};
}

Result<void> WorkshopFile::copyTo(const QString& path) const {
    if (QFileInfo(path).isDir())
        return fail(ErrorCode::OutputNotWritable,
                    tr("“%1” is a folder. Choose a name for the copy.").arg(path));
    if (QFileInfo(path) == QFileInfo(d->database.path()))
        return fail(ErrorCode::Conflict,
                    tr("“%1” is this workshop itself. Choose another name for the copy.").arg(path));
    return guarded([&] {
        NewFile file(path);
        Database(file.part(), Database::Mode::Create).copyFrom(d->database);
        file.complete(true);
    });
}

Result<QByteArray> WorkshopFile::copy() const {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("copy.icpw"));
    if (const Result<void> copied = copyTo(path); !copied) return fail(copied.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::OutputNotWritable,
                    tr("The temporary folder %1 cannot be used.").arg(folder.path()));
    return file.readAll();
}

int schemaVersion() { return int(schema().size()); }

}  // namespace icp
