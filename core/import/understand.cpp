#include "core/import/understand.h"

#include "core/base/parallel.h"
#include "core/import/fingerprint.h"
#include "core/import/fixing.h"
#include "core/import/shifted.h"
#include "core/rows/sql/sqlreader.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <atomic>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Importer)
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

/// Errors: Usage, when the user's mapping names columns that do not exist.
Result<void> checkHeaders(const FileRequest& request, const QString& file, const Table& table) {
    QStringList headers;
    for (const Table::Field& field : table.fields) headers << field.header;
    QStringList wanted = request.mapping.keys() + request.columns.keys() + request.asDetected;
    wanted.sort();
    for (const QString& header : wanted)
        if (!headers.contains(header))
            return fail(ErrorCode::Usage, Words::tr("%1 has no column “%2”.").arg(file, header));
    return {};
}

/// A read of the file's cells and, at the same time, of its bytes.
Result<void> read(const FileRequest& request, unsigned threads, const Job& job, UnderstoodFile& one) {
    Result<TypedFile> typed;
    Result<QByteArray> digest;
    std::atomic<bool> unreadable = false;
    parallelFor(2, threads, [&](std::size_t task) {
        if (task == 0) {
            ReadOptions options{request.sheet, request.delimiter, request.encoding};
            options.fixed = request.fixed;
            typed = readTable(request.path, options, request.columns, threads, job);
            unreadable = !typed;
        } else if (one.digest.isEmpty() && !isDatabaseAddress(request.path)) {
            digest = digestOf(request.path, [&] { return unreadable || job.cancelled(); });
        }
    });
    if (!typed) return fail(typed.error());
    if (!digest) return fail(digest.error());
    if (job.cancelled()) return cancelled();
    if (one.digest.isEmpty()) one.digest = isDatabaseAddress(request.path) ? digestOf(typed->table) : *digest;
    one.mapped.typed = std::move(*typed);
    return {};
}

/// A memory with its headers as this file spells them; what it has no column for is dropped.
FileMemory spelledAs(const FileMemory& memory, const QStringList& headers) {
    QHash<QString, QString> spelling;
    for (const QString& header : headers) spelling.insert(headerKey(header), header);
    const auto here = [&](const QString& header) {
        return headers.contains(header) ? header : spelling.value(headerKey(header));
    };
    FileMemory result = memory;
    result.mapping.clear();
    for (auto it = memory.mapping.begin(); it != memory.mapping.end(); ++it)
        if (const QString header = here(it.key()); headers.contains(header))
            result.mapping.insert(header, it.value());
    result.columns.clear();
    for (auto it = memory.columns.begin(); it != memory.columns.end(); ++it)
        if (const QString header = here(it.key()); headers.contains(header))
            result.columns.insert(header, it.value());
    return result;
}

/// What was decided about such a file earlier, where `request` leaves it open and it is still possible.
FileRequest withMemory(const FileRequest& request, const FileMemory& memory, const Profiles& profiles) {
    FileRequest result = request;
    if (!result.role) result.role = memory.role;
    QStringList headers = memory.mapping.keys();
    headers.sort();
    for (const QString& header : headers) {
        const QString& name = memory.mapping[header];
        const bool known = name == u"ignore" || profiles.find(name) != nullptr || isCustomName(name);
        const bool fits = name == u"ignore" || !result.role || entityOfAttribute(name) == *result.role;
        if (known && fits && !wishedNames(result).contains(name) && !request.mapping.contains(header) &&
            !request.asDetected.contains(header))
            result.mapping[header] = name;
    }
    for (auto it = memory.columns.begin(); it != memory.columns.end(); ++it)
        if (!request.columns.contains(it.key()) && !request.asDetected.contains(it.key()))
            result.columns[it.key()] = it.value();
    return result;
}

}  // namespace

Result<UnderstoodFile> understand(const FileRequest& asked, const QString& name, const MappingMemory& memory,
                                  const Profiles& profiles, unsigned threads, const Job& job) {
    UnderstoodFile one;
    one.mapped.name = name;
    FileRequest& request = one.request;
    request = asked;
    if (const auto done = read(request, threads, job, one); !done) return fail(done.error());
    if (!request.fixed.empty() && request.fixedIn != QLatin1String(one.digest.toHex()))
        return fail(ErrorCode::InputUnusable,
                    Words::tr("%1 has changed since rows of it were mended. Import it anew.").arg(name));
    QStringList headers;
    for (const Table::Field& field : one.mapped.typed.table.fields) headers << field.header;
    one.signature = signatureOf(headers);
    one.isRejectedList = !asked.role && asked.mapping.isEmpty() && isRejectedList(headers);
    if (one.isRejectedList) return one;
    if (const auto known = memory.files.constFind(one.signature); known != memory.files.cend()) {
        request = withMemory(asked, spelledAs(*known, headers), profiles);
        one.won = known->won;
        one.lost = known->lost;
        if (request.role != asked.role || request.mapping != asked.mapping ||
            request.columns != asked.columns || !one.won.isEmpty() || !one.lost.isEmpty())
            one.remembered = known->day;
        if (request.columns != asked.columns)
            if (const auto done = read(request, threads, job, one); !done) return fail(done.error());
    }
    const Table& table = one.mapped.typed.table;
    if (const auto checked = checkHeaders(request, name, table); !checked) return fail(checked.error());
    const QStringList wished = wishedNames(request);
    std::optional<Entity> role = request.role;
    if (!role && !wished.isEmpty()) role = entityOfAttribute(wished.first());
    auto mapping = mapFile(table, profiles, role, request.mapping);
    if (!mapping) return one;
    for (const QString& attribute : wished)
        if (entityOfAttribute(attribute) != mapping->role)
            return fail(ErrorCode::Usage, Words::tr("“%1” is no attribute of %2, which is what %3 holds.")
                                              .arg(attribute, entityName(mapping->role), name));
    one.mapped.mapping = std::move(*mapping);
    one.used = true;
    for (Issue& issue : shiftedRows(one.mapped.typed, job))
        one.mapped.typed.issues.push_back(std::move(issue));
    return one;
}

}  // namespace icp
