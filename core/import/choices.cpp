#include "core/import/choices.h"

#include "core/import/filenames.h"
#include "core/import/headers.h"
#include "core/import/profiles.h"
#include "core/rows/sql/sqlreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Importer)
};

constexpr QStringView ignored = u"ignore";

tl::unexpected<Error> noAttribute(const QString& name) {
    return fail(ErrorCode::Usage, Words::tr("There is no attribute “%1”.").arg(name));
}

Result<void> checkMapping(const FileRequest& file, const QString& name, const Profiles& profiles) {
    QStringList names = file.mapping.values();
    names.removeAll(ignored);
    names.sort();
    std::optional<Entity> role = file.role;
    for (const QString& attribute : names) {
        const std::optional<Entity> entity = entityOfAttribute(attribute);
        if (!entity || (!isCustomName(attribute) && profiles.find(attribute) == nullptr))
            return noAttribute(attribute);
        if (names.count(attribute) > 1)
            return fail(ErrorCode::Usage,
                        Words::tr("Two columns of %1 are mapped to “%2”.").arg(name, attribute));
        if (role.value_or(*entity) != *entity)
            return fail(ErrorCode::Usage, Words::tr("“%1” is no attribute of %2, which is what %3 holds.")
                                              .arg(attribute, entityName(*role), name));
        role = entity;
    }
    return {};
}

void addMissing(QStringList& to, const QStringList& names, const QStringList& except) {
    for (const QString& name : names)
        if (!to.contains(name) && !except.contains(name)) to << name;
}

/// Takes out what is known of a header, however it was spelled then.
template <class Value>
void forget(QHash<QString, Value>& known, const QString& header) {
    known.removeIf([&](const auto& one) { return headerKey(one.key()) == headerKey(header); });
}

/// `memory` with the decisions on one file.
void add(FileMemory& memory, const FileRequest& file) {
    for (const QString& header : file.asDetected) {
        forget(memory.mapping, header);
        forget(memory.columns, header);
    }
    if (file.role && memory.role != file.role) {
        memory.role = file.role;
        memory.mapping.clear();  // they were attributes of another entity
    }
    for (auto it = file.mapping.begin(); it != file.mapping.end(); ++it) {
        memory.mapping.removeIf([&](const auto& known) {
            return known.value() == it.value() && it.value() != ignored && known.key() != it.key();
        });
        memory.mapping.insert(it.key(), it.value());
    }
    memory.columns.insert(file.columns);
}

}  // namespace

QString keptPath(const QString& path) {
    if (isDatabaseAddress(path)) return QUrl(path).toString(QUrl::RemovePassword);
    return QDir::isAbsolutePath(path) ? path : QFileInfo(path).absoluteFilePath();
}

Result<void> checkChoices(const ImportChoices& choices) {
    const Result<Profiles>& profiles = loadProfiles();
    if (!profiles) return fail(profiles.error());
    std::vector<std::pair<QString, QString>> named;
    for (const FileRequest& file : choices.files) named.emplace_back(file.path, file.sheet);
    const QStringList names = shownNames(named);
    for (std::size_t i = 0; i < choices.files.size(); ++i)
        if (const auto fine = checkMapping(choices.files[i], names[qsizetype(i)], *profiles); !fine)
            return fine;
    for (const QString& name : choices.use + choices.hide)
        if (!entityOfAttribute(name)) return noAttribute(name);
    return {};
}

void remember(MappingMemory& memory, const Dataset& dataset, QDate day) {
    const ImportChoices& choices = dataset.choices;
    for (std::size_t i = 0; i < std::min(dataset.files.size(), choices.files.size()); ++i) {
        const FileRequest& decided = choices.files[i];
        const SourceFile& file = dataset.files[i];
        const bool words = (choices.outcome || choices.outcomeAsDetected) && file.role == Entity::Deal;
        if (file.signature.isEmpty() || (!decided.role && decided.mapping.isEmpty() &&
                                         decided.columns.isEmpty() && decided.asDetected.isEmpty() && !words))
            continue;
        FileMemory known = memory.files.value(file.signature);
        add(known, decided);
        if (words) {
            const OutcomeWords said = choices.outcome.value_or(OutcomeWords());
            known.won = said.won;
            known.lost = said.lost;
        }
        if (known == memory.files.value(file.signature)) continue;
        if (!known.role && known.mapping.isEmpty() && known.columns.isEmpty() && known.won.isEmpty() &&
            known.lost.isEmpty()) {
            memory.files.remove(file.signature);
            continue;
        }
        known.day = day;
        known.vendor = file.vendor;
        memory.files[file.signature] = std::move(known);
    }
}

void continueFrom(ImportRequest& request, const Dataset& before, QDate day) {
    remember(request.memory, before, day);
    addMissing(request.use, before.choices.use, request.hide);
    addMissing(request.hide, before.choices.hide, request.use);
}

QString userMemoryPath() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    return folder.isEmpty() ? QString() : folder + QStringLiteral("/mappings.json");
}

Result<void> keepDecisions(const QString& path, const Dataset& dataset, QDate day) {
    const Result<MappingMemory> known = readMemory(path);
    if (!known) return fail(known.error());
    MappingMemory memory = *known;
    remember(memory, dataset, day);
    if (memory == *known) return {};
    return writeMemory(path, memory);
}

}  // namespace icp
