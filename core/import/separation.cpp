#include "core/import/separation.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace icp {

namespace {

constexpr std::size_t smallestGroup = 20;
constexpr std::size_t smallestLevel = 10;
constexpr double suspicious = 0.95;
constexpr double tellingGap = 0.6;  // between the shares of filled cells: an AUC of 0.8 by emptiness alone
constexpr std::size_t mostRows = 100'000;  // evenly spaced beyond that: AUC needs no more

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Separation)
};

struct Counts {
    std::size_t good = 0;
    std::size_t other = 0;
    std::size_t all() const { return good + other; }
    double rate() const { return all() == 0 ? 0 : double(good) / double(all()); }
};

QString number(std::size_t count) {
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(qulonglong(count));
}

QString percent(double share) {
    return QStringLiteral("%1%").arg(QLocale::c().toString(100 * share, 'f', 0));
}

/// AUC over groups of tied rows, sorted by what they rank by.
double aucOf(const std::vector<Counts>& sorted) {
    double below = 0;
    double wins = 0;
    Counts all;
    for (const Counts& group : sorted) {
        wins += double(group.good) * (below + 0.5 * double(group.other));
        below += double(group.other);
        all.good += group.good;
        all.other += group.other;
    }
    return all.good == 0 || all.other == 0 ? 0.5 : wins / (double(all.good) * double(all.other));
}

Separation byMissing(const Column& column, const Labelled& labelled) {
    Counts filled;
    Counts all;
    for (std::size_t i = 0; i < labelled.rows.size(); ++i) {
        const bool known = !column.isMissing(labelled.rows[i]);
        (labelled.good[i] ? all.good : all.other) += 1;
        (labelled.good[i] ? filled.good : filled.other) += known ? 1 : 0;
    }
    const double good = double(filled.good) / double(all.good);
    const double other = double(filled.other) / double(all.other);
    if (std::abs(good - other) < tellingGap) return {};
    return {
        0.5 + 0.5 * std::abs(good - other),
        Words::tr("It is filled for %1 of the %2 but for %3 of the %4, so having it gives the result away.")
            .arg(percent(good), labelled.goodWord, percent(other), labelled.otherWord)};
}

Separation byLevels(const Column& column, const Labelled& labelled) {
    const std::uint32_t levels = column.dictionary().size();
    std::vector<Counts> counts(levels + 2);  // then missing, then the pool of rare levels
    for (std::size_t i = 0; i < labelled.rows.size(); ++i) {
        const std::uint32_t row = labelled.rows[i];
        Counts& level = counts[column.isMissing(row) ? levels : column.codes()[row]];
        (labelled.good[i] ? level.good : level.other) += 1;
    }
    std::vector<std::size_t> order;
    for (std::size_t level = 0; level <= levels; ++level) {
        if (counts[level].all() >= smallestLevel) {
            order.push_back(level);
            continue;
        }
        counts.back().good += counts[level].good;
        counts.back().other += counts[level].other;
    }
    order.push_back(levels + 1);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(counts[a].rate(), a) < std::pair(counts[b].rate(), b);
    });
    std::vector<Counts> sorted;
    for (const std::size_t level : order) sorted.push_back(counts[level]);
    Separation result{aucOf(sorted), {}};
    if (result.auc < suspicious) return result;
    const auto biggest = [&](auto weight) {
        return *std::max_element(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return weight(counts[a]) < weight(counts[b]);
        });
    };
    const std::size_t bad = biggest([](const Counts& c) { return double(c.other) * (1 - c.rate()); });
    const std::size_t best = biggest([](const Counts& c) { return double(c.good) * c.rate(); });
    const auto named = [&](std::size_t level) {
        return level < levels ? Words::tr("“%1”").arg(toQString(column.dictionary().at(std::uint32_t(level))))
               : level == levels ? Words::tr("an empty cell")
                                 : Words::tr("one of its rare values");
    };
    result.sentence =
        Words::tr("It tells the result: %1 holds for %2 %3 and %4 %5, %6 for %7 and %8.")
            .arg(named(best), number(counts[best].good), labelled.goodWord, number(counts[best].other),
                 labelled.otherWord, named(bad), number(counts[bad].good), number(counts[bad].other));
    return result;
}

