#include "core/analysis/sealed.h"

#include <cmath>

namespace icp {

Bitmap sealedDeals(const Dataset& dataset, const Findings& findings) {
    Bitmap sealed(dataset.deals.rows());
    if (findings.study.unit == Unit::Account || !findings.units || !findings.heldOutFrom.isValid() ||
        findings.units->size() != sealed.size())
        return sealed;
    const auto first = double(QDate(1970, 1, 1).daysTo(findings.heldOutFrom));
    const Column* closed = dataset.column(u"deal.close_date");
    const Column* created = dataset.column(u"deal.create_date");
    // As the study dates them: by their end, else by their beginning.
    const auto day = [](const Column* column, std::size_t row) {
        return column == nullptr || column->type() != ColumnType::Date || column->isMissing(row)
                   ? std::nan("")
                   : column->numbers()[row];
    };
    findings.units->forEach([&](std::size_t deal) {
        double date = day(closed, deal);
        if (std::isnan(date)) date = day(created, deal);
        if (date >= first) sealed.set(deal);
    });
    return sealed;
}

}  // namespace icp
