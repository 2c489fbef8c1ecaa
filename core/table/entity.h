#pragma once

#include <QString>

#include <array>
#include <optional>

namespace icp {

/// What the rows of a table are.
enum class Entity { Account, Deal, Contact, Usage };
inline constexpr std::array entities{Entity::Account, Entity::Deal, Entity::Contact, Entity::Usage};

QString entityName(Entity entity);  ///< "accounts", "deals", "contacts", "usage": for files
std::optional<Entity> entityFromName(QStringView name);

}  // namespace icp