Separation byRank(const Column& column, const Labelled& labelled) {
    std::vector<std::pair<double, bool>> values;
    for (std::size_t i = 0; i < labelled.rows.size(); ++i)
        if (!column.isMissing(labelled.rows[i]))
            values.emplace_back(column.numbers()[labelled.rows[i]], labelled.good[i]);
    std::sort(values.begin(), values.end());
    std::vector<Counts> sorted;
    Counts all;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i == 0 || values[i].first != values[i - 1].first) sorted.push_back({});
        (values[i].second ? sorted.back().good : sorted.back().other) += 1;
        (values[i].second ? all.good : all.other) += 1;
    }
    if (std::min(all.good, all.other) < smallestGroup || 2 * all.all() < labelled.rows.size()) return {};
    const double auc = aucOf(sorted);
    Separation result{std::max(auc, 1 - auc), {}};
    if (result.auc >= suspicious)
        result.sentence =
            Words::tr("It tells the result: in %1 of all pairs of %2 and %3 the %4 has the %5 value.")
                .arg(percent(result.auc), labelled.goodWord, labelled.otherWord, labelled.goodWord,
                     auc > 0.5 ? Words::tr("higher") : Words::tr("lower"));
    return result;
}

bool bothGroups(const Labelled& labelled) {
    const auto good = std::size_t(std::count(labelled.good.begin(), labelled.good.end(), true));
    return std::min(good, labelled.good.size() - good) >= smallestGroup;
}

void thin(Labelled& labelled) {
    if (labelled.rows.size() <= mostRows) return;
    Labelled kept;
    for (std::size_t i = 0; i < mostRows; ++i) {
        const std::size_t from = i * labelled.rows.size() / mostRows;
        kept.rows.push_back(labelled.rows[from]);
        kept.good.push_back(labelled.good[from]);
    }
    labelled.rows = std::move(kept.rows);
    labelled.good = std::move(kept.good);
}

Labelled closedDeals(const Dataset& dataset) {
    Labelled result{{}, {}, Words::tr("won deals"), Words::tr("lost deals")};
    for (std::size_t row = 0; row < dataset.dealState.size(); ++row)
        if (dataset.dealState[row] != DealState::Open) {
            result.rows.push_back(std::uint32_t(row));
            result.good.push_back(dataset.dealState[row] == DealState::Won);
        }
    thin(result);
    return result;
}

/// Accounts with closed deals: those that won one, and those that only lost.
Labelled buyers(const Dataset& dataset) {
    Labelled result{{}, {}, Words::tr("accounts that bought"), Words::tr("accounts that did not")};
    std::vector<bool> closed(dataset.accounts.rows());
    std::vector<bool> bought(dataset.accounts.rows());
    for (std::size_t row = 0; row < dataset.dealState.size(); ++row) {
        const std::uint32_t account = dataset.deals.links.account[row];
        if (account == noRow || dataset.dealState[row] == DealState::Open) continue;
        closed[account] = true;
        bought[account] = bought[account] || dataset.dealState[row] == DealState::Won;
    }
    for (std::size_t row = 0; row < closed.size(); ++row)
        if (closed[row]) {
            result.rows.push_back(std::uint32_t(row));
            result.good.push_back(bought[row]);
        }
    thin(result);
    return result;
}

Labelled customers(const Dataset& dataset) {
    Labelled result{{}, {}, Words::tr("customers who stayed"), Words::tr("customers who left")};
    for (std::size_t row = 0; row < dataset.accountState.size(); ++row)
        if (dataset.accountState[row] != AccountState::Unknown) {
            result.rows.push_back(std::uint32_t(row));
            result.good.push_back(dataset.accountState[row] == AccountState::Customer);
        }
    thin(result);
    return result;
}

/// What is analysed because somebody said so keeps the reason as a caution.
void setAside(Attribute& attribute, const QString& reason, bool decided) {
    if (decided) {
        if (attribute.caution.isEmpty()) attribute.caution = reason;
        return;
    }
    attribute.use = AttributeUse::LeftOut;
    attribute.reason = reason;
    attribute.verdict = QStringLiteral("leak");
}

