#include "core/base/text.h"
#include "core/import/importer.h"
#include "core/typing/tabletexts.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <csignal>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace icp;

namespace {

/// Where a program of the server is; distributions keep them out of the path.
QString programOf(const QString& name) {
    const QString found = QStandardPaths::findExecutable(name);
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    for (const QString& version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Reversed))
        if (const QString path = versions.filePath(version + QStringLiteral("/bin/") + name);
            QFile::exists(path))
            return path;
    return found;
}

/// A port of the loopback that nothing listens on.
int freePort() {
    const int handle = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* any = reinterpret_cast<sockaddr*>(&address);
    const bool bound = bind(handle, any, size) == 0 && getsockname(handle, any, &size) == 0;
    close(handle);
    return bound ? ntohs(address.sin_port) : 0;
}

/// A server of its own: in a folder that goes with it, on the loopback, never as root, which it refuses.
class Server {
public:
    ~Server() {
        if (m_server.state() == QProcess::NotRunning) return;
        kill(pid_t(m_server.processId()), SIGINT);  // ends at once, whoever is connected
        if (!m_server.waitForFinished(20000)) m_server.kill();
        m_server.waitForFinished(5000);
    }

    /// Empty when it runs, else why not.
    QString start() {
        const QString initdb = programOf(QStringLiteral("initdb"));
        const QString postgres = programOf(QStringLiteral("postgres"));
        if (initdb.isEmpty() || postgres.isEmpty()) return QStringLiteral("PostgreSQL is not installed.");
        if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL")))
            return QStringLiteral("The part of Qt that speaks to PostgreSQL is not installed.");
        const passwd* nobody = geteuid() == 0 ? getpwnam("nobody") : nullptr;
        if (geteuid() == 0 && nobody == nullptr) return QStringLiteral("There is no unprivileged user.");
        m_port = freePort();
        if (!m_folder.isValid() || m_port == 0) return QStringLiteral("No folder or port is free.");
        if (nobody != nullptr &&
            chown(QFile::encodeName(m_folder.path()).constData(), nobody->pw_uid, nobody->pw_gid) != 0)
            return QStringLiteral("The folder cannot be given away.");
        const QString data = m_folder.filePath(QStringLiteral("data"));
        QProcess init;
        for (QProcess* process : {&init, &m_server}) {
            process->setWorkingDirectory(m_folder.path());
            process->setProcessChannelMode(QProcess::MergedChannels);
            if (nobody == nullptr) continue;
            process->setChildProcessModifier([user = nobody->pw_uid, group = nobody->pw_gid] {
                if (setgid(group) != 0 || setuid(user) != 0) _exit(1);
            });
        }
        init.start(initdb, {"-D", data, "-U", "icp", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"});
        if (!init.waitForFinished(60000) || init.exitCode() != 0)
            return QStringLiteral("initdb failed: ") + QString::fromUtf8(init.readAll());
        m_server.setStandardOutputFile(QProcess::nullDevice());
        m_server.start(postgres, {"-D", data, "-p", QString::number(m_port), "-h", "127.0.0.1", "-k",
                                  m_folder.path(), "-F"});
        QElapsedTimer waited;
        waited.start();
        while (waited.elapsed() < 20000) {
            if (run({})) return {};
            if (m_server.state() == QProcess::NotRunning) break;
            QTest::qSleep(100);
        }
        return QStringLiteral("The server does not answer.");
    }

    /// False when a statement fails.
    bool run(const QStringList& statements) const {
        bool done = true;
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), QStringLiteral("setup"));
            database.setHostName(QStringLiteral("127.0.0.1"));
            database.setPort(m_port);
            database.setUserName(QStringLiteral("icp"));
            database.setDatabaseName(QStringLiteral("postgres"));
            done = database.open();
            for (const QString& statement : statements) {
                QSqlQuery query(database);
                const bool fine = done && query.exec(statement);
                if (done && !fine) qInfo("%s", qPrintable(query.lastError().text()));
                done = fine;
            }
        }
        QSqlDatabase::removeDatabase(QStringLiteral("setup"));
        return done;
    }

    QString address() const { return QStringLiteral("postgresql://icp@127.0.0.1:%1/postgres").arg(m_port); }

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    int m_port = 0;
};

}  // namespace

/// Tables, views and queries of a PostgreSQL server that is started for this alone.
class TestPostgresql : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void tablesAndQueries_data();
    void tablesAndQueries();
    void refusals();
    void nothingIsWritten();
    void imports();

private:
    QStringList read(const QString& wanted, const QString& address);

    Server m_server;
    QString m_error;
};

