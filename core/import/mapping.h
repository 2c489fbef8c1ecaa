#pragma once

#include "core/import/headers.h"
#include "core/import/profiles.h"
#include "core/table/table.h"

#include <QHash>

#include <optional>
#include <vector>

namespace icp {

/// What one column of a file means.
struct MappedColumn {
    Attribute attribute;     ///< `column` is the column's index in the file's table
    double sure = 0;         ///< 0 to 1
    bool decided = false;    ///< by the user: detection keeps its hands off
    bool described = false;  ///< its header promises names, addresses or free text
};

/// What a file is, and what each of its columns means.
struct FileMapping {
    Entity role = Entity::Account;
    double roleSure = 1;  ///< 0 to 1
    QString vendor;
    double vendorSure = 0;
    std::vector<MappedColumn> columns;  ///< one per field of the table, in order
};

/// Vendor of an export by its headers: two distinctive ones at least, else "generic". Second: how sure, 0
/// to 1.
std::pair<QString, double> findVendor(const std::vector<Header>& headers, const Profiles& profiles);

/// What the rows of a table are, by its headers and, where these do not say, by what the cells hold. Ties go
/// to deals, then accounts, then contacts. Nothing when it is none of the four.
struct FoundRole {
    Entity role = Entity::Account;
    double sure = 0;  ///< 0 to 1: how much speaks for it, less what speaks for the next best
};
std::optional<FoundRole> findRole(const std::vector<Header>& headers, const Table& table,
                                  const Profiles& profiles);

/// Which attribute of the vocabulary each column is, as an index into Profiles::attributes, or -1. No
/// attribute is given twice.
struct Assignment {
    int attribute = -1;
    double sure = 0;
};
std::vector<Assignment> assignColumns(Entity role, const std::vector<Header>& headers, const Table& table,
                                      const Profiles& profiles, const QHash<QString, QString>& wishes = {});

/// The attribute of the vocabulary that a header names among those of `entity`; nullptr when none.
const StandardAttribute* namedAttribute(const Header& header, Entity entity, const Profiles& profiles);

/// Whether what a column holds can be what its header says: "State" with places in it is no status.
bool fits(const StandardAttribute& attribute, const Column& column, const Profiles& profiles);

/// Maps every column of a table. `role` and `wishes` (header -> attribute name, or "ignore") overrule what is
/// detected; wishes must name attributes of the role. Nothing when the role is open and cannot be found.
std::optional<FileMapping> mapFile(const Table& table, const Profiles& profiles,
                                   std::optional<Entity> role = {},
                                   const QHash<QString, QString>& wishes = {});

}  // namespace icp
