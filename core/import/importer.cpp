#include "core/import/importer.h"

#include "core/import/asof.h"
#include "core/import/assembly.h"
#include "core/import/choices.h"
#include "core/import/filenames.h"
#include "core/import/fingerprint.h"
#include "core/import/fixing.h"
#include "core/import/freshness.h"
#include "core/import/linker.h"
#include "core/import/ongoing.h"
#include "core/import/outcome.h"
#include "core/import/separation.h"
#include "core/import/through.h"
#include "core/import/triage.h"
#include "core/import/understand.h"
#include "core/import/vendors.h"
#include "core/proposals/mended.h"
#include "core/table/derived.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Importer)
};

tl::unexpected<Error> cancelled() {
    return fail(ErrorCode::Cancelled, Words::tr("The import was cancelled."));
}

SourceFile described(const UnderstoodFile& one) {
    const MappedFile& file = one.mapped;
    SourceFile source;
    const TypedFile& typed = file.typed;
    source.name = file.name;
    source.role = file.mapping.role;
    source.vendor = file.mapping.vendor;
    source.vendorSure = file.mapping.vendorSure;
    source.roleSure = file.mapping.roleSure;
    source.path = one.request.path;
    source.signature = one.signature;
    source.digest = QString::fromLatin1(one.digest.toHex());
    source.remembered = one.remembered;
    source.rows = qint64(typed.table.rows);
    source.rejected = qint64(typed.rejected.size());
    source.columns = int(typed.table.fields.size());
    source.format = typed.info.format;
    source.encoding = typed.info.encoding;
    source.delimiter = typed.info.delimiter;
    source.sheet = typed.info.sheet;
    for (const MappedColumn& mapped : file.mapping.columns) {
        const auto index = std::size_t(mapped.attribute.column);
        const Table::Field& field = typed.table.fields[index];
        ColumnInfo info{field.header, mapped.attribute.name, field.column.type(),
                        {},           mapped.sure,           qint64(field.column.missing().count())};
        if (index < typed.evidence.size()) {
            info.evidence = typed.evidence[index].sentence;
            if (source.decimal.isEmpty()) source.decimal = typed.evidence[index].decimal;
        }
        source.columnInfo.push_back(std::move(info));
    }
    return source;
}

void countUsed(Dataset& dataset) {
    for (SourceFile& file : dataset.files)
        file.columnsUsed =
            int(std::count_if(file.columnInfo.begin(), file.columnInfo.end(), [&](const ColumnInfo& info) {
                const Attribute* attribute = dataset.find(info.attribute);
                return attribute != nullptr && attribute->use != AttributeUse::LeftOut;
            }));
}

void linkAll(Dataset& dataset, const Profiles& profiles, const QStringList& names, const Job& job) {
    if (dataset.accounts.rows() == 0)
        dataset.accounts = accountsMentioned(dataset.deals, Entity::Deal, profiles);
    if (dataset.accounts.rows() == 0)
        dataset.accounts = accountsMentioned(dataset.contacts, Entity::Contact, profiles);
    if (dataset.accounts.rows() == 0)
        dataset.accounts = accountsMentioned(dataset.usage, Entity::Usage, profiles);
    dataset.accounts.links.account.resize(dataset.accounts.rows());
    std::iota(dataset.accounts.links.account.begin(), dataset.accounts.links.account.end(), 0U);
    dataset.deals.links = linkToAccounts(dataset, Entity::Deal, names, dataset.issues, job);
    dataset.contacts.links = linkToAccounts(dataset, Entity::Contact, names, dataset.issues, job);
    dataset.usage.links = linkToAccounts(dataset, Entity::Usage, names, dataset.issues, job);
}

void note(Dataset& dataset, const QString& code, const QString& reason) {
    dataset.issues.push_back({Severity::Note, code, {}, 0, {}, {}, reason});
}

void judge(Dataset& dataset, const Profiles& profiles, const std::optional<OutcomeWords>& words) {
    DealOutcomes outcomes = dealOutcomes(dataset.deals, profiles, words);
    dataset.dealState = std::move(outcomes.states);
    dataset.outcomeWords = std::move(outcomes.words);
    if (!outcomes.note.isEmpty())
        note(dataset, QStringLiteral("outcome-read"), outcomes.note);
    else if (dataset.deals.rows() > 0)
        note(dataset, QStringLiteral("outcome-unknown"),
             Words::tr("No column of the deals says which were won and which were lost; all count as open."));
    dataset.accountState = accountStates(dataset, profiles);
}

}  // namespace

