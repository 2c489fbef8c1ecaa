#include "core/base/names.h"
#include "core/workshop/workshop.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

constexpr Names<Evidence::Source, 6> sources{
    {"typed", "pattern", "segment", "exclusion", "proposal", "examples"}};
constexpr Names<BusinessStage, 4> stages{{"nothing-sold", "first-customers", "growing", "established"}};
constexpr Names<Pin::List, 2> lists{{"best", "least"}};

/// JSON knows no infinity: what is not finite is left out, and reads back as the default.
void put(QJsonObject& json, QLatin1String key, double value) {
    if (std::isfinite(value)) json[key] = value;
}

void put(QJsonObject& json, QLatin1String key, const QDate& date) {
    if (date.isValid()) json[key] = date.toString(Qt::ISODate);
}

void put(QJsonObject& json, QLatin1String key, const std::optional<qint64>& value) {
    if (value) json[key] = *value;
}

QDate dateOf(const QJsonValue& value) { return QDate::fromString(value.toString(), Qt::ISODate); }

std::optional<qint64> wholeOf(const QJsonValue& value) {
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

QStringList textsOf(const QJsonValue& value) {
    QStringList result;
    for (const QJsonValue element : value.toArray()) result << element.toString();
    return result;
}

QJsonObject toJson(const Evidence& evidence) {
    QJsonObject json{{"source", sources.of(evidence.source)}, {"note", evidence.note},
                     {"fingerprint", evidence.fingerprint},   {"n", evidence.n},
                     {"positives", evidence.positives},       {"verdict", evidence.verdict}};
    put(json, QLatin1String("low"), evidence.low);
    put(json, QLatin1String("high"), evidence.high);
    put(json, QLatin1String("q"), evidence.q);
    return json;
}

Evidence evidenceFromJson(const QJsonObject& json) {
    Evidence evidence;
    evidence.source = sources.find(json["source"].toString(), Evidence::Source::Typed);
    evidence.note = json["note"].toString();
    evidence.fingerprint = json["fingerprint"].toString();
    evidence.n = json["n"].toInteger();
    evidence.positives = json["positives"].toInteger();
    evidence.low = json["low"].toDouble(evidence.low);
    evidence.high = json["high"].toDouble(evidence.high);
    evidence.q = json["q"].toDouble(evidence.q);
    evidence.verdict = json["verdict"].toString();
    return evidence;
}

QJsonObject toJson(const CounterProposal& counter) {
    QJsonObject json{{"id", counter.id},
                     {"text", counter.text},
                     {"importance", importanceName(counter.importance)},
                     {"evidence", toJson(counter.evidence)},
                     {"author", counter.author},
                     {"why", counter.why}};
    if (counter.condition) json["condition"] = toJson(*counter.condition);
    return json;
}

CounterProposal counterFromJson(const QJsonObject& json) {
    CounterProposal counter;
    counter.id = json["id"].toString();
    counter.text = json["text"].toString();
    if (json["condition"].isObject()) counter.condition = conditionFromJson(json["condition"].toObject());
    counter.importance = importanceFromName(json["importance"].toString());
    counter.evidence = evidenceFromJson(json["evidence"].toObject());
    counter.author = json["author"].toString();
    counter.why = json["why"].toString();
    return counter;
}

QJsonObject toJson(const Criterion& criterion) {
    QJsonObject json{{"id", criterion.id},
                     {"section", sectionName(criterion.section)},
                     {"text", criterion.text},
                     {"importance", importanceName(criterion.importance)},
                     {"evidence", toJson(criterion.evidence)},
                     {"author", criterion.author}};
    put(json, QLatin1String("weight"), criterion.weight);
    if (criterion.condition) json["condition"] = toJson(*criterion.condition);
    if (criterion.reason != TechnologyReason::None) json["reason"] = technologyReasonName(criterion.reason);
    if (!criterion.why.isEmpty()) json["why"] = criterion.why;
    QJsonArray counters;
    for (const CounterProposal& counter : criterion.counters) counters.append(toJson(counter));
    if (!counters.isEmpty()) json["counters"] = counters;
    return json;
}

Criterion criterionFromJson(const QJsonObject& json) {
    Criterion criterion;
    criterion.id = json["id"].toString();
    criterion.section = sectionFromName(json["section"].toString());
    criterion.text = json["text"].toString();
    if (json["condition"].isObject()) criterion.condition = conditionFromJson(json["condition"].toObject());
    criterion.importance = importanceFromName(json["importance"].toString());
    criterion.weight = json["weight"].toDouble();
    criterion.evidence = evidenceFromJson(json["evidence"].toObject());
    criterion.author = json["author"].toString();
    criterion.reason = technologyReasonFromName(json["reason"].toString());
    criterion.why = json["why"].toString();
    for (const QJsonValue counter : json["counters"].toArray())
        criterion.counters.push_back(counterFromJson(counter.toObject()));
    return criterion;
}

QJsonObject toJson(const ComfortVote& vote) {
    QJsonObject json{{"tooBroad", vote.tooBroad},
                     {"comfortable", vote.comfortable},
                     {"tooNarrow", vote.tooNarrow},
                     {"criteria", vote.criteria}};
    put(json, QLatin1String("day"), vote.day);
    return json;
}

ComfortVote comfortFromJson(const QJsonObject& json) {
    const auto hands = [&](const char* answer) { return std::clamp(json[answer].toInt(), 0, mostHands); };
    return {hands("tooBroad"), hands("comfortable"), hands("tooNarrow"), dateOf(json["day"]),
            json["criteria"].toString()};
}

}  // namespace

