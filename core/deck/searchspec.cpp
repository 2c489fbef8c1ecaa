#include "core/deck/searchspec.h"

#include "core/deck/facts.h"
#include "core/deck/personaslide.h"
#include "core/workshop/sentence.h"
#include "core/workshop/technology.h"
#include "core/workshop/workshop.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::SearchSpec)
};

constexpr int newestFormat = 1;

QString partName(CriterionPart part) {
    switch (part) {
        case CriterionPart::Must:
            return QStringLiteral("must");
        case CriterionPart::Should:
            return QStringLiteral("should");
        case CriterionPart::Nice:
            return QStringLiteral("nice");
        case CriterionPart::Exclusion:
            return QStringLiteral("exclude");
        case CriterionPart::StretchLimit:
            return QStringLiteral("stretch");
        case CriterionPart::WordsOnly:
            break;
    }
    return QStringLiteral("words");
}

QString partTitle(CriterionPart part) {
    switch (part) {
        case CriterionPart::Must:
            return Words::tr("Must");
        case CriterionPart::Should:
            return Words::tr("Should");
        case CriterionPart::Nice:
            return Words::tr("Nice to have");
        case CriterionPart::Exclusion:
            return Words::tr("Never");
        case CriterionPart::StretchLimit:
            return Words::tr("Only after a closer look");
        case CriterionPart::WordsOnly:
            break;
    }
    return Words::tr("Worth knowing");
}

/// "Head of Finance; also: controller, finanzleiter; Finance; Leader; tier 1".
QString personaLine(const Persona& persona) {
    QStringList parts;
    if (!persona.title.isEmpty()) parts << persona.title;
    if (!persona.titlePatterns.isEmpty())
        parts << Words::tr("titles: %1").arg(persona.titlePatterns.join(QStringLiteral(", ")));
    if (!persona.department.isEmpty()) parts << persona.department;
    if (persona.seniority) parts << seniorityTitle(*persona.seniority);
    parts << Words::tr("tier %1").arg(persona.tier);
    return Words::tr("%1: %2").arg(roleTitle(persona.role), parts.join(QStringLiteral("; ")));
}

}  // namespace

SearchSpec searchSpecOf(const Icp& icp, const std::vector<Persona>& personas, const Dataset& dataset,
                        bool consumers) {
    SearchSpec spec;
    spec.icp.id = icp.id;
    spec.icp.name = icp.name;
    spec.icp.sentence = sentence(icp, consumers).text;
    for (Criterion criterion : icp.criteria) {
        criterion.text = slide::criterionText(criterion, dataset);
        criterion.evidence = {};
        criterion.author.clear();
        criterion.why.clear();
        criterion.counters.clear();
        criterion.reason = reasonOf(criterion);
        spec.icp.criteria.push_back(std::move(criterion));
    }
    for (const Persona& persona : personas) {
        Persona sought = persona;
        sought.fields = {};
        sought.icps = QStringList{icp.id};
        spec.personas.push_back(std::move(sought));
    }
    return spec;
}

QByteArray searchSpecJson(const SearchSpec& spec, const Dataset& dataset) {
    const QJsonObject all = toJson(spec.icp);
    QJsonArray criteria;
    for (std::size_t i = 0; i < spec.icp.criteria.size(); ++i) {
        const Criterion& criterion = spec.icp.criteria[i];
        QJsonObject one = all["criteria"][qsizetype(i)].toObject();
        one.remove(QStringLiteral("evidence"));
        one.remove(QStringLiteral("author"));
        one["part"] = partName(partOf(criterion));
        if (criterion.condition)
            if (const Attribute* attribute = dataset.find(criterion.condition->attribute))
                one["label"] = attribute->label;
        criteria.append(one);
    }
    QJsonArray personas;
    for (const Persona& persona : spec.personas) {
        QJsonObject one = toJson(persona);
        one.remove(QStringLiteral("fields"));
        one.remove(QStringLiteral("icps"));
        personas.append(one);
    }
    return QJsonDocument(QJsonObject{{"searchSpec", newestFormat},
                                     {"id", spec.icp.id},
                                     {"name", spec.icp.name},
                                     {"sentence", spec.icp.sentence},
                                     {"criteria", criteria},
                                     {"personas", personas}})
        .toJson();
}

Result<SearchSpec> searchSpecFromJson(const QByteArray& bytes, const QString& file) {
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const int format = json["searchSpec"].toInt();
    if (format < 1 || !json["criteria"].isArray())
        return fail(
            ErrorCode::InputUnusable,
            Words::tr("“%1” is not a search spec. Export one with --what search --as json.").arg(file));
    if (format > newestFormat)
        return fail(ErrorCode::InputUnusable,
                    Words::tr("“%1” was written by a newer version of ICP Workshop. Install the newest "
                              "version, then try again.")
                        .arg(file));
    SearchSpec spec;
    spec.icp = icpFromJson({{"id", json["id"]},
                            {"name", json["name"]},
                            {"sentence", json["sentence"]},
                            {"criteria", json["criteria"]}});
    for (const QJsonValue one : json["personas"].toArray()) {
        spec.personas.push_back(personaFromJson(one.toObject()));
        spec.personas.back().icps = QStringList{spec.icp.id};
    }
    return spec;
}

QByteArray searchSpecText(const SearchSpec& spec, const Dataset& dataset) {
    QStringList lines{Words::tr("%1: whom to look for").arg(spec.icp.name)};
    if (!spec.icp.sentence.isEmpty()) lines << QString() << spec.icp.sentence;
    for (const CriterionPart part :
         {CriterionPart::Must, CriterionPart::Should, CriterionPart::Nice, CriterionPart::Exclusion,
          CriterionPart::StretchLimit, CriterionPart::WordsOnly}) {
        bool first = true;
        for (const Criterion& criterion : spec.icp.criteria) {
            if (partOf(criterion) != part) continue;
            if (std::exchange(first, false)) lines << QString() << partTitle(part);
            const Attribute* attribute =
                criterion.condition ? dataset.find(criterion.condition->attribute) : nullptr;
            const bool named = attribute == nullptr || criterion.text.contains(attribute->label);
            const QString text =
                named ? criterion.text : Words::tr("%1 (column: %2)").arg(criterion.text, attribute->label);
            lines << QStringLiteral("- ") + slide::withReason(text, criterion);
        }
    }
    if (!spec.personas.empty()) lines << QString() << Words::tr("Whom to talk to there");
    for (const Persona& persona : spec.personas) lines << QStringLiteral("- ") + personaLine(persona);
    return (lines.join(u'\n') + u'\n').toUtf8();
}

}  // namespace icp
