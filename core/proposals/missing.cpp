#include "core/base/placeholder.h"
#include "core/base/plainnumber.h"
#include "core/base/text.h"
#include "core/proposals/propose.h"
#include "core/table/derived.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <unordered_map>

namespace icp {

namespace {

constexpr qint64 fewestNumbers = 3;  // a number stands for "not known" when it is there again and again
constexpr double farDays = 5 * 365.25;

bool isTextual(const Column& column) {
    return column.type() == ColumnType::Category || column.type() == ColumnType::Multi ||
           column.type() == ColumnType::Text;
}

/// Beside the placeholders every column knows, words that are one only when somebody says so, folded. "None"
/// is not among them: no CRM is a fact about a company.
bool saysNothing(const QString& text) {
    static const QSet<QString> words{
        QStringLiteral("tbc"),           QStringLiteral("not known"),     QStringLiteral("not applicable"),
        QStringLiteral("no value"),      QStringLiteral("blank"),         QStringLiteral("empty"),
        QStringLiteral("select one"),    QStringLiteral("default value"), QStringLiteral("keine angaben"),
        QStringLiteral("nicht bekannt"), QStringLiteral("bitte wahlen"),  QStringLiteral("inconnue"),
        QStringLiteral("non renseigne"), QStringLiteral("sin datos"),     QStringLiteral("no especificado"),
        QStringLiteral("sconosciuto"),   QStringLiteral("onbekend"),      QStringLiteral("未定"),
        QStringLiteral("不详"),          QStringLiteral("未知")};
    const QString plain = folded(text);
    if (plain == u"none") return false;
    return words.contains(plain) || isPlaceholder(text.toStdString());
}

/// -1, -99, 999, 9999 ...: what systems without an empty cell write.
bool isStandIn(double value) {
    static constexpr std::array<double, 10> values{-1,  -9,   -99,   -999,   -9999,
                                                   999, 9999, 99999, 999999, 9999999};
    return std::find(values.begin(), values.end(), value) != values.end();
}

/// 1899-12-30, 1900-01-01, 1970-01-01 ... 9999-12-31, in days since 1970-01-01.
bool isStandInDay(double day) {
    static constexpr std::array<double, 8> days{-719162, -79257, -25569, -25568, -25567, 0, 47481, 2932896};
    return std::find(days.begin(), days.end(), std::floor(day)) != days.end();
}

void proposeTexts(const Attribute& attribute, const Column& column, const Job& job,
                  std::vector<MissingProposal>& result) {
    std::vector<TextCount> texts;
    Steps steps(job);
    if (column.type() == ColumnType::Text) {
        std::unordered_map<std::string_view, qint64> counts;
        for (std::size_t row = 0; row < column.size() && !steps.cancelled(); ++row)
            if (!column.isMissing(row) && column.text(row).size() <= 24) ++counts[column.text(row)];
        for (const auto& [text, rows] : counts)
            if (!steps.cancelled() && saysNothing(toQString(text))) texts.push_back({toQString(text), rows});
        std::sort(texts.begin(), texts.end(), [](const TextCount& a, const TextCount& b) {
            return a.rows != b.rows ? a.rows > b.rows : a.text.toUtf8() < b.text.toUtf8();
        });
    } else {
        texts = levelCounts(column, job);
        std::erase_if(texts, [&](const TextCount& level) {
            return steps.cancelled() || level.text.size() > 24 || !saysNothing(level.text);
        });
    }
    for (const TextCount& text : texts) result.push_back({{attribute.name, text.text}, text.rows});
}

/// A stand-in is far from every other value, on one side of all of them.
void proposeNumbers(const Attribute& attribute, const Column& column, const Job& job,
                    std::vector<MissingProposal>& result) {
    std::map<double, qint64> counts;
    Steps steps(job);
    for (std::size_t row = 0; row < column.size() && !steps.cancelled(); ++row)
        if (!column.isMissing(row)) {
            ++counts[column.numbers()[row]];
            if (counts.size() > 100'000) return;
        }
    const bool dates = column.type() == ColumnType::Date;
    const auto propose = [&](const std::pair<const double, qint64>& value, const double* next, bool lowest) {
        if (next == nullptr) return;
        const auto [number, rows] = value;
        const bool far = dates    ? std::abs(*next - number) > farDays
                         : lowest ? number < 0 && *next >= 0
                                  : number > 0 && *next <= number / 2;
        if (!far || rows < (dates ? 1 : fewestNumbers)) return;
        if (dates ? isStandInDay(number) : isStandIn(number))
            result.push_back(
                {{attribute.name, QString::fromStdString(dates ? isoDate(number) : plainNumber(number))},
                 rows});
    };
    if (counts.size() < 3) return;
    propose(*counts.begin(), &std::next(counts.begin())->first, true);
    propose(*counts.rbegin(), &std::next(counts.rbegin())->first, false);
}

}  // namespace

std::vector<MissingProposal> proposeMissing(const Dataset& dataset, const Job& job) {
    std::vector<MissingProposal> result;
    for (const Entity entity : entities)
        for (const Attribute& attribute : dataset.of(entity).attributes) {
            if (job.cancelled()) return result;
            if (isDerived(attribute.name)) continue;
            const Column& column = dataset.column(attribute);
            const bool analysed =
                attribute.use == AttributeUse::Feature || attribute.use == AttributeUse::Outcome;
            const bool names = attribute.name.endsWith(u"account_name") ||
                               attribute.name.endsWith(u"account.name") || attribute.name.endsWith(u"domain");
            if (isTextual(column) && (analysed || names))
                proposeTexts(attribute, column, job, result);
            else if (column.isNumeric() && (analysed || column.type() == ColumnType::Date))
                proposeNumbers(attribute, column, job, result);
        }
    return result;
}

}  // namespace icp
