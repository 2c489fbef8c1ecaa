#include "core/analysis/scale.h"

#include "core/analysis/ordinal.h"
#include "core/base/text.h"

#include <limits>

namespace icp {

std::optional<std::vector<double>> scaleOf(const Column& column) {
    std::vector<double> ofCode;
    if (column.type() == ColumnType::Boolean) {
        ofCode = {0, 1};
    } else if (column.type() == ColumnType::Category) {
        std::vector<QString> texts;
        for (std::uint32_t code = 0; code < column.dictionary().size(); ++code)
            texts.push_back(toQString(column.dictionary().at(code)));
        const auto order = naturalOrder(texts, 2);
        if (!order) return std::nullopt;
        ofCode.resize(texts.size());
        for (std::size_t place = 0; place < order->size(); ++place) ofCode[(*order)[place]] = double(place);
    } else if (!column.isNumeric() || column.type() == ColumnType::Date) {
        return std::nullopt;
    }
    std::vector<double> scores(column.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t row = 0; row < scores.size(); ++row)
        if (!column.isMissing(row))
            scores[row] = column.isNumeric() ? column.numbers()[row] : ofCode[column.codes()[row]];
    return scores;
}

}  // namespace icp
