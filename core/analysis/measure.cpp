#include "core/analysis/measure.h"

#include "core/analysis/accounthistory.h"
#include "core/analysis/analyze.h"
#include "core/analysis/scale.h"
#include "core/analysis/tenure.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <optional>

namespace icp {

namespace {

constexpr double notKnown = std::numeric_limits<double>::quiet_NaN();

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::Measure)
};

using Scores = std::vector<double>;

bool anyKnown(const Scores& scores) {
    return std::any_of(scores.begin(), scores.end(), [](double s) { return std::isfinite(s); });
}

/// One way to measure, with what it gives.
struct Source {
    Measure measure;
    std::function<Scores()> scores;
};

std::optional<Source> columnSource(const Dataset& dataset, Outcome outcome, QStringView name) {
    const Attribute* attribute = dataset.find(name);
    if (attribute == nullptr || attribute->entity != Entity::Account) return std::nullopt;
    auto scores = scaleOf(dataset.column(*attribute));
    if (!scores || !anyKnown(*scores)) return std::nullopt;
    return Source{{outcome, attribute->name, attribute->label, attribute->unit, {attribute->name}},
                  [scores = std::move(*scores)] { return scores; }};
}

std::vector<Source> valueSources(const Dataset& dataset) {
    std::vector<Source> sources;
    const QStringList first{QStringLiteral("won-amount"), QStringLiteral("account.acv"),
                            QStringLiteral("account.mrr"), QStringLiteral("account.ltv"),
                            QStringLiteral("account.revenue")};
    for (const QString& key : first) {
        AccountValue value = accountValue(dataset, key);
        if (!anyKnown(value.value)) continue;
        QStringList read;
        if (!value.attribute.isEmpty()) read << value.attribute;
        sources.push_back({{Outcome::Value, key, value.label, value.currency, read},
                           [scores = std::move(value.value)] { return scores; }});
    }
    // There may be hundreds of others: they are read when they are asked for. Time as a customer is worth
    // something only in the eyes of who says so, and is no value beside staying: it comes last.
    std::vector<Source> times;
    for (const Attribute& attribute : dataset.accounts.attributes) {
        const Column& column = dataset.column(attribute);
        if (attribute.use == AttributeUse::Key || first.contains(attribute.name) || !column.isNumeric() ||
            column.type() == ColumnType::Date || column.missing().count() == column.size())
            continue;
        const QString unit = column.currency().isEmpty() ? attribute.unit : column.currency();
        std::vector<Source>& place = isTimeAsCustomer(attribute, column) ? times : sources;
        place.push_back({{Outcome::Value, attribute.name, attribute.label, unit, {attribute.name}},
                         [&dataset, key = attribute.name] { return accountValue(dataset, key).value; }});
    }
    sources.insert(sources.end(), std::make_move_iterator(times.begin()),
                   std::make_move_iterator(times.end()));
    return sources;
}

std::vector<Source> retainedSources(const Dataset& dataset) {
    std::vector<Source> sources;
    const auto& states = dataset.accountState;
    const auto has = [&](AccountState state) {
        return std::find(states.begin(), states.end(), state) != states.end();
    };
    // Where nobody is known to have left, "customer" only says who bought.
    if (!has(AccountState::Left) && !(dataset.find(u"account.churned") && has(AccountState::Customer)))
        return sources;
    sources.push_back(
        {{Outcome::Retained, QStringLiteral("stayed"), Tr::tr("Stayed or left"), {}, {}}, [&dataset] {
             Scores scores(dataset.accounts.rows(), notKnown);
             for (std::size_t row = 0; row < scores.size(); ++row)
                 if (dataset.accountState[row] != AccountState::Unknown)
                     scores[row] = dataset.accountState[row] == AccountState::Customer;
             return scores;
         }});
    Scores months = monthsKept(dataset);
    if (anyKnown(months))
        sources.push_back({{Outcome::Retained,
                            QStringLiteral("months-kept"),
                            Tr::tr("Months as customer"),
                            Tr::tr("months"),
                            {QStringLiteral("account.customer_since")}},
                           [months = std::move(months)] { return months; }});
    return sources;
}

std::vector<Source> growthSources(const Dataset& dataset) {
    std::vector<Source> sources;
    if (auto stated = columnSource(dataset, Outcome::Growth, u"account.growth_potential"))
        sources.push_back(std::move(*stated));
    const QStringList bought{QStringLiteral("account.derived_products")};
    const QStringList used{QStringLiteral("account.derived_users"),
                           QStringLiteral("account.derived_user_share")};
    const auto add = [&](const char* key, const QString& label, const QString& unit, const QStringList& read,
                         Scores scores) {
        if (anyKnown(scores))
            sources.push_back({{Outcome::Growth, QString::fromLatin1(key), label, unit, read},
                               [scores = std::move(scores)] { return scores; }});
    };
    const QString currency = accountValue(dataset, QStringLiteral("won-amount")).currency;
    add("change-12-months", Tr::tr("Change in 12 months"), currency, bought, changeInTwelveMonths(dataset));
    add("won-again", Tr::tr("Won after the first deal"), currency, bought, wonAgain(dataset));
    add("users-growth", Tr::tr("Growth in users"), {}, used, usersGrowth(dataset));
    return sources;
}

