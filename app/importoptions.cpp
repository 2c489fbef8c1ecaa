#include "app/importoptions.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace icp {

namespace {

struct ImportOptions {
    Q_DECLARE_TR_FUNCTIONS(icp::ImportOptions)
};

std::optional<Entity> roleFromName(const QString& name) {
    for (const Entity entity : entities)
        if (entityName(entity) == name) return entity;
    return std::nullopt;
}

/// The request for a file given by its path or its bare name.
FileRequest* find(ImportRequest& request, const QString& file) {
    const auto it =
        std::find_if(request.files.begin(), request.files.end(), [&](const FileRequest& candidate) {
            return candidate.path == file || QFileInfo(candidate.path).fileName() == file;
        });
    return it == request.files.end() ? nullptr : &*it;
}

}  // namespace

std::vector<Option> withImportOptions(std::vector<Option> own) {
    own.push_back(
        {"role", "ROLE=FILE",
         QT_TRANSLATE_NOOP("icp::Help",
                           "what a file holds: accounts, deals, contacts or usage; may be repeated")});
    own.push_back(
        {"map", "FILE:COLUMN=ATTRIBUTE",
         QT_TRANSLATE_NOOP("icp::Help", "what a column means, “ignore” leaves it out; may be repeated")});
    own.push_back(
        {"strict", "", QT_TRANSLATE_NOOP("icp::Help", "end with exit code 1 when rows were set aside")});
    return own;
}

Result<ImportRequest> importRequest(const Options& options) {
    ImportRequest request;
    for (const QString& path : options.files()) {
        FileRequest file;
        file.path = path;
        request.files.push_back(file);
    }
    for (const QString& word : options.values(QStringLiteral("role"))) {
        const std::optional<Entity> role = roleFromName(word.section(u'=', 0, 0));
        const QString path = word.section(u'=', 1);
        if (!role || path.isEmpty())
            return fail(
                ErrorCode::Usage,
                ImportOptions::tr("--role takes accounts=FILE, deals=FILE, contacts=FILE or usage=FILE."));
        FileRequest* file = find(request, path);
        if (file == nullptr) {
            FileRequest added;
            added.path = path;
            file = &request.files.emplace_back(added);
        }
        file->role = *role;
    }
    for (const QString& word : options.values(QStringLiteral("map"))) {
        const QString path = word.section(u':', 0, 0);
        const QString pair = word.section(u':', 1);
        const QString attribute = pair.section(u'=', -1);
        const QString column = pair.section(u'=', 0, -2);
        FileRequest* file = find(request, path);
        if (file == nullptr || column.isEmpty() || attribute.isEmpty())
            return fail(
                ErrorCode::Usage,
                ImportOptions::tr(
                    "--map takes FILE:COLUMN=ATTRIBUTE with one of the files given; “%1” is not that.")
                    .arg(word));
        file->mapping.insert(column, attribute);
    }
    if (request.files.empty())
        return fail(ErrorCode::Usage, ImportOptions::tr("Name at least one file to import."));
    return request;
}

}  // namespace icp
