#pragma once

#include "core/workshop/icp.h"

#include <QString>

#include <vector>

namespace icp::ui {

/// Edits of an ICP as the page makes them: on the value, so that a preview and a stored change are the same
/// thing.

/// What a new criterion starts with, in percent points.
double startingWeight(Importance importance);
/// Per criterion, whole percents that add up to 100 over the weighed ones; 0 for all others.
std::vector<int> shownWeights(const Icp& icp);

/// Criteria of a section in order, as indices into icp.criteria.
std::vector<std::size_t> criteriaOf(const Icp& icp, Section section);

/// A criterion that becomes an exclusion moves to the exclusions; one that stops being one moves back to
/// `home`.
void setImportance(Icp& icp, const QString& id, Importance importance, Section home);
/// Moves to place `index` of `section`; the level follows into and out of exclusions.
void moveTo(Icp& icp, const QString& id, Section section, int index);
/// One place up (-1) or down (1), into the neighbouring section at its ends. False when there is nowhere to
/// go.
bool moveBy(Icp& icp, const QString& id, int step);
/// Adds `points` percent points to the shown weight; the others give or take in proportion.
void changeWeight(Icp& icp, const QString& id, double points);
void removeCriterion(Icp& icp, const QString& id);
/// Replaces the criterion with the same id, or appends.
void putCriterion(Icp& icp, const Criterion& criterion);

}  // namespace icp::ui
