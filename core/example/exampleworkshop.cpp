#include "core/example/exampleworkshop.h"

#include "core/analysis/analyze.h"
#include "core/draft/draft.h"
#include "core/example/example.h"
#include "core/import/importer.h"
#include "core/store/workshopfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

namespace icp {

namespace {

struct ExampleWorkshop {
    Q_DECLARE_TR_FUNCTIONS(icp::ExampleWorkshop)
};

Result<ImportRequest> writtenFiles(const QTemporaryDir& folder) {
    ImportRequest request;
    for (const ExampleFile& example : exampleFiles()) {
        FileRequest entry;
        entry.path = folder.filePath(example.name);
        QFile file(entry.path);
        if (!file.open(QIODevice::WriteOnly) || file.write(example.bytes) != example.bytes.size())
            return fail(ErrorCode::OutputNotWritable,
                        ExampleWorkshop::tr("The temporary folder %1 cannot be written.").arg(folder.path()),
                        file.errorString());
        request.files.push_back(entry);
    }
    return request;
}

Change addition(const QString& entity, const QString& id, const QJsonObject& body, std::size_t position) {
    Change change;
    change.entity = entity;
    change.id = id;
    change.position = int(position);
    change.after = body;
    change.text = ExampleWorkshop::tr("Make the example");
    return change;
}

}  // namespace

Result<void> makeExampleWorkshop(const QString& path, const Job& job) {
    const QTemporaryDir folder;
    const Result<ImportRequest> request = writtenFiles(folder);
    if (!request) return fail(request.error());
    const Result<std::shared_ptr<const Dataset>> dataset = importFiles(*request, job.part(0, 0.3));
    if (!dataset) return fail(dataset.error());
    const Result<Findings> findings = analyze(**dataset, proposedStudy(**dataset), job.part(0.3, 0.8));
    if (!findings) return fail(findings.error());

    Icp icp = draftIcp(*findings, **dataset, ExampleWorkshop::tr("Draft"));
    std::vector<Persona> personas = draftPersonas(**dataset, icp);
    writeExample(icp, personas);

    Result<std::unique_ptr<WorkshopFile>> file = WorkshopFile::create(path, exampleSettings());
    if (!file) return fail(file.error());
    if (const Result<void> stored = (*file)->setDataset(*dataset, job.part(0.8, 1)); !stored) return stored;
    std::vector<Change> changes{addition(QStringLiteral("icp"), icp.id, toJson(icp), 0)};
    for (std::size_t i = 0; i < personas.size(); ++i)
        changes.push_back(addition(QStringLiteral("persona"), personas[i].id, toJson(personas[i]), i));
    const std::vector<Claim> claims = exampleClaims();
    for (std::size_t i = 0; i < claims.size(); ++i)
        changes.push_back(addition(QStringLiteral("claim"), claims[i].id, toJson(claims[i]), i));
    return (*file)->apply(std::move(changes));
}

}  // namespace icp
