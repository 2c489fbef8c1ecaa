#include "core/analysis/coded.h"

#include "core/analysis/ordinal.h"
#include "core/analysis/ranges.h"
#include "core/analysis/supervised.h"
#include "core/base/interval.h"
#include "core/base/text.h"
#include "core/table/derived.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace icp {

namespace {

constexpr std::size_t mostLevels = 12;
constexpr double infinity = std::numeric_limits<double>::infinity();

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::Coded)
};

/// Per unit: the row of the attribute's own table that it reads, or noRow.
std::span<const std::uint32_t> source(const Frame& frame, const Attribute& attribute) {
    return attribute.entity == frame.entity ? frame.rows : frame.account;
}

Level level(const QString& attribute, QString label, Condition::Op op, QStringList values = {}) {
    Level result;
    result.label = std::move(label);
    result.condition.attribute = attribute;
    result.condition.op = op;
    result.condition.values = std::move(values);
    return result;
}

void addUnknown(Coded& result) {
    if (result.missing == 0) return;
    result.levels.push_back(level(result.attribute->name, Tr::tr("Unknown"), Condition::Op::Missing));
    result.levels.back().unknown = true;
}

/// Dictionary codes that occur, the most frequent first, ties by text.
std::vector<std::uint32_t> byFrequency(const std::vector<qint64>& count, const Dictionary& dictionary) {
    std::vector<std::uint32_t> used;
    for (std::uint32_t code = 0; code < count.size(); ++code)
        if (count[code] > 0) used.push_back(code);
    std::sort(used.begin(), used.end(), [&](std::uint32_t a, std::uint32_t b) {
        return count[a] != count[b] ? count[a] > count[b] : dictionary.at(a) < dictionary.at(b);
    });
    return used;
}

void codeCategory(Coded& result, const Column& column, std::span<const std::uint32_t> rows) {
    const auto values = column.codes();
    const Dictionary& dictionary = column.dictionary();
    std::vector<qint64> count(dictionary.size(), 0);
    for (const std::uint32_t row : rows)
        if (row == noRow || column.isMissing(row))
            ++result.missing;
        else
            ++count[values[row]];
    std::vector<std::uint32_t> kept = byFrequency(count, dictionary);
    const std::size_t distinct = kept.size();
    if (distinct > mostLevels) kept.resize(mostLevels - 1);

    if (column.type() == ColumnType::Boolean) {
        result.kind = AttributeKind::Boolean;
        std::sort(kept.begin(), kept.end(), std::greater<>());
    } else if (distinct == kept.size()) {
        std::vector<QString> texts;
        for (const std::uint32_t code : kept) texts.push_back(toQString(dictionary.at(code)));
        if (const auto order = naturalOrder(texts)) {
            result.kind = AttributeKind::Ordinal;
            std::vector<std::uint32_t> sorted;
            for (const std::size_t i : *order) sorted.push_back(kept[i]);
            kept = std::move(sorted);
        }
    }

    const QString& name = result.attribute->name;
    std::vector<std::uint8_t> levelOf(dictionary.size(), std::uint8_t(kept.size()));
    QStringList all;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const QString text = toQString(dictionary.at(kept[i]));
        const QString shown = column.type() != ColumnType::Boolean ? text
                              : kept[i] == 1                       ? Tr::tr("Yes")
                                                                   : Tr::tr("No");
        result.levels.push_back(level(name, shown, Condition::Op::In, {text}));
        levelOf[kept[i]] = std::uint8_t(i);
        all << text;
    }
    if (distinct > kept.size())
        result.levels.push_back(
            level(name, Tr::tr("Other (%1)").arg(distinct - kept.size()), Condition::Op::NotIn, all));
    const auto unknown = std::uint8_t(result.levels.size());
    result.codes.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        result.codes[i] = rows[i] == noRow || column.isMissing(rows[i]) ? unknown : levelOf[values[rows[i]]];
}

