#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/table/dataset.h"

#include <utility>
#include <vector>

namespace icp {

/// What happened to the cells of one attribute between two exports, over the rows that are in both.
struct AttributeChange {
    QString name;                ///< Attribute::name
    QString label;               ///< as it is now
    qint64 changed = 0;          ///< cells that hold another value
    qint64 filled = 0;           ///< cells that had none
    qint64 emptied = 0;          ///< cells that have none any more
    QStringList newLevels;       ///< Category and Multi: that no row had before
    QStringList vanishedLevels;  ///< that no row has any more
};

/// The rows of one entity in two exports. Rows are matched one to one: by id, else by domain (contacts: by
/// e-mail address), else by name within the account: as long as the key names one row on either side. Rows
/// with different ids are not the same where any id is in both exports.
struct EntityChange {
    Entity entity = Entity::Account;
    qint64 before = 0;  ///< rows
    qint64 after = 0;
    qint64 keylessBefore = 0;  ///< rows that have nothing to be recognised by: neither new nor gone
    qint64 keyless = 0;
    std::vector<std::uint32_t> appeared;                           ///< rows now
    std::vector<std::uint32_t> vanished;                           ///< rows then
    std::vector<std::pair<std::uint32_t, std::uint32_t>> matched;  ///< then and now, in the order of now
    std::vector<std::uint32_t> changed;                            ///< rows now in which a cell differs
    qint64 byId = 0;
    qint64 byDomain = 0;
    qint64 byName = 0;
    std::vector<AttributeChange> attributes;  ///< that changed in anything, in the order of now
    QStringList newAttributes;                ///< labels
    QStringList vanishedAttributes;
};

/// A deal that ended, or ended otherwise.
struct OutcomeChange {
    std::uint32_t before = noRow;
    std::uint32_t after = noRow;
    DealState from = DealState::Open;
    DealState to = DealState::Open;
};

/// What is new, gone and different from one export to the next: accounts, deals and contacts. Usage is
/// measured anew each time and only counted.
struct DatasetChange {
    std::vector<EntityChange> entities;  ///< accounts, deals, contacts
    std::vector<OutcomeChange> outcomes;
    qint64 usageBefore = 0;
    qint64 usageAfter = 0;

    const EntityChange& of(Entity entity) const { return entities[std::size_t(entity)]; }
};

/// Errors: Cancelled.
Result<DatasetChange> compare(const Dataset& before, const Dataset& after, const Job& job = {});

}  // namespace icp
