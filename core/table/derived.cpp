#include "core/table/derived.h"

#include "core/base/interval.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <set>

namespace icp {

namespace {

constexpr double notKnown = std::numeric_limits<double>::quiet_NaN();
constexpr double daysPerYear = 365.2425;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::Derived)
};

using Values = std::vector<double>;

double numberAt(const Column* column, std::size_t row) {
    return column == nullptr || !column->isNumeric() || column->isMissing(row) ? notKnown
                                                                               : column->numbers()[row];
}

double dayAt(const Column* column, std::size_t row) { return std::floor(numberAt(column, row)); }

double asOfDay(const Dataset& dataset) {
    return dataset.asOf.isValid() ? double(QDate(1970, 1, 1).daysTo(dataset.asOf)) : notKnown;
}

/// Whole years: nobody reads more out of an age, and every range more makes all others harder to find.
double years(double from, double to) { return to >= from ? std::floor((to - from) / daysPerYear) : notKnown; }

/// Days on which something of every account happened, ascending.
std::vector<Values> daysPerAccount(const Dataset& dataset, Entity entity, QStringView name) {
    std::vector<Values> days(dataset.accounts.rows());
    const Column* column = dataset.column(name);
    const std::vector<std::uint32_t>& accounts = dataset.of(entity).links.account;
    for (std::size_t row = 0; row < accounts.size(); ++row)
        if (const double day = dayAt(column, row); accounts[row] != noRow && !std::isnan(day))
            days[accounts[row]].push_back(day);
    for (Values& one : days) std::sort(one.begin(), one.end());
    return days;
}

double before(const Values& ascending, double day) {
    return double(std::lower_bound(ascending.begin(), ascending.end(), day) - ascending.begin());
}

Values accountAge(const Dataset& dataset) {
    Values age(dataset.accounts.rows());
    const Column* created = dataset.column(u"account.created");
    const double today = asOfDay(dataset);
    for (std::size_t row = 0; row < age.size(); ++row) age[row] = years(dayAt(created, row), today);
    return age;
}

Values ageAtStart(const Dataset& dataset) {
    Values age(dataset.deals.rows(), notKnown);
    const Column* created = dataset.column(u"account.created");
    const Column* started = dataset.column(u"deal.create_date");
    for (std::size_t deal = 0; deal < age.size(); ++deal)
        if (const std::uint32_t account = dataset.deals.links.account[deal]; account != noRow)
            age[deal] = years(dayAt(created, account), dayAt(started, deal));
    return age;
}

/// Within a window that is seen whole: a deal near the beginning of the data has not fewer tries before it,
/// they are only not known, and a count of all of them would grow with the calendar.
Values earlierDeals(const Dataset& dataset) {
    constexpr double window = 365;
    Values earlier(dataset.deals.rows(), notKnown);
    const Column* started = dataset.column(u"deal.create_date");
    const std::vector<Values> days = daysPerAccount(dataset, Entity::Deal, u"deal.create_date");
    double first = std::numeric_limits<double>::infinity();
    for (std::size_t deal = 0; deal < earlier.size(); ++deal) first = std::fmin(first, dayAt(started, deal));
    for (std::size_t deal = 0; deal < earlier.size(); ++deal)
        if (const std::uint32_t account = dataset.deals.links.account[deal]; account != noRow)
            if (const double day = dayAt(started, deal); day - window >= first)
                earlier[deal] = before(days[account], day) - before(days[account], day - window);
    return earlier;
}

bool contactsAreDated(const Dataset& dataset) {
    const Column* created = dataset.column(u"contact.created");
    return created != nullptr && created->isNumeric() && created->missing().count() < created->size();
}