QJsonObject toJson(const Condition& condition) {
    QJsonObject json{{"attribute", condition.attribute}, {"op", opName(condition.op)}};
    if (!condition.values.isEmpty()) json["values"] = QJsonArray::fromStringList(condition.values);
    put(json, QLatin1String("low"), condition.low);
    put(json, QLatin1String("high"), condition.high);
    return json;
}

Condition conditionFromJson(const QJsonObject& json) {
    Condition condition;
    condition.attribute = json["attribute"].toString();
    condition.op = opFromName(json["op"].toString());
    condition.values = textsOf(json["values"]);
    condition.low = json["low"].toDouble(condition.low);
    condition.high = json["high"].toDouble(condition.high);
    return condition;
}

QJsonObject toJson(const Icp& icp) {
    QJsonObject market{{"source", icp.market.source}};
    put(market, QLatin1String("companies"), icp.market.companies);
    put(market, QLatin1String("asOf"), icp.market.asOf);
    put(market, QLatin1String("inside"), icp.marketInside);
    QJsonArray criteria;
    for (const Criterion& criterion : icp.criteria) criteria.append(toJson(criterion));
    QJsonObject json{
        {"id", icp.id},        {"name", icp.name},       {"sentence", icp.sentence},
        {"quote", icp.quote},  {"problem", icp.problem}, {"valueProposition", icp.valueProposition},
        {"market", market},    {"version", icp.version}, {"hypothesis", icp.hypothesis},
        {"criteria", criteria}};
    if (!icp.baseline.isEmpty()) json["baseline"] = icp.baseline;
    put(json, QLatin1String("agreed"), icp.agreed);
    put(json, QLatin1String("review"), icp.review);
    if (icp.comfort.count() > 0) json["comfort"] = toJson(icp.comfort);
    if (!icp.tested.who.isEmpty()) {
        QJsonObject tested{{"who", icp.tested.who}, {"criteria", icp.tested.criteria}};
        put(tested, QLatin1String("day"), icp.tested.day);
        json["tested"] = tested;
    }
    if (!icp.reactions.empty()) {
        QJsonArray reactions;
        for (const Reaction& reaction : icp.reactions) reactions.append(toJson(reaction));
        json["reactions"] = reactions;
    }
    return json;
}

