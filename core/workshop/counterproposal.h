#pragma once

#include "core/workshop/icp.h"

#include <QStringList>

namespace icp {

/// The criterion as its counter-proposal has it, with what it was as the counter-proposal in that place:
/// adopting the same one again gives the criterion back. Section and weight stay. Unchanged when it has no
/// such counter-proposal.
Criterion adopted(const Criterion& criterion, const QString& counter);

/// The criterion as it would be if the counter-proposal stood in its place.
Criterion inPlaceOf(const Criterion& criterion, const CounterProposal& counter);

/// What a criterion says, as a counter-proposal to itself under the id `id`.
CounterProposal counterFrom(const Criterion& criterion, const QString& id);

/// The ICP as the baseline proposal of another department, "" of nobody in particular: criteria that came
/// from findings and were of the one before, or of nobody, are now of that department. Others keep their
/// authors.
Icp withBaseline(Icp icp, const QString& department);

/// Departments that had a part in a criterion: its author, then those of its counter-proposals, each once.
QStringList contributors(const Criterion& criterion);
/// Whether all its criteria were made of the data and nobody has put a name to one: there are contributors
/// only once somebody has written.
bool isDrafted(const Icp& icp);

}  // namespace icp