std::vector<Source> advocacySources(const Dataset& dataset) {
    std::vector<Source> sources;
    for (const QStringView name : {u"account.referrals", u"account.nps", u"account.review_rating"})
        if (auto source = columnSource(dataset, Outcome::Advocacy, name))
            sources.push_back(std::move(*source));
    if (sources.size() < 2) return sources;
    Measure all{Outcome::Advocacy, QStringLiteral("recommends"), {}, QStringLiteral("points"), {}};
    QStringList labels;
    for (const Source& source : sources) {
        labels << source.measure.label;
        all.attributes += source.measure.attributes;
    }
    all.label = labels.join(Tr::tr(", ", "between measures"));
    const auto mean = [&dataset, parts = sources] {
        std::vector<Scores> place;
        for (const Source& part : parts) place.push_back(places(part.scores(), customersOf(dataset)));
        Scores scores(dataset.accounts.rows(), notKnown);
        for (std::size_t row = 0; row < scores.size(); ++row) {
            double sum = 0;
            int known = 0;
            for (const Scores& one : place)
                if (std::isfinite(one[row])) {
                    sum += one[row];
                    ++known;
                }
            if (known > 0) scores[row] = sum / known;
        }
        return scores;
    };
    sources.insert(sources.begin(), {std::move(all), mean});
    return sources;
}

std::vector<Source> wonSources(const Dataset& dataset) {
    if (std::all_of(dataset.dealState.begin(), dataset.dealState.end(),
                    [](DealState state) { return state == DealState::Open; }))
        return {};
    return {{{Outcome::Won, QStringLiteral("won-share"), Tr::tr("Share of deals won"), {}, {}}, [&dataset] {
                 Scores won(dataset.accounts.rows(), 0);
                 Scores closed(dataset.accounts.rows(), 0);
                 for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal) {
                     const std::uint32_t account = dataset.deals.links.account[deal];
                     if (account == noRow || dataset.dealState[deal] == DealState::Open) continue;
                     closed[account] += 1;
                     won[account] += dataset.dealState[deal] == DealState::Won ? 1 : 0;
                 }
                 for (std::size_t row = 0; row < won.size(); ++row)
                     won[row] = closed[row] > 0 ? won[row] / closed[row] : notKnown;
                 return won;
             }}};
}

std::vector<Source> sourcesOf(const Dataset& dataset, Outcome outcome) {
    switch (outcome) {
        case Outcome::Won:
            return wonSources(dataset);
        case Outcome::Value:
            return valueSources(dataset);
        case Outcome::Retained:
            return retainedSources(dataset);
        case Outcome::Growth:
            return growthSources(dataset);
        case Outcome::Advocacy:
            return advocacySources(dataset);
        case Outcome::Blend:
            break;
    }
    return {};
}

QString whyNot(Outcome outcome) {
    switch (outcome) {
        case Outcome::Won:
            return Tr::tr("No deal is closed yet, so nothing is won or lost.");
        case Outcome::Value:
            return Tr::tr("No amount, contract value or other number says what a customer is worth.");
        case Outcome::Retained:
            return Tr::tr("Nobody is known to have left, so staying cannot be told from leaving.");
        case Outcome::Growth:
            return Tr::tr(
                "Nothing says how customers grow: no growth potential, no second won deal, no usage "
                "over time.");
        case Outcome::Advocacy:
            return Tr::tr("Nothing says who recommends you: no referrals, NPS or reviews.");
        case Outcome::Blend:
            break;
    }
    return Tr::tr("Nothing that success could be blended from is known.");
}

/// Whom an outcome is asked of.
Bitmap askedOf(const Dataset& dataset, Outcome outcome) {
    if (outcome != Outcome::Won) return customersOf(dataset);
    Bitmap asked(dataset.accounts.rows());
    for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal)
        if (const std::uint32_t account = dataset.deals.links.account[deal];
            account != noRow && dataset.dealState[deal] != DealState::Open)
            asked.set(account);
    return asked;
}

void count(AccountScores& scores, const Bitmap& asked) {
    scores.asked = qint64(asked.count());
    scores.known = 0;
    asked.forEach([&](std::size_t row) { scores.known += std::isfinite(scores.score[row]) ? 1 : 0; });
    if (scores.cannot.isEmpty() && scores.known == 0)
        scores.cannot = Tr::tr("“%1” is known of no customer.").arg(scores.measure.label);
}

}  // namespace

