#include "core/import/asof.h"

#include "core/import/headers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace icp {

namespace {

enum class Kind { Changed, Created, Closed, Since, Other };

/// Dates the CRM writes itself the moment something happens; "Next activity date" looks ahead.
Kind kindOf(const Attribute& attribute) {
    if (attribute.name == u"deal.close_date") return Kind::Closed;
    if (attribute.name == u"account.customer_since") return Kind::Since;
    for (const char* name : {"account.created", "deal.create_date", "account.churn_date", "usage.date"})
        if (attribute.name == QLatin1String(name)) return Kind::Created;
    const QString line = parseHeader(attribute.label).line;
    for (const char* word : {" modified ", " updated ", " update ", " modstamp ", " last "})
        if (line.contains(QLatin1String(word)) && !line.contains(u" next ")) return Kind::Changed;
    for (const char* word : {" created ", " create "})
        if (line.contains(QLatin1String(word))) return Kind::Created;
    return Kind::Other;
}

/// The newest of `days` that is no typing error and not later than `end`.
std::optional<double> newestOf(std::vector<double> days, std::optional<double> end) {
    std::optional<double> newest;
    if (days.empty()) return newest;
    const auto edge = days.begin() + std::ptrdiff_t((days.size() - 1) * 99 / 100);
    std::nth_element(days.begin(), edge, days.end());
    const double limit = std::min(*edge + 366, end.value_or(*edge + 366));
    for (const double day : days)
        if (day <= limit && (!newest || day > *newest)) newest = day;
    return newest;
}

}  // namespace

QDate newestDate(const Dataset& dataset) {
    std::array<std::optional<double>, 4> newest;  // by Kind
    // First what the CRM changed last: a record created or a customer that left beyond that day is a plan. A
    // closed deal is not: columns of changes are often filled for a part of the rows or of the time only.
    for (const Kind kind : {Kind::Changed, Kind::Created, Kind::Closed, Kind::Since}) {
        std::optional<double>& found = newest[std::size_t(kind)];
        for (const Entity entity : entities) {
            const EntityTable& rows = dataset.of(entity);
            for (const Attribute& attribute : rows.attributes) {
                const Column& column = rows.table->fields[std::size_t(attribute.column)].column;
                if (column.type() != ColumnType::Date || kindOf(attribute) != kind) continue;
                std::vector<double> days;
                for (std::size_t row = 0; row < rows.rows(); ++row)
                    if (!column.isMissing(row) &&
                        (kind != Kind::Closed || dataset.dealState[row] != DealState::Open))
                        days.push_back(column.numbers()[row]);
                const bool bounded = kind == Kind::Created || kind == Kind::Since;
                const auto day = newestOf(std::move(days), bounded ? newest[0] : std::nullopt);
                if (day && (!found || *day > *found)) found = day;
            }
        }
    }
    const std::optional<double> last = std::max({newest[0], newest[1], newest[2]});
    const std::optional<double> day = last ? last : newest[std::size_t(Kind::Since)];
    return day ? QDate(1970, 1, 1).addDays(qint64(std::floor(*day))) : QDate();
}

}  // namespace icp
