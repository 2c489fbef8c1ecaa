#pragma once

#include "core/base/issue.h"
#include "core/base/job.h"
#include "core/import/profiles.h"
#include "core/table/dataset.h"

#include <QStringList>

#include <vector>

namespace icp {

/// How the rows of `entity` find their account, each by the first key that names exactly one: explicit id,
/// domain, domain of the e-mail address (not of free mail), name without legal suffix. A key that several
/// accounts share links to nothing. `issues` gets a Note per text that named several accounts or none, and
/// one, at the first of them, about the rows that name no account at all: a Warning where no row finds one.
/// The same, most rows first, is in Links::unlinked. `files` are the names that Table::sourceFile counts.
/// Unfinished when the job is cancelled meanwhile.
Links linkToAccounts(const Dataset& dataset, Entity entity, const QStringList& files,
                     std::vector<Issue>& issues, const Job& job = {});

/// Accounts out of the account ids, names and domains that the rows of `from` mention, in order of first
/// mention, for when there is no accounts file. Features of `from` that the vocabulary counts among an
/// account's and that hardly ever differ between the rows of an account come along, and are only described in
/// `from` from then on.
EntityTable accountsMentioned(EntityTable& from, Entity entity, const Profiles& profiles);

}  // namespace icp
