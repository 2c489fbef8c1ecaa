#include "core/table/dataset.h"

#include "core/base/names.h"
#include "core/base/text.h"

namespace icp {

namespace {
constexpr Names<AttributeClass, 9> classNames{{"firmographic", "technology", "organisation", "behaviour",
                                               "environment", "geographic", "demographic", "psychographic",
                                               "specialised"}};
constexpr Names<AttributeUse, 5> useNames{{"feature", "key", "outcome", "description", "left-out"}};
}  // namespace

QString className(AttributeClass cls) { return classNames.of(cls); }
AttributeClass classFromName(QStringView name) { return classNames.find(name, AttributeClass::Specialised); }
QString useName(AttributeUse use) { return useNames.of(use); }
AttributeUse useFromName(QStringView name) { return useNames.find(name, AttributeUse::Description); }

Bitmap customersOf(const Dataset& dataset) {
    Bitmap customers(dataset.accounts.rows());
    bool known = false;
    for (std::size_t account = 0; account < dataset.accountState.size(); ++account)
        if (dataset.accountState[account] != AccountState::Unknown) customers.set(account);
    for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal) {
        known = known || dataset.dealState[deal] != DealState::Open;
        if (dataset.dealState[deal] == DealState::Won && dataset.deals.links.account[deal] != noRow)
            customers.set(dataset.deals.links.account[deal]);
    }
    return known || customers.any() ? customers : ~customers;
}

const EntityTable& Dataset::of(Entity entity) const {
    switch (entity) {
        case Entity::Account:
            return accounts;
        case Entity::Deal:
            return deals;
        case Entity::Contact:
            return contacts;
        case Entity::Usage:
            break;
    }
    return usage;
}

const Attribute* Dataset::find(QStringView name) const {
    for (const Entity entity : entities)
        for (const Attribute& attribute : of(entity).attributes)
            if (attribute.name == name) return &attribute;
    return nullptr;
}

const Column* Dataset::column(QStringView name) const {
    const Attribute* attribute = find(name);
    return attribute == nullptr ? nullptr : &column(*attribute);
}

const Column& Dataset::column(const Attribute& attribute) const {
    return of(attribute.entity).table->fields[std::size_t(attribute.column)].column;
}

QString Dataset::accountName(std::size_t row) const {
    for (const char* key : {"account.name", "account.id", "account.domain"}) {
        const Column* texts = column(QString::fromLatin1(key));
        if (texts != nullptr && !texts->isMissing(row)) return toQString(texts->display(row));
    }
    return QStringLiteral("Account %1").arg(row + 1);
}

}  // namespace icp