/// Cuts by the outcome, each moved to the roundest number that parts the same values.
std::vector<double> cutsByOutcome(Coded& result, const Frame& frame, std::span<const double> value,
                                  const Study& study, bool whole, const Job& job) {
    const PaidCuts paid = paidCuts(frame, value, study.ranges, std::size_t(study.minLevel), job);
    result.paidP = paid.p;
    std::vector<double> sorted;
    for (const double v : value)
        if (std::isfinite(v)) sorted.push_back(v);
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> cuts;
    for (const double cut : paid.cuts) {
        const auto above = std::lower_bound(sorted.begin(), sorted.end(), cut);
        if (above == sorted.begin() || above == sorted.end()) continue;  // parts nothing
        cuts.push_back(result.type == ColumnType::Date ? std::min(std::ceil(cut), *above)
                                                       : roundCut(*(above - 1), *above, whole));
    }
    return cuts;
}

void codeNumbers(Coded& result, const Column& column, std::span<const std::uint32_t> rows, const Frame& frame,
                 const Study& study, const Job& job) {
    const auto numbers = column.numbers();
    const auto isKnown = [&](std::uint32_t row) {
        return row != noRow && !column.isMissing(row) && std::isfinite(numbers[row]);
    };
    std::vector<double> known;
    known.reserve(rows.size());
    for (const std::uint32_t row : rows)
        if (isKnown(row)) known.push_back(numbers[row]);
    result.kind = column.type() == ColumnType::Date ? AttributeKind::Date : AttributeKind::Numeric;
    result.missing = qint64(rows.size() - known.size());
    const bool whole = isWhole(known, column.type());
    const double least = known.empty() ? 0 : *std::min_element(known.begin(), known.end());
    std::vector<double> cuts;
    if (study.ranges == RangeChoice::Round || !frame.value.empty() || known.empty()) {
        cuts = humanCuts(std::move(known), column.type(), std::size_t(study.minLevel));
    } else {
        std::vector<double> value;
        for (const std::uint32_t row : rows)
            value.push_back(isKnown(row) ? numbers[row] : std::numeric_limits<double>::quiet_NaN());
        cuts = cutsByOutcome(result, frame, value, study, whole, job);
    }
    if (std::size_t(result.missing) < rows.size())
        for (std::size_t i = 0; i <= cuts.size(); ++i) {
            // Counts begin at 0 or 1: "1–10" reads better than "up to 10".
            const double bottom =
                whole && least >= 0 && least <= 5 && !cuts.empty() ? std::min(least, 1.0) : -infinity;
            const double low = i == 0 ? bottom : cuts[i - 1];
            const double high = i == cuts.size() ? infinity : cuts[i];
            result.levels.push_back(level(result.attribute->name,
                                          rangeLabel(low, high, column.type(), whole, column.currency()),
                                          Condition::Op::Range));
            result.levels.back().condition.low = low;
            result.levels.back().condition.high = high;
        }
    const auto unknown = std::uint8_t(result.levels.size());
    result.codes.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::uint8_t code = unknown;
        if (isKnown(rows[i])) {
            code = 0;
            for (const double cut : cuts) code = std::uint8_t(code + (numbers[rows[i]] >= cut ? 1 : 0));
        }
        result.codes[i] = code;
    }
}

