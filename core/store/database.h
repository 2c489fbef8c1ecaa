#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <string_view>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace icp {

/// How this room tells itself that something went wrong; guarded() turns it into a Result at the border.
struct StoreFailure {
    Error error;
};

/// One prepared statement. Parameters count from 1, columns from 0.
class Statement {
public:
    Statement(sqlite3* database, const QString& file, const QByteArray& sql);

    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, int value) { return bind(index, std::int64_t(value)); }
    Statement& bind(int index, double value);
    Statement& bind(int index, const QString& value);
    /// The bytes must stay until the next run() or row().
    Statement& bindText(int index, std::string_view utf8);
    Statement& bindNull(int index);

    /// To the end and ready to run again; parameters keep their values.
    void run();
    /// The next row; false at the end, and then ready to run again.
    bool row();

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    /// Until the next row.
    std::string_view utf8(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    void check(int code) const;

    sqlite3* m_database;
    QString m_file;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// One connection to an SQLite file; closed with the object. All members throw StoreFailure.
class Database {
public:
    enum class Mode { Open, Create, Memory };
    /// Open: an existing file, for writing if it lets itself be written. Create: a new file. Memory: `path`
    /// is only named in errors.
    Database(const QString& path, Mode mode);

    const QString& path() const { return m_path; }
    Statement prepare(const QByteArray& sql) { return {m_database.get(), m_path, sql}; }
    void run(const QByteArray& sql);  ///< one or more statements without parameters
    std::int64_t number(
        const QByteArray& sql);  ///< of the first column of the first row; 0 when there is none
    void copyFrom(const Database& source);

    /// From now on a transaction that finds the file changed by another connection throws Conflict.
    void expectNoOtherWriter();

private:
    friend class Transaction;
    void begin();

    struct Close {
        void operator()(sqlite3* database) const;
    };
    QString m_path;
    std::unique_ptr<sqlite3, Close> m_database;
    std::optional<std::int64_t> m_seen;  ///< data_version
};

/// Rolled back unless commit() was reached.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

/// What an SQLite result code means for the user of `file`.
Error storeError(int code, const QString& file, const QString& detail);
Error damagedError(const QString& file, const QString& what);
QString outOfMemoryText();

/// Runs `body` and turns every failure of this room into a Result.
template <class Body>
auto guarded(Body body) -> Result<decltype(body())> {
    try {
        if constexpr (std::is_void_v<decltype(body())>) {
            body();
            return {};
        } else {
            return body();
        }
    } catch (const StoreFailure& failure) {
        return fail(failure.error);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::Internal, outOfMemoryText());
    }
}

}  // namespace icp
