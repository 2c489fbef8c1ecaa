#pragma once

#include "core/store/database.h"

#include <vector>

namespace icp {

/// "ICPW": tells a workshop from any other SQLite file.
inline constexpr int applicationId = 0x49435057;

/// Script n makes version n + 1 out of version n; resources/schema/001.sql is the first.
using Migrations = std::vector<QByteArray>;
const Migrations& schema();

/// Brings a database to the newest version, each script in a transaction of its own. Throws StoreFailure.
void migrate(Database& database, const Migrations& migrations);

/// The version of a database that is a workshop; else, or when it is newer than `migrations`, throws
/// StoreFailure.
int versionOf(Database& database, const Migrations& migrations);

}  // namespace icp
