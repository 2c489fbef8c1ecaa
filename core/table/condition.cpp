#include "core/table/condition.h"

#include "core/base/names.h"

namespace icp {

namespace {

constexpr Names<Condition::Op, 6> opNames{{"in", "not-in", "range", "has", "has-not", "missing"}};

bool isNegated(Condition::Op op) { return op == Condition::Op::NotIn || op == Condition::Op::HasNot; }

/// Which codes of `dictionary` are named by `values`.
std::vector<bool> wanted(const Dictionary& dictionary, const QStringList& values) {
    std::vector<bool> result(dictionary.size(), false);
    for (const QString& value : values) {
        const QByteArray utf8 = value.toUtf8();
        if (const auto code = dictionary.find(std::string_view(utf8.constData(), std::size_t(utf8.size()))))
            result[*code] = true;
    }
    return result;
}

/// The rows of the column's own table for which the condition holds; missing cells never do, but for
/// Op::Missing.
Bitmap holds(const Condition& condition, const Column& column) {
    if (condition.op == Condition::Op::Missing) return column.missing();
    Bitmap yes(column.size());
    if (column.isNumeric()) {
        const auto numbers = column.numbers();
        for (std::size_t row = 0; row < numbers.size(); ++row)
            yes.assign(row, numbers[row] >= condition.low && numbers[row] < condition.high);
    } else if (column.type() == ColumnType::Multi) {
        const std::vector<bool> want = wanted(column.dictionary(), condition.values);
        for (std::size_t row = 0; row < column.size(); ++row)
            for (const std::uint32_t code : column.elements(row))
                if (want[code]) yes.set(row);
    } else if (column.isCoded()) {
        const std::vector<bool> want = wanted(column.dictionary(), condition.values);
        const auto codes = column.codes();
        for (std::size_t row = 0; row < codes.size(); ++row)
            yes.assign(row, !column.isMissing(row) && want[codes[row]]);
    } else {
        for (std::size_t row = 0; row < column.size(); ++row)
            yes.assign(row, condition.values.contains(QString::fromStdString(column.display(row))));
    }
    return (isNegated(condition.op) ? ~yes : yes) - column.missing();
}

Match throughLinks(const Match& accounts, const Links& links) {
    Match result{Bitmap(links.account.size()), Bitmap(links.account.size())};
    for (std::size_t row = 0; row < links.account.size(); ++row) {
        const std::uint32_t account = links.account[row];
        if (account == noRow || accounts.unknown.test(account))
            result.unknown.set(row);
        else if (accounts.yes.test(account))
            result.yes.set(row);
    }
    return result;
}

/// An account matches when any of its rows does, and is unknown when none of them is known.
Match gathered(const Match& rows, const Links& links, std::size_t accounts) {
    Bitmap yes(accounts);
    Bitmap known(accounts);
    for (std::size_t row = 0; row < links.account.size(); ++row) {
        const std::uint32_t account = links.account[row];
        if (account == noRow || rows.unknown.test(row)) continue;
        known.set(account);
        if (rows.yes.test(row)) yes.set(account);
    }
    return {std::move(yes), ~known};
}

}  // namespace

Match evaluate(const Condition& condition, const Dataset& dataset, Entity unit) {
    const std::size_t rows = dataset.of(unit).rows();
    const Attribute* attribute = dataset.find(condition.attribute);
    if (attribute == nullptr) return {Bitmap(rows), Bitmap(rows, true)};
    const Column& column = dataset.column(*attribute);
    Match own{holds(condition, column),
              condition.op == Condition::Op::Missing ? Bitmap(column.size()) : column.missing()};
    if (attribute->entity == unit) return own;
    if (attribute->entity != Entity::Account)
        own = gathered(own, dataset.of(attribute->entity).links, dataset.accounts.rows());
    return unit == Entity::Account ? own : throughLinks(own, dataset.of(unit).links);
}

Bitmap meeting(const std::vector<Condition>& conditions, const Dataset& dataset, Entity unit, Bitmap units) {
    for (const Condition& condition : conditions) units &= evaluate(condition, dataset, unit).yes;
    return units;
}

Bitmap meeting(const std::vector<Condition>& conditions, const Dataset& dataset, Entity unit) {
    return meeting(conditions, dataset, unit, Bitmap(dataset.of(unit).rows(), true));
}

bool isOfDeals(const Condition& condition, const Dataset& dataset) {
    const Attribute* attribute = dataset.find(condition.attribute);
    return attribute != nullptr && attribute->entity == Entity::Deal;
}

QString opName(Condition::Op op) { return opNames.of(op); }

Condition::Op opFromName(QStringView name) { return opNames.find(name, Condition::Op::In); }

}  // namespace icp