/// Why the number of contacts follows the outcome, a sentence; empty when nothing says so.
QString whyContactsLeak(const Dataset& dataset) {
    constexpr double apart = 0.05;  // so far at least, 95% sure
    if (!contactsAreDated(dataset))
        return Tr::tr(
            "Nothing says when contacts became known. Who buys is known better afterwards, so their number "
            "follows the outcome.");
    Bitmap known(dataset.accounts.rows());
    for (const std::uint32_t account : dataset.contacts.links.account)
        if (account != noRow) known.set(account);
    qint64 deals[2] = {};  // lost, won
    qint64 with[2] = {};
    for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal) {
        const std::uint32_t account = dataset.deals.links.account[deal];
        if (account == noRow || dataset.dealState[deal] == DealState::Open) continue;
        const int won = dataset.dealState[deal] == DealState::Won ? 1 : 0;
        ++deals[won];
        with[won] += known.test(account) ? 1 : 0;
    }
    if (deals[0] == 0 || deals[1] == 0 || newcombe(with[1], deals[1], with[0], deals[0]).low < apart)
        return {};
    return Tr::tr(
               "Contacts are known for %1% of won deals and %2% of lost ones: who buys is known better, so "
               "their number follows the outcome.")
        .arg(std::lround(100.0 * double(with[1]) / double(deals[1])))
        .arg(std::lround(100.0 * double(with[0]) / double(deals[0])));
}

/// Contacts created before the day a deal closed, or of all times where nothing says when.
Values contactsKnown(const Dataset& dataset) {
    Values known(dataset.deals.rows(), notKnown);
    if (dataset.contacts.rows() == 0) return known;
    const bool dated = contactsAreDated(dataset);
    const std::vector<Values> days = daysPerAccount(dataset, Entity::Contact, u"contact.created");
    Values all(dataset.accounts.rows(), 0);
    for (const std::uint32_t account : dataset.contacts.links.account)
        if (account != noRow) ++all[account];
    const Column* closed = dataset.column(u"deal.close_date");
    const double today = asOfDay(dataset);
    for (std::size_t deal = 0; deal < known.size(); ++deal) {
        const std::uint32_t account = dataset.deals.links.account[deal];
        if (account == noRow) continue;
        const double end = dataset.dealState[deal] == DealState::Open ? today : dayAt(closed, deal);
        if (!dated)
            known[deal] = all[account];
        else if (!std::isnan(end))
            known[deal] = before(days[account], end);
    }
    return known;
}

/// Calls `body(text code)` for every value of a category or a multi-valued cell.
void forEachCode(const Column& column, std::size_t row, const std::function<void(std::uint32_t)>& body) {
    if (column.isMissing(row)) return;
    if (column.type() == ColumnType::Multi)
        for (const std::uint32_t code : column.elements(row)) body(code);
    else if (column.type() == ColumnType::Category)
        body(column.codes()[row]);
}

Values productsBought(const Dataset& dataset) {
    Values products(dataset.accounts.rows(), notKnown);
    const Column* product = dataset.column(u"deal.product");
    if (product == nullptr) return products;
    std::vector<std::set<std::uint32_t>> bought(products.size());
    for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal)
        if (const std::uint32_t account = dataset.deals.links.account[deal];
            account != noRow && dataset.dealState[deal] == DealState::Won)
            forEachCode(*product, deal, [&](std::uint32_t code) { bought[account].insert(code); });
    for (std::size_t row = 0; row < products.size(); ++row)
        if (!bought[row].empty()) products[row] = double(bought[row].size());
    return products;
}

/// Rows of the newest measurement of every account that was not made after it left.
std::vector<std::vector<std::uint32_t>> newestUsage(const Dataset& dataset) {
    std::vector<std::vector<std::uint32_t>> rows(dataset.accounts.rows());
    const Column* date = dataset.column(u"usage.date");
    const Column* left = dataset.column(u"account.churn_date");
    Values newest(rows.size(), notKnown);
    for (std::uint32_t row = 0; row < dataset.usage.rows(); ++row) {
        const std::uint32_t account = dataset.usage.links.account[row];
        const double day = date == nullptr ? 0 : dayAt(date, row);
        if (account == noRow || std::isnan(day) || day > dayAt(left, account)) continue;
        if (day < newest[account]) continue;
        if (day > newest[account]) rows[account].clear();
        newest[account] = day;
        rows[account].push_back(row);
    }
    return rows;
}

Values sumOfNewest(const Dataset& dataset, QStringView name) {
    Values sum(dataset.accounts.rows(), notKnown);
    const Column* column = dataset.column(name);
    if (column == nullptr) return sum;
    const auto rows = newestUsage(dataset);
    for (std::size_t account = 0; account < sum.size(); ++account)
        for (const std::uint32_t row : rows[account])
            if (const double n = numberAt(column, row); std::isfinite(n))
                sum[account] = (std::isnan(sum[account]) ? 0 : sum[account]) + n;
    return sum;
}

