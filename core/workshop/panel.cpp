#include "core/workshop/panel.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace icp {

namespace {

/// The 97.5% point of Student's t distribution.
double studentT(qint64 df) {
    constexpr std::array<double, 10> few{12.706205, 4.302653, 3.182446, 2.776445, 2.570582,
                                         2.446912,  2.364624, 2.306004, 2.262157, 2.228139};
    if (df <= qint64(few.size())) return few[std::size_t(df - 1)];
    // Cornish and Fisher 1937, to the third order in 1/df.
    constexpr double z = 1.959963984540054;
    const double z2 = z * z;
    const double n = double(df);
    return z * (1 + (z2 + 1) / (4 * n) + ((5 * z2 + 16) * z2 + 3) / (96 * n * n) +
                (((3 * z2 + 19) * z2 + 17) * z2 - 15) / (384 * n * n * n));
}

struct Deal {
    std::uint32_t account;
    double amount;  // NaN when not known
};

/// Mean contacts over deals, with an interval that takes the account as the cluster: its deals share its
/// contacts.
PanelSize::Band meanContacts(const std::vector<Deal>& deals, const std::vector<std::uint32_t>& contacts) {
    PanelSize::Band band;
    band.deals = qint64(deals.size());
    if (deals.empty()) return band;
    const double n = double(deals.size());
    for (const Deal& deal : deals) band.mean += contacts[deal.account] / n;
    std::map<std::uint32_t, double> residuals;
    for (const Deal& deal : deals) residuals[deal.account] += contacts[deal.account] - band.mean;
    band.meanLow = band.meanHigh = band.mean;
    if (residuals.size() < 2) return band;
    double squares = 0;
    for (const auto& [account, residual] : residuals) squares += residual * residual;
    const double clusters = double(residuals.size());
    const double half =
        studentT(qint64(residuals.size()) - 1) * std::sqrt(squares * clusters / (clusters - 1)) / n;
    band.meanLow = std::max(0.0, band.mean - half);
    band.meanHigh = band.mean + half;
    return band;
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
        PanelSize::Band band = meanContacts(inside, contacts);
        band.label = bandLabel(cuts[i], cuts[i + 1]);
        band.low = cuts[i];
        band.high = cuts[i + 1];
        bands.push_back(std::move(band));
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
    size.wonDeals = qint64(won.size());
    size.lostDeals = qint64(lost.size());
    size.won = meanContacts(won, contacts).mean;
    size.lost = meanContacts(lost, contacts).mean;
    size.bands = bandsOf(std::move(won), contacts);
    return size;
}

std::vector<Coverage> coverage(const Dataset& dataset, const std::vector<Persona>& personas) {
    const std::size_t accounts = dataset.accounts.rows();
    Bitmap won(accounts);
    for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal)
        if (const std::uint32_t account = dataset.deals.links.account[deal];
            account != noRow && dataset.dealState[deal] == DealState::Won)
            won.set(account);
    Bitmap withContacts(accounts);
    for (const std::uint32_t account : dataset.contacts.links.account)
        if (account != noRow) withContacts.set(account);
    won &= withContacts;

    std::vector<QStringList> patterns;
    for (const Persona& persona : personas)
        patterns.push_back(persona.titlePatterns + QStringList{folded(persona.title)});
    std::vector<Bitmap> known(personas.size(), Bitmap(accounts));
    QHash<QByteArray, std::vector<bool>> answers;  // titles repeat
    const Column* titles = dataset.column(u"contact.title");
    for (std::size_t contact = 0; titles != nullptr && contact < titles->size(); ++contact) {
        const std::uint32_t account = dataset.contacts.links.account[contact];
        if (account == noRow || titles->isMissing(contact) || !won.test(account)) continue;
        const QByteArray title = QByteArray::fromStdString(titles->display(contact));
        auto answer = answers.find(title);
        if (answer == answers.end()) {
            const QString name = folded(QString::fromUtf8(title));
            std::vector<bool> matches;
            for (const QStringList& words : patterns) matches.push_back(titleHas(name, words));
            answer = answers.insert(title, std::move(matches));
        }
        for (std::size_t i = 0; i < personas.size(); ++i)
            if ((*answer)[i]) known[i].set(account);
    }
    std::vector<Coverage> result;
    for (const Bitmap& accountsKnown : known)
        result.push_back({qint64(won.count()), qint64(accountsKnown.count())});
    return result;
}

}  // namespace icp
