#include "core/import/asof.h"

#include "core/import/headers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace icp {

namespace {

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

DateKind dateKindOf(const Attribute& attribute) {
    if (attribute.name == u"deal.close_date") return DateKind::Closed;
    if (attribute.name == u"account.customer_since") return DateKind::Since;
    for (const char* name : {"account.verified", "contact.verified"})
        if (attribute.name == QLatin1String(name)) return DateKind::Changed;
    for (const char* name :
         {"account.created", "deal.create_date", "contact.created", "account.churn_date", "usage.date"})
        if (attribute.name == QLatin1String(name)) return DateKind::Created;
    const QString line = parseHeader(attribute.label).line;
    if (line.contains(u" next ")) return DateKind::Other;  // "Next activity date" looks ahead
    static const QStringList changed =
        QString::fromUtf8(
            " modified | updated | update | modstamp | last | verified |geandert|aktualisiert| letzte|"
            "modifi|modificac|atualiza|actualiza| ultima | derniere | laatst| senast | viimeis| "
            "ostatni|更新|最終")
            .split(u'|');
    for (const QString& word : changed)
        if (line.contains(word)) return DateKind::Changed;
    for (const char* word : {" created ", " create "})
        if (line.contains(QLatin1String(word))) return DateKind::Created;
    return DateKind::Other;
}

QDate newestDate(const Dataset& dataset, int file) {
    std::array<std::optional<double>, 4> newest;  // by DateKind
    // First what the CRM changed last: a record created or a customer that left beyond that day is a plan. A
    // closed deal is not: columns of changes are often filled for a part of the rows or of the time only.
    for (const DateKind kind : {DateKind::Changed, DateKind::Created, DateKind::Closed, DateKind::Since}) {
        std::optional<double>& found = newest[std::size_t(kind)];
        for (const Entity entity : entities) {
            const EntityTable& rows = dataset.of(entity);
            if (file >= 0 && rows.table->sourceFile.size() != rows.rows()) continue;
            for (const Attribute& attribute : rows.attributes) {
                const Column& column = rows.table->fields[std::size_t(attribute.column)].column;
                if (column.type() != ColumnType::Date || dateKindOf(attribute) != kind) continue;
                std::vector<double> days;
                for (std::size_t row = 0; row < rows.rows(); ++row)
                    if (!column.isMissing(row) && (file < 0 || rows.table->sourceFile[row] == file) &&
                        (kind != DateKind::Closed || dataset.dealState[row] != DealState::Open))
                        days.push_back(column.numbers()[row]);
                const bool bounded = kind == DateKind::Created || kind == DateKind::Since;
                const auto day = newestOf(std::move(days), bounded ? newest[0] : std::nullopt);
                if (day && (!found || *day > *found)) found = day;
            }
        }
    }
    const std::optional<double> last = std::max({newest[0], newest[1], newest[2]});
    const std::optional<double> day = last ? last : newest[std::size_t(DateKind::Since)];
    return day ? QDate(1970, 1, 1).addDays(qint64(std::floor(*day))) : QDate();
}

}  // namespace icp
