#include "core/import/asof.h"

#include "core/import/headers.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace icp {

namespace {

void consider(std::vector<double> days, std::optional<double>& newest) {
    if (days.empty()) return;
    const auto edge = days.begin() + std::ptrdiff_t((days.size() - 1) * 99 / 100);
    std::nth_element(days.begin(), edge, days.end());
    const double limit = *edge + 366;
    for (const double day : days)
        if (day <= limit && (!newest || day > *newest)) newest = day;
}

/// Dates the CRM writes itself the moment something happens; "Next activity date" looks ahead.
bool isRecorded(const Attribute& attribute) {
    for (const char* name : {"account.created", "deal.create_date", "account.churn_date", "usage.date"})
        if (attribute.name == QLatin1String(name)) return true;
    const QString line = parseHeader(attribute.label).line;
    if (line.contains(u" next ")) return false;
    for (const char* word :
         {" created ", " create ", " modified ", " updated ", " update ", " modstamp ", " last "})
        if (line.contains(QLatin1String(word))) return true;
    return false;
}

}  // namespace

QDate newestDate(const Dataset& dataset) {
    std::optional<double> newest;
    for (const Entity entity : entities) {
        const EntityTable& rows = dataset.of(entity);
        for (const Attribute& attribute : rows.attributes) {
            const Column& column = rows.table->fields[std::size_t(attribute.column)].column;
            const bool closes = attribute.name == u"deal.close_date";
            if (column.type() != ColumnType::Date || (!closes && !isRecorded(attribute))) continue;
            std::vector<double> days;
            for (std::size_t row = 0; row < rows.rows(); ++row)
                if (!column.isMissing(row) && (!closes || dataset.dealState[row] != DealState::Open))
                    days.push_back(column.numbers()[row]);
            consider(std::move(days), newest);
        }
    }
    return newest ? QDate(1970, 1, 1).addDays(qint64(std::floor(*newest))) : QDate();
}

}  // namespace icp
