#include "core/import/assembly.h"

#include "core/base/text.h"
#include "core/import/columnfacts.h"
#include "core/import/gather.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Assembly)
};

struct FirstSeen {
    std::size_t file = 0;
    std::uint32_t row = 0;
};

QString sameId(Entity entity, std::uint32_t row) {
    switch (entity) {
        case Entity::Deal:
            return Words::tr("Same deal ID as row %1").arg(row);
        case Entity::Contact:
            return Words::tr("Same contact ID as row %1").arg(row);
        default:
            return Words::tr("Same account ID as row %1").arg(row);
    }
}

QStringList cellsOf(const Table& table, std::size_t row) {
    QStringList cells;
    for (const Table::Field& field : table.fields) cells << toQString(field.column.display(row));
    return cells;
}

int columnNamed(const FileMapping& mapping, const QString& attribute) {
    for (const MappedColumn& column : mapping.columns)
        if (column.attribute.name == attribute) return column.attribute.column;
    return -1;
}

/// Rows of each file of the entity that stay: all but those whose id was seen before.
std::vector<std::vector<std::uint32_t>> keptRows(Entity entity, const std::vector<MappedFile>& files,
                                                 const std::vector<std::size_t>& parts,
                                                 std::vector<RejectedRow>& rejected) {
    std::vector<std::vector<std::uint32_t>> kept(parts.size());
    std::unordered_map<std::string, FirstSeen> seen;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        const MappedFile& file = files[parts[part]];
        const Table& table = file.typed.table;
        const int id = entity == Entity::Usage
                           ? -1
                           : columnNamed(file.mapping, attributePrefix(entity) + QStringLiteral("id"));
        kept[part].reserve(table.rows);
        for (std::size_t row = 0; row < table.rows; ++row) {
            if (id >= 0) {
                const Column& ids = table.fields[std::size_t(id)].column;
                const FirstSeen here{parts[part], table.sourceRow[row]};
                const auto [entry, added] = ids.isMissing(row) ? std::pair(seen.end(), true)
                                                               : seen.try_emplace(ids.display(row), here);
                if (!added) {
                    QString reason = sameId(entity, entry->second.row);
                    if (entry->second.file != parts[part])
                        reason = Words::tr("%1 of %2").arg(reason, files[entry->second.file].name);
                    rejected.push_back({int(parts[part]), here.row, cellsOf(table, row), reason});
                    continue;
                }
            }
            kept[part].push_back(std::uint32_t(row));
        }
    }
    return kept;
}

}  // namespace

Assembled assemble(Entity entity, const std::vector<MappedFile>& files, std::vector<RejectedRow>& rejected) {
    std::vector<std::size_t> parts;
    for (std::size_t file = 0; file < files.size(); ++file)
        if (files[file].mapping.role == entity) parts.push_back(file);
    const auto kept = keptRows(entity, files, parts, rejected);

    Assembled result;
    auto table = std::make_shared<Table>();
    std::vector<std::vector<ColumnSlice>> columns;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        const MappedFile& file = files[parts[part]];
        for (const MappedColumn& mapped : file.mapping.columns) {
            std::vector<Attribute>& attributes = result.entity.attributes;
            const auto known = std::find_if(
                attributes.begin(), attributes.end(),
                [&](const Attribute& attribute) { return attribute.name == mapped.attribute.name; });
            const auto index = std::size_t(known - attributes.begin());
            if (known == attributes.end()) {
                attributes.push_back(mapped.attribute);
                attributes.back().column = int(index);
                result.decided.push_back(mapped.decided);
                result.described.push_back(mapped.described);
                table->fields.push_back(
                    {file.typed.table.fields[std::size_t(mapped.attribute.column)].header, {}});
                std::vector<ColumnSlice>& fresh = columns.emplace_back();
                for (const auto& rows : kept) fresh.push_back({nullptr, rows});
            }
            columns[index][part].column =
                &file.typed.table.fields[std::size_t(mapped.attribute.column)].column;
        }
        for (const std::uint32_t row : kept[part]) {
            table->sourceFile.push_back(std::uint16_t(parts[part]));
            table->sourceRow.push_back(file.typed.table.sourceRow[row]);
        }
        table->rows += kept[part].size();
    }
    for (std::size_t column = 0; column < columns.size(); ++column)
        table->fields[column].column = gather(columns[column]);
    result.entity.table = std::move(table);
    return result;
}

void settleUses(Assembled& assembled) {
    std::vector<Attribute>& attributes = assembled.entity.attributes;
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        Attribute& attribute = attributes[i];
        const bool analysed = attribute.use == AttributeUse::Feature;
        if (assembled.decided[i] || (!analysed && attribute.use != AttributeUse::Description)) continue;
        const Column& column = assembled.entity.table->fields[std::size_t(attribute.column)].column;
        const ColumnFacts facts = factsOf(column, 300);
        if (facts.known == 0) {
            attribute.use = AttributeUse::LeftOut;
            attribute.reason = Words::tr("No row has a value.");
        } else if (analysed && facts.distinct == 1 &&
                   (facts.known == column.size() || column.type() != ColumnType::Boolean)) {
            attribute.use = AttributeUse::LeftOut;
            attribute.reason = Words::tr("Every known value is “%1”.").arg(toQString(facts.first).left(60));
        } else if (analysed) {
            const bool named = column.type() == ColumnType::Category &&
                               ((facts.known >= 20 && double(facts.distinct) > 0.8 * double(facts.known)) ||
                                (facts.distinct > 200 && double(facts.distinct) > 0.5 * double(facts.known)));
            const bool words = assembled.described[i] && (column.isNumeric() || facts.distinct > 12);
            if (column.type() == ColumnType::Text || named || words)
                attribute.use = AttributeUse::Description;
        }
    }
}

}  // namespace icp
