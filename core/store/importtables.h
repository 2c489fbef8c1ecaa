#pragma once

#include "core/store/database.h"
#include "core/table/dataset.h"

#include <cstdint>

namespace icp {

// What an import tells beside its rows: files and their columns, choices, issues, rejected rows, words of the
// outcome. Both directions throw StoreFailure.

/// To be called inside a transaction, when dataset `number` has its row in `dataset`.
void writeImportFacts(Database& database, std::int64_t number, const Dataset& dataset);

/// Fills these members of `dataset`.
void readImportFacts(Database& database, std::int64_t number, Dataset& dataset);

/// A list of texts as one JSON array, and back.
QString jsonArray(const QStringList& texts);
QStringList textsOf(const QByteArray& json);

/// A day in the file; invalid for an empty text.
QString dayText(const QDate& day);
QDate dayOf(const QString& text);

}  // namespace icp
