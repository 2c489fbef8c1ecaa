#pragma once

#include "core/base/result.h"
#include "core/rows/rowbatch.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace icp {

/// Whether `path` is the address of a database server rather than a file: "postgresql://user@host/sales".
bool isDatabaseAddress(const QString& path);

/// Reads a table, view or query of a SQLite file or a PostgreSQL server; never writes. Everything happens on
/// the thread that made it, as Qt's connections demand.
class SqlReader {
public:
    SqlReader();
    ~SqlReader();
    SqlReader(const SqlReader&) = delete;
    SqlReader& operator=(const SqlReader&) = delete;

    /// `wanted` is the name of a table or view, or a query that begins with "select" or "with"; when it is
    /// empty there must be exactly one table. Errors: InputUnusable, Usage when a table must be named.
    Result<void> open(const QString& path, const QString& wanted);
    const ReadInfo& info() const { return m_info; }
    /// The next rows, the first of all holding the names of the columns; false when there are none.
    Result<bool> next(RowBatch& batch);

private:
    Result<void> connect(const QString& path);
    Result<void> start(const QString& wanted);
    Error refused(const QString& detail) const;

    QString m_name;        ///< of the database, for people
    QString m_connection;  ///< unique among Qt's connections
    QSqlDatabase m_database;
    QSqlQuery m_query;
    ReadInfo m_info;
    std::uint32_t m_row = 0;
};

}  // namespace icp