Icp icpFromJson(const QJsonObject& json) {
    Icp icp;
    icp.id = json["id"].toString();
    icp.name = json["name"].toString();
    icp.sentence = json["sentence"].toString();
    icp.quote = json["quote"].toString();
    icp.problem = json["problem"].toString();
    icp.valueProposition = json["valueProposition"].toString();
    const QJsonObject market = json["market"].toObject();
    icp.market.companies = wholeOf(market["companies"]);
    icp.market.source = market["source"].toString();
    icp.market.asOf = dateOf(market["asOf"]);
    icp.marketInside = wholeOf(market["inside"]);
    icp.version = json["version"].toInt(1);
    icp.hypothesis = json["hypothesis"].toBool();
    icp.agreed = dateOf(json["agreed"]);
    icp.review = dateOf(json["review"]);
    icp.baseline = json["baseline"].toString();
    icp.comfort = comfortFromJson(json["comfort"].toObject());
    const QJsonObject tested = json["tested"].toObject();
    icp.tested = {tested["who"].toString(), dateOf(tested["day"]), tested["criteria"].toString()};
    for (const QJsonValue reaction : json["reactions"].toArray())
        icp.reactions.push_back(reactionFromJson(reaction.toObject()));
    for (const QJsonValue criterion : json["criteria"].toArray())
        icp.criteria.push_back(criterionFromJson(criterion.toObject()));
    return icp;
}

QJsonObject toJson(const Persona& persona) {
    QJsonObject fields;
    for (int i = 0; i < personaFieldCount; ++i) {
        const auto& entry = persona.fields[std::size_t(i)];
        if (!entry.text.isEmpty() || entry.anecdote)
            fields[fieldName(PersonaField(i))] =
                QJsonObject{{"text", entry.text}, {"anecdote", entry.anecdote}};
    }
    QJsonObject json{{"id", persona.id},
                     {"icps", QJsonArray::fromStringList(persona.icps)},
                     {"role", roleName(persona.role)},
                     {"title", persona.title},
                     {"titlePatterns", QJsonArray::fromStringList(persona.titlePatterns)},
                     {"usualTitles", persona.usualTitles},
                     {"department", persona.department},
                     {"tier", persona.tier},
                     {"fields", fields}};
    if (persona.seniority) json["seniority"] = seniorityName(*persona.seniority);
    return json;
}

Persona personaFromJson(const QJsonObject& json) {
    Persona persona;
    persona.id = json["id"].toString();
    persona.icps = textsOf(json["icps"]);
    persona.role = roleFromName(json["role"].toString());
    persona.title = json["title"].toString();
    persona.titlePatterns = textsOf(json["titlePatterns"]);
    // Before the usual words were rules of their own, they stood among the patterns of every persona.
    persona.usualTitles = json["usualTitles"].toBool(persona.titlePatterns.isEmpty());
    persona.department = json["department"].toString();
    persona.seniority = seniorityFromName(json["seniority"].toString());
    persona.tier = json["tier"].toInt(1);
    const QJsonObject fields = json["fields"].toObject();
    for (int i = 0; i < personaFieldCount; ++i) {
        const QJsonObject entry = fields[fieldName(PersonaField(i))].toObject();
        persona.fields[std::size_t(i)] = {entry["text"].toString(), entry["anecdote"].toBool()};
    }
    return persona;
}

QJsonObject toJson(const Settings& settings) {
    QJsonObject json{{"title", settings.title},
                     {"company", settings.company},
                     {"consumers", settings.consumers},
                     {"stage", stages.of(settings.stage)},
                     {"departments", QJsonArray::fromStringList(settings.departments)},
                     {"hideNames", settings.hideNames},
                     {"presenterNotes", settings.presenterNotes},
                     {"outcome", settings.outcome},
                     {"unit", settings.unit}};
    if (!settings.measure.isEmpty()) json["measure"] = settings.measure;
    if (settings.reviewDays != usualReviewDays) json["reviewDays"] = settings.reviewDays;
    if (settings.bands != NarrownessBands{}) {
        QJsonObject bands{{"fewWins", settings.bands.fewWins}};
        put(bands, QLatin1String("broadShare"), settings.bands.broadShare);
        json["bands"] = bands;
    }
    QJsonArray blend;
    for (const SuccessPart& part : settings.blend) {
        QJsonObject one{{"outcome", part.outcome}, {"measure", part.measure}};
        put(one, QLatin1String("weight"), part.weight);
        blend.append(one);
    }
    if (!blend.isEmpty()) json["blend"] = blend;
    return json;
}

