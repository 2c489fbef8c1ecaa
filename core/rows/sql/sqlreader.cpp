#include "core/rows/sql/sqlreader.h"

#include "core/base/plainnumber.h"
#include "core/rows/sheetchoice.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlField>
#include <QSqlRecord>
#include <QUrl>
#include <QUuid>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::SqlReader)
};

constexpr std::size_t batchFields = 1 << 16;
constexpr std::size_t batchBytes = 1 << 20;

bool isQuery(const QString& text) {
    const QString begin = text.trimmed().left(7).toLower();
    return begin.startsWith(u"select ") || begin.startsWith(u"select\n") || begin.startsWith(u"with ");
}

/// `isNumber`: of a column of exact numbers, which come as texts so that no digit is lost.
std::pair<std::string, CellKind> cellOf(const QVariant& value, bool isNumber) {
    if (value.isNull()) return {{}, CellKind::Empty};
    switch (value.typeId()) {
        case QMetaType::Bool:
            return {value.toBool() ? "TRUE" : "FALSE", CellKind::Boolean};
        case QMetaType::Int:
        case QMetaType::UInt:
        case QMetaType::LongLong:
        case QMetaType::ULongLong:
            return {value.toString().toStdString(), CellKind::Number};
        case QMetaType::Double:
            return {plainNumber(value.toDouble()), CellKind::Number};
        case QMetaType::QDate:
            return {value.toDate().toString(Qt::ISODate).toStdString(), CellKind::Date};
        case QMetaType::QDateTime:
            return {value.toDateTime().toString(QStringLiteral("yyyy-MM-dd hh:mm:ss")).toStdString(),
                    CellKind::Date};
        case QMetaType::QByteArray:
            return {value.toByteArray().toHex().toStdString(), CellKind::Text};
        default:
            return {value.toString().toStdString(), isNumber ? CellKind::Number : CellKind::Text};
    }
}

}  // namespace

bool isDatabaseAddress(const QString& path) {
    return path.startsWith(u"postgresql://") || path.startsWith(u"postgres://");
}

SqlReader::SqlReader() : m_connection(QUuid::createUuid().toString()) {}

SqlReader::~SqlReader() {
    m_query = QSqlQuery();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Error SqlReader::refused(const QString& detail) const {
    return {
        ErrorCode::InputUnusable, Words::tr("%1 cannot be read: %2").arg(m_name, detail.simplified()), {}};
}

Result<void> SqlReader::open(const QString& path, const QString& wanted) {
    if (const Result<void> connected = connect(path); !connected) return connected;
    return start(wanted);
}

Result<void> SqlReader::connect(const QString& path) {
    const bool isServer = isDatabaseAddress(path);
    const QString driver = isServer ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE");
    m_database = QSqlDatabase::addDatabase(driver, m_connection);
    if (isServer) {
        const QUrl address(path);
        m_name = Words::tr("The database %1 on %2").arg(address.path().mid(1), address.host());
        if (!m_database.isValid())
            return fail(refused(Words::tr("the part of Qt that speaks to PostgreSQL is not installed.")));
        m_database.setHostName(address.host());
        if (address.port() > 0) m_database.setPort(address.port());
        m_database.setUserName(address.userName(QUrl::FullyDecoded));
        m_database.setPassword(address.password(QUrl::FullyDecoded));
        m_database.setDatabaseName(address.path(QUrl::FullyDecoded).mid(1));
        m_database.setConnectOptions(QStringLiteral("connect_timeout=10"));
    } else {
        m_name = QFileInfo(path).fileName();
        m_database.setDatabaseName(path);
        m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"));
    }
    m_info.format = isServer ? QStringLiteral("postgresql") : QStringLiteral("sqlite");
    if (!m_database.open()) return fail(refused(m_database.lastError().databaseText()));
    if (isServer)
        QSqlQuery(m_database).exec(QStringLiteral("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"));
    return {};
}

Result<void> SqlReader::start(const QString& wanted) {
    QStringList tables = m_database.tables(QSql::Tables) + m_database.tables(QSql::Views);
    tables.sort();
    m_info.sheets = tables;
    QString statement = wanted;
    m_info.sheet = wanted;
    if (!isQuery(wanted)) {
        const QString meant = sheetMeant(wanted, tables);
        QStringList fitting;
        for (const QString& table : tables)
            if (isWanted(table, meant)) fitting << table;
        if (fitting.isEmpty() && tables.isEmpty()) return fail(refused(Words::tr("it holds no table.")));
        if (fitting.isEmpty()) return fail(noSuchSheet(m_name, wanted, tables));
        if (fitting.size() > 1 && wanted.isEmpty())
            return fail(ErrorCode::Usage, Words::tr("%1 holds several tables. Choose one: %2.")
                                              .arg(m_name, tables.join(QStringLiteral(", "))));
        m_info.sheet = fitting.first();
        statement = QStringLiteral("SELECT * FROM ") +
                    m_database.driver()->escapeIdentifier(m_info.sheet, QSqlDriver::TableName);
    }
    m_query = QSqlQuery(m_database);
    m_query.setForwardOnly(true);
    m_query.setNumericalPrecisionPolicy(QSql::HighPrecision);
    if (!m_query.exec(statement)) return fail(refused(m_query.lastError().databaseText()));
    return {};
}

Result<bool> SqlReader::next(RowBatch& batch) {
    batch.clear();
    const auto add = [&](std::string_view text, CellKind kind) {
        batch.fields.push_back({std::uint32_t(batch.text.size()), std::uint32_t(text.size())});
        batch.kinds.push_back(text.empty() ? CellKind::Empty : kind);
        batch.text += text;
    };
    const auto endRow = [&] {
        batch.lines.push_back(m_row++);
        batch.starts.push_back(std::uint32_t(batch.fields.size()));
    };
    const QSqlRecord record = m_query.record();
    const bool isServer = m_info.format == u"postgresql";
    std::vector<bool> isExact;
    for (int i = 0; i < record.count(); ++i)
        isExact.push_back(isServer && record.field(i).metaType().id() == QMetaType::Double);
    if (m_row == 0) {
        for (int i = 0; i < record.count(); ++i) add(record.fieldName(i).toStdString(), CellKind::Text);
        endRow();
    }
    while (batch.fields.size() < batchFields && batch.text.size() < batchBytes && m_query.next()) {
        for (int i = 0; i < record.count(); ++i) {
            const auto [text, kind] = cellOf(m_query.value(i), isExact[std::size_t(i)]);
            if (text.size() > maxCellBytes) {
                batch.stop = ReadStop{m_row, std::size_t(i),
                                      Words::tr("The cell in row %1, column %2 is longer than 32 MB.")};
                return true;
            }
            add(text, kind);
        }
        endRow();
    }
    if (m_query.lastError().isValid()) return fail(refused(m_query.lastError().databaseText()));
    return batch.rows() > 0;
}

}  // namespace icp
