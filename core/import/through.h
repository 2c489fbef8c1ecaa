#pragma once

#include "core/import/understand.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace icp {

// Rows that name no account may name a row of a table that is none of the four and names one: deals the lead
// they came from, usage a subscription. They find their account through it.

/// The table among files that are none of the four which the rows of another name by an id of the same
/// header, nine tenths of it found there, and which names accounts; where several do, the one that most rows
/// find. Rows that name accounts by themselves need none. Here: takes tables that measure use, and would find
/// their account so, for usage.
void findUsage(std::vector<UnderstoodFile>& files, const Profiles& profiles, const Job& job = {});

/// Files that are none of the four, and which of them lead rows to their account.
struct OtherTables {
    std::vector<std::shared_ptr<const Table>> tables;
    std::vector<QString> names;
    std::vector<QByteArray> digests;
    std::vector<bool> used;

    /// Takes the file's table.
    void add(UnderstoodFile& file);
    /// Gives the rows the account's columns of the one that leads them there, and says so; nothing when none
    /// does. `files` are the names that Table::sourceFile counts.
    std::optional<Issue> lead(Assembled& rows, Entity entity, const QStringList& files,
                              const Profiles& profiles, const Job& job);
};

}  // namespace icp
