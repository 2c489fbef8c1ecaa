#include "core/analysis/time/stages.h"

#include "core/analysis/ordinal.h"
#include "core/analysis/time/unitsoftime.h"
#include "core/base/names.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <optional>

namespace icp {

namespace {

constexpr Names<FunnelBasis, 3> basisNames{{"none", "stage-dates", "last-stage"}};
constexpr std::size_t mostStages = 20;
constexpr double mostAtEnds = 0.2;  // share of lost deals at "lost", beyond which the others tell little
constexpr double oneStage = 0.95;   // where so many lost deals stand at one stage, it is no place but an end

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::Stages)
};

/// The stage of "Date entered \"Demo (Sales Pipeline)\"", or nothing.
std::optional<QString> stageOfHeader(const QString& header) {
    static const QRegularExpression entered(
        QStringLiteral("^(?:date entered|datum des eintritts in|date d'entr[ée]e dans|fecha de entrada en|"
                       "data de entrada em|datum ingevoerd in|data wej[śs]cia w|datum f[öo]r intr[äa]de i)"
                       "\\s+(.+)$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression around(QStringLiteral("^[\"“„'«]+|[\"”“'»]+$"));
    static const QRegularExpression pipeline(QStringLiteral("\\s*\\([^()]*\\)\\s*$"));
    const QRegularExpressionMatch match = entered.match(header.trimmed());
    if (!match.hasMatch()) return std::nullopt;
    QString stage = match.captured(1).trimmed().remove(around).trimmed();
    stage.remove(pipeline).remove(around);
    return stage.isEmpty() ? std::nullopt : std::optional(stage);
}

/// Whether a stage is an end: its word says won or lost.
bool isEnd(const Dataset& dataset, const QString& stage) {
    const QString text = folded(stage);
    for (const OutcomeWord& word : dataset.outcomeWords)
        if (folded(word.text) == text) return word.state != DealState::Open;
    const QString padded = u' ' + text + u' ';
    return padded.contains(u" won ") || padded.contains(u" lost ") || padded.contains(u" gewonnen ") ||
           padded.contains(u" verloren ");
}

struct Dated {
    QString label;
    const Column* column;
};

/// How often one stage was entered before another, of deals that entered both: stages in the order of those
/// who come first, by how many of the others they mostly come before.
void order(std::vector<Dated>& stages) {
    std::vector<int> after(stages.size(), 0);
    for (std::size_t a = 0; a < stages.size(); ++a)
        for (std::size_t b = 0; b < stages.size(); ++b) {
            qint64 sooner = 0;
            qint64 later = 0;
            for (std::size_t deal = 0; a != b && deal < stages[a].column->size(); ++deal) {
                const double first = time::numberAt(stages[a].column, deal);
                const double second = time::numberAt(stages[b].column, deal);
                sooner += first < second ? 1 : 0;
                later += first > second ? 1 : 0;
            }
            after[a] += later > sooner ? 1 : 0;
        }
    std::vector<std::size_t> places(stages.size());
    std::iota(places.begin(), places.end(), std::size_t(0));
    std::stable_sort(places.begin(), places.end(),
                     [&](std::size_t a, std::size_t b) { return after[a] < after[b]; });
    std::vector<Dated> ordered;
    for (const std::size_t place : places) ordered.push_back(stages[place]);
    stages = std::move(ordered);
}

bool fromDates(Stages& result, const Dataset& dataset) {
    std::vector<Dated> stages;
    for (const Attribute& attribute : dataset.deals.attributes) {
        const Column& column = dataset.column(attribute);
        const std::optional<QString> stage = stageOfHeader(attribute.label);
        if (stage && column.type() == ColumnType::Date && column.missing().count() < column.size() &&
            !isEnd(dataset, *stage))
            stages.push_back({*stage, &column});
    }
    if (stages.size() < 2 || stages.size() > mostStages) return false;
    order(stages);
    result.basis = FunnelBasis::StageDates;
    for (std::size_t s = 0; s < stages.size(); ++s) {
        result.labels << stages[s].label;
        result.entered.emplace_back(result.furthest.size());
        for (std::size_t deal = 0; deal < result.furthest.size(); ++deal) {
            result.entered[s][deal] = time::numberAt(stages[s].column, deal);
            if (!std::isnan(result.entered[s][deal])) result.furthest[deal] = int(s);
        }
    }
    return true;
}

/// Place of a stage on the usual way of a deal, by the words of its name.
std::optional<double> usualPlace(const QString& stage) {
    static const std::vector<QStringList> way{
        {QStringLiteral("prospect"), QStringLiteral("lead"), QStringLiteral("new"), QStringLiteral("target")},
        {QStringLiteral("contact"), QStringLiteral("engag")},
        {QStringLiteral("qualif")},
        {QStringLiteral("need"), QStringLiteral("discovery"), QStringLiteral("analysis"),
         QStringLiteral("develop")},
        {QStringLiteral("demo"), QStringLiteral("meeting"), QStringLiteral("appointment"),
         QStringLiteral("present")},
        {QStringLiteral("trial"), QStringLiteral("pilot"), QStringLiteral("evaluat")},
        {QStringLiteral("propos"), QStringLiteral("quot"), QStringLiteral("offer")},
        {QStringLiteral("negotiat"), QStringLiteral("review"), QStringLiteral("decision")},
        {QStringLiteral("contract"), QStringLiteral("commit"), QStringLiteral("verbal")},
        {QStringLiteral("close"), QStringLiteral("closing")}};
    const QString text = folded(stage);
    for (std::size_t place = 0; place < way.size(); ++place)
        for (const QString& word : way[place])
            if (text.contains(word)) return double(place);
    return std::nullopt;
}

/// Mean probability of the open deals at a stage: it rises along the way.
std::optional<double> likelihood(const Dataset& dataset, const Column& stage, std::uint32_t code) {
    const Column* probability = dataset.column(u"deal.probability");
    double sum = 0;
    int deals = 0;
    for (std::size_t deal = 0; deal < stage.size(); ++deal) {
        if (stage.isMissing(deal) || stage.codes()[deal] != code ||
            dataset.dealState[deal] != DealState::Open)
            continue;
        const double p = time::numberAt(probability, deal);
        if (std::isnan(p)) continue;
        sum += p;
        ++deals;
    }
    return deals > 0 ? std::optional(sum / deals) : std::nullopt;
}

/// The order of stages: by numbers in their names, by how likely their open deals are, by the usual words.
std::optional<std::vector<std::uint32_t>> orderOf(const Dataset& dataset, const Column& column,
                                                  std::vector<std::uint32_t> codes) {
    std::vector<QString> texts;
    for (const std::uint32_t code : codes) texts.push_back(toQString(column.dictionary().at(code)));
    if (const auto natural = naturalOrder(texts)) {
        std::vector<std::uint32_t> ordered;
        for (const std::size_t i : *natural) ordered.push_back(codes[i]);
        return ordered;
    }
    const auto sortedBy = [&](const auto& key) -> std::optional<std::vector<std::uint32_t>> {
        std::map<double, std::uint32_t> places;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            const std::optional<double> place = key(i);
            if (!place || !places.emplace(*place, codes[i]).second) return std::nullopt;
        }
        std::vector<std::uint32_t> ordered;
        for (const auto& [place, code] : places) ordered.push_back(code);
        return ordered;
    };
    if (auto ordered = sortedBy([&](std::size_t i) { return likelihood(dataset, column, codes[i]); }))
        return ordered;
    return sortedBy([&](std::size_t i) { return usualPlace(texts[i]); });
}

