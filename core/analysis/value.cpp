#include "core/analysis/analyze.h"
#include "core/analysis/frame.h"
#include "core/base/text.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <limits>

namespace icp {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::AccountValue)
};

bool hasNumber(const Column* column) {
    return column != nullptr && column->isNumeric() && column->missing().count() < column->size();
}

/// The one text a column holds everywhere, e.g. a currency named in a column of its own; empty when there are
/// several.
QString onlyLevel(const Column* column) {
    if (column == nullptr || !column->isCoded() || column->dictionary().size() != 1) return {};
    return toQString(column->dictionary().at(0));
}

}  // namespace

AccountValue accountValue(const Dataset& dataset) {
    AccountValue result;
    result.value.assign(dataset.accounts.rows(), std::numeric_limits<double>::quiet_NaN());
    const Column* amount = dataset.column(u"deal.amount");
    bool found = false;
    if (hasNumber(amount))
        for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal) {
            const std::uint32_t account = dataset.deals.links.account[deal];
            if (dataset.dealState[deal] != DealState::Won || account == noRow || amount->isMissing(deal))
                continue;
            double& value = result.value[account];
            value = (std::isnan(value) ? 0 : value) + amount->numbers()[deal];
            found = true;
        }
    if (found) {
        result.label = Tr::tr("Won amount");
        result.currency =
            amount->currency().isEmpty() ? onlyLevel(dataset.column(u"deal.currency")) : amount->currency();
        return result;
    }
    struct Source {
        QStringView name;
        double times;
    };
    for (const Source& source : std::array<Source, 4>{
             {{u"account.acv", 1}, {u"account.mrr", 12}, {u"account.ltv", 1}, {u"account.revenue", 1}}}) {
        const Column* column = dataset.column(source.name);
        if (!hasNumber(column)) continue;
        for (std::size_t row = 0; row < result.value.size(); ++row)
            if (!column->isMissing(row)) result.value[row] = column->numbers()[row] * source.times;
        const QString label = dataset.find(source.name)->label;
        result.label = source.times == 1 ? label : Tr::tr("%1, twelve months").arg(label);
        result.currency = column->currency();
        result.attribute = source.name.toString();
        break;
    }
    return result;
}

std::vector<std::uint32_t> accountsOf(const Dataset& dataset, Unit unit, const Bitmap& units) {
    Bitmap accounts(dataset.accounts.rows());
    units.forEach([&](std::size_t row) {
        const std::uint32_t account =
            unit == Unit::Account ? std::uint32_t(row) : dataset.deals.links.account[row];
        if (account != noRow) accounts.set(account);
    });
    std::vector<std::uint32_t> result;
    accounts.forEach([&](std::size_t row) { result.push_back(std::uint32_t(row)); });
    return result;
}

Bitmap unitsMeeting(const Dataset& dataset, const Study& study, const std::vector<Condition>& conditions) {
    // First deals are chosen among the deals of the study and then asked, so the conditions are no part of
    // its filter.
    const Frame frame = frameOf(dataset, normalised(study));
    Bitmap units(dataset.of(frame.entity).rows());
    for (const std::uint32_t row : frame.rows) units.set(row);
    for (const Condition& condition : conditions) units &= evaluate(condition, dataset, frame.entity).yes;
    return units;
}

}  // namespace icp
