#pragma once

#include "core/import/importer.h"
#include "core/store/workshopfile.h"

namespace icp {

/// The workshop that an import goes into. One that is made for it goes away again unless it is filled.
class ImportTarget {
public:
    explicit ImportTarget(QString path) : m_path(std::move(path)) {}
    ~ImportTarget();
    ImportTarget(const ImportTarget&) = delete;
    ImportTarget& operator=(const ImportTarget&) = delete;

    /// Reads what is there already; no file yet is no error. Errors: as WorkshopFile::open().
    Result<void> open(const Job& job);
    /// What is in use; nullptr when nothing was imported yet.
    std::shared_ptr<const Dataset> before() const { return m_before; }
    QDate importedOn() const { return m_importedOn; }

    Decisions decisions() const { return m_file ? m_file->workshop().decisions : Decisions(); }

    /// Stores an import, and fresh decisions on it as one step of undo. Errors: as WorkshopFile.
    Result<void> fill(const std::shared_ptr<const Dataset>& dataset, const Decisions& fresh, const Job& job);

private:
    QString m_path;
    std::unique_ptr<WorkshopFile> m_file;
    std::shared_ptr<const Dataset> m_before;
    QDate m_importedOn;
    bool m_made = false;
};

}  // namespace icp
