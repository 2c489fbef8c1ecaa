#include "core/import/importer.h"

#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/import/asof.h"
#include "core/import/assembly.h"
#include "core/import/fingerprint.h"
#include "core/import/linker.h"
#include "core/import/outcome.h"
#include "core/import/separation.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <atomic>
#include <numeric>
#include <tuple>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Importer)
};

/// A file as far as it is understood on its own. Without a mapping it is none of the four.
struct OneFile {
    MappedFile mapped;
    bool used = false;
    QByteArray digest;
};

tl::unexpected<Error> cancelled() {
    return fail(ErrorCode::Cancelled, Words::tr("The import was cancelled."));
}

/// Names of the attributes that the user maps columns to, in a fixed order.
QStringList wishedNames(const FileRequest& request) {
    QStringList names = request.mapping.values();
    names.removeAll(QStringLiteral("ignore"));
    names.sort();
    return names;
}

/// Errors: Usage, when the user's mapping names columns or attributes that do not exist.
Result<void> checkWishes(const FileRequest& request, const QString& file, const Table& table,
                         const Profiles& profiles) {
    QStringList headers;
    for (const Table::Field& field : table.fields) headers << field.header;
    QStringList wanted = request.mapping.keys() + request.columns.keys();
    wanted.sort();
    for (const QString& header : wanted)
        if (!headers.contains(header))
            return fail(ErrorCode::Usage, Words::tr("%1 has no column “%2”.").arg(file, header));
    const QStringList names = wishedNames(request);
    for (const QString& name : names) {
        const bool custom = name.section(u'.', 1).startsWith(u"x_") && entityOfAttribute(name).has_value();
        if (!custom && profiles.find(name) == nullptr)
            return fail(ErrorCode::Usage,
                        Words::tr("There is no attribute “%1” to map a column of %2 to.").arg(name, file));
        if (names.count(name) > 1)
            return fail(ErrorCode::Usage, Words::tr("Two columns of %1 are mapped to “%2”.").arg(file, name));
    }
    return {};
}

Result<OneFile> understand(const FileRequest& request, const Profiles& profiles, unsigned threads,
                           const Job& job) {
    OneFile one;
    one.mapped.name = QFileInfo(request.path).fileName();
    Result<TypedFile> typed;
    Result<QByteArray> digest;
    std::atomic<bool> unreadable = false;
    parallelFor(2, threads, [&](std::size_t task) {
        if (task == 0) {
            typed = readTable(request.path, {request.sheet, request.delimiter, request.encoding},
                              request.columns, threads, job);
            unreadable = !typed;
        } else {
            digest = digestOf(request.path, [&] { return unreadable || job.cancelled(); });
        }
    });
    if (!typed) return fail(typed.error());
    if (!digest) return fail(digest.error());
    if (job.cancelled()) return cancelled();
    one.digest = *digest;
    one.mapped.typed = std::move(*typed);
    const Table& table = one.mapped.typed.table;
    if (const auto checked = checkWishes(request, one.mapped.name, table, profiles); !checked)
        return fail(checked.error());
    const QStringList wished = wishedNames(request);
    std::optional<Entity> role = request.role;
    if (!role && !wished.isEmpty()) role = entityOfAttribute(wished.first());
    if (auto mapping = mapFile(table, profiles, role, request.mapping)) {
        for (const QString& name : wished)
            if (entityOfAttribute(name) != mapping->role)
                return fail(ErrorCode::Usage, Words::tr("“%1” is no attribute of %2, which is what %3 holds.")
                                                  .arg(name, entityName(mapping->role), one.mapped.name));
        one.mapped.mapping = std::move(*mapping);
        one.used = true;
    }
    return one;
}