Values usersNow(const Dataset& dataset) { return sumOfNewest(dataset, u"usage.users"); }

Values shareOfStaff(const Dataset& dataset) {
    Values share = usersNow(dataset);
    const Column* staff = dataset.column(u"account.employees");
    for (std::size_t row = 0; row < share.size(); ++row) {
        const double all = numberAt(staff, row);
        share[row] = all > 0 ? share[row] / all : notKnown;
    }
    return share;
}

Values adoption(const Dataset& dataset) {
    const Column* features = dataset.column(u"usage.features");
    if (features == nullptr) return sumOfNewest(dataset, u"usage.workflows");
    Values breadth(dataset.accounts.rows(), notKnown);
    const auto rows = newestUsage(dataset);
    for (std::size_t account = 0; account < breadth.size(); ++account) {
        std::set<std::uint32_t> used;
        for (const std::uint32_t row : rows[account])
            forEachCode(*features, row, [&](std::uint32_t code) { used.insert(code); });
        if (!used.empty()) breadth[account] = double(used.size());
    }
    return breadth;
}

struct Derivation {
    const char* name;
    Entity entity;
    AttributeClass cls;
    ColumnType type;
    bool afterSale;
    const char* label;
    const char* rule;
    const char* unit;
    const char* caution;
    Values (*values)(const Dataset&);
};

constexpr const char* followsUse =
    QT_TRANSLATE_NOOP("icp::Derived", "Who is about to leave uses less, so it may follow the outcome.");

const std::array<Derivation, 8> derivations{
    {{"deal.derived_account_age", Entity::Deal, AttributeClass::Behaviour, ColumnType::Number, false,
      QT_TRANSLATE_NOOP("icp::Derived", "Age of account, years (derived)"),
      QT_TRANSLATE_NOOP("icp::Derived",
                        "Whole years from the day the account was created to the day the deal was created."),
      QT_TRANSLATE_NOOP("icp::Derived", "years"), "", ageAtStart},
     {"deal.derived_earlier_deals", Entity::Deal, AttributeClass::Behaviour, ColumnType::Number, false,
      QT_TRANSLATE_NOOP("icp::Derived", "Deals in the year before (derived)"),
      QT_TRANSLATE_NOOP(
          "icp::Derived",
          "Deals of the same account that were created within 365 days before this one; not known "
          "in the first year of the data."),
      QT_TRANSLATE_NOOP("icp::Derived", "deals"), "", earlierDeals},
     {"deal.derived_contacts", Entity::Deal, AttributeClass::Organisation, ColumnType::Number, false,
      QT_TRANSLATE_NOOP("icp::Derived", "Panel size (derived)"),
      QT_TRANSLATE_NOOP("icp::Derived",
                        "Contacts of the account that were created before the day the deal closed."),
      QT_TRANSLATE_NOOP("icp::Derived", "people"),
      QT_TRANSLATE_NOOP("icp::Derived",
                        "Contacts are added while a deal goes on, so deals that take longer have more."),
      contactsKnown},
     {"account.derived_age", Entity::Account, AttributeClass::Behaviour, ColumnType::Number, true,
      QT_TRANSLATE_NOOP("icp::Derived", "Age of account, years (derived)"),
      QT_TRANSLATE_NOOP("icp::Derived",
                        "Whole years from the day the account was created to the newest day in the data."),
      QT_TRANSLATE_NOOP("icp::Derived", "years"), "", accountAge},
     {"account.derived_products", Entity::Account, AttributeClass::Behaviour, ColumnType::Number, true,
      QT_TRANSLATE_NOOP("icp::Derived", "Products bought (derived)"),
      QT_TRANSLATE_NOOP("icp::Derived", "Different products of the account's won deals."),
      QT_TRANSLATE_NOOP("icp::Derived", "products"), "", productsBought},
     {"account.derived_users", Entity::Account, AttributeClass::Organisation, ColumnType::Number, true,
      QT_TRANSLATE_NOOP("icp::Derived", "Team that uses the product (derived)"),
      QT_TRANSLATE_NOOP("icp::Derived",
                        "Users at the newest measurement that was not made after the customer left."),
      QT_TRANSLATE_NOOP("icp::Derived", "people"), followsUse, usersNow},
     {"account.derived_user_share", Entity::Account, AttributeClass::Organisation, ColumnType::Percent, true,
      QT_TRANSLATE_NOOP("icp::Derived", "Share of staff that uses the product (derived)"),
      QT_TRANSLATE_NOOP("icp::Derived",
                        "Users at the newest measurement that was not made after the customer left, of all "
                        "employees."),
      "", followsUse, shareOfStaff},
     {"account.derived_adoption", Entity::Account, AttributeClass::Behaviour, ColumnType::Number, true,
      QT_TRANSLATE_NOOP("icp::Derived", "Adoption breadth (derived)"),
      QT_TRANSLATE_NOOP("icp::Derived",
                        "Different features at the newest measurement that was not made after the customer "
                        "left; where none are named, workflows."),
      "", followsUse, adoption}}};

