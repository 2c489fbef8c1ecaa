#include "core/table/entity.h"

namespace icp {

QString entityName(Entity entity) {
    static constexpr std::array<const char*, entities.size()> names{"accounts", "deals", "contacts", "usage"};
    return QString::fromLatin1(names[std::size_t(entity)]);
}

std::optional<Entity> entityFromName(QStringView name) {
    for (const Entity entity : entities)
        if (name == entityName(entity)) return entity;
    return std::nullopt;
}

}  // namespace icp
