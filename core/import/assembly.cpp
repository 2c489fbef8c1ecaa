#include "core/import/assembly.h"

#include "core/base/text.h"
#include "core/import/columnfacts.h"
#include "core/table/gather.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <tuple>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Assembly)
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

int columnNamed(const FileMapping& mapping, const QString& attribute) {
    for (const MappedColumn& column : mapping.columns)
        if (column.attribute.name == attribute) return column.attribute.column;
    return -1;
}

struct IdCell {
    std::size_t hash = 0;
    std::uint32_t part = 0;
    std::uint32_t row = 0;
};

/// Rows of each file of the entity that stay: all but those whose id an earlier row has.
std::vector<std::vector<std::uint32_t>> keptRows(Entity entity, const std::vector<MappedFile>& files,
                                                 const std::vector<std::size_t>& parts,
                                                 std::vector<RejectedRow>& rejected, const Job& job) {
    const auto idsOf = [&](std::size_t part) -> const Column* {
        const MappedFile& file = files[parts[part]];
        const int id = entity == Entity::Usage
                           ? -1
                           : columnNamed(file.mapping, attributePrefix(entity) + QStringLiteral("id"));
        return id < 0 ? nullptr : &file.typed.table.fields[std::size_t(id)].column;
    };
    std::vector<IdCell> cells;
    std::vector<Bitmap> repeated;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        const std::size_t rows = files[parts[part]].typed.table.rows;
        repeated.emplace_back(rows);
        const Column* ids = idsOf(part);
        for (std::size_t row = 0; ids != nullptr && row < rows; ++row) {
            if (row % 4096 == 0 && job.cancelled()) return {};
            if (!ids->isMissing(row))
                cells.push_back(
                    {std::hash<std::string>()(ids->display(row)), std::uint32_t(part), std::uint32_t(row)});
        }
    }
    std::sort(cells.begin(), cells.end(), [](const IdCell& a, const IdCell& b) {
        return std::tie(a.hash, a.part, a.row) < std::tie(b.hash, b.part, b.row);
    });
    const auto textOf = [&](const IdCell& cell) { return idsOf(cell.part)->display(cell.row); };
    for (std::size_t i = 0, first = 0; i < cells.size(); ++i) {
        if (cells[i].hash != cells[first].hash) first = i;
        for (std::size_t earlier = first; earlier < i; ++earlier) {
            if (repeated[cells[earlier].part].test(cells[earlier].row) ||
                textOf(cells[earlier]) != textOf(cells[i]))
                continue;
            const MappedFile& file = files[parts[cells[i].part]];
            const MappedFile& other = files[parts[cells[earlier].part]];
            QString reason = sameId(entity, other.typed.table.sourceRow[cells[earlier].row]);
            if (&file != &other) reason = Words::tr("%1 of %2").arg(reason, other.name);
            repeated[cells[i].part].set(cells[i].row);
            rejected.push_back(
                {int(parts[cells[i].part]), file.typed.table.sourceRow[cells[i].row], {}, reason});
            break;
        }
    }
    std::vector<std::vector<std::uint32_t>> kept(parts.size());
    for (std::size_t part = 0; part < parts.size(); ++part)
        (~repeated[part]).forEach([&](std::size_t row) { kept[part].push_back(std::uint32_t(row)); });
    return kept;
}

}  // namespace

Assembled assemble(Entity entity, const std::vector<MappedFile>& files, std::vector<RejectedRow>& rejected,
                   const Job& job) {
    std::vector<std::size_t> parts;
    for (std::size_t file = 0; file < files.size(); ++file)
        if (files[file].mapping.role == entity) parts.push_back(file);
    const auto kept = keptRows(entity, files, parts, rejected, job);
    if (job.cancelled()) return {};

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
    for (std::size_t column = 0; column < columns.size() && !job.cancelled(); ++column)
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
            attribute.verdict = QStringLiteral("empty");
        } else if (analysed && facts.distinct == 1 &&
                   (facts.known == column.size() || column.type() != ColumnType::Boolean)) {
            attribute.use = AttributeUse::LeftOut;
            attribute.reason = Words::tr("Every known value is “%1”.").arg(toQString(facts.first).left(60));
            attribute.verdict = QStringLiteral("constant");
        } else if (analysed && column.size() >= 200 && facts.known * 50 < column.size()) {
            attribute.use = AttributeUse::LeftOut;
            attribute.reason =
                Words::tr("Only %1 of %2 rows have a value.").arg(facts.known).arg(column.size());
            attribute.verdict = QStringLiteral("nearly-empty");
        } else if (analysed) {
            const bool named = column.type() == ColumnType::Category &&
                               ((facts.known >= 20 && double(facts.distinct) > 0.8 * double(facts.known)) ||
                                (facts.distinct > 200 && double(facts.distinct) > 0.5 * double(facts.known)));
            const bool words = assembled.described[i] && (column.isNumeric() || facts.distinct > 12);
            if (column.type() != ColumnType::Text && !named && !words) continue;
            attribute.use = AttributeUse::Description;
            const bool unique = named || (!words && nearlyUnique(column));
            attribute.verdict = unique ? QStringLiteral("unique") : QStringLiteral("free-text");
            attribute.reason = unique ? Words::tr("Nearly every row has a value of its own.")
                                      : Words::tr("It is read by people: too many texts to compare rows by.");
        }
    }
}

}  // namespace icp
