#include "core/typing/missingproposals.h"

#include "core/base/placeholder.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>

namespace icp {

namespace {

using Counts = std::map<std::string, qint64, std::less<>>;

void countTexts(const Column& column, Counts& counts) {
    const Bitmap& missing = column.missing();
    for (std::size_t row = 0; row < missing.size(); ++row) {
        if (missing.test(row)) continue;
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
    const Bitmap& missing = column.missing();
    const auto count = [&](std::uint32_t code) {
        if (wanted[code]) ++counts[std::string(dictionary.at(code))];
    };
    for (std::size_t row = 0; row < missing.size(); ++row) {
        if (missing.test(row)) continue;
        if (column.type() == ColumnType::Category)
            count(column.codes()[row]);
        else
            for (const std::uint32_t code : column.elements(row)) count(code);
    }
}

/// Whether no other number stands half as often as this one.
bool isAlone(const Column& column, double value, qint64 times) {
    std::unordered_map<double, qint64> counts;
    for (std::size_t row = 0; row < column.numbers().size(); ++row) {
        const double number = column.numbers()[row];
        if (number == value || column.missing().test(row)) continue;
        if (++counts[number] * 2 >= times) return false;
    }
    return true;
}

/// Numbers that stand for nothing in many programs. A missing cell holds 0, which changes no answer here.
void countSentinels(const Column& column, Counts& counts) {
    static constexpr std::array<double, 4> below{-1, -99, -999, -9999};
    static constexpr std::array<double, 4> above{999, 9999, 99999, 999999};
    std::array<qint64, 4> low{};
    std::array<qint64, 4> high{};
    double least = HUGE_VAL;
    double most = -HUGE_VAL;
    const auto isOne = [](double value, const std::array<double, 4>& of) {
        return int(value == of[0]) | int(value == of[1]) | int(value == of[2]) | int(value == of[3]);
    };
    const auto countOne = [](double value, const std::array<double, 4>& of, std::array<qint64, 4>& met) {
        ++met[std::size_t(std::find(of.begin(), of.end(), value) - of.begin())];
    };
    qint64 others = -qint64(column.missing().count());
    const qint64 all = qint64(column.numbers().size()) + others;
    for (const double value : column.numbers()) {
        if (isOne(value, below) != 0) {
            countOne(value, below, low);
        } else if (isOne(value, above) != 0) {
            countOne(value, above, high);
        } else {
            least = std::min(least, value);
            most = std::max(most, value);
            ++others;
        }
    }
    if (others <= 0) return;
    // What a fifth of the cells hold, and no other number nearly as many, need not lie apart.
    const auto stands = [&](double value, qint64 met, bool apart) {
        return met >= 2 && (apart || (met >= 5 && met * 5 >= all && isAlone(column, value, met)));
    };
    for (std::size_t i = 0; i < below.size(); ++i) {
        if (stands(below[i], low[i], least >= 0)) counts[plainNumber(below[i])] = low[i];
        if (stands(above[i], high[i], most < above[i] / 2)) counts[plainNumber(above[i])] = high[i];
    }
}

/// The first day that a program counts from, where all other days are much later. A missing cell holds the
/// second of them.
void countEpochs(const Column& column, Counts& counts) {
    static constexpr std::array<double, 2> epochs{-25567, 0};  // 1900-01-01, 1970-01-01
    std::array<qint64, 2> met{0, -qint64(column.missing().count())};
    double earliest = HUGE_VAL;
    for (const double value : column.numbers()) {
        const auto day = [&](double first) { return value >= first && value < first + 1; };
        if (day(epochs[0]))
            ++met[0];
        else if (day(epochs[1]))
            ++met[1];
        else
            earliest = std::min(earliest, value);
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
