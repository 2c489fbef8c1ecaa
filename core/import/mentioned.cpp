#include "core/base/text.h"
#include "core/import/linker.h"
#include "core/import/profiles.h"

#include <unordered_map>

namespace icp {

namespace {

const Attribute* attributeNamed(const EntityTable& table, const QString& name) {
    for (const Attribute& attribute : table.attributes)
        if (attribute.name == name) return &attribute;
    return nullptr;
}

/// The cells of `column` in `rows`, as Text.
Column textOf(const Column& column, const std::vector<std::uint32_t>& rows) {
    std::vector<std::string> cells;
    Bitmap missing;
    for (const std::uint32_t row : rows) {
        cells.push_back(column.display(row));
        missing.push_back(column.isMissing(row));
    }
    return Column::texts(cells, missing);
}

}  // namespace

EntityTable accountsMentioned(const EntityTable& from, Entity entity) {
    EntityTable accounts;
    const QString prefix = attributePrefix(entity);
    const Attribute* id = attributeNamed(from, prefix + QStringLiteral("account_id"));
    const Attribute* name = attributeNamed(from, prefix + QStringLiteral("account_name"));
    const Attribute* domain = attributeNamed(from, prefix + QStringLiteral("account_domain"));
    const auto columnOf = [&](const Attribute* attribute) {
        return attribute == nullptr ? nullptr : &from.table->fields[std::size_t(attribute->column)].column;
    };
    const Column* ids = columnOf(id);
    const Column* names = columnOf(name);
    const Column* domains = columnOf(domain);
    if (ids != nullptr && 2 * ids->missing().count() > ids->size())
        ids = nullptr;  // mostly empty: names tell accounts apart better

    const auto keyOf = [&](std::size_t row) {
        if (ids != nullptr && !ids->isMissing(row)) return toQString(ids->display(row)).trimmed();
        if (ids == nullptr && names != nullptr && !names->isMissing(row))
            return companyKey(toQString(names->display(row)));
        if (ids == nullptr && names == nullptr && domains != nullptr && !domains->isMissing(row))
            return domainOf(toQString(domains->display(row)));
        return QString();
    };
    std::vector<std::uint32_t> first;
    std::unordered_map<QString, std::size_t> seen;
    for (std::size_t row = 0; row < from.rows(); ++row)
        if (const QString key = keyOf(row); !key.isEmpty() && seen.try_emplace(key, first.size()).second)
            first.push_back(std::uint32_t(row));

    auto table = std::make_shared<Table>();
    table->rows = first.size();
    const auto add = [&](const char* attribute, const Attribute* source, AttributeUse use) {
        const Column* column = columnOf(source);
        if (column == nullptr) return;
        accounts.attributes.push_back({QString::fromLatin1(attribute),
                                       source->label,
                                       Entity::Account,
                                       AttributeClass::Firmographic,
                                       use,
                                       {},
                                       {},
                                       int(table->fields.size())});
        table->fields.push_back({source->label, textOf(*column, first)});
    };
    add("account.id", id, AttributeUse::Key);
    add("account.name", name, AttributeUse::Description);
    add("account.domain", domain, AttributeUse::Description);
    for (const std::uint32_t row : first)
        if (!from.table->sourceRow.empty()) {
            table->sourceFile.push_back(from.table->sourceFile[row]);
            table->sourceRow.push_back(from.table->sourceRow[row]);
        }
    accounts.table = std::move(table);
    return accounts;
}

}  // namespace icp
