#include "core/workshop/panel.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace icp {

namespace {

struct Deal {
    std::uint32_t account;
    double amount;  // NaN when not known
};

/// Type 7 of sorted values.
double quantile(const std::vector<double>& sorted, double p) {
    const double at = p * double(sorted.size() - 1);
    const auto below = std::size_t(at);
    const double next = sorted[std::min(below + 1, sorted.size() - 1)];
    return sorted[below] + (at - double(below)) * (next - sorted[below]);
}

/// The largest k with P(B(n, 1/2) < k) <= 0.025; 0 when there is none. Of large n by the normal distribution
/// with its correction for continuity, rounded to the wider side.
std::size_t lowerRank(std::size_t n) {
    if (n > 1000)
        return std::size_t(std::floor(double(n) / 2 - 1.959963984540054 * std::sqrt(double(n)) / 2));
    double probability = std::pow(0.5, double(n));
    double below = 0;
    std::size_t k = 0;
    while (below + probability <= 0.025) {
        below += probability;
        probability *= double(n - k) / double(k + 1);
        ++k;
    }
    return k;
}

PanelStat statOf(const std::vector<Deal>& deals, const std::vector<std::uint32_t>& contacts) {
    std::vector<std::uint32_t> accounts;
    for (const Deal& deal : deals) accounts.push_back(deal.account);
    std::sort(accounts.begin(), accounts.end());
    accounts.erase(std::unique(accounts.begin(), accounts.end()), accounts.end());
    std::vector<double> counts;
    for (const std::uint32_t account : accounts) counts.push_back(contacts[account]);
    return panelStat(std::move(counts), qint64(deals.size()));
}

/// The nearest of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten.
double rounded(double amount) {
    if (amount <= 0) return 0;
    const double power = std::pow(10, std::floor(std::log10(amount)));
    double best = power;
    for (const double step : {1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0})
        if (std::abs(step * power - amount) < std::abs(best - amount)) best = step * power;
    return best;
}

QString shortAmount(double amount) {
    const QLocale locale;
    if (amount >= 1e6)
        return QCoreApplication::translate("icp::PanelSize", "%1m", "millions")
            .arg(locale.toString(amount / 1e6, 'g', 4));
    if (amount >= 1e3)
        return QCoreApplication::translate("icp::PanelSize", "%1k", "thousands")
            .arg(locale.toString(amount / 1e3, 'g', 4));
    return locale.toString(amount, 'g', 4);
}

QString bandLabel(double low, double high) {
    if (low <= 0) return QCoreApplication::translate("icp::PanelSize", "under %1").arg(shortAmount(high));
    if (std::isinf(high))
        return QCoreApplication::translate("icp::PanelSize", "%1 and over").arg(shortAmount(low));
    return QCoreApplication::translate("icp::PanelSize", "%1 to %2").arg(shortAmount(low), shortAmount(high));
}

std::vector<PanelSize::Band> bandsOf(std::vector<Deal> deals, const std::vector<std::uint32_t>& contacts) {
    std::erase_if(deals, [](const Deal& deal) { return std::isnan(deal.amount); });
    if (deals.size() < 3) return {};
    std::vector<double> amounts;
    for (const Deal& deal : deals) amounts.push_back(deal.amount);
    std::sort(amounts.begin(), amounts.end());
    std::vector<double> cuts{0, rounded(amounts[amounts.size() / 3]),
                             rounded(amounts[amounts.size() * 2 / 3]),
                             std::numeric_limits<double>::infinity()};
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    std::vector<PanelSize::Band> bands;
    for (std::size_t i = 0; i + 1 < cuts.size() && cuts.size() > 2; ++i) {
        std::vector<Deal> inside;
        std::copy_if(deals.begin(), deals.end(), std::back_inserter(inside), [&](const Deal& deal) {
            return (i == 0 || deal.amount >= cuts[i]) && deal.amount < cuts[i + 1];
        });
        if (inside.empty()) continue;
        bands.push_back({bandLabel(cuts[i], cuts[i + 1]), cuts[i], cuts[i + 1], statOf(inside, contacts)});
    }
    return bands;
}

std::vector<std::uint32_t> contactsPerAccount(const Dataset& dataset) {
    std::vector<std::uint32_t> contacts(dataset.accounts.rows(), 0);
    for (const std::uint32_t account : dataset.contacts.links.account)
        if (account != noRow) ++contacts[account];
    return contacts;
}

}  // namespace

PanelStat panelStat(std::vector<double> contactsPerAccount, qint64 deals) {
    PanelStat stat;
    stat.deals = deals;
    stat.accounts = qint64(contactsPerAccount.size());
    if (contactsPerAccount.empty()) return stat;
    std::vector<double>& sorted = contactsPerAccount;
    std::sort(sorted.begin(), sorted.end());
    stat.mean = std::accumulate(sorted.begin(), sorted.end(), 0.0) / double(sorted.size());
    stat.lowerQuartile = quantile(sorted, 0.25);
    stat.median = quantile(sorted, 0.5);
    stat.upperQuartile = quantile(sorted, 0.75);
    if (const std::size_t rank = lowerRank(sorted.size()); rank > 0)
        stat.range = Interval{sorted[rank - 1], sorted[sorted.size() - rank]};
    return stat;
}

PanelSize panelSize(const Dataset& dataset) {
    const std::vector<std::uint32_t> contacts = contactsPerAccount(dataset);
    const Column* amount = dataset.column(u"deal.amount");
    if (amount != nullptr && !amount->isNumeric()) amount = nullptr;
    std::vector<Deal> won;
    std::vector<Deal> lost;
    for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal) {
        const std::uint32_t account = dataset.deals.links.account[deal];
        if (account == noRow || contacts[account] == 0 || dataset.dealState[deal] == DealState::Open)
            continue;
        const bool known = amount != nullptr && !amount->isMissing(deal);
        (dataset.dealState[deal] == DealState::Won ? won : lost)
            .push_back({account, known ? amount->numbers()[deal] : std::numeric_limits<double>::quiet_NaN()});
    }
    PanelSize size;
    size.known = !won.empty() || !lost.empty();
    size.won = statOf(won, contacts);
    size.lost = statOf(lost, contacts);
    size.bands = bandsOf(std::move(won), contacts);
    return size;
}

}  // namespace icp
