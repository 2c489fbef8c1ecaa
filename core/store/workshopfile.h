#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/store/change.h"
#include "core/store/filesharing.h"
#include "core/store/storeddataset.h"
#include "core/table/dataset.h"
#include "core/workshop/workshop.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace icp {

/// A workshop in its file (.icpw): one SQLite database with application_id and user_version; the schema is in
/// resources/schema and documented there. Opening never modifies; every change is one transaction, so that a
/// killed process loses nothing that was committed. Others may read the file meanwhile; when another program
/// has changed it, changes are refused with Conflict instead of mixing two states. Not thread-safe: one
/// owner.
class WorkshopFile {
public:
    /// Errors: OutputNotWritable, Conflict (a file is there and `overwrite` is false).
    static Result<std::unique_ptr<WorkshopFile>> create(const QString& path, const Settings& settings,
                                                        bool overwrite = false);
    /// Errors: InputUnusable: no such file, not a workshop, damaged (detail names the page or table), made by
    /// a newer version; Conflict: another program is writing it; Cancelled. An older schema is migrated on
    /// the first change, after a backup beside it ("name.icpw.v1.backup").
    static Result<std::unique_ptr<WorkshopFile>> open(const QString& path, const Job& job = {});
    /// The same with another history of the schema, for tests.
    static Result<std::unique_ptr<WorkshopFile>> open(const QString& path, const Job& job,
                                                      const std::vector<QByteArray>& migrations);
    ~WorkshopFile();

    const QString& path() const;
    /// References and pointers into it hold until the next change, undo or redo, which make it anew.
    const Workshop& workshop() const;
    /// The newest dataset as it was imported; an empty one when nothing was imported yet.
    const std::shared_ptr<const Dataset>& imported() const;
    /// The same as workshop().decisions mend it, so another one after a change, undo or redo of a decision.
    /// Mended when it is asked for, which takes as long as mended() does.
    std::shared_ptr<const Dataset> dataset() const;
    /// Every import in the file, newest first: the one in use, then the one before, and so on. Empty when the
    /// file can no longer be read.
    std::vector<StoredDataset> datasets() const;
    /// One of them, mended by the same decisions. Errors: InputUnusable (no such dataset, damaged),
    /// Cancelled.
    Result<std::shared_ptr<const Dataset>> dataset(qint64 number, const Job& job = {}) const;

    /// Writes one journal entry and the new state in one transaction. `change.before` is filled in by the
    /// store. A change that changes nothing is not written. Errors: OutputNotWritable, Conflict.
    Result<void> apply(Change change);
    /// Several changes that are undone as one.
    Result<void> apply(std::vector<Change> changes, Step place = Step::New);

    bool canUndo() const;
    bool canRedo() const;
    QString undoText() const;
    QString redoText() const;
    /// Undo and redo themselves are remembered across closing and opening.
    Result<void> undo();
    Result<void> redo();
    /// Every change ever made, oldest first, with those that were undone. Empty when the file can no longer
    /// be read.
    std::vector<Change> journal() const;

    /// Stores what `dataset` was imported as as the newest; older ones stay in the file. All or nothing. With
    /// `sharing` others may change the workshop meanwhile; what a killed process leaves of the dataset then
    /// is seen by nobody and goes with the next one. Errors: OutputNotWritable, Conflict, Cancelled.
    Result<void> setDataset(std::shared_ptr<const Dataset> dataset, const Job& job = {},
                            const FileSharing& sharing = {});

    /// Takes the newest dataset out of the file again; the one before is the newest then, if there is one.
    /// Errors: OutputNotWritable, Conflict, InputUnusable (the one before is damaged: nothing changes),
    /// Cancelled.
    Result<void> dropDataset(const Job& job = {});

    /// A complete copy under another name (SQLite backup, then an atomic rename over what is there). This
    /// object stays with its own file. Errors: OutputNotWritable.
    Result<void> copyTo(const QString& path) const;
    /// Such a copy as the bytes of its file. Errors: OutputNotWritable (the temporary folder).
    Result<QByteArray> copy() const;

private:
    struct Private;
    explicit WorkshopFile(std::unique_ptr<Private> state);
    std::unique_ptr<Private> d;
};

/// Version of the file schema this program writes.
int schemaVersion();

}  // namespace icp
