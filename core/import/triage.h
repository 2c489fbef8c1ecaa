#pragma once

#include "core/base/job.h"
#include "core/table/dataset.h"

#include <QStringList>

#include <vector>

namespace icp {

/// What the user wants of attributes, by name: those of `use` are analysed whatever leaks and triage say,
/// those of `hide` are left out; a leak that is used keeps its reason as a caution. Keys and outcomes stay
/// what they are. `decided[i]` is set for what was wanted, so that nothing later overrules it.
void applyChoices(EntityTable& entity, std::vector<bool>& decided, const QStringList& use,
                  const QStringList& hide);

/// Leaves out features that say in every row the same as another one, a renamed or recoded copy, keeping the
/// one the vocabulary knows. Needs 20 rows with a value.
void leaveOutDuplicates(EntityTable& entity, const std::vector<bool>& decided, const Job& job = {});

/// Fills verdict and reason of every column of every file from what has become of its attribute.
void giveVerdicts(Dataset& dataset);

}  // namespace icp
