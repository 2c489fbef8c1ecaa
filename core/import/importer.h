#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/import/memory.h"
#include "core/import/outcome.h"
#include "core/proposals/decisions.h"
#include "core/table/dataset.h"
#include "core/typing/columnwish.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <optional>

namespace icp {

/// What the user has decided about one file; everything left open is remembered or detected.
struct FileRequest {
    QString path;
    std::optional<Entity> role;
    QString sheet;                    ///< XLSX: name of the sheet; empty = the first with data
    QString delimiter;                ///< CSV; empty = detect
    QString encoding;                 ///< CSV; empty = detect
    QHash<QString, QString> mapping;  ///< header -> attribute name, "ignore" leaves a column out of analysis
    QHash<QString, ColumnWish> columns;  ///< header -> how to read it
};

struct ImportRequest {
    std::vector<FileRequest> files;
    unsigned threads = 0;                      ///< 0 = one per core; the result is the same whatever it is
    std::optional<OutcomeWords> outcome = {};  ///< overrules the words found in stages and statuses
    QStringList use = {};   ///< names of attributes to analyse in spite of what leaks, triage and types say
    QStringList hide = {};  ///< names of attributes to leave out
    MappingMemory memory = {};
    double keptPerMonth = 0.97;  ///< share of what a database says that still holds a month later
    Decisions decisions = {};    ///< applied at the end; see mended()
};

/// Reads, types, maps and links all files into one Dataset: the whole of data flow step 1. Pure: touches
/// nothing but the files it reads. Errors: InputUnusable (one sentence naming the file), Cancelled. A file
/// without a single data row is an error; rows that make no sense are in Dataset::rejected, and every
/// doubtful cell is an Issue.
Result<std::shared_ptr<const Dataset>> importFiles(const ImportRequest& request, const Job& job = {});

/// Adds to `memory` what the user decided in `request`, by the signature of each file's headers, so that the
/// next export with the same headers is read alike. A file about which nothing was decided changes nothing.
void remember(MappingMemory& memory, const ImportRequest& request, const Dataset& dataset, QDate day);

}  // namespace icp
