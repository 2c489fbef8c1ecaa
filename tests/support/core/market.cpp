#include "tests/support/core/market.h"

#include "core/analysis/draw.h"
#include "tests/support/core/datasetbuilder.h"

#include <cmath>

namespace icp::test {

Dataset market(std::uint64_t seed, std::size_t accounts, std::size_t each, int attributes,
               const std::function<double(const std::vector<int>&)>& chance, bool dated) {
    Draw draw(seed);
    std::vector<QStringList> cells(static_cast<std::size_t>(attributes));
    QStringList names;
    std::vector<std::vector<int>> codes;
    for (std::size_t a = 0; a < accounts; ++a) {
        names << QString::number(a);
        codes.emplace_back();
        for (int i = 0; i < attributes; ++i) {
            codes.back().push_back(int(draw.below(4)));
            cells[std::size_t(i)] << QString(QChar(u'a' + codes.back().back()));
        }
    }
    DatasetBuilder builder;
    builder.text(Entity::Account, QStringLiteral("account.name"), names);
    for (int i = 0; i < attributes; ++i)
        builder.category(Entity::Account, QStringLiteral("account.a%1").arg(i), cells[std::size_t(i)]);
    std::vector<std::uint32_t> links;
    std::vector<DealState> states;
    std::vector<double> closed;
    for (std::size_t a = 0; a < accounts; ++a)
        for (std::size_t d = 0; d < each; ++d) {
            links.push_back(std::uint32_t(a));
            states.push_back(draw.uniform() < chance(codes[a]) ? DealState::Won : DealState::Lost);
            closed.push_back(19000 + std::floor(draw.uniform() * 700));
        }
    builder.number(Entity::Deal, dated ? QStringLiteral("deal.close_date") : QStringLiteral("deal.other"),
                   closed, ColumnType::Date);
    Dataset dataset = builder.links(Entity::Deal, links).deals(states).build();
    dataset.deals.attributes.front().use = AttributeUse::Outcome;
    return dataset;
}

Dataset relabelled(Dataset dataset, std::uint64_t seed) {
    Draw draw(seed);
    std::vector<std::vector<std::size_t>> deals(dataset.accounts.rows());
    for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal)
        deals[dataset.deals.links.account[deal]].push_back(deal);
    const std::vector<DealState> before = dataset.dealState;
    for (std::size_t i = deals.size(); i > 1; --i) {
        const std::vector<std::size_t>& one = deals[i - 1];
        const std::vector<std::size_t>& other = deals[draw.below(i)];
        for (std::size_t d = 0; d < std::min(one.size(), other.size()); ++d)
            std::swap(dataset.dealState[one[d]], dataset.dealState[other[d]]);
    }
    return dataset;
}

}  // namespace icp::test
