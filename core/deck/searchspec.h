#pragma once

#include "core/base/result.h"
#include "core/table/dataset.h"
#include "core/workshop/icp.h"
#include "core/workshop/persona.h"

#include <QByteArray>

#include <vector>

namespace icp {

/// What to look for outside: the criteria of an ICP and whom to talk to there, for whoever builds a list of
/// companies. What was learnt from customers (evidence, market, quote) is no part of it.
struct SearchSpec {
    Icp icp;                        ///< id, name, sentence and criteria
    std::vector<Persona> personas;  ///< role, title, title patterns, department, seniority, tier
};
SearchSpec searchSpecOf(const Icp& icp, const std::vector<Persona>& personas, const Dataset& dataset,
                        bool consumers = false);

/// JSON that reads back as it was: an ICP made of it gives every company the fit that the ICP gives.
/// {"searchSpec": 1, "id", "name", "sentence", "criteria": [{... "label", "part"}], "personas": [...]};
/// "label" and "part" are for other programs and not read.
QByteArray searchSpecJson(const SearchSpec& spec, const Dataset& dataset);
/// Errors: InputUnusable, naming `file`.
Result<SearchSpec> searchSpecFromJson(const QByteArray& bytes, const QString& file);

/// The same for people to read, UTF-8.
QByteArray searchSpecText(const SearchSpec& spec, const Dataset& dataset);

}  // namespace icp
