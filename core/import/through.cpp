#include "core/import/through.h"

#include "core/base/accountid.h"
#include "core/base/text.h"
#include "core/import/columnfacts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Through)
};

/// Such a table, where it was found and how many rows it leads on.
struct Through {
    std::size_t other = 0;             ///< the table, by its place among those that were asked
    QString key;                       ///< header of the ids, in the rows as in the table
    QStringList says;                  ///< headers of the columns that tell the account
    std::int64_t named = 0;            ///< rows with an id
    std::int64_t found = 0;            ///< of these, rows whose id names one row of the table
    std::vector<std::uint32_t> row;    ///< the table's row per row, or noRow
    std::vector<std::size_t> columns;  ///< of the table, one per header in `says`
    std::vector<QString> attributes;   ///< which attribute each of them is
};

constexpr std::array accountColumns{"account_id", "account_domain", "account_name"};

std::vector<Header> headersOf(const Table& table) {
    std::vector<Header> headers;
    for (const Table::Field& field : table.fields) headers.push_back(parseHeader(field.header));
    return headers;
}

bool namesAccounts(const EntityTable& rows, Entity entity) {
    return std::any_of(rows.attributes.begin(), rows.attributes.end(), [&](const Attribute& attribute) {
        const QString prefix = attributePrefix(entity);
        const Column& column = rows.table->fields[std::size_t(attribute.column)].column;
        const bool key = attribute.name == prefix + QStringLiteral("email") ||
                         std::any_of(accountColumns.begin(), accountColumns.end(), [&](const char* name) {
                             return attribute.name == prefix + QLatin1String(name);
                         });
        return key && column.missing().count() < column.size();
    });
}

/// Which columns of `table` tell the account, were its rows those of `entity`.
void findAccountColumns(const Table& table, Entity entity, const Profiles& profiles, Through& through) {
    const std::vector<Assignment> assigned = assignColumns(entity, headersOf(table), table, profiles);
    for (const char* name : accountColumns)
        for (std::size_t column = 0; column < assigned.size(); ++column) {
            const Assignment& one = assigned[column];
            if (one.attribute < 0 || one.sure < 0.7) continue;
            const QString& attribute = profiles.attributes[std::size_t(one.attribute)].shape.name;
            if (attribute != attributePrefix(entity) + QLatin1String(name)) continue;
            through.says << table.fields[column].header;
            through.columns.push_back(column);
            through.attributes.push_back(attribute);
        }
}

/// Whether a table says when something was used, and two things at least of how much.
bool measuresUse(const FileMapping& mapping) {
    bool dated = false;
    int measures = 0;
    for (const MappedColumn& column : mapping.columns) {
        const QString& name = column.attribute.name;
        dated |= column.sure >= 0.7 && name == u"usage.date";
        for (const char* measure : {"usage.users", "usage.workflows", "usage.features", "usage.activity"})
            measures += column.sure >= 0.7 && name == QLatin1String(measure) ? 1 : 0;
    }
    return dated && measures >= 2;
}

/// Where the ids of `ids` stand in `known`; those that stand there twice name nothing.
void findRows(const Column& ids, const Column& known, Through& through, const Job& job) {
    std::unordered_map<QString, std::uint32_t> rows;
    for (std::size_t row = 0; row < known.size(); ++row) {
        if (known.isMissing(row)) continue;
        const auto [entry, added] =
            rows.try_emplace(accountIdKey(toQString(known.display(row))), std::uint32_t(row));
        if (!added) entry->second = noRow;
    }
    through.row = perText<std::uint32_t>(
        ids,
        [&](std::string_view text) {
            const auto found = rows.find(accountIdKey(toQString(text)));
            return found == rows.end() ? noRow : found->second;
        },
        job);
    through.named = through.found = 0;
    for (std::size_t row = 0; row < ids.size(); ++row) {
        if (ids.isMissing(row)) through.row[row] = noRow;
        through.named += !ids.isMissing(row);
        through.found += through.row[row] != noRow;
    }
}

/// The table among `others` that `rows` name, if any.
std::optional<Through> findThrough(const EntityTable& rows, Entity entity,
                                   const std::vector<std::shared_ptr<const Table>>& others,
                                   const Profiles& profiles, const Job& job) {
    if (rows.rows() == 0 || namesAccounts(rows, entity)) return std::nullopt;
    std::optional<Through> best;
    for (std::size_t at = 0; at < others.size(); ++at) {
        const Table& other = *others[at];
        Through through;
        through.other = at;
        findAccountColumns(other, entity, profiles, through);
        if (through.columns.empty()) continue;
        for (const Table::Field& field : other.fields) {
            if (!isIdHeader(parseHeader(field.header)) || !nearlyUnique(field.column)) continue;
            for (const Attribute& attribute : rows.attributes) {
                if (headerKey(attribute.label) != headerKey(field.header)) continue;
                findRows(rows.table->fields[std::size_t(attribute.column)].column, field.column, through,
                         job);
                if (job.cancelled()) return std::nullopt;
                if (through.found * 10 < through.named * 9 || through.found * 2 < qint64(rows.rows()))
                    continue;
                if (best && best->found >= through.found) continue;
                best = through;
                best->key = field.header;
            }
        }
    }
    return best;
}

