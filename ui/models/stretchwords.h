#pragma once

#include "core/draft/stretch.h"
#include "ui/models/textrows.h"

namespace icp::ui {

/// What became of the accounts of each fit, as a table: fit, won, its range, left.
QStringList stretchHeader(const StretchOutcomes& outcomes);
std::vector<TextRows::Row> stretchRows(const StretchOutcomes& outcomes);
QString stretchMethod();

/// "“Legal entities 21+” instead of “Legal entities 2–20”": what keeps these accounts from being ideal.
QString groupTitle(const StretchGroup& group, const Icp& icp, const Dataset& dataset);
/// What became of them, and on which side that puts them.
QString groupWords(const StretchGroup& group, const StretchOutcomes& outcomes);
/// What would change; empty when nothing is proposed.
QString proposalWords(const StretchGroup& group, const Icp& icp, const Dataset& dataset);

}  // namespace icp::ui
