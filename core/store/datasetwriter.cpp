#include "core/base/text.h"
#include "core/store/datasettables.h"
#include "core/store/importtables.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QHash>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace icp {

namespace {

constexpr std::size_t columnsPerTable = 1000;  // SQLite holds 2,000
constexpr std::size_t cellsPerCheck = 1024;
constexpr qint64 longestSlice = 200;  // ms; what a commit has to bring to the disk grows with it

QStringList levelsOf(const Dictionary& dictionary) {
    QStringList levels;
    for (std::uint32_t code = 0; code < dictionary.size(); ++code) levels << toQString(dictionary.at(code));
    return levels;
}

QByteArray quoted(const QString& name) {
    return '"' + QString(name).replace(u'"', QLatin1String("\"\"")).toUtf8() + '"';
}

const char* storageOf(ColumnType type) {
    switch (type) {
        case ColumnType::Number:
        case ColumnType::Money:
        case ColumnType::Percent:
        case ColumnType::Date:
            return "REAL";
        case ColumnType::Boolean:
            return "INTEGER";
        case ColumnType::Text:
        case ColumnType::Category:
        case ColumnType::Multi:
            break;
    }
    return "TEXT";
}

/// Headers made fit to be names of one table's columns: not empty, short, and different whatever their case.
class ColumnNames {
public:
    QString next(const QString& header) {
        QString name = header.simplified().remove(QChar(0)).left(60);
        if (name.isEmpty() || name.startsWith(u'_')) name.prepend(QLatin1String("column "));
        int& times = m_times[name.toLower()];
        if (++times == 1) return name;
        return next(name + QStringLiteral(" %1").arg(times));
    }

private:
    QHash<QString, int> m_times;
};

/// The transactions in which a dataset is written.
class Slices {
public:
    Slices(Database& database, const FileSharing& sharing) : m_database(database), m_sharing(sharing) {
        begin();
    }
    /// To be called between two rows. Statements go on after it.
    void check() {
        if (!m_sharing.wanted || (!m_sharing.wanted() && m_since.elapsed() < longestSlice)) return;
        m_transaction->commit();
        m_transaction.reset();
        m_sharing.giveWay();
        begin();
    }
    void commit() { m_transaction->commit(); }

private:
    void begin() {
        m_transaction.emplace(m_database);
        m_since.start();
    }
    Database& m_database;
    const FileSharing& m_sharing;
    std::optional<Transaction> m_transaction;
    QElapsedTimer m_since;
};

/// Writes the rows of one entity.
class EntityWriter {
public:
    EntityWriter(Database& database, std::int64_t dataset, Entity entity, const Dataset& all, Slices& slices)
        : m_database(database),
          m_dataset(dataset),
          m_entity(entity),
          m_all(all),
          m_table(*all.of(entity).table),
          m_slices(slices) {}

