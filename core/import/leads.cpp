#include "core/import/leads.h"

#include "core/import/headers.h"
#include "core/rows/rowsource.h"
#include "core/table/derived.h"
#include "core/typing/headerrow.h"

namespace icp {

namespace {

/// What is known of the accounts' columns, by how their headers compare.
FileMemory accountColumns(const Dataset& known) {
    FileMemory columns;
    const auto add = [&](const QString& header, const QString& name, const ColumnWish& decided) {
        const Column* column = known.column(name);
        const QString key = headerKey(header);
        if (column == nullptr || columns.mapping.contains(key)) return;
        columns.mapping.insert(key, name);
        ColumnWish wish = decided;
        wish.type = column->type();
        columns.columns.insert(key, wish);
    };
    for (std::size_t i = 0; i < known.files.size(); ++i) {
        if (known.files[i].role != Entity::Account) continue;
        const bool chosen = i < known.choices.files.size();
        for (const ColumnInfo& info : known.files[i].columnInfo)
            add(info.header, info.attribute,
                chosen ? known.choices.files[i].columns.value(info.header) : ColumnWish());
    }
    for (const Attribute& attribute : known.accounts.attributes)
        if (!isDerived(attribute.name)) add(attribute.label, attribute.name, {});
    return columns;
}

/// What the columns are called when the file is read; none when it has no rows. Errors: as readRows().
Result<TableLayout> layoutOf(const FileRequest& file, const Job& job) {
    ReadOptions options;
    options.sheet = file.sheet;
    options.delimiter = file.delimiter;
    options.encoding = file.encoding;
    const Result<std::unique_ptr<RowSource>> source = openRows(file.path, options, job);
    if (!source) return fail(source.error());
    for (RowBatch batch;;) {
        const Result<bool> more = (*source)->next(batch, job);
        if (!more) return fail(more.error());
        if (!*more) return TableLayout();
        (*source)->split(batch);
        if (batch.stop) return fail(stopError(batch, file.path));
        if (batch.rows() > 0) return findLayout(batch);
    }
}

QStringList namedHeaders(const TableLayout& layout) {
    QStringList headers;
    for (qsizetype i = 0; i < layout.headers.size(); ++i)
        if (!layout.written.value(i).isEmpty()) headers << layout.headers[i];
    return headers;
}

/// The part of `columns` that a file with these headers has, as the file spells them. The first of two
/// columns with one meaning has it.
FileMemory ofFile(const FileMemory& columns, const QStringList& headers) {
    FileMemory part;
    for (const QString& header : headers) {
        const QString key = headerKey(header);
        const auto name = columns.mapping.constFind(key);
        if (name == columns.mapping.cend()) continue;
        const QStringList taken = part.mapping.values();
        if (taken.contains(*name)) continue;
        part.mapping.insert(header, *name);
        part.columns.insert(header, columns.columns.value(key));
    }
    return part;
}

}  // namespace

Result<std::shared_ptr<const Dataset>> importLeads(ImportRequest request, const Dataset& known,
                                                   const Job& job) {
    const FileMemory columns = accountColumns(known);
    const double files = double(request.files.size());
    for (std::size_t i = 0; i < request.files.size(); ++i) {
        FileRequest& file = request.files[i];
        if (!file.role) file.role = Entity::Account;
        if (*file.role != Entity::Account) continue;
        const Result<TableLayout> layout =
            layoutOf(file, job.part(0.2 * double(i) / files, 0.2 * double(i + 1) / files));
        if (!layout) return fail(layout.error());
        // A column without a name is one only if it has values, which is not known yet.
        for (const QStringList& headers : {layout->headers, namedHeaders(*layout)})
            request.memory.files.insert(signatureOf(headers), ofFile(columns, headers));
    }
    return importFiles(request, job.part(0.2, 1));
}

Decisions decisionsOnCells(const Decisions& decisions) {
    Decisions result;
    result.levels = decisions.levels;
    result.missing = decisions.missing;
    return result;
}

}  // namespace icp
