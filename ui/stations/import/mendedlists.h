#pragma once

#include "core/import/fixing.h"

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace icp::ui {

/// Files that were dropped, as what they are taken for.
struct SortedFiles {
    struct List {
        QString name;
        Result<FixedImport> fixed;
    };
    QStringList tables;
    std::vector<List> lists;  ///< of rows that were set aside and mended since, told by their header
};

/// Looks into the header of every file; whole lists are held against what `dataset` set aside.
SortedFiles sortFiles(const Dataset& dataset, const QStringList& paths, const Job& job);

/// Whether a file was read because of this.
bool isFrom(const SourceFile& source, const FileRequest& request);

/// The name of a file and a row of it.
using MendedRow = std::pair<QString, qint64>;

/// Takes the mended rows over into what is asked for; those that `request` did not have as they are now.
std::vector<MendedRow> takeFixed(ImportChoices& request, const Dataset& dataset, const ImportChoices& fixed);

/// How many of them were set aside again.
qint64 asideAgain(const Dataset& dataset, const std::vector<MendedRow>& rows);

}  // namespace icp::ui