bool isDecided(const std::vector<bool>& decided, std::size_t i) { return i < decided.size() && decided[i]; }

void setAside(EntityTable& entity, const Labelled& labelled, const std::vector<bool>& decided,
              const Job& job) {
    if (!bothGroups(labelled)) return;
    for (std::size_t i = 0; i < entity.attributes.size() && !job.cancelled(); ++i) {
        Attribute& attribute = entity.attributes[i];
        if (attribute.use != AttributeUse::Feature) continue;
        const Separation found =
            separation(entity.table->fields[std::size_t(attribute.column)].column, labelled);
        if (!found.sentence.isEmpty()) setAside(attribute, found.sentence, isDecided(decided, i));
    }
}

/// Dates of deals that lie on the day of the close or later for most of the closed.
void setAsideLateDates(EntityTable& deals, const std::vector<DealState>& states,
                       const std::vector<bool>& decided) {
    const auto close =
        std::find_if(deals.attributes.begin(), deals.attributes.end(),
                     [](const Attribute& attribute) { return attribute.name == u"deal.close_date"; });
    if (close == deals.attributes.end()) return;
    const Column& closed = deals.table->fields[std::size_t(close->column)].column;
    for (std::size_t i = 0; i < deals.attributes.size(); ++i) {
        Attribute& attribute = deals.attributes[i];
        const Column& column = deals.table->fields[std::size_t(attribute.column)].column;
        if (attribute.use != AttributeUse::Feature || column.type() != ColumnType::Date) continue;
        std::size_t both = 0;
        std::size_t late = 0;
        for (std::size_t row = 0; row < states.size(); ++row) {
            if (states[row] == DealState::Open || column.isMissing(row) || closed.isMissing(row)) continue;
            ++both;
            late += column.numbers()[row] >= std::floor(closed.numbers()[row]) ? 1 : 0;
        }
        if (both < smallestGroup || 2 * late < both) continue;
        setAside(attribute,
                 Words::tr("For %1 of %2 closed deals it is no earlier than the day of the close.")
                     .arg(number(late), number(both)),
                 isDecided(decided, i));
    }
}

/// A column of "has usage" per account.
Column measured(const Dataset& dataset) {
    Bitmap missing(dataset.accounts.rows(), true);
    for (const std::uint32_t account : dataset.usage.links.account)
        if (account != noRow) missing.reset(account);
    return Column::booleans(std::vector<std::uint32_t>(missing.size(), 1), missing);
}

}  // namespace

Separation separation(const Column& column, const Labelled& labelled) {
    if (!bothGroups(labelled)) return {};
    if (const Separation found = byMissing(column, labelled); !found.sentence.isEmpty()) return found;
    if (column.isCoded()) return byLevels(column, labelled);
    return column.isNumeric() ? byRank(column, labelled) : Separation();
}

void setAsideWhatKnows(Dataset& dataset, std::span<const std::vector<bool>> decided, const Job& job) {
    const auto keep = [&](Entity entity) {
        return std::size_t(entity) < decided.size() ? decided[std::size_t(entity)] : std::vector<bool>();
    };
    setAsideLateDates(dataset.deals, dataset.dealState, keep(Entity::Deal));
    setAside(dataset.deals, closedDeals(dataset), keep(Entity::Deal), job);
    const Labelled bought = buyers(dataset);
    const Labelled stayed = customers(dataset);
    setAside(dataset.accounts, bought, keep(Entity::Account), job);
    setAside(dataset.accounts, stayed, keep(Entity::Account), job);
    if (dataset.usage.rows() == 0 || bothGroups(stayed)) return;
    const Separation usage = separation(measured(dataset), bought);
    const std::vector<bool> kept = keep(Entity::Usage);
    for (std::size_t i = 0; i < dataset.usage.attributes.size(); ++i) {
        Attribute& attribute = dataset.usage.attributes[i];
        if (!usage.sentence.isEmpty() && attribute.use == AttributeUse::Feature)
            setAside(attribute, usage.sentence, isDecided(kept, i));
    }
}

}  // namespace icp
