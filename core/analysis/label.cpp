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

/// How many zeros a whole number ends in.
int zerosOf(double whole) {
    int zeros = 0;
    for (; whole != 0 && std::fmod(whole, 10) == 0; whole /= 10) ++zeros;
    return zeros;
}

/// The limits of a range as people write them, and whether the last number within is the one to show.
struct Limits {
    double low;
    double high;
    bool whole;
};

Limits limitsOf(const Column* column, const Condition& condition) {
    Limits limits{condition.low, condition.high, false};
    if (column == nullptr || (column->type() != ColumnType::Number && column->type() != ColumnType::Date))
        return limits;
    std::vector<double> known;
    for (std::size_t row = 0; row < column->size(); ++row)
        if (!column->isMissing(row)) known.push_back(column->numbers()[row]);
    if (std::any_of(known.begin(), known.end(), [](double v) { return v != std::floor(v); })) return limits;
    // No whole number lies between a limit and the next one up.
    limits.low = std::ceil(limits.low);
    limits.high = std::ceil(limits.high);
    // Large numbers are cut where they are round: a limit that somebody set shows in the last one within.
    limits.whole = isWhole(known, column->type()) ||
                   (column->type() == ColumnType::Number && std::isfinite(limits.high) &&
                    zerosOf(limits.high - 1) > zerosOf(limits.high));
    return limits;
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
    const Limits limits = limitsOf(column, condition);
    return Tr::tr("%1 %2").arg(
        name, rangeLabel(limits.low, limits.high, type, limits.whole,
                         column != nullptr && column->isNumeric() ? column->currency() : QString()));
}

}  // namespace icp