void TestPostgresql::initTestCase() {
    if (const QString problem = m_server.start(); !problem.isEmpty()) QSKIP(qPrintable(problem));
    QVERIFY(m_server.run(
        {"CREATE TABLE firms (id integer, name text, industry varchar(40), employees integer)",
         "INSERT INTO firms VALUES (1, 'Müller & Söhne', 'Steel', 10), (2, 'Beta, Inc.', NULL, 250)",
         "CREATE TABLE \"Sales Deals\" (\"Deal Name\" text, \"Account Name\" text, \"Stage\" text, "
         "\"Amount\" numeric(20,2), \"Close Date\" date, changed timestamp, sure boolean, share float8, "
         "long bigint)",
         "INSERT INTO \"Sales Deals\" VALUES ('One', 'Beta, Inc.', 'Closed Won', 12345678901234567.89, "
         "'2024-02-29', '2024-03-01 09:30:15', true, 0.1, 9007199254740993), ('Two \"x\"', "
         "'Müller & Söhne', 'Closed Lost', 7, NULL, NULL, false, NULL, NULL)",
         "CREATE VIEW big AS SELECT name FROM firms WHERE employees > 100",
         "CREATE TABLE numbered AS SELECT n FROM generate_series(1, 100000) n"}));
}

QStringList TestPostgresql::read(const QString& wanted, const QString& address) {
    QStringList rows;
    ReadOptions options;
    options.sheet = wanted;
    const Result<ReadInfo> info = readTexts(
        address, options,
        [&](qint64, std::span<const Cell> cells) {
            QStringList row;
            for (const Cell& cell : cells) row << toQString(cell.text);
            rows << row.join(u'|');
            return true;
        },
        [](const TextRemark&) {});
    m_error = info ? QString() : info.error().message;
    return rows;
}

void TestPostgresql::tablesAndQueries_data() {
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("table") << "firms"
                           << QStringList{"id|name|industry|employees", "1|Müller & Söhne|Steel|10",
                                          "2|Beta, Inc.||250"};
    QTest::newRow("a name of two words, every type")
        << "Sales Deals"
        << QStringList{"Deal Name|Account Name|Stage|Amount|Close Date|changed|sure|share|long",
                       "One|Beta, Inc.|Closed Won|12345678901234567.89|2024-02-29|2024-03-01 "
                       "09:30:15|TRUE|0.1|9007199254740993",
                       "Two \"x\"|Müller & Söhne|Closed Lost|7.00|||FALSE||"};
    QTest::newRow("view") << "big" << QStringList{"name", "Beta, Inc."};
    QTest::newRow("query") << "SELECT name, employees * 2 AS twice FROM firms ORDER BY id DESC"
                           << QStringList{"name|twice", "Beta, Inc.|500", "Müller & Söhne|20"};
}

void TestPostgresql::tablesAndQueries() {
    QFETCH(QString, wanted);
    QFETCH(QStringList, rows);
    QCOMPARE(read(wanted, m_server.address()), rows);
    QVERIFY2(m_error.isEmpty(), qPrintable(m_error));
}

void TestPostgresql::refusals() {
    QVERIFY(read({}, m_server.address()).isEmpty());
    QVERIFY2(m_error.contains(u"firms") && m_error.contains(u"Sales Deals"), qPrintable(m_error));
    QVERIFY(read(QStringLiteral("nothing"), m_server.address()).isEmpty());
    QVERIFY2(m_error.contains(u"firms"), qPrintable(m_error));
    QVERIFY(read(QStringLiteral("SELECT nothing FROM firms"), m_server.address()).isEmpty());
    QVERIFY2(m_error.contains(u"nothing"), qPrintable(m_error));
    read(QStringLiteral("firms"),
         m_server.address().replace(QStringLiteral("icp@"), QStringLiteral("stranger@")));
    QVERIFY2(m_error.contains(u"stranger"), qPrintable(m_error));
}

void TestPostgresql::nothingIsWritten() {
    read(QStringLiteral("WITH gone AS (DELETE FROM firms RETURNING id) SELECT id FROM gone"),
         m_server.address());
    QVERIFY2(!m_error.isEmpty(), "a query that deletes must be refused");
    QCOMPARE(read(QStringLiteral("SELECT count(*) FROM firms"), m_server.address()).last(), "2");
    QCOMPARE(read(QStringLiteral("numbered"), m_server.address()).size(), 100001);
}

void TestPostgresql::imports() {
    ImportRequest request;
    request.files.push_back({m_server.address()});
    request.files.back().sheet = QStringLiteral("firms");
    request.files.push_back({m_server.address()});
    request.files.back().sheet = QStringLiteral("Sales Deals");
    const auto dataset = importFiles(request);
    QVERIFY2(dataset.has_value(), dataset ? "" : qPrintable(dataset.error().message));
    QCOMPARE((*dataset)->accounts.rows(), std::size_t(2));
    QCOMPARE((*dataset)->deals.rows(), std::size_t(2));
    const Attribute* amount = (*dataset)->find(QStringLiteral("deal.amount"));
    QVERIFY(amount != nullptr);
    const Column& amounts = (*dataset)->deals.table->fields[std::size_t(amount->column)].column;
    QVERIFY(amounts.type() == ColumnType::Money || amounts.type() == ColumnType::Number);
}

QTEST_GUILESS_MAIN(TestPostgresql)
#include "tst_postgresql.moc"
