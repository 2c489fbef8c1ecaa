#include "core/typing/missingproposals.h"

#include "core/base/placeholder.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace icp {

namespace {

using Counts = std::map<std::string, qint64, std::less<>>;

void countTexts(const Column& column, Counts& counts) {
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.isMissing(row)) continue;
        const std::string_view text = column.text(row);
        if (text.size() <= 40 && isPlaceholder(text)) ++counts[std::string(text)];
    }
}

void countLevels(const Column& column, Counts& counts) {
    const Dictionary& dictionary = column.dictionary();
    std::vector<bool> wanted(dictionary.size());
    bool any = false;
    for (std::uint32_t code = 0; code < dictionary.size(); ++code) {
        wanted[code] = isPlaceholder(dictionary.at(code));
        any = any || wanted[code];
    }
    if (!any) return;
    const auto count = [&](std::uint32_t code) {
        if (wanted[code]) ++counts[std::string(dictionary.at(code))];
    };
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.isMissing(row)) continue;
        if (column.type() == ColumnType::Category)
            count(column.codes()[row]);
        else
            for (const std::uint32_t code : column.elements(row)) count(code);
    }
}

/// Numbers that stand for nothing in many programs.
void countSentinels(const Column& column, Counts& counts) {
    static constexpr std::array<double, 4> below{-1, -99, -999, -9999};
    static constexpr std::array<double, 4> above{999, 9999, 99999, 999999};
    std::array<qint64, 4> low{};
    std::array<qint64, 4> high{};
    double least = HUGE_VAL;
    double most = -HUGE_VAL;
    const auto values = column.numbers();
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (column.isMissing(row)) continue;
        const double value = values[row];
        if ((value >= 0 && value < above.front()) || value > above.back()) {
            least = std::min(least, value);
            most = std::max(most, value);
            continue;
        }
        const auto isLow = std::find(below.begin(), below.end(), value);
        const auto isHigh = std::find(above.begin(), above.end(), value);
        if (isLow != below.end()) {
            ++low[std::size_t(isLow - below.begin())];
        } else if (isHigh != above.end()) {
            ++high[std::size_t(isHigh - above.begin())];
        } else {
            least = std::min(least, value);
            most = std::max(most, value);
        }
    }
    if (least > most) return;
    for (std::size_t i = 0; i < below.size(); ++i) {
        if (low[i] >= 2 && least >= 0) counts[plainNumber(below[i])] = low[i];
        if (high[i] >= 2 && most < above[i] / 2) counts[plainNumber(above[i])] = high[i];
    }
}

void countEpochs(const Column& column, Counts& counts) {
    static constexpr std::array<double, 2> epochs{-25567, 0};  // 1900-01-01, 1970-01-01
    std::array<qint64, 2> met{};
    double earliest = HUGE_VAL;
    const auto values = column.numbers();
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (column.isMissing(row)) continue;
        const auto epoch = std::find(epochs.begin(), epochs.end(), std::floor(values[row]));
        if (epoch != epochs.end())
            ++met[std::size_t(epoch - epochs.begin())];
        else
            earliest = std::min(earliest, values[row]);
    }
    constexpr double tenYears = 3652;
    for (std::size_t i = 0; i < epochs.size(); ++i)
        if (met[i] > 0 && earliest != HUGE_VAL && earliest > epochs[i] + tenYears)
            counts[isoDate(epochs[i])] = met[i];
}

}  // namespace

std::vector<MissingProposal> proposeMissing(const QString& header, const Column& column) {
    Counts counts;
    switch (column.type()) {
        case ColumnType::Text:
            countTexts(column, counts);
            break;
        case ColumnType::Category:
        case ColumnType::Multi:
            countLevels(column, counts);
            break;
        case ColumnType::Number:
        case ColumnType::Money:
            countSentinels(column, counts);
            break;
        case ColumnType::Date:
            countEpochs(column, counts);
            break;
        case ColumnType::Percent:
        case ColumnType::Boolean:
            break;
    }
    std::vector<MissingProposal> proposals;
    for (const auto& [text, count] : counts) proposals.push_back({header, toQString(text), count});
    std::stable_sort(proposals.begin(), proposals.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
    return proposals;
}

}  // namespace icp
