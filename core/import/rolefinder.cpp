#include "core/import/columnfacts.h"
#include "core/import/mapping.h"
#include "core/import/outcome.h"

#include <QSet>

#include <array>
#include <cmath>

namespace icp {

namespace {

/// The attributes a table would have if it held rows of `role`.
struct Reading {
    QSet<QString> names;
    std::vector<Assignment> assigned;
    bool saysChurned = false;  ///< by its header, not by its levels or by its opposite ("Active")

    bool any(std::initializer_list<const char*> wanted) const {
        for (const char* name : wanted)
            if (names.contains(QString::fromLatin1(name))) return true;
        return false;
    }
    int count(std::initializer_list<const char*> wanted) const {
        int found = 0;
        for (const char* name : wanted) found += names.contains(QString::fromLatin1(name)) ? 1 : 0;
        return found;
    }
};

Reading readAs(Entity role, const std::vector<Header>& headers, const Table& table,
               const Profiles& profiles) {
    Reading reading;
    reading.assigned = assignColumns(role, headers, table, profiles);
    for (std::size_t column = 0; column < reading.assigned.size(); ++column) {
        const Assignment& assignment = reading.assigned[column];
        if (assignment.attribute < 0 || assignment.sure < 0.7) continue;
        const StandardAttribute& attribute = profiles.attributes[std::size_t(assignment.attribute)];
        reading.names.insert(attribute.shape.name);
        if (attribute.shape.name == u"account.churned" && assignment.sure >= 0.85)
            reading.saysChurned = !attribute.inverse.contains(headerKey(headers[column].text));
    }
    return reading;
}

const Column* columnOf(const Reading& reading, const Table& table, const Profiles& profiles,
                       QStringView name) {
    for (std::size_t column = 0; column < reading.assigned.size(); ++column) {
        const int attribute = reading.assigned[column].attribute;
        if (attribute >= 0 && profiles.attributes[std::size_t(attribute)].shape.name == name)
            return &table.fields[column].column;
    }
    return nullptr;
}

double dealScore(const Reading& reading, const Table& table, const Profiles& profiles) {
    const bool named = reading.any({"deal.name", "deal.id"});
    const bool staged = reading.any({"deal.stage", "deal.status", "deal.is_won"});
    const bool valued = reading.any({"deal.amount", "deal.close_date"});
    // An id that keeps coming back is that of a history: one row per change of stage.
    const Column* id = columnOf(reading, table, profiles, u"deal.id");
    if (id != nullptr && distinctShare(*id) < 0.5) return 0;
    if (named && staged && valued) return 10;
    // A name of its own, an account and the day it closes: a list of deals without how they stand. Where
    // accounts come back, it is no list of those.
    if (reading.any({"deal.name"}) && reading.any({"deal.close_date"})) {
        const Column* account = columnOf(reading, table, profiles, u"deal.account_name");
        if (account != nullptr) return nearlyUnique(*account) ? 7.5 : 9.1;
        if (reading.any({"deal.account_id"})) return 7.5;
    }
    // The same with a stage: open deals alone have neither a day on which they closed nor an amount.
    if (named && reading.any({"deal.stage"}) && reading.any({"deal.account_name", "deal.account_id"}))
        return 9.1;
    bool told = reading.any({"deal.is_won"});
    for (const char* name : {"deal.status", "deal.stage"})
        if (const Column* column = columnOf(reading, table, profiles, QString::fromLatin1(name)))
            told = told || tellsDeals(levelsOf(*column), profiles);
    if (!told) return 0;
    return named || valued || reading.any({"deal.account_name", "deal.account_id", "deal.create_date"}) ? 9.2
                                                                                                        : 6;
}

double accountScore(const Reading& reading, const Table& table, const Profiles& profiles) {
    // An id that repeats names the account of something else: a subscription, a ticket.
    const Column* id = columnOf(reading, table, profiles, u"account.id");
    const bool repeats = id != nullptr && id->missing().count() < id->size() && !nearlyUnique(*id);
    if (repeats) return 0;
    const bool named = reading.any({"account.name", "account.domain"});
    if (named && reading.any({"account.domain", "account.employees", "account.industry"}) &&
        reading.count({"account.name", "account.domain", "account.employees", "account.industry"}) > 1)
        return 9;
    if (reading.any({"account.churned"}) && (named || id != nullptr)) return 9;
    if (reading.saysChurned) return 6;
    const int traits =
        reading.count({"account.employees", "account.industry", "account.revenue", "account.country",
                       "account.region", "account.city", "account.type", "account.founded", "account.mrr",
                       "account.acv", "account.ltv", "account.technologies", "account.employee_range",
                       "account.revenue_range", "account.industry_group", "account.is_customer"});
    if (named && traits > 0) return 7;
    return id != nullptr && traits > 1 ? 6.5 : 0;
}

double contactScore(const Reading& reading) {
    const bool email = reading.any({"contact.email"});
    const bool person = reading.any({"contact.last_name", "contact.first_name"});
    const bool title = reading.any({"contact.title", "contact.department", "contact.seniority"});
    const bool account = reading.any({"contact.account_id", "contact.account_name"});
    if (person && (email || account) && title) return 9.5;
    if ((email || person) && title) return 8;
    if ((email || person) && account) return 8;
    return email && person ? 7 : 0;
}

double usageScore(const Reading& reading) {
    const bool account = reading.any({"usage.account_id", "usage.account_name", "usage.account_domain"});
    return account && reading.any({"usage.users", "usage.workflows", "usage.features"}) ? 6 : 0;
}

}  // namespace

std::optional<FoundRole> findRole(const std::vector<Header>& headers, const Table& table,
                                  const Profiles& profiles) {
    std::optional<Entity> best;
    double most = 4;
    double second = 0;
    for (const Entity role : {Entity::Deal, Entity::Account, Entity::Contact, Entity::Usage}) {
        const QSet<QString> refused = profiles.refused.value(int(role));
        std::size_t about = 0;
        bool ruledOut = false;
        for (const Header& header : headers) {
            about += header.about == role ? 1U : 0U;
            ruledOut = ruledOut || (!header.forms.empty() && refused.contains(header.forms.front().key));
        }
        if (ruledOut) continue;
        const Reading reading = readAs(role, headers, table, profiles);
        double score = role == Entity::Deal      ? dealScore(reading, table, profiles)
                       : role == Entity::Account ? accountScore(reading, table, profiles)
                       : role == Entity::Contact ? contactScore(reading)
                                                 : usageScore(reading);
        if (about > 1 && 2 * about > headers.size()) score += 5;
        if (score > most) {
            second = best ? most : 0;
            most = score;
            best = role;
        } else {
            second = std::max(second, score);
        }
    }
    if (!best) return std::nullopt;
    const double sure = std::min(1.0, most / 10) * most / (most + second / 2);
    return FoundRole{*best, std::round(100 * sure) / 100};
}

}  // namespace icp
