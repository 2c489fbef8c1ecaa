#include "core/analysis/time/unitsoftime.h"

#include "core/analysis/dealkind.h"
#include "core/table/dealowners.h"

#include <cmath>
#include <limits>
#include <string>
#include <tuple>

namespace icp::time {

double numberAt(const Column* column, std::size_t row) {
    return column == nullptr || !column->isNumeric() || column->isMissing(row)
               ? std::numeric_limits<double>::quiet_NaN()
               : column->numbers()[row];
}

double asOfDay(const Dataset& dataset) {
    return dataset.asOf.isValid() ? double(QDate(1970, 1, 1).daysTo(dataset.asOf))
                                  : std::numeric_limits<double>::quiet_NaN();
}

Bitmap dealsOf(const Dataset& dataset, const Study& study) {
    Bitmap deals = meeting(study.filter, dataset, Entity::Deal);
    if (study.unit != Unit::FirstDeal) return deals;
    deals -= repeatBusiness(dataset);
    const Column* created = dataset.column(u"deal.create_date");
    const Column* id = dataset.column(u"deal.id");
    const auto key = [&](std::size_t row) {
        const double made = numberAt(created, row);
        return std::tuple(std::isnan(made) ? std::numeric_limits<double>::max() : made,
                          id == nullptr ? std::string() : id->display(row), row);
    };
    const std::vector<std::uint32_t> owners = dealOwners(dataset);
    std::size_t known = 0;
    for (const std::uint32_t owner : owners)
        if (owner != noRow) known = std::max(known, std::size_t(owner) + 1);
    std::vector<std::uint32_t> first(known, noRow);
    Bitmap result(deals.size());
    deals.forEach([&](std::size_t row) {
        const std::uint32_t owner = owners[row];
        if (owner == noRow)
            result.set(row);
        else if (first[owner] == noRow || key(row) < key(first[owner]))
            first[owner] = std::uint32_t(row);
    });
    for (const std::uint32_t row : first)
        if (row != noRow) result.set(row);
    return result;
}

Bitmap customersIn(const Dataset& dataset, const Study& study) {
    return meeting(study.filter, dataset, Entity::Account, customersOf(dataset));
}

}  // namespace icp::time