Result<std::shared_ptr<const Dataset>> importFiles(const ImportRequest& request, const Job& job) {
    if (request.files.empty()) return fail(ErrorCode::Usage, Words::tr("There is no file to import."));
    const Result<Profiles>& profiles = loadProfiles();
    if (!profiles) return fail(profiles.error());
    if (const auto checked = checkChoices(request); !checked) return fail(checked.error());

    std::vector<qint64> sizes;
    for (const FileRequest& file : request.files) sizes.push_back(QFileInfo(file.path).size() + 1);
    const double total = double(std::accumulate(sizes.begin(), sizes.end(), qint64(0)));
    std::vector<std::pair<QString, QString>> named;
    for (const FileRequest& file : request.files) named.emplace_back(file.path, file.sheet);
    const QStringList shown = shownNames(named);
    std::vector<UnderstoodFile> understood;
    double before = 0;
    for (std::size_t i = 0; i < request.files.size(); ++i) {
        const double after = before + 0.85 * double(sizes[i]) / total;
        auto one = understand(request.files[i], shown[qsizetype(i)], request.memory, *profiles,
                              request.threads, job.part(before, after));
        if (!one) return fail(one.error());
        understood.push_back(std::move(*one));
        before = after;
    }
    findUsage(understood, *profiles, job);
    agreeOnVendor(understood, *profiles);
    // The order in which files were named must not matter.
    std::stable_sort(understood.begin(), understood.end(),
                     [](const UnderstoodFile& a, const UnderstoodFile& b) {
                         return std::tie(a.mapped.mapping.role, a.mapped.name, a.digest) <
                                std::tie(b.mapped.mapping.role, b.mapped.name, b.digest);
                     });

    auto dataset = std::make_shared<Dataset>();
    std::vector<MappedFile> files;
    std::vector<QByteArray> digests;
    QStringList names;
    std::vector<Issue> unused;
    std::vector<FileRequest> unusedFiles;
    OtherTables others;
    bool onlyLists = true;              // among those
    std::vector<FileRequest> requests;  // as the files were read, one each
    std::optional<OutcomeWords>& words = dataset->choices.outcome;
    words = request.outcome;
    dataset->choices.outcomeAsDetected = request.outcomeAsDetected;
    dataset->choices.use = request.use;
    dataset->choices.hide = request.hide;
    for (UnderstoodFile& one : understood) {
        const QString name = one.mapped.name;
        const FileRequest asRead = one.request;
        one.request.path = keptPath(one.request.path);
        if (!one.used) {
            unusedFiles.push_back(std::move(one.request));
            unused.push_back(
                {Severity::Note,
                 QStringLiteral("file-unused"),
                 name,
                 0,
                 {},
                 {},
                 (one.isRejectedList
                      ? Words::tr("%1 is a list of rows that were set aside; no row waits for it here, so "
                                  "it is not used.")
                      : Words::tr("%1 holds neither accounts, deals, contacts nor usage, so it is not used."))
                     .arg(name)});
            onlyLists = onlyLists && one.isRejectedList;
            others.add(one);
            continue;
        }
        for (Issue issue : one.mapped.typed.issues) {
            issue.file = name;
            dataset->issues.push_back(std::move(issue));
        }
        for (RejectedRow row : one.mapped.typed.rejected) {
            row.file = int(files.size());
            dataset->rejected.push_back(std::move(row));
        }
        dataset->files.push_back(described(one));
        dataset->choices.files.push_back(std::move(one.request));
        requests.push_back(asRead);
        if (one.remembered.isValid())
            dataset->issues.push_back(
                {Severity::Note,
                 QStringLiteral("mapping-remembered"),
                 name,
                 0,
                 {},
                 {},
                 Words::tr("Mapped as you did on %1.").arg(one.remembered.toString(Qt::ISODate))});
        if (!words && !request.outcomeAsDetected && one.mapped.mapping.role == Entity::Deal &&
            !(one.won.isEmpty() && one.lost.isEmpty()))
            words = OutcomeWords{one.won, one.lost};
        digests.push_back(one.digest);
        names << name;
        files.push_back(std::move(one.mapped));
    }
    if (files.empty() && onlyLists) return fail(ErrorCode::InputUnusable, unused.front().reason);
    if (files.empty()) {
        const FileRequest& first = unusedFiles.front();
        const QString file = first.sheet.isEmpty() ? unused.front().file
                                                   : QFileInfo(first.path).fileName() + u'=' + first.sheet;
        return fail(ErrorCode::InputUnusable,
                    Words::tr("%1 Say what it holds, for example with --role deals=%2.")
                        .arg(unused.front().reason, file));
    }
    dataset->choices.files.insert(dataset->choices.files.end(), unusedFiles.begin(), unusedFiles.end());

    const Job joining = job.part(0.85, 1);
    joining.report(0, 5, Words::tr("Joining the files"));
    std::array<std::vector<bool>, entities.size()> decided;
    for (const Entity entity : entities) {
        const std::size_t first = dataset->rejected.size();
        Assembled assembled = assemble(entity, files, dataset->rejected, job);
        if (job.cancelled()) return cancelled();
        for (std::size_t i = first; i < dataset->rejected.size(); ++i) {
            SourceFile& source = dataset->files[std::size_t(dataset->rejected[i].file)];
            --source.rows;
            ++source.rejected;
        }
        settleUses(assembled);
        if (auto through = others.lead(assembled, entity, names, *profiles, job))
            dataset->issues.push_back(std::move(*through));
        applyChoices(assembled.entity, assembled.decided, request.use, request.hide);
        decided[std::size_t(entity)] = std::move(assembled.decided);
        EntityTable& target = entity == Entity::Account   ? dataset->accounts
                              : entity == Entity::Deal    ? dataset->deals
                              : entity == Entity::Contact ? dataset->contacts
                                                          : dataset->usage;
        target = std::move(assembled.entity);
        if (job.cancelled()) return cancelled();
    }
    files.clear();
    for (std::size_t i = 0; i < others.tables.size(); ++i)
        if (others.used[i]) {
            digests.push_back(others.digests[i]);
            std::erase_if(unused, [&](const Issue& one) { return one.file == others.names[i]; });
        }
    dataset->issues.insert(dataset->issues.end(), unused.begin(), unused.end());
    dataset->fingerprint = fingerprintOf(digests);
    others = {};
    if (const auto written = showAsWritten(dataset->rejected, requests, joining); !written)
        return fail(written.error());
    std::stable_sort(dataset->rejected.begin(), dataset->rejected.end(),
                     [](const RejectedRow& a, const RejectedRow& b) {
                         return std::tie(a.file, a.row) < std::tie(b.file, b.row);
                     });
    joining.report(2, 5, Words::tr("Finding the account of every deal"));
    linkAll(*dataset, *profiles, names, job);
    if (job.cancelled()) return cancelled();
    joining.report(3, 5, Words::tr("Looking for columns that know the result"));
    judge(*dataset, *profiles, words);
    // Traits may have come to the accounts from the deals.
    applyChoices(dataset->accounts, decided[std::size_t(Entity::Account)], request.use, request.hide);
    setAsideWhatKnows(*dataset, decided, joining);
    cautionWhatGoesOn(dataset->deals, dataset->dealState, *profiles, joining);
    for (EntityTable* entity : {&dataset->accounts, &dataset->deals, &dataset->contacts, &dataset->usage})
        leaveOutDuplicates(
            *entity,
            decided[std::size_t(entity->attributes.empty() ? Entity::Account
                                                           : entity->attributes.front().entity)],
            joining);
    if (job.cancelled()) return cancelled();
    countUsed(*dataset);
    giveVerdicts(*dataset);
    dataset->asOf = newestDate(*dataset);
    judgeFreshness(*dataset, request.keptPerMonth);
    derive(*dataset);
    for (EntityTable* entity : {&dataset->accounts, &dataset->deals})
        applyChoices(*entity,
                     decided[std::size_t(entity == &dataset->deals ? Entity::Deal : Entity::Account)],
                     request.use, request.hide);
    joining.report(5, 5, Words::tr("Imported"));
    return mended(std::move(dataset), request.decisions, job);
}

}  // namespace icp
