#include "core/analysis/analyze.h"
#include "core/analysis/frame.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QHash>

#include <cmath>
#include <limits>

namespace icp {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::AccountValue)
};

constexpr QStringView wonAmount = u"won-amount";

bool hasNumber(const Column* column) {
    return column != nullptr && column->isNumeric() && column->missing().count() < column->size();
}

/// The one text a column holds everywhere, e.g. a currency named in a column of its own; empty when there are
/// several.
QString onlyLevel(const Column* column) {
    if (column == nullptr || !column->isCoded() || column->dictionary().size() != 1) return {};
    return toQString(column->dictionary().at(0));
}

/// "US Dollar", as some vendors write it, by its ISO 4217 code, which stands beside a figure; a name nobody
/// here knows is none.
QString currencyCode(const QString& written) {
    static const QHash<QString, QString> codes{{QStringLiteral("us dollar"), QStringLiteral("USD")},
                                               {QStringLiteral("u.s. dollar"), QStringLiteral("USD")},
                                               {QStringLiteral("euro"), QStringLiteral("EUR")},
                                               {QStringLiteral("pound sterling"), QStringLiteral("GBP")},
                                               {QStringLiteral("british pound"), QStringLiteral("GBP")},
                                               {QStringLiteral("swiss franc"), QStringLiteral("CHF")},
                                               {QStringLiteral("canadian dollar"), QStringLiteral("CAD")},
                                               {QStringLiteral("australian dollar"), QStringLiteral("AUD")},
                                               {QStringLiteral("new zealand dollar"), QStringLiteral("NZD")},
                                               {QStringLiteral("danish krone"), QStringLiteral("DKK")},
                                               {QStringLiteral("norwegian krone"), QStringLiteral("NOK")},
                                               {QStringLiteral("swedish krona"), QStringLiteral("SEK")},
                                               {QStringLiteral("indian rupee"), QStringLiteral("INR")},
                                               {QStringLiteral("japanese yen"), QStringLiteral("JPY")},
                                               {QStringLiteral("brazilian real"), QStringLiteral("BRL")},
                                               {QStringLiteral("mexican peso"), QStringLiteral("MXN")}};
    constexpr qsizetype longestCode = 3;
    const QString text = written.trimmed();
    return text.size() <= longestCode ? text : codes.value(text.toLower());
}

bool addWonAmounts(AccountValue& result, const Dataset& dataset) {
    const Column* amount = dataset.column(u"deal.amount");
    if (!hasNumber(amount)) return false;
    bool found = false;
    for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal) {
        const std::uint32_t account = dataset.deals.links.account[deal];
        if (dataset.dealState[deal] != DealState::Won || account == noRow || amount->isMissing(deal))
            continue;
        double& value = result.value[account];
        value = (std::isnan(value) ? 0 : value) + amount->numbers()[deal];
        found = true;
    }
    if (!found) return false;
    result.label = Tr::tr("Won amount");
    result.currency = amount->currency().isEmpty() ? currencyCode(onlyLevel(dataset.column(u"deal.currency")))
                                                   : amount->currency();
    return true;
}

bool readColumn(AccountValue& result, const Dataset& dataset, QStringView name) {
    const Attribute* attribute = dataset.find(name);
    if (attribute == nullptr || attribute->entity != Entity::Account) return false;
    const Column& column = dataset.column(*attribute);
    if (!hasNumber(&column)) return false;
    const bool monthly = name == u"account.mrr";
    for (std::size_t row = 0; row < result.value.size(); ++row)
        if (!column.isMissing(row)) result.value[row] = column.numbers()[row] * (monthly ? 12 : 1);
    result.label = monthly ? Tr::tr("%1, twelve months").arg(attribute->label) : attribute->label;
    result.currency = column.currency();
    result.attribute = name.toString();
    return true;
}

}  // namespace

AccountValue accountValue(const Dataset& dataset, const QString& key) {
    AccountValue result;
    result.value.assign(dataset.accounts.rows(), std::numeric_limits<double>::quiet_NaN());
    if (key.isEmpty() || key == wonAmount) {
        if (addWonAmounts(result, dataset) || !key.isEmpty()) return result;
        for (const QStringView name : {u"account.acv", u"account.mrr", u"account.ltv", u"account.revenue"})
            if (readColumn(result, dataset, name)) break;
        return result;
    }
    readColumn(result, dataset, key);
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
    return meeting(conditions, dataset, frame.entity, unitsOf(frame, dataset));
}

Bitmap unitsMeeting(const Dataset& dataset, const Findings& findings,
                    const std::vector<Condition>& conditions) {
    const Entity entity = findings.study.unit == Unit::Account ? Entity::Account : Entity::Deal;
    return findings.units ? meeting(conditions, dataset, entity, *findings.units)
                          : Bitmap(dataset.of(entity).rows());
}

}  // namespace icp
