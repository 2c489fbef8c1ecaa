#include "core/workshop/difference.h"

#include "core/workshop/technology.h"

#include <algorithm>

namespace icp {

namespace {

CriterionDifference compared(const Criterion& before, const Criterion& after) {
    CriterionDifference result{before, after};
    result.condition = before.condition != after.condition || before.text != after.text;
    result.importance = before.importance != after.importance;
    result.section = before.section != after.section;
    result.weight = isWeighed(before) && isWeighed(after) && before.weight != after.weight;
    result.reason = reasonOf(before) != reasonOf(after);
    return result;
}

bool differs(const CriterionDifference& one) {
    return one.condition || one.importance || one.section || one.weight || one.reason;
}

/// Per criterion of `before`, the one of `after` that is the same; nullptr: removed.
std::vector<const Criterion*> partners(const Icp& before, const Icp& after) {
    std::vector<const Criterion*> result(before.criteria.size(), nullptr);
    const auto pair = [&](auto&& same) {
        for (std::size_t i = 0; i < before.criteria.size(); ++i) {
            if (result[i] != nullptr) continue;
            for (const Criterion& candidate : after.criteria)
                if (std::find(result.begin(), result.end(), &candidate) == result.end() &&
                    same(before.criteria[i], candidate)) {
                    result[i] = &candidate;
                    break;
                }
        }
    };
    pair([](const Criterion& a, const Criterion& b) { return !a.id.isEmpty() && a.id == b.id; });
    pair([](const Criterion& a, const Criterion& b) { return a.condition && a.condition == b.condition; });
    return result;
}

QString marketText(const Icp& icp) {
    const auto text = [](const std::optional<qint64>& number) {
        return number ? QString::number(*number) : QString();
    };
    if (!icp.market.companies && !icp.marketInside) return {};
    return text(icp.marketInside) + QLatin1Char('/') + text(icp.market.companies);
}

QString sourceText(const Icp& icp) {
    const QString day = icp.market.asOf.isValid() ? icp.market.asOf.toString(Qt::ISODate) : QString();
    return icp.market.source.isEmpty() || day.isEmpty() ? icp.market.source + day
                                                        : icp.market.source + QLatin1String(", ") + day;
}

}  // namespace

IcpDifference difference(const Icp& before, const Icp& after) {
    IcpDifference result;
    const std::vector<const Criterion*> same = partners(before, after);
    for (std::size_t i = 0; i < same.size(); ++i) {
        if (same[i] == nullptr) {
            result.criteria.push_back({before.criteria[i], std::nullopt});
        } else if (const CriterionDifference one = compared(before.criteria[i], *same[i]); differs(one)) {
            result.criteria.push_back(one);
        }
    }
    for (const Criterion& criterion : after.criteria)
        if (std::find(same.begin(), same.end(), &criterion) == same.end())
            result.criteria.push_back({std::nullopt, criterion});

    const auto words = [&](WordsDifference::Field field, const QString& a, const QString& b) {
        if (a != b) result.words.push_back({field, a, b});
    };
    using Field = WordsDifference::Field;
    words(Field::Name, before.name, after.name);
    words(Field::Sentence, sentence(before).text, sentence(after).text);
    words(Field::Quote, before.quote, after.quote);
    words(Field::Problem, before.problem, after.problem);
    words(Field::ValueProposition, before.valueProposition, after.valueProposition);
    words(Field::Market, marketText(before), marketText(after));
    words(Field::MarketSource, sourceText(before), sourceText(after));
    return result;
}

}  // namespace icp