/// The columns that tell the account, as attributes of the rows.
void joinThrough(Assembled& rows, Entity entity, const Through& through, const Table& other,
                 const QString& name, const Profiles& profiles) {
    auto table = std::make_shared<Table>(*rows.entity.table);
    for (std::size_t i = 0; i < through.columns.size(); ++i) {
        const StandardAttribute* known = profiles.find(through.attributes[i]);
        const Column& column = other.fields[through.columns[i]].column;
        std::vector<std::string> cells;
        Bitmap missing;
        for (const std::uint32_t row : through.row) {
            const bool none = row == noRow || column.isMissing(row);
            cells.push_back(none ? std::string() : column.display(row));
            missing.push_back(none);
        }
        Attribute attribute = known->shape;
        attribute.entity = entity;
        attribute.label = QStringLiteral("%1 (%2)").arg(through.says[qsizetype(i)], name);
        attribute.column = int(table->fields.size());
        table->fields.push_back({attribute.label, Column::texts(cells, missing)});
        auto& all = rows.entity.attributes;
        const auto empty = std::find_if(all.begin(), all.end(),
                                        [&](const Attribute& one) { return one.name == attribute.name; });
        if (empty != all.end()) {
            *empty = std::move(attribute);
            continue;
        }
        all.push_back(std::move(attribute));
        rows.decided.push_back(false);
        rows.described.push_back(false);
    }
    rows.entity.table = std::move(table);
}

QString throughText(Entity entity, const Through& through, const QString& name) {
    const QString sentence =
        entity == Entity::Deal ? Words::tr(
                                     "Deals find their account through %1, where “%2” is known for %3 of "
                                     "%4 and the account stands in: %5.")
        : entity == Entity::Contact
            ? Words::tr(
                  "Contacts find their account through %1, where “%2” is known for %3 of %4 and the "
                  "account stands in: %5.")
            : Words::tr(
                  "Rows of usage find their account through %1, where “%2” is known for %3 of %4 and the "
                  "account stands in: %5.");
    return sentence.arg(name, through.key)
        .arg(through.found)
        .arg(qint64(through.row.size()))
        .arg(through.says.join(QStringLiteral(", ")));
}

}  // namespace

void findUsage(std::vector<UnderstoodFile>& files, const Profiles& profiles, const Job& job) {
    for (UnderstoodFile& one : files) {
        if (one.used || one.isRejectedList || one.request.role) continue;
        auto mapping = mapFile(one.mapped.typed.table, profiles, Entity::Usage);
        if (!mapping || !measuresUse(*mapping)) continue;
        EntityTable rows;
        rows.table = std::make_shared<Table>(one.mapped.typed.table);
        for (const MappedColumn& column : mapping->columns) rows.attributes.push_back(column.attribute);
        std::vector<std::shared_ptr<const Table>> others;
        for (const UnderstoodFile& other : files)
            if (&other != &one && !other.used && !other.isRejectedList)
                others.push_back(std::make_shared<Table>(other.mapped.typed.table));
        if (!findThrough(rows, Entity::Usage, others, profiles, job)) continue;
        one.mapped.mapping = std::move(*mapping);
        one.used = true;
    }
}

void OtherTables::add(UnderstoodFile& file) {
    if (file.isRejectedList) return;
    tables.push_back(std::make_shared<const Table>(std::move(file.mapped.typed.table)));
    names.push_back(file.mapped.name);
    digests.push_back(file.digest);
    used.push_back(false);
}

std::optional<Issue> OtherTables::lead(Assembled& rows, Entity entity, const QStringList& files,
                                       const Profiles& profiles, const Job& job) {
    const std::optional<Through> by = findThrough(rows.entity, entity, tables, profiles, job);
    if (!by) return std::nullopt;
    joinThrough(rows, entity, *by, *tables[by->other], names[by->other], profiles);
    used[by->other] = true;
    const auto& sources = rows.entity.table->sourceFile;
    return Issue{Severity::Note,
                 QStringLiteral("account-through"),
                 sources.empty() ? QString() : files.value(sources.front()),
                 0,
                 by->key,
                 {},
                 throughText(entity, *by, names[by->other])};
}

}  // namespace icp