void codeMulti(Coded& result, const Column& column, std::span<const std::uint32_t> rows) {
    result.kind = AttributeKind::Multi;
    const Dictionary& dictionary = column.dictionary();
    std::vector<qint64> count(dictionary.size(), 0);
    Bitmap unknown(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == noRow || column.isMissing(rows[i])) {
            unknown.set(i);
            continue;
        }
        for (const std::uint32_t element : column.elements(rows[i])) ++count[element];
    }
    result.missing = qint64(unknown.count());
    std::vector<std::uint32_t> kept = byFrequency(count, dictionary);
    kept.resize(std::min(kept.size(), mostLevels));
    std::vector<std::size_t> levelOf(dictionary.size(), kept.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const QString text = toQString(dictionary.at(kept[i]));
        result.levels.push_back(level(result.attribute->name, text, Condition::Op::Has, {text}));
        levelOf[kept[i]] = i;
    }
    result.elements.assign(kept.size(), Bitmap(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!unknown.test(i))
            for (const std::uint32_t element : column.elements(rows[i]))
                if (levelOf[element] < kept.size()) result.elements[levelOf[element]].set(i);
    if (result.missing > 0) result.elements.push_back(std::move(unknown));
}

/// Why a derived attribute knows who left, a sentence: those who did are hardly measured any more. Empty when
/// it is known of both alike.
QString whoStayedIsMeasured(const Dataset& dataset, const Attribute& attribute) {
    constexpr double apart = 0.05;  // so far at least, 95% sure
    const Column& column = dataset.column(attribute);
    qint64 customers[2] = {};  // left, stayed
    qint64 known[2] = {};
    for (std::size_t row = 0; row < dataset.accountState.size(); ++row) {
        if (dataset.accountState[row] == AccountState::Unknown) continue;
        const int stayed = dataset.accountState[row] == AccountState::Customer ? 1 : 0;
        ++customers[stayed];
        known[stayed] += column.isMissing(row) ? 0 : 1;
    }
    if (customers[0] == 0 || customers[1] == 0 ||
        newcombe(known[1], customers[1], known[0], customers[0]).low < apart)
        return {};
    return Tr::tr("It is known of %1% of those who stayed and %2% of those who left, so it knows the result.")
        .arg(std::lround(100.0 * double(known[1]) / double(customers[1])))
        .arg(std::lround(100.0 * double(known[0]) / double(customers[0])));
}

}  // namespace

Coded coded(const Dataset& dataset, const Frame& frame, const Attribute& attribute, const Study& study,
            const Job& job) {
    Coded result;
    result.attribute = &attribute;
    const Column& column = dataset.column(attribute);
    result.type = column.type();
    const auto rows = source(frame, attribute);
    if (column.isNumeric())
        codeNumbers(result, column, rows, frame, study, job);
    else if (column.type() == ColumnType::Multi)
        codeMulti(result, column, rows);
    else
        codeCategory(result, column, rows);
    addUnknown(result);
    return result;
}

Selection selectionOf(const Dataset& dataset, const Study& study) {
    const QStringList studied =
        isScored(study.outcome) ? scoresOf(dataset, study).measure.attributes : QStringList();
    Selection result;
    for (const Entity entity : {Entity::Account, Entity::Deal}) {
        if (entity == Entity::Deal && study.unit == Unit::Account) continue;
        for (const Attribute& attribute : dataset.of(entity).attributes)
            if (attribute.use == AttributeUse::LeftOut)
                result.leftOut.push_back({&attribute, attribute.reason.isEmpty()
                                                          ? Tr::tr("The import set it aside.")
                                                          : attribute.reason});
            else if (attribute.use != AttributeUse::Feature ||
                     dataset.column(attribute).type() == ColumnType::Text)
                continue;
            else if (study.outcome == Outcome::Won && isKnownAfterSale(attribute.name))
                result.leftOut.push_back(
                    {&attribute, Tr::tr("It is known of customers only, once they have bought.")});
            else if (const QString why = study.outcome == Outcome::Retained && isDerived(attribute.name)
                                             ? whoStayedIsMeasured(dataset, attribute)
                                             : QString();
                     !why.isEmpty())
                result.leftOut.push_back({&attribute, why});
            else if (studied.contains(attribute.name))
                result.leftOut.push_back({&attribute, Tr::tr("It is what is studied.")});
            else
                result.analysed.push_back(&attribute);
    }
    return result;
}

}  // namespace icp