SourceFile described(const MappedFile& file) {
    SourceFile source;
    const TypedFile& typed = file.typed;
    source.name = file.name;
    source.role = file.mapping.role;
    source.vendor = file.mapping.vendor;
    source.vendorSure = file.mapping.vendorSure;
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

void judge(Dataset& dataset, const Profiles& profiles) {
    QString decidedBy;
    dataset.dealState = dealStates(dataset.deals, profiles, decidedBy);
    if (!decidedBy.isEmpty())
        note(dataset, QStringLiteral("outcome-read"), decidedBy);
    else if (dataset.deals.rows() > 0)
        note(dataset, QStringLiteral("outcome-unknown"),
             Words::tr("No column of the deals says which were won and which were lost; all count as open."));
    dataset.accountState = accountStates(dataset, profiles);
}

}  // namespace

Result<std::shared_ptr<const Dataset>> importFiles(const ImportRequest& request, const Job& job) {
    if (request.files.empty()) return fail(ErrorCode::Usage, Words::tr("There is no file to import."));
    const auto profiles = loadProfiles();
    if (!profiles) return fail(profiles.error());

    std::vector<qint64> sizes;
    for (const FileRequest& file : request.files) sizes.push_back(QFileInfo(file.path).size() + 1);
    const double total = double(std::accumulate(sizes.begin(), sizes.end(), qint64(0)));
    std::vector<OneFile> understood;
    double before = 0;
    for (std::size_t i = 0; i < request.files.size(); ++i) {
        const double after = before + 0.85 * double(sizes[i]) / total;
        auto one = understand(request.files[i], *profiles, request.threads, job.part(before, after));
        if (!one) return fail(one.error());
        understood.push_back(std::move(*one));
        before = after;
    }
    // The order in which files were named must not matter.
    std::stable_sort(understood.begin(), understood.end(), [](const OneFile& a, const OneFile& b) {
        return std::tie(a.mapped.mapping.role, a.mapped.name, a.digest) <
               std::tie(b.mapped.mapping.role, b.mapped.name, b.digest);
    });

    auto dataset = std::make_shared<Dataset>();
    std::vector<MappedFile> files;
    std::vector<QByteArray> digests;
    QStringList names;
    std::vector<Issue> unused;
    for (OneFile& one : understood) {
        const QString name = one.mapped.name;
        if (!one.used) {
            unused.push_back(
                {Severity::Note,
                 QStringLiteral("file-unused"),
                 name,
                 0,
                 {},
                 {},
                 Words::tr("%1 holds neither accounts, deals, contacts nor usage, so it is not used.")
                     .arg(name)});
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
        dataset->files.push_back(described(one.mapped));
        digests.push_back(one.digest);
        names << name;
        files.push_back(std::move(one.mapped));
    }
    if (files.empty())
        return fail(ErrorCode::InputUnusable,
                    Words::tr("%1 Say what it holds, for example with --role deals=%2.")
                        .arg(unused.front().reason, unused.front().file));
    dataset->issues.insert(dataset->issues.end(), unused.begin(), unused.end());
    dataset->fingerprint = fingerprintOf(digests);

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
        decided[std::size_t(entity)] = std::move(assembled.decided);
        EntityTable& target = entity == Entity::Account   ? dataset->accounts
                              : entity == Entity::Deal    ? dataset->deals
                              : entity == Entity::Contact ? dataset->contacts
                                                          : dataset->usage;
        target = std::move(assembled.entity);
        if (job.cancelled()) return cancelled();
    }
    files.clear();
    std::stable_sort(dataset->rejected.begin(), dataset->rejected.end(),
                     [](const RejectedRow& a, const RejectedRow& b) {
                         return std::tie(a.file, a.row) < std::tie(b.file, b.row);
                     });
    joining.report(2, 5, Words::tr("Finding the account of every deal"));
    linkAll(*dataset, *profiles, names, job);
    if (job.cancelled()) return cancelled();
    joining.report(3, 5, Words::tr("Looking for columns that know the result"));
    judge(*dataset, *profiles);
    setAsideWhatKnows(*dataset, decided, joining);
    if (job.cancelled()) return cancelled();
    countUsed(*dataset);
    dataset->asOf = newestDate(*dataset);
    joining.report(5, 5, Words::tr("Imported"));
    return std::shared_ptr<const Dataset>(std::move(dataset));
}

}  // namespace icp