void fromLastStage(Stages& result, const Dataset& dataset) {
    const Column* column = dataset.column(u"deal.stage");
    const QString ask =
        Tr::tr("Export the days on which deals entered each stage, or the stage at which they were lost.");
    if (column == nullptr || column->type() != ColumnType::Category) {
        result.cannot = Tr::tr("No column tells the stage of a deal.") + u' ' + ask;
        return;
    }
    std::map<std::uint32_t, qint64> lostAt;
    std::vector<std::uint32_t> codes;
    qint64 lost = 0;
    for (std::size_t deal = 0; deal < column->size(); ++deal) {
        if (column->isMissing(deal)) continue;
        const std::uint32_t code = column->codes()[deal];
        if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
        if (dataset.dealState[deal] != DealState::Lost) continue;
        ++lostAt[code];
        ++lost;
    }
    const auto ends = [&](std::uint32_t code) {
        return isEnd(dataset, toQString(column->dictionary().at(code)));
    };
    const auto most = std::max_element(lostAt.begin(), lostAt.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    qint64 atEnds = 0;
    for (const auto& [code, deals] : lostAt) atEnds += ends(code) ? deals : 0;
    if (lost == 0 || double(most->second) >= oneStage * double(lost) ||
        double(atEnds) > mostAtEnds * double(lost)) {
        result.cannot =
            Tr::tr(
                "The data name only where a deal stands now, and lost deals stand at “lost” or all at the "
                "same stage, so where they dropped out cannot be told yet.") +
            u' ' + ask;
        return;
    }
    std::erase_if(codes, ends);
    const auto ordered =
        codes.size() < 2 || codes.size() > mostStages ? std::nullopt : orderOf(dataset, *column, codes);
    if (!ordered) {
        result.cannot = Tr::tr(
            "Nothing tells the order of the stages, so it cannot be told yet who came how "
            "far. Number the stages in their names, or export their probability.");
        return;
    }
    result.basis = FunnelBasis::LastStage;
    std::map<std::uint32_t, int> placeOf;
    for (const std::uint32_t code : *ordered) {
        placeOf.emplace(code, int(result.labels.size()));
        result.labels << toQString(column->dictionary().at(code));
    }
    for (std::size_t deal = 0; deal < column->size(); ++deal)
        if (!column->isMissing(deal)) {
            if (const auto place = placeOf.find(column->codes()[deal]); place != placeOf.end())
                result.furthest[deal] = place->second;
            else if (dataset.dealState[deal] == DealState::Won)
                result.furthest[deal] = int(result.labels.size()) - 1;
        }
}

}  // namespace

QString basisName(FunnelBasis basis) { return basisNames.of(basis); }

Stages stagesOf(const Dataset& dataset) {
    Stages result;
    result.furthest.assign(dataset.deals.rows(), -1);
    if (dataset.deals.rows() == 0)
        result.cannot = Tr::tr("There are no deals.");
    else if (!fromDates(result, dataset))
        fromLastStage(result, dataset);
    return result;
}

}  // namespace icp
