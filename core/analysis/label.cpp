#include "core/analysis/findings.h"
#include "core/analysis/ranges.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::ConditionLabel)
};

bool isWholeBetween(const Column& column, const Condition& condition) {
    const auto whole = [](double v) { return std::isinf(v) || v == std::floor(v); };
    if (column.type() != ColumnType::Number || !whole(condition.low) || !whole(condition.high)) return false;
    std::vector<double> known;
    for (std::size_t row = 0; row < column.size(); ++row)
        if (!column.isMissing(row)) known.push_back(column.numbers()[row]);
    return isWhole(known, column.type());
}

QString listed(const QStringList& values) {
    constexpr qsizetype most = 4;
    if (values.size() <= most) return values.join(QStringLiteral(", "));
    return Tr::tr("%1 and %n more", nullptr, int(values.size() - most + 1))
        .arg(values.mid(0, most - 1).join(QStringLiteral(", ")));
}

QString valuesOf(const Condition& condition, const Column* column) {
    if (column == nullptr || column->type() != ColumnType::Boolean) return listed(condition.values);
    QStringList words;
    for (const QString& value : condition.values) words << (value == u"yes" ? Tr::tr("yes") : Tr::tr("no"));
    return words.join(QStringLiteral(", "));
}

}  // namespace

const AttributeProfile* Findings::find(QStringView name) const {
    const auto at = std::find_if(attributes.begin(), attributes.end(),
                                 [&](const AttributeProfile& profile) { return profile.name == name; });
    return at == attributes.end() ? nullptr : &*at;
}

QString conditionLabel(const Condition& condition, const Dataset& dataset) {
    const Attribute* attribute = dataset.find(condition.attribute);
    const Column* column = attribute == nullptr ? nullptr : &dataset.column(*attribute);
    const QString name = attribute == nullptr ? condition.attribute : attribute->label;
    const QString values = valuesOf(condition, column);
    switch (condition.op) {
        case Condition::Op::In:
            return Tr::tr("%1: %2").arg(name, values);
        case Condition::Op::NotIn:
            return Tr::tr("%1: not %2").arg(name, values);
        case Condition::Op::Has:
            return Tr::tr("%1: has %2").arg(name, values);
        case Condition::Op::HasNot:
            return Tr::tr("%1: without %2").arg(name, values);
        case Condition::Op::Missing:
            return Tr::tr("%1: unknown").arg(name);
        case Condition::Op::Range:
            break;
    }
    const ColumnType type = column == nullptr ? ColumnType::Number : column->type();
    const bool whole = column != nullptr && isWholeBetween(*column, condition);
    return Tr::tr("%1 %2").arg(
        name, rangeLabel(condition.low, condition.high, type, whole,
                         column != nullptr && column->isNumeric() ? column->currency() : QString()));
}

}  // namespace icp
