#include "core/proposals/compare.h"

#include "core/base/text.h"
#include "core/proposals/matchrows.h"
#include "core/table/derived.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Compare)
};

bool sameCell(const Column& a, std::size_t rowA, const Column& b, std::size_t rowB) {
    if (a.isNumeric() && b.isNumeric()) return a.numbers()[rowA] == b.numbers()[rowB];
    if (a.type() == ColumnType::Multi && b.type() == ColumnType::Multi) {
        const auto texts = [](const Column& column, std::size_t row) {
            std::set<std::string_view> elements;
            for (const std::uint32_t code : column.elements(row))
                elements.insert(column.dictionary().at(code));
            return elements;
        };
        return texts(a, rowA) == texts(b, rowB);
    }
    return a.display(rowA) == b.display(rowB);
}

std::set<std::string_view> levelsOf(const Column& column) {
    std::vector<bool> used(column.dictionary().size());
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.isMissing(row)) continue;
        if (column.isCoded()) {
            used[column.codes()[row]] = true;
        } else {
            for (const std::uint32_t code : column.elements(row)) used[code] = true;
        }
    }
    std::set<std::string_view> levels;
    for (std::uint32_t code = 0; code < used.size(); ++code)
        if (used[code]) levels.insert(column.dictionary().at(code));
    return levels;
}

QStringList without(const std::set<std::string_view>& levels, const std::set<std::string_view>& others) {
    QStringList result;
    for (const std::string_view level : levels)
        if (!others.contains(level)) result << toQString(level);
    return result;
}

bool isGrouped(const Column& column) {
    return column.type() == ColumnType::Category || column.type() == ColumnType::Multi;
}

/// Compares the cells of the matched rows; marks rows now that differ.
AttributeChange compareCells(const Attribute& attribute, const Column& then, const Column& now,
                             const EntityChange& rows, const Job& job, Bitmap& differs) {
    AttributeChange change{attribute.name, attribute.label, 0, 0, 0, {}, {}};
    Steps steps(job);
    for (const auto& [was, is] : rows.matched) {
        if (steps.cancelled()) break;
        const bool had = !then.isMissing(was);
        const bool has = !now.isMissing(is);
        if (!had && !has) continue;
        if (had && has && sameCell(then, was, now, is)) continue;
        ++(had && has ? change.changed : has ? change.filled : change.emptied);
        differs.set(is);
    }
    if (isGrouped(then) && isGrouped(now)) {
        const auto before = levelsOf(then);
        const auto after = levelsOf(now);
        change.newLevels = without(after, before);
        change.vanishedLevels = without(before, after);
    }
    return change;
}

void compareEntity(EntityChange& change, const Dataset& before, const Dataset& after, const Job& job) {
    const std::vector<Attribute>& then = before.of(change.entity).attributes;
    const std::vector<Attribute>& now = after.of(change.entity).attributes;
    const auto named = [](const std::vector<Attribute>& list, const QString& name) {
        return std::find_if(list.begin(), list.end(), [&](const Attribute& a) { return a.name == name; });
    };
    Bitmap differs(std::size_t(change.after));
    for (const Attribute& attribute : now) {
        if (job.cancelled()) return;
        if (isDerived(attribute.name)) continue;  // it changes with what it is made of, and with the day
        const auto old = named(then, attribute.name);
        if (old == then.end()) {
            change.newAttributes << attribute.label;
            continue;
        }
        AttributeChange cells =
            compareCells(attribute, before.column(*old), after.column(attribute), change, job, differs);
        if (cells.changed + cells.filled + cells.emptied > 0 || !cells.newLevels.isEmpty() ||
            !cells.vanishedLevels.isEmpty())
            change.attributes.push_back(std::move(cells));
    }
    for (const Attribute& attribute : then)
        if (!isDerived(attribute.name) && named(now, attribute.name) == now.end())
            change.vanishedAttributes << attribute.label;
    differs.forEach([&](std::size_t row) { change.changed.push_back(std::uint32_t(row)); });
}

}  // namespace

Result<DatasetChange> compare(const Dataset& before, const Dataset& after, const Job& job) {
    DatasetChange result;
    result.usageBefore = qint64(before.usage.rows());
    result.usageAfter = qint64(after.usage.rows());
    result.entities.reserve(3);
    for (const Entity entity : {Entity::Account, Entity::Deal, Entity::Contact}) {
        job.report(qint64(result.entities.size()), 3, Words::tr("Comparing with the data before"));
        EntityChange& change = result.entities.emplace_back();
        change.entity = entity;
        matchRows(change, before, after, entity == Entity::Account ? nullptr : &result.entities.front(), job);
        compareEntity(change, before, after, job);
        if (job.cancelled())
            return fail(ErrorCode::Cancelled, Words::tr("Stopped; the data are as they were."));
    }
    if (!before.dealState.empty() && !after.dealState.empty())
        for (const auto& [was, is] : result.of(Entity::Deal).matched)
            if (before.dealState[was] != after.dealState[is])
                result.outcomes.push_back({was, is, before.dealState[was], after.dealState[is]});
    return result;
}

}  // namespace icp