QString sizeCaution(const Dataset& dataset, const Measure& measure) {
    QStringList sizes;
    for (const QString& name : measure.attributes)
        if (const Attribute* attribute = dataset.find(name);
            attribute != nullptr && (name == u"account.revenue" || name == u"account.employees"))
            sizes << attribute->label;
    if (sizes.isEmpty()) return {};
    return Tr::tr(
               "%1 is read as the size of the company, not as what it paid you, so the best customers here "
               "are the largest companies. To study what they paid, import deals with amounts, or say in "
               "Import which column holds it.")
        .arg(sizes.join(Tr::tr(", ", "between measures")));
}

std::vector<Measure> measuresOf(const Dataset& dataset, Outcome outcome) {
    std::vector<Measure> measures;
    for (Source& source : sourcesOf(dataset, outcome)) measures.push_back(std::move(source.measure));
    return measures;
}

AccountScores accountScores(const Dataset& dataset, Outcome outcome, const QString& key) {
    if (outcome == Outcome::Blend) return blendScores(dataset, proposedBlend(dataset));
    AccountScores result;
    result.measure.outcome = outcome;
    result.score.assign(dataset.accounts.rows(), notKnown);
    const std::vector<Source> sources = sourcesOf(dataset, outcome);
    const auto source = std::find_if(sources.begin(), sources.end(),
                                     [&](const Source& s) { return key.isEmpty() || s.measure.key == key; });
    if (source != sources.end()) {
        result.measure = source->measure;
        result.score = source->scores();
    } else {
        result.cannot = sources.empty() ? whyNot(outcome) : Tr::tr("The data have no “%1”.").arg(key);
    }
    count(result, askedOf(dataset, outcome));
    return result;
}

std::vector<BlendPart> proposedBlend(const Dataset& dataset) {
    std::vector<BlendPart> parts;
    for (const BlendPart& usual : {BlendPart{Outcome::Value, 40}, BlendPart{Outcome::Retained, 30},
                                   BlendPart{Outcome::Growth, 20}, BlendPart{Outcome::Advocacy, 10}})
        if (accountScores(dataset, usual.outcome).answers()) parts.push_back(usual);
    return parts;
}

AccountScores blendScores(const Dataset& dataset, const std::vector<BlendPart>& parts) {
    const Bitmap customers = customersOf(dataset);
    AccountScores result;
    result.measure = {Outcome::Blend, QStringLiteral("blend"), {}, Tr::tr("points"), {}};
    result.score.assign(dataset.accounts.rows(), notKnown);
    Scores sum(dataset.accounts.rows(), 0);
    Scores known(dataset.accounts.rows(), 0);
    double all = 0;
    QStringList labels;
    for (const BlendPart& part : parts) {
        if (part.outcome == Outcome::Blend || !(part.weight > 0) || !std::isfinite(part.weight)) continue;
        all += part.weight;
        const AccountScores scores = accountScores(dataset, part.outcome, part.measure);
        if (!scores.answers()) continue;
        labels << scores.measure.label;
        result.measure.attributes += scores.measure.attributes;
        const Scores place = places(scores.score, customers);
        for (std::size_t row = 0; row < place.size(); ++row)
            if (std::isfinite(place[row])) {
                sum[row] += part.weight * place[row];
                known[row] += part.weight;
            }
    }
    for (std::size_t row = 0; row < sum.size(); ++row)
        if (known[row] > 0 && 2 * known[row] >= all) result.score[row] = sum[row] / known[row];
    result.measure.label =
        Tr::tr("Blend of %1", "measures").arg(labels.join(Tr::tr(", ", "between measures")));
    if (labels.isEmpty()) result.cannot = whyNot(Outcome::Blend);
    count(result, customers);
    return result;
}

AccountScores scoresOf(const Dataset& dataset, const Study& study) {
    if (study.outcome == Outcome::Blend && !study.blend.empty()) return blendScores(dataset, study.blend);
    return accountScores(dataset, study.outcome, study.measure);
}

std::vector<double> places(const std::vector<double>& score, const Bitmap& among) {
    std::vector<std::size_t> rows;
    among.forEach([&](std::size_t row) {
        if (std::isfinite(score[row])) rows.push_back(row);
    });
    std::sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) { return score[a] < score[b]; });
    Scores place(score.size(), notKnown);
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t end = i + 1;
        while (end < rows.size() && score[rows[end]] == score[rows[i]]) ++end;
        const double middle = double(i + end - 1) / 2;
        for (; i < end; ++i) place[rows[i]] = rows.size() > 1 ? 100 * middle / double(rows.size() - 1) : 50;
    }
    return place;
}

}  // namespace icp
