// The gauge after one of 30 criteria changed, and the made-up company of all of them with the customers
// nearest to it, against one pass over the bitmaps of the same 30 criteria.
#include "core/draft/exemplar.h"
#include "core/workshop/gauge.h"

#include <QRandomGenerator>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace icp;

namespace {

constexpr int criteria = 30;
constexpr int repeats = 25;

/// 15 numbers and 15 categories of 8 levels per account, two deals per account.
Dataset accounts(std::size_t rows) {
    QRandomGenerator random(1);
    Table table;
    table.rows = rows;
    Dataset dataset;
    for (int i = 0; i < criteria; ++i) {
        Attribute attribute;
        attribute.name = QStringLiteral("account.x_%1").arg(i);
        attribute.column = i;
        dataset.accounts.attributes.push_back(attribute);
        Bitmap missing(rows);
        if (i % 2 == 0) {
            std::vector<double> values(rows);
            for (double& value : values) value = random.bounded(1000);
            table.fields.push_back(
                {attribute.name, Column::numbers(ColumnType::Number, std::move(values), missing)});
        } else {
            Dictionary dictionary;
            for (int level = 0; level < 8; ++level) dictionary.intern(std::string(1, char('a' + level)));
            std::vector<std::uint32_t> codes(rows);
            for (std::uint32_t& code : codes) code = random.bounded(8U);
            table.fields.push_back(
                {attribute.name, Column::categories(std::move(codes), std::move(dictionary), missing)});
        }
    }
    dataset.accounts.table = std::make_shared<const Table>(std::move(table));
    dataset.accountState.assign(rows, AccountState::Customer);
    Table deals;
    deals.rows = rows * 2;
    std::vector<double> amounts(deals.rows);
    for (std::size_t deal = 0; deal < deals.rows; ++deal) {
        amounts[deal] = random.bounded(50000);
        dataset.deals.links.account.push_back(random.bounded(quint32(rows)));
        dataset.dealState.push_back(DealState(random.bounded(3)));
    }
    Attribute amount;
    amount.name = QStringLiteral("deal.amount");
    amount.entity = Entity::Deal;
    amount.column = 0;
    dataset.deals.attributes = {amount};
    deals.fields.push_back(
        {amount.name, Column::numbers(ColumnType::Money, std::move(amounts), Bitmap(deals.rows))});
    dataset.deals.table = std::make_shared<const Table>(std::move(deals));
    return dataset;
}

Icp profile() {
    Icp icp;
    for (int i = 0; i < criteria; ++i) {
        Criterion criterion;
        criterion.id = QString::number(i);
        criterion.importance = i < 3    ? Importance::Must
                               : i < 15 ? Importance::Should
                               : i < 28 ? Importance::Nice
                                        : Importance::Exclude;
        criterion.weight = 1 + i;
        Condition condition;
        condition.attribute = QStringLiteral("account.x_%1").arg(i);
        if (i % 2 == 0) {
            condition.op = Condition::Op::Range;
            condition.low = 100;
            condition.high = 900;
        } else {
            condition.values = {"a", "b", "c", "d", "e", "f"};
        }
        criterion.condition = condition;
        icp.criteria.push_back(criterion);
    }
    return icp;
}

template <class Body>
double medianMicroseconds(Body body) {
    std::vector<double> times;
    for (int i = 0; i < repeats; ++i) {
        const auto start = std::chrono::steady_clock::now();
        body(i);
        times.push_back(
            std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
    }
    std::nth_element(times.begin(), times.begin() + repeats / 2, times.end());
    return times[repeats / 2];
}

}  // namespace

int main() {
    for (const std::size_t rows : {std::size_t(100000), std::size_t(1000000)}) {
        const Dataset dataset = accounts(rows);
        Icp icp = profile();
        GaugeModel model(dataset);
        model.evaluate(icp);
        double sink = 0;
        const double pass = medianMicroseconds([&](int) {
            for (const Criterion& criterion : icp.criteria)
                sink += double(model.fit().match(criterion.id)->yes.count());
        });
        const auto changed = [&](const char* what, auto edit) {
            const double time = medianMicroseconds([&](int i) {
                edit(i);
                sink += model.evaluate(icp).position;
            });
            std::printf("gauge, %zu accounts, %d criteria, %s: %.1f x one pass over the bitmaps (%.0f us)\n",
                        rows, criteria, what, time / pass, time);
        };
        changed("one range dragged", [&](int i) { icp.criteria[2].condition->low = 100 + i; });
        changed("one category changed", [&](int i) {
            icp.criteria[1].condition->values =
                i % 2 == 0 ? QStringList{"a", "b"} : QStringList{"a", "b", "c", "d", "e"};
        });
        changed("one importance changed", [&](int i) {
            icp.criteria[20].importance = i % 2 == 0 ? Importance::Should : Importance::Nice;
        });
        std::printf("gauge, %zu accounts: one pass over %d bitmaps %.0f us\n", rows, criteria, pass);
        if (rows == 100000) {
            const Bitmap customers = customersOf(dataset);
            const double time = medianMicroseconds(
                [&](int) { sink += exemplarOf(icp, dataset, customers).nearest.front().similarity; });
            std::printf(
                "made-up company, %zu customers, %d criteria: %.1f x one pass over the bitmaps (%.0f us)\n",
                rows, criteria, time / pass, time);
        }
        if (sink < 0) return 1;
    }
    return 0;
}