    void write(const Job& job, std::size_t done, std::size_t total) {
        const std::size_t fields = m_table.fields.size();
        for (std::size_t first = 0; first == 0 || first < fields; first += columnsPerTable)
            writePart(first, std::min(fields, first + columnsPerTable), job, done, total);
        const Links& links = m_all.of(m_entity).links;
        Statement insert =
            m_database.prepare("INSERT INTO dataset_entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.bind(1, m_dataset)
            .bind(2, entityName(m_entity))
            .bind(3, std::int64_t(m_table.rows))
            .bind(4, std::int64_t(links.byId));
        insert.bind(5, std::int64_t(links.byDomain))
            .bind(6, std::int64_t(links.byEmail))
            .bind(7, std::int64_t(links.byName));
        insert.bind(8, m_digest.hex())
            .bind(9, std::int64_t(links.byChoice))
            .bind(10, std::int64_t(links.nameless))
            .run();
        writeAttributes();
        writeUnlinked(links);
    }

private:
    void writePart(std::size_t first, std::size_t last, const Job& job, std::size_t done, std::size_t total) {
        QString name = QStringLiteral("data_%1_%2").arg(m_dataset).arg(entityName(m_entity));
        if (first > 0) name += QStringLiteral("_%1").arg(first / columnsPerTable + 1);
        QByteArray create = "CREATE TABLE " + quoted(name) + " (_row INTEGER PRIMARY KEY";
        if (first == 0) create += ", _account INTEGER, _state TEXT, _file INTEGER, _file_row INTEGER";
        ColumnNames names;
        Statement column =
            m_database.prepare("INSERT INTO dataset_column VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (std::size_t field = first; field < last; ++field) {
            const auto& [header, data] = m_table.fields[field];
            const QString inColumn = names.next(header);
            create += ", " + quoted(inColumn) + ' ' + storageOf(data.type());
            column.bind(1, m_dataset)
                .bind(2, entityName(m_entity))
                .bind(3, std::int64_t(field))
                .bind(4, header);
            column.bind(5, typeName(data.type())).bind(6, data.isNumeric() ? data.currency() : QString());
            if (data.type() == ColumnType::Category || data.type() == ColumnType::Multi)
                column.bind(7, jsonArray(levelsOf(data.dictionary())));
            else
                column.bindNull(7);
            column.bind(8, name).bind(9, inColumn).run();
        }
        m_database.run(create + ") STRICT");

        const std::size_t parameters = (first == 0 ? 5 : 1) + last - first;
        QByteArray marks("?");
        for (std::size_t i = 1; i < parameters; ++i) marks += ",?";
        Statement insert = m_database.prepare("INSERT INTO " + quoted(name) + " VALUES (" + marks + ')');
        const std::size_t rowsPerCheck = std::max<std::size_t>(1, cellsPerCheck / parameters);
        for (std::size_t row = 0; row < m_table.rows; ++row) {
            if (row % rowsPerCheck == 0) {
                if (job.cancelled())
                    throw StoreFailure{{ErrorCode::Cancelled,
                                        QCoreApplication::translate("icp::WorkshopFile",
                                                                    "Stopped; the data are as they were."),
                                        {}}};
                job.report(qint64(done + row), qint64(total),
                           QCoreApplication::translate("icp::WorkshopFile", "Storing rows"));
                m_slices.check();
            }
            insert.bind(1, std::int64_t(row));
            int index = first == 0 ? bindOrigin(insert, row) : 2;
            for (std::size_t field = first; field < last; ++field)
                bindCell(insert, index++, m_table.fields[field].column, row);
            insert.run();
        }
    }

    /// What is known of a row beside its cells; returns the next parameter.
    int bindOrigin(Statement& insert, std::size_t row) {
        const auto number = [&](int index, bool known, std::uint64_t value) {
            if (known) {
                insert.bind(index, std::int64_t(value));
                m_digest.add(value);
            } else {
                insert.bindNull(index);
                m_digest.addMissing();
            }
        };
        const std::vector<std::uint32_t>& links = m_all.of(m_entity).links.account;
        number(2, row < links.size() && links[row] != noRow, row < links.size() ? links[row] : 0);
        const QString state = stateOf(row);
        if (state.isEmpty())
            insert.bindNull(3);
        else
            insert.bind(3, state);
        m_digest.add(state.toStdString());
        number(4, row < m_table.sourceFile.size(),
               row < m_table.sourceFile.size() ? m_table.sourceFile[row] : 0);
        number(5, row < m_table.sourceRow.size(),
               row < m_table.sourceRow.size() ? m_table.sourceRow[row] : 0);
        return 6;
    }

    QString stateOf(std::size_t row) const {
        if (m_entity == Entity::Deal && row < m_all.dealState.size())
            return dealStateNames.of(m_all.dealState[row]);
        if (m_entity == Entity::Account && row < m_all.accountState.size())
            return accountStateNames.of(m_all.accountState[row]);
        return {};
    }

    void bindCell(Statement& insert, int index, const Column& column, std::size_t row) {
        if (column.isMissing(row)) {
            insert.bindNull(index);
            m_digest.addMissing();
        } else if (column.isNumeric()) {
            insert.bind(index, column.numbers()[row]);
            m_digest.add(column.numbers()[row]);
        } else if (column.type() == ColumnType::Boolean) {
            insert.bind(index, std::int64_t(column.codes()[row]));
            m_digest.add(std::uint64_t(column.codes()[row]));
        } else if (column.type() == ColumnType::Multi) {
            QStringList texts;
            for (const std::uint32_t code : column.elements(row))
                texts << toQString(column.dictionary().at(code));
            const QString array = jsonArray(texts);
            insert.bind(index, array);
            m_digest.add(array.toStdString());
        } else {
            const std::string_view text = column.type() == ColumnType::Text
                                              ? column.text(row)
                                              : column.dictionary().at(column.codes()[row]);
            insert.bindText(index, text);
            m_digest.add(text);
        }
    }

    void writeAttributes() {
        Statement insert =
            m_database.prepare("INSERT INTO dataset_attribute VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.bind(1, m_dataset).bind(2, entityName(m_entity));
        int position = 0;
        for (const Attribute& attribute : m_all.of(m_entity).attributes) {
            insert.bind(3, position++)
                .bind(4, attribute.name)
                .bind(5, attribute.label)
                .bind(6, className(attribute.cls));
            insert.bind(7, useName(attribute.use)).bind(8, attribute.reason).bind(9, attribute.unit);
            insert.bind(10, attribute.column).bind(11, attribute.verdict).bind(12, attribute.caution).run();
        }
    }

    void writeUnlinked(const Links& links) {
        Statement insert = m_database.prepare("INSERT INTO unlinked VALUES (?, ?, ?, ?, ?, ?, ?)");
        insert.bind(1, m_dataset).bind(2, entityName(m_entity));
        int position = 0;
        for (const Unlinked& text : links.unlinked) {
            insert.bind(3, position++).bind(4, text.text).bind(5, text.column);
            insert.bind(6, std::int64_t(text.rows)).bind(7, std::int64_t(text.accounts)).run();
        }
    }

    Database& m_database;
    std::int64_t m_dataset;
    Entity m_entity;
    const Dataset& m_all;
    const Table& m_table;
    Slices& m_slices;
    Digest m_digest;
};

std::int64_t newestNumber(Database& database) { return database.number("SELECT max(number) FROM dataset"); }

QStringList unfinishedTables(Database& database) {
    QStringList names;
    Statement select = database.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'data_[0-9]*_*' "
        "AND CAST(substr(name, 6) AS INTEGER) > ?");
    for (select.bind(1, newestNumber(database)); select.row();) names << select.text(0);
    return names;
}

}  // namespace

void dropUnfinished(Database& database) {
    const QStringList tables = unfinishedTables(database);
    if (tables.isEmpty()) return;
    Transaction transaction(database);
    for (const QString& name : tables) database.run("DROP TABLE " + quoted(name));
    for (const char* table : {"dataset_file", "dataset_file_column", "dataset_entity", "dataset_column",
                              "dataset_attribute", "unlinked", "issue", "rejected_row", "outcome_word"}) {
        Statement remove = database.prepare(QByteArray("DELETE FROM ") + table + " WHERE dataset > ?");
        remove.bind(1, newestNumber(database)).run();
    }
    transaction.commit();
}

void forgetDataset(Database& database, std::int64_t number) {
    Statement remove = database.prepare("DELETE FROM dataset WHERE number = ?");
    remove.bind(1, number).run();
    dropUnfinished(database);
}

void writeDataset(Database& database, const Dataset& dataset, const Job& job, const FileSharing& sharing) {
    dropUnfinished(database);
    Slices slices(database, sharing);
    const auto number = newestNumber(database) + 1;
    std::size_t total = 0;
    for (const Entity entity : entities) total += dataset.of(entity).rows();
    std::size_t done = 0;
    for (const Entity entity : entities) {
        EntityWriter(database, number, entity, dataset, slices).write(job, done, total);
        done += dataset.of(entity).rows();
    }
    slices.check();
    Statement insert =
        database.prepare("INSERT INTO dataset (number, imported, as_of, fingerprint) VALUES (?, ?, ?, ?)");
    insert.bind(1, number).bind(2, QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    if (dataset.asOf.isValid()) insert.bind(3, dayText(dataset.asOf));
    insert.bind(4, dataset.fingerprint).run();
    writeImportFacts(database, number, dataset);
    slices.commit();
}

}  // namespace icp
