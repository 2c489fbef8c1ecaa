#include "core/table/dataset.h"

#include "core/base/text.h"

namespace icp {

namespace {
constexpr std::array<const char*, 9> classNames{"firmographic", "technology",   "organisation",
                                                "behaviour",    "environment",  "geographic",
                                                "demographic",  "psychographic", "specialised"};
constexpr std::array<const char*, 5> useNames{"feature", "key", "outcome", "description", "left-out"};
constexpr std::array<const char*, 4> entityNames{"accounts", "deals", "contacts", "usage"};

template <class Enum, std::size_t N>
Enum fromName(const std::array<const char*, N>& names, QStringView name)
{
    for (std::size_t i = 0; i < N; ++i)
        if (name == QLatin1String(names[i]))
            return Enum(i);
    return Enum(0);
}
}  // namespace

QString entityName(Entity entity) { return QString::fromLatin1(entityNames[std::size_t(entity)]); }
QString className(AttributeClass cls) { return QString::fromLatin1(classNames[std::size_t(cls)]); }
AttributeClass classFromName(QStringView name) { return fromName<AttributeClass>(classNames, name); }
QString useName(AttributeUse use) { return QString::fromLatin1(useNames[std::size_t(use)]); }
AttributeUse useFromName(QStringView name) { return fromName<AttributeUse>(useNames, name); }

const EntityTable& Dataset::of(Entity entity) const
{
    switch (entity) {
    case Entity::Account: return accounts;
    case Entity::Deal: return deals;
    case Entity::Contact: return contacts;
    case Entity::Usage: break;
    }
    return usage;
}

const Attribute* Dataset::find(QStringView name) const
{
    for (const Entity entity : entities)
        for (const Attribute& attribute : of(entity).attributes)
            if (attribute.name == name)
                return &attribute;
    return nullptr;
}

const Column* Dataset::column(QStringView name) const
{
    const Attribute* attribute = find(name);
    return attribute == nullptr ? nullptr : &column(*attribute);
}

const Column& Dataset::column(const Attribute& attribute) const
{
    return of(attribute.entity).table->fields[std::size_t(attribute.column)].column;
}

QString Dataset::accountName(std::size_t row) const
{
    const Column* names = column(u"account.name");
    if (names != nullptr && !names->isMissing(row))
        return toQString(names->display(row));
    return QStringLiteral("Account %1").arg(row + 1);
}

}  // namespace icp