Settings settingsFromJson(const QJsonObject& json) {
    Settings settings;
    settings.title = json["title"].toString();
    settings.company = json["company"].toString();
    settings.consumers = json["consumers"].toBool();
    settings.stage = stages.find(json["stage"].toString(), BusinessStage::Established);
    settings.departments = textsOf(json["departments"]);
    settings.hideNames = json["hideNames"].toBool();
    settings.presenterNotes = json["presenterNotes"].toString();
    settings.outcome = json["outcome"].toString();
    settings.unit = json["unit"].toString();
    settings.measure = json["measure"].toString();
    settings.reviewDays = std::max(1, json["reviewDays"].toInt(usualReviewDays));
    const QJsonObject bands = json["bands"].toObject();
    settings.bands.broadShare =
        std::clamp(bands["broadShare"].toDouble(settings.bands.broadShare), 0.05, 0.99);
    settings.bands.fewWins = std::max<qint64>(1, bands["fewWins"].toInteger(settings.bands.fewWins));
    for (const QJsonValue value : json["blend"].toArray()) {
        const QJsonObject part = value.toObject();
        settings.blend.push_back(
            {part["outcome"].toString(), part["weight"].toDouble(1), part["measure"].toString()});
    }
    return settings;
}

QJsonObject toJson(const Pin& pin) {
    return {{"id", pin.id},
            {"account", pin.account},
            {"list", lists.of(pin.list)},
            {"in", pin.in},
            {"reason", pin.reason}};
}

Pin pinFromJson(const QJsonObject& json) {
    Pin pin;
    pin.id = json["id"].toString();
    pin.account = json["account"].toString();
    pin.list = lists.find(json["list"].toString(), Pin::List::Best);
    pin.in = json["in"].toBool(true);
    pin.reason = json["reason"].toString();
    return pin;
}

QJsonObject toJson(const MarketMix& market) {
    QJsonArray shares;
    for (const MarketShare& share : market.shares) {
        QJsonObject one{{"level", share.level}};
        put(one, QLatin1String("share"), share.share);
        shares.append(one);
    }
    QJsonObject json{
        {"id", market.id}, {"attribute", market.attribute}, {"shares", shares}, {"source", market.source}};
    put(json, QLatin1String("asOf"), market.asOf);
    return json;
}

MarketMix marketFromJson(const QJsonObject& json) {
    MarketMix market;
    market.id = json["id"].toString();
    market.attribute = json["attribute"].toString();
    for (const QJsonValue share : json["shares"].toArray())
        market.shares.push_back({share["level"].toString(), share["share"].toDouble()});
    market.source = json["source"].toString();
    market.asOf = dateOf(json["asOf"]);
    return market;
}

QJsonObject toJson(const SealOpening& opening) {
    QJsonObject json{
        {"id", opening.id}, {"fingerprint", opening.fingerprint}, {"question", opening.question}};
    put(json, QLatin1String("from"), opening.from);
    return json;
}

SealOpening openingFromJson(const QJsonObject& json) {
    SealOpening opening;
    opening.id = json["id"].toString();
    opening.fingerprint = json["fingerprint"].toString();
    opening.from = dateOf(json["from"]);
    opening.question = json["question"].toString();
    return opening;
}

QJsonObject toJson(const Claim& claim) {
    QJsonArray conditions;
    for (const Condition& condition : claim.question.conditions) conditions.append(toJson(condition));
    QJsonObject json{{"id", claim.id},
                     {"statement", claim.statement},
                     {"conditions", conditions},
                     {"metric", metricName(claim.question.metric)},
                     {"direction", directionName(claim.question.direction)},
                     {"author", claim.author},
                     {"evidence", claim.evidence}};
    if (claim.question.baseline) put(json, QLatin1String("baseline"), *claim.question.baseline);
    return json;
}

Claim claimFromJson(const QJsonObject& json) {
    Claim claim;
    claim.id = json["id"].toString();
    claim.statement = json["statement"].toString();
    for (const QJsonValue condition : json["conditions"].toArray())
        claim.question.conditions.push_back(conditionFromJson(condition.toObject()));
    claim.question.metric = metricFromName(json["metric"].toString());
    claim.question.direction = directionFromName(json["direction"].toString());
    if (json["baseline"].isDouble()) claim.question.baseline = json["baseline"].toDouble();
    claim.author = json["author"].toString();
    claim.evidence = json["evidence"].toString();
    return claim;
}

}  // namespace icp
