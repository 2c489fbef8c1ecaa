#include "app/importtarget.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace icp {

ImportTarget::~ImportTarget() {
    m_file.reset();
    if (m_made) QFile::remove(m_path);
}

Result<void> ImportTarget::open(const Job& job) {
    if (!QFileInfo::exists(m_path)) return {};
    Result<std::unique_ptr<WorkshopFile>> file = WorkshopFile::open(m_path, job);
    if (!file) return fail(file.error());
    m_file = std::move(*file);
    if (const std::vector<StoredDataset> stored = m_file->datasets(); !stored.empty()) {
        m_before = m_file->dataset();
        m_importedOn = stored.front().imported.date();
    }
    return {};
}

Result<void> ImportTarget::fill(const std::shared_ptr<const Dataset>& dataset, const Decisions& fresh,
                                const Job& job) {
    if (!m_file) {
        Settings settings;
        settings.title = QFileInfo(m_path).completeBaseName();
        Result<std::unique_ptr<WorkshopFile>> file = WorkshopFile::create(m_path, settings);
        if (!file) return fail(file.error());
        m_file = std::move(*file);
        m_made = true;
    }
    if (Result<void> stored = m_file->setDataset(dataset, job); !stored) return stored;
    m_made = false;
    std::vector<Change> changes;
    for (const auto& [id, body] : toJson(fresh)) {
        Change& change = changes.emplace_back();
        change.entity = QStringLiteral("decision");
        change.id = id;
        change.after = body;
        change.text = QCoreApplication::translate("icp::ImportTarget", "Accept what was proposed");
    }
    return changes.empty() ? Result<void>() : m_file->apply(std::move(changes));
}

}  // namespace icp
