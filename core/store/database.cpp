#include "core/store/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace icp {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::WorkshopFile", text); }

[[noreturn]] void raise(int code, const QString& file, const QString& detail) {
    throw StoreFailure{storeError(code, file, detail)};
}

}  // namespace

Error damagedError(const QString& file, const QString& what) {
    return {ErrorCode::InputUnusable,
            tr("The workshop “%1” is damaged. Open a backup or a copy of it instead.")
                .arg(QFileInfo(file).fileName()),
            what};
}

QString outOfMemoryText() {
    return tr("There is not enough memory for this workshop. Close other programs, then try again.");
}

Error storeError(int code, const QString& file, const QString& detail) {
    QString name = QFileInfo(file).fileName();
    // A file in the making bears its name and two suffixes, of which nobody needs to know.
    if (name.endsWith(u".part")) name = name.section(u'.', 0, -3);
    switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {
                ErrorCode::Conflict,
                tr("The workshop “%1” is open in another program. Close it there, then try again.").arg(name),
                detail};
        case SQLITE_NOTADB:
            return {ErrorCode::InputUnusable,
                    tr("“%1” is not a workshop. Choose a file that ends in .icpw.").arg(name), detail};
        case SQLITE_CORRUPT:
            return damagedError(file, detail);
        case SQLITE_FULL:
            return {
                ErrorCode::OutputNotWritable,
                tr("There is no room left on the device of the folder %2 for “%1”; nothing was changed. Make "
                   "room, then try again.")
                    .arg(name, QDir::toNativeSeparators(QFileInfo(file).absolutePath())),
                detail};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
        case SQLITE_IOERR:
            return {ErrorCode::OutputNotWritable,
                    tr("“%1” cannot be written; nothing was changed. Check the folder and the disk, or save "
                       "a copy elsewhere.")
                        .arg(name),
                    detail};
        case SQLITE_NOMEM:
            return {ErrorCode::Internal, outOfMemoryText(), detail};
        default:
            break;
    }
    return {ErrorCode::Internal, tr("“%1” did not accept what was asked of it.").arg(name), detail};
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(sqlite3* database, const QString& file, const QByteArray& sql)
    : m_database(database), m_file(file) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(database, sql.constData(), int(sql.size()), &statement, nullptr));
    m_statement.reset(statement);
}

void Statement::check(int code) const {
    if (code != SQLITE_OK) raise(code, m_file, QString::fromUtf8(sqlite3_errmsg(m_database)));
}

Statement& Statement::bind(int index, std::int64_t value) {
    check(sqlite3_bind_int64(m_statement.get(), index, value));
    return *this;
}

Statement& Statement::bind(int index, double value) {
    check(sqlite3_bind_double(m_statement.get(), index, value));
    return *this;
}

Statement& Statement::bind(int index, const QString& value) {
    const QByteArray utf8 = value.toUtf8();
    check(sqlite3_bind_text64(m_statement.get(), index, utf8.constData(), sqlite3_uint64(utf8.size()),
                              SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bindText(int index, std::string_view utf8) {
    const char* begin = utf8.data() != nullptr ? utf8.data() : "";
    check(sqlite3_bind_text64(m_statement.get(), index, begin, utf8.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bindNull(int index) {
    check(sqlite3_bind_null(m_statement.get(), index));
    return *this;
}

void Statement::run() {
    while (row()) {
    }
}

bool Statement::row() {
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) return true;
    const QString detail = code == SQLITE_DONE ? QString() : QString::fromUtf8(sqlite3_errmsg(m_database));
    sqlite3_reset(m_statement.get());
    if (code != SQLITE_DONE) raise(code, m_file, detail);
    return false;
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement.get(), column); }
double Statement::real(int column) const { return sqlite3_column_double(m_statement.get(), column); }
QString Statement::text(int column) const {
    const std::string_view bytes = utf8(column);
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

std::string_view Statement::utf8(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    return bytes == nullptr
               ? std::string_view()
               : std::string_view(bytes, std::size_t(sqlite3_column_bytes(m_statement.get(), column)));
}

void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Database::Database(const QString& path, Mode mode) : m_path(path) {
    const QByteArray name = mode == Mode::Memory ? QByteArray(":memory:") : QFile::encodeName(path);
    const int flags = mode == Mode::Open ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3* database = nullptr;
    const int code = sqlite3_open_v2(name.constData(), &database, flags | SQLITE_OPEN_EXRESCODE, nullptr);
    m_database.reset(database);
    if (code != SQLITE_OK) raise(code, path, QString::fromUtf8(sqlite3_errstr(code)));
    sqlite3_busy_timeout(database, 2000);
    // A file from elsewhere must not make us run what it says.
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    // A rollback journal: between changes the workshop is one file, and opening it to read leaves it as it
    // is.
    run("PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON");
}

void Database::run(const QByteArray& sql) {
    if (const int code = sqlite3_exec(m_database.get(), sql.constData(), nullptr, nullptr, nullptr);
        code != SQLITE_OK)
        raise(code, m_path, QString::fromUtf8(sqlite3_errmsg(m_database.get())));
}

std::int64_t Database::number(const QByteArray& sql) {
    Statement statement = prepare(sql);
    return statement.row() ? statement.integer(0) : 0;
}

void Database::copyFrom(const Database& source) {
    sqlite3_backup* backup = sqlite3_backup_init(m_database.get(), "main", source.m_database.get(), "main");
    if (backup == nullptr)
        raise(sqlite3_extended_errcode(m_database.get()), m_path,
              QString::fromUtf8(sqlite3_errmsg(m_database.get())));
    sqlite3_backup_step(backup, -1);
    if (const int code = sqlite3_backup_finish(backup); code != SQLITE_OK)
        raise(code, m_path, QString::fromUtf8(sqlite3_errstr(code)));
}

void Database::expectNoOtherWriter() { m_seen = number("PRAGMA data_version"); }

void Database::begin() {
    run("BEGIN IMMEDIATE");
    if (!m_seen || number("PRAGMA data_version") == *m_seen) return;
    run("ROLLBACK");
    throw StoreFailure{
        {ErrorCode::Conflict,
         tr("Another program has changed the workshop “%1” meanwhile. Open it again to go on from there.")
             .arg(QFileInfo(m_path).fileName()),
         {}}};
}

Transaction::Transaction(Database& database) : m_database(database) { m_database.begin(); }

Transaction::~Transaction() {
    if (!m_open) return;
    // SQLite may have rolled back by itself, as it does when the disk is full; then it mends the file when it
    // next reads, which looks as if somebody else had changed it.
    (void)guarded([&] { m_database.run("ROLLBACK"); });
    if (m_database.m_seen) (void)guarded([&] { m_database.expectNoOtherWriter(); });
}

void Transaction::commit() {
    m_database.run("COMMIT");
    m_open = false;
}

}  // namespace icp
