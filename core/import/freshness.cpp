#include "core/import/freshness.h"

#include "core/import/asof.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

namespace icp {

namespace {

constexpr double daysPerMonth = 30.436875;
const QDate epoch(1970, 1, 1);

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Freshness)
};

QString counted(qint64 count) { return QLocale(QLocale::English, QLocale::UnitedStates).toString(count); }
QString percent(double share) { return QStringLiteral("%1%").arg(qRound(100 * share)); }

/// Per row the newest day on which somebody looked at it; nothing where no column tells. A day in the future
/// is taken for `today`.
std::vector<std::optional<int>> verifiedDays(const EntityTable& entity, int today) {
    std::vector<std::optional<int>> days(entity.rows());
    for (const DateKind kind : {DateKind::Changed, DateKind::Created}) {
        std::vector<std::optional<int>> found(entity.rows());
        for (const Attribute& attribute : entity.attributes) {
            const Column& column = entity.table->fields[std::size_t(attribute.column)].column;
            if (column.type() != ColumnType::Date || dateKindOf(attribute) != kind) continue;
            for (std::size_t row = 0; row < found.size(); ++row) {
                if (column.isMissing(row)) continue;
                const int day = std::min(today, int(std::floor(column.numbers()[row])));
                found[row] = std::max(day, found[row].value_or(day));
            }
        }
        for (std::size_t row = 0; row < days.size(); ++row)
            if (!days[row]) days[row] = found[row];
    }
    return days;
}

struct Mean {
    double sum = 0;
    qint64 count = 0;
    void add(double value) {
        sum += value;
        ++count;
    }
    double value() const { return count == 0 ? -1 : std::round(1e6 * sum / double(count)) / 1e6; }
};

void warn(Dataset& dataset, Entity entity, const SourceFile& file) {
    const QString sentence =
        entity == Entity::Contact
            ? Words::tr(
                  "%1 of %2 contacts were last looked at so long ago that less than %3 of what is said of "
                  "them should still hold.")
            : Words::tr(
                  "%1 of %2 accounts were last looked at so long ago that less than %3 of what is said of "
                  "them should still hold.");
    dataset.issues.push_back({Severity::Note,
                              QStringLiteral("rows-stale"),
                              file.name,
                              0,
                              {},
                              {},
                              sentence.arg(counted(file.stale), counted(file.rows), percent(staleBelow))});
}

}  // namespace

double monthsBetween(const QDate& from, const QDate& to) {
    if (!from.isValid() || !to.isValid() || to <= from) return 0;
    int months = 12 * (to.year() - from.year()) + to.month() - from.month();
    if (from.addMonths(months) > to) --months;
    return months + double(from.addMonths(months).daysTo(to)) / daysPerMonth;
}

double expectedValid(double months, double keptPerMonth) { return std::pow(keptPerMonth, months); }

void judgeFreshness(Dataset& dataset, double keptPerMonth) {
    for (std::size_t file = 0; file < dataset.files.size(); ++file)
        dataset.files[file].asOf = newestDate(dataset, int(file));
    if (!dataset.asOf.isValid()) return;
    const int today = int(epoch.daysTo(dataset.asOf));
    std::unordered_map<int, double> known;
    const auto validOn = [&](int day) {
        const auto [entry, added] = known.try_emplace(day);
        if (added)
            entry->second = expectedValid(monthsBetween(epoch.addDays(day), dataset.asOf), keptPerMonth);
        return entry->second;
    };
    for (const Entity entity : entities) {
        const EntityTable& rows = dataset.of(entity);
        if (rows.table->sourceFile.size() != rows.rows()) continue;
        const std::vector<std::optional<int>> days = verifiedDays(rows, today);
        std::vector<Mean> ofFile(dataset.files.size());
        for (std::size_t row = 0; row < days.size(); ++row) {
            if (!days[row]) continue;
            const std::size_t file = rows.table->sourceFile[row];
            const double valid = validOn(*days[row]);
            ofFile[file].add(valid);
            if (valid < staleBelow) ++dataset.files[file].stale;
        }
        for (std::size_t file = 0; file < ofFile.size(); ++file) {
            SourceFile& source = dataset.files[file];
            if (source.role != entity || ofFile[file].count == 0) continue;
            source.valid = ofFile[file].value();
            for (ColumnInfo& info : source.columnInfo) {
                const Column* column = dataset.column(info.attribute);
                if (column == nullptr || column->size() != days.size()) continue;
                Mean mean;
                for (std::size_t row = 0; row < days.size(); ++row)
                    if (days[row] && rows.table->sourceFile[row] == file && !column->isMissing(row))
                        mean.add(validOn(*days[row]));
                info.valid = mean.value();
            }
            const bool ages = entity == Entity::Account || entity == Entity::Contact;
            if (ages && source.stale > 0) warn(dataset, entity, source);
        }
    }
}

}  // namespace icp