const Derivation* find(QStringView name) {
    const auto found = std::find_if(derivations.begin(), derivations.end(),
                                    [&](const Derivation& one) { return name == QLatin1String(one.name); });
    return found == derivations.end() ? nullptr : &*found;
}

bool tellsApart(const Values& values) {
    double first = notKnown;
    for (const double v : values) {
        if (std::isnan(v)) continue;
        if (!std::isnan(first) && v != first) return true;
        first = v;
    }
    return false;
}

Column columnOf(ColumnType type, Values values) {
    Bitmap missing(values.size());
    for (std::size_t row = 0; row < values.size(); ++row)
        if (std::isnan(values[row])) {
            missing.set(row);
            values[row] = 0;
        }
    return Column::numbers(type, std::move(values), std::move(missing));
}

Attribute attributeOf(const Derivation& one, const Dataset& dataset) {
    Attribute attribute;
    attribute.name = QLatin1String(one.name);
    attribute.label = Tr::tr(one.label);
    attribute.entity = one.entity;
    attribute.cls = one.cls;
    attribute.unit = *one.unit == '\0' ? QString() : Tr::tr(one.unit);
    if (*one.caution != '\0') attribute.caution = Tr::tr(one.caution);
    if (one.values != contactsKnown) return attribute;
    attribute.reason = whyContactsLeak(dataset);
    if (!attribute.reason.isEmpty()) {
        attribute.use = AttributeUse::LeftOut;
        attribute.verdict = QStringLiteral("leak");
    }
    return attribute;
}

EntityTable& tableOf(Dataset& dataset, const Derivation& one) {
    return one.entity == Entity::Deal ? dataset.deals : dataset.accounts;
}

}  // namespace

void derive(Dataset& dataset) {
    for (const Derivation& one : derivations) {
        EntityTable& entity = tableOf(dataset, one);
        Values values = one.values(dataset);
        if (!tellsApart(values)) continue;
        auto table = std::make_shared<Table>(*entity.table);
        entity.attributes.push_back(attributeOf(one, dataset));
        entity.attributes.back().column = int(table->fields.size());
        table->fields.push_back({entity.attributes.back().label, columnOf(one.type, std::move(values))});
        entity.table = std::move(table);
    }
}

void deriveAnew(Dataset& dataset) {
    for (const Derivation& one : derivations) {
        EntityTable& entity = tableOf(dataset, one);
        for (const Attribute& attribute : entity.attributes) {
            if (attribute.name != QLatin1String(one.name)) continue;
            auto table = std::make_shared<Table>(*entity.table);
            table->fields[std::size_t(attribute.column)].column = columnOf(one.type, one.values(dataset));
            entity.table = std::move(table);
            break;
        }
    }
}

bool isDerived(QStringView attribute) { return find(attribute) != nullptr; }

bool isKnownAfterSale(QStringView attribute) {
    const Derivation* one = find(attribute);
    return one != nullptr && one->afterSale;
}

QString derivationOf(QStringView attribute) {
    const Derivation* one = find(attribute);
    return one == nullptr ? QString() : Tr::tr(one->rule);
}

}  // namespace icp
