#include "core/base/accountid.h"
#include "core/base/text.h"
#include "core/import/linker.h"
#include "core/import/mapping.h"
#include "core/table/gather.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Linker)
};

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

/// The trait of accounts that a feature of another entity is, by its header.
const StandardAttribute* traitNamed(const Attribute& attribute, Entity entity, const Profiles& profiles) {
    const bool custom = attribute.name.startsWith(attributePrefix(entity) + QStringLiteral("x_"));
    if (attribute.use != AttributeUse::Feature || !custom) return nullptr;
    const StandardAttribute* known = namedAttribute(parseHeader(attribute.label), Entity::Account, profiles);
    return known != nullptr && known->shape.use == AttributeUse::Feature ? known : nullptr;
}

/// The row to take each account's value from: its first with a value. Nothing when the rows of more than one
/// account in twenty differ, or more than one value in twenty has no account: then the column belongs to the
/// rows.
std::optional<std::vector<std::uint32_t>> ofAccounts(const Column& column,
                                                     const std::vector<std::uint32_t>& account,
                                                     const std::vector<std::uint32_t>& first) {
    std::vector<std::uint32_t> rows = first;
    std::vector<bool> differs(first.size());
    std::size_t homeless = 0;
    for (std::uint32_t row = 0; row < account.size(); ++row) {
        if (column.isMissing(row)) continue;
        if (account[row] == noRow) {
            ++homeless;
            continue;
        }
        std::uint32_t& chosen = rows[account[row]];
        if (column.isMissing(chosen))
            chosen = row;
        else if (row != chosen && column.display(row) != column.display(chosen))
            differs[account[row]] = true;
    }
    const auto torn = std::size_t(std::count(differs.begin(), differs.end(), true));
    return 20 * torn > first.size() || 20 * homeless > account.size() ? std::nullopt
                                                                      : std::optional(std::move(rows));
}

}  // namespace

EntityTable accountsMentioned(EntityTable& from, Entity entity, const Profiles& profiles) {
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
        if (ids != nullptr && !ids->isMissing(row)) return accountIdKey(toQString(ids->display(row)));
        if (ids == nullptr && names != nullptr && !names->isMissing(row))
            return companyKey(toQString(names->display(row)));
        if (ids == nullptr && names == nullptr && domains != nullptr && !domains->isMissing(row))
            return domainOf(toQString(domains->display(row)));
        return QString();
    };
    std::vector<std::uint32_t> first;                        // row of an account's first mention
    std::vector<std::uint32_t> account(from.rows(), noRow);  // whom a row mentions
    std::unordered_map<QString, std::uint32_t> seen;
    for (std::size_t row = 0; row < from.rows(); ++row) {
        const QString key = keyOf(row);
        if (key.isEmpty()) continue;
        const auto [entry, added] = seen.try_emplace(key, std::uint32_t(first.size()));
        if (added) first.push_back(std::uint32_t(row));
        account[row] = entry->second;
    }

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
    for (Attribute& attribute : from.attributes) {
        const StandardAttribute* known = traitNamed(attribute, entity, profiles);
        if (known == nullptr || attributeNamed(accounts, known->shape.name) != nullptr) continue;
        const Column& column = from.table->fields[std::size_t(attribute.column)].column;
        const auto rows = ofAccounts(column, account, first);
        if (!rows) continue;
        Attribute trait = known->shape;
        trait.label = attribute.label;
        trait.column = int(table->fields.size());
        accounts.attributes.push_back(std::move(trait));
        const std::vector<ColumnSlice> slice{{&column, *rows}};
        table->fields.push_back({attribute.label, gather(slice)});
        attribute.use = AttributeUse::Description;
        attribute.reason = Words::tr("Analysed with the account.");
        attribute.verdict = QStringLiteral("useful");
    }
    for (const std::uint32_t row : first)
        if (!from.table->sourceRow.empty()) {
            table->sourceFile.push_back(from.table->sourceFile[row]);
            table->sourceRow.push_back(from.table->sourceRow[row]);
        }
    accounts.table = std::move(table);
    return accounts;
}

}  // namespace icp
