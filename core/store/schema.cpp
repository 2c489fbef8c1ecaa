#include "core/store/schema.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace icp {

const Migrations& schema() {
    static const Migrations scripts = [] {
        Migrations found;
        for (int number = 1;; ++number) {
            QFile script(QStringLiteral(":/schema/%1.sql").arg(number, 3, 10, QLatin1Char('0')));
            if (!script.open(QIODevice::ReadOnly)) return found;
            found.push_back(script.readAll());
        }
    }();
    return scripts;
}

void migrate(Database& database, const Migrations& migrations) {
    for (auto version = std::size_t(database.number("PRAGMA user_version")); version < migrations.size();
         ++version) {
        Transaction transaction(database);
        database.run(migrations[version]);
        database.run("PRAGMA application_id = " + QByteArray::number(applicationId));
        database.run("PRAGMA user_version = " + QByteArray::number(int(version) + 1));
        transaction.commit();
    }
}

int versionOf(Database& database, const Migrations& migrations) {
    const QString name = QFileInfo(database.path()).fileName();
    const auto version = database.number("PRAGMA user_version");
    if (database.number("PRAGMA application_id") != applicationId || version < 1)
        throw StoreFailure{
            {ErrorCode::InputUnusable,
             QCoreApplication::translate("icp::WorkshopFile",
                                         "“%1” is not a workshop. Choose a file that ends in .icpw.")
                 .arg(name),
             {}}};
    if (version > std::int64_t(migrations.size()))
        throw StoreFailure{
            {ErrorCode::InputUnusable,
             QCoreApplication::translate("icp::WorkshopFile",
                                         "“%1” was written by a newer version of ICP Workshop. Install "
                                         "the newest version, then open it again.")
                 .arg(name),
             QStringLiteral("schema %1, known up to %2").arg(version).arg(migrations.size())}};
    return int(version);
}

}  // namespace icp
