#include "core/analysis/fourquestions.h"

#include "core/analysis/accounthistory.h"
#include "core/analysis/scale.h"
#include "core/base/names.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace icp {

namespace {

constexpr double notKnown = std::numeric_limits<double>::quiet_NaN();
constexpr double z = 1.959963984540054;  // 97.5% point of the normal distribution
constexpr qint64 fewest = 5;             // customers below which a mean place says nothing
constexpr Names<CustomerQuestion, 4> names{{"success", "acquisition", "growth", "advocacy"}};

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::FourQuestions)
};

/// The column as a scale turned over: what costs more is worse. Empty when it is none.
std::vector<double> easeBy(const Column* column) {
    if (column == nullptr) return {};
    std::vector<double> ease = scaleOf(*column).value_or(std::vector<double>());
    for (double& e : ease) e = -e;
    return ease;
}

/// Mean over an account's deals of what is known of them.
std::vector<double> meanOfDeals(const Dataset& dataset, const std::vector<double>& ofDeal) {
    if (ofDeal.empty()) return {};
    std::vector<double> sum(dataset.accounts.rows(), 0);
    std::vector<int> n(sum.size(), 0);
    for (std::size_t deal = 0; deal < ofDeal.size(); ++deal)
        if (const std::uint32_t account = dataset.deals.links.account[deal];
            account != noRow && std::isfinite(ofDeal[deal])) {
            sum[account] += ofDeal[deal];
            ++n[account];
        }
    for (std::size_t row = 0; row < sum.size(); ++row) sum[row] = n[row] > 0 ? sum[row] / n[row] : notKnown;
    return sum;
}

struct Acquisition {
    QString measure;
    std::vector<double> ease;  // higher = easier; empty = nothing measures it
};

/// The first that is known: cost, stated difficulty, days to win.
Acquisition acquisitionOf(const Dataset& dataset) {
    const auto known = [](const std::vector<double>& v) {
        return std::any_of(v.begin(), v.end(), [](double x) { return std::isfinite(x); });
    };
    const auto label = [&](QStringView name) { return dataset.find(name)->label; };
    for (const QStringView name : {u"account.acquisition_cost", u"account.acquisition_difficulty"})
        if (auto ease = easeBy(dataset.column(name)); known(ease)) return {label(name), std::move(ease)};
    for (const QStringView name : {u"deal.acquisition_cost", u"deal.difficulty"})
        if (auto ease = meanOfDeals(dataset, easeBy(dataset.column(name))); known(ease))
            return {label(name), std::move(ease)};
    std::vector<double> days = daysToWin(dataset);
    if (!known(days)) return {};
    for (double& d : days) d = -d;
    return {Tr::tr("Days to win"), std::move(days)};
}

}  // namespace

QString questionName(CustomerQuestion question) { return names.of(question); }

QString questionText(CustomerQuestion question) {
    switch (question) {
        case CustomerQuestion::Success:
            return Tr::tr("Do they stay?");
        case CustomerQuestion::Acquisition:
            return Tr::tr("Are they easy to win?");
        case CustomerQuestion::Growth:
            return Tr::tr("Can they grow?");
        case CustomerQuestion::Advocacy:
            break;
    }
    return Tr::tr("Do they recommend you?");
}

FourQuestions::FourQuestions(const Dataset& dataset) : m_customers(customersOf(dataset)) {
    const auto from = [&](CustomerQuestion question, const AccountScores& scores) {
        m_scales[std::size_t(question)] = {scores.measure.label, places(scores.score, m_customers),
                                           scores.cannot};
    };
    from(CustomerQuestion::Success, accountScores(dataset, Outcome::Retained));
    from(CustomerQuestion::Growth, accountScores(dataset, Outcome::Growth));
    from(CustomerQuestion::Advocacy, accountScores(dataset, Outcome::Advocacy));
    Acquisition acquisition = acquisitionOf(dataset);
    Scale& ease = m_scales[std::size_t(CustomerQuestion::Acquisition)];
    ease.measure = acquisition.measure;
    if (acquisition.ease.empty()) {
        acquisition.ease.assign(dataset.accounts.rows(), notKnown);
        ease.cannot = Tr::tr(
            "Nothing says what winning a customer takes: no cost, no difficulty, no days from "
            "creation to close.");
    }
    ease.place = places(acquisition.ease, m_customers);
}

std::array<CustomerAnswer, 4> FourQuestions::of(const Bitmap& accounts) const {
    std::array<CustomerAnswer, 4> answers;
    const Bitmap asked = accounts & m_customers;
    for (const CustomerQuestion question : customerQuestions) {
        const Scale& scale = m_scales[std::size_t(question)];
        CustomerAnswer& answer = answers[std::size_t(question)];
        answer.question = question;
        answer.measure = scale.measure;
        answer.cannot = scale.cannot;
        answer.asked = qint64(asked.count());
        std::vector<double> known;
        asked.forEach([&](std::size_t row) {
            if (std::isfinite(scale.place[row])) known.push_back(scale.place[row]);
        });
        answer.known = qint64(known.size());
        if (!answer.answered()) continue;
        if (answer.known < fewest) {
            answer.cannot = Tr::tr("Known of %n customer(s) only.", nullptr, int(answer.known));
            continue;
        }
        std::sort(known.begin(), known.end());  // one order of adding, whatever the order of rows
        double sum = 0;
        for (const double place : known) sum += place;
        const auto n = double(known.size());
        answer.score = sum / n;
        double squares = 0;
        for (const double place : known) squares += (place - answer.score) * (place - answer.score);
        const double half = z * std::sqrt(squares / (n - 1) / n);
        answer.interval = {std::max(0.0, answer.score - half), std::min(100.0, answer.score + half)};
    }
    return answers;
}

Bitmap customersMeeting(const Dataset& dataset, const std::vector<Condition>& conditions) {
    const Bitmap customers = customersOf(dataset);
    const bool ofDeals = std::any_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
        return isOfDeals(condition, dataset);
    });
    if (!ofDeals) return meeting(conditions, dataset, Entity::Account, customers);
    Bitmap deals(dataset.deals.rows());
    for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal)
        if (dataset.dealState[deal] == DealState::Won) deals.set(deal);
    deals = meeting(conditions, dataset, Entity::Deal, std::move(deals));
    Bitmap met(dataset.accounts.rows());
    deals.forEach([&](std::size_t deal) {
        if (const std::uint32_t account = dataset.deals.links.account[deal]; account != noRow)
            met.set(account);
    });
    return met & customers;
}

}  // namespace icp
