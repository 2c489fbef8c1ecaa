#include "core/draft/exemplar.h"

#include "core/analysis/findings.h"
#include "core/base/shown.h"
#include "core/workshop/sentence.h"

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

QString numberText(const Column& column, double value) {
    if (column.type() == ColumnType::Date) return QString::fromStdString(isoDate(std::floor(value)));
    if (column.type() == ColumnType::Percent) return percentText(value);
    if (column.type() == ColumnType::Money) return moneyText(value, column.currency());
    return QLocale().toString(value, 'f', value == std::round(value) ? 0 : 1);
}

/// The lower of the two middle values where there are two, so that some customer has it.
std::optional<double> middleOf(const Condition& condition, const Column& column, const Bitmap& customers) {
    std::vector<double> inside;
    customers.forEach([&](std::size_t row) {
        if (column.isMissing(row)) return;
        const double value = column.numbers()[row];
        if (value >= condition.low && value < condition.high) inside.push_back(value);
    });
    if (!inside.empty()) {
        const auto middle = inside.begin() + std::ptrdiff_t((inside.size() - 1) / 2);
        std::nth_element(inside.begin(), middle, inside.end());
        return *middle;
    }
    if (std::isfinite(condition.low)) return condition.low;
    return std::isfinite(condition.high) ? std::optional(condition.high) : std::nullopt;
}

QString usualOf(const Condition& condition, const Column& column, const Bitmap& customers) {
    std::vector<qint64> counts(column.dictionary().size());
    customers.forEach([&](std::size_t row) {
        if (column.isMissing(row)) return;
        if (column.isCoded()) ++counts[column.codes()[row]];
        if (column.type() == ColumnType::Multi)
            for (const std::uint32_t code : column.elements(row)) ++counts[code];
    });
    QString usual = condition.values.front();
    qint64 most = 0;
    for (const QString& value : condition.values)
        if (const auto code = column.dictionary().find(value.toStdString()); code && counts[*code] > most) {
            most = counts[*code];
            usual = value;
        }
    return usual;
}

/// The criterion as the made-up company meets it; nothing when it makes no trait.
std::optional<Criterion> pointOf(const Criterion& criterion, const Dataset& dataset, const Bitmap& customers,
                                 Similarity::Trait& trait) {
    const Condition& condition = *criterion.condition;
    const Attribute* attribute = dataset.find(condition.attribute);
    if (attribute == nullptr || attribute->entity != Entity::Account) return std::nullopt;
    const Column& column = dataset.column(*attribute);
    if (column.type() == ColumnType::Text) return std::nullopt;
    trait.attribute = attribute->name;
    Criterion point = criterion;
    if (condition.op == Condition::Op::Range && column.isNumeric()) {
        const std::optional<double> middle = middleOf(condition, column, customers);
        if (!middle) return std::nullopt;
        trait.number = *middle;
        point.text = attribute->label + u' ' + numberText(column, *middle);
        return point;
    }
    const bool wants = condition.op == Condition::Op::In || condition.op == Condition::Op::Has;
    if (!wants || condition.values.isEmpty() || column.isNumeric()) return std::nullopt;
    trait.levels = QStringList{usualOf(condition, column, customers)};
    point.condition->values = trait.levels;
    point.text = conditionLabel(*point.condition, dataset);
    return point;
}

}  // namespace

Exemplar exemplarOf(const Icp& icp, const Dataset& dataset, const Bitmap& customers,
                    const ExemplarWish& wish) {
    Exemplar exemplar;
    std::vector<Criterion> points;
    QStringList attributes;
    for (const Importance importance : {Importance::Must, Importance::Should, Importance::Nice})
        for (const Criterion& criterion : icp.criteria) {
            if (wish.job.cancelled()) return {};
            if (criterion.importance != importance || criterion.section == Section::Exclusions ||
                criterion.section == Section::StretchLimits)
                continue;
            if (!criterion.condition) {
                points.push_back(criterion);
                continue;
            }
            Similarity::Trait trait;
            std::optional<Criterion> point = pointOf(criterion, dataset, customers, trait);
            if (!point) continue;
            const auto known = std::find_if(
                exemplar.traits.begin(), exemplar.traits.end(),
                [&](const Similarity::Trait& other) { return other.attribute == trait.attribute; });
            // It has several elements of a set, but one number and one level.
            if (known != exemplar.traits.end() && criterion.condition->op != Condition::Op::Has) continue;
            points.push_back(std::move(*point));
            if (known == exemplar.traits.end())
                exemplar.traits.push_back(trait);
            else
                known->levels << trait.levels;
            attributes << trait.attribute;
        }
    exemplar.sentence = companySentence(points, wish.consumers);
    if (!attributes.isEmpty())
        exemplar.nearest = Similarity(dataset, attributes, wish.job)
                               .nearest(exemplar.traits, customers, wish.count, wish.job);
    return exemplar;
}

}  // namespace icp
