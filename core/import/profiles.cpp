#include "core/import/profiles.h"

#include "core/base/text.h"
#include "core/import/headers.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace icp {

namespace {

Result<QJsonObject> readObject(const QString& path) {
    QFile file(path);
    QJsonParseError problem;
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, QStringLiteral("The program was built without %1.").arg(path));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!document.isObject())
        return fail(ErrorCode::Internal, QStringLiteral("The program was built with a broken %1.").arg(path),
                    problem.errorString());
    return document.object();
}

QStringList strings(const QJsonValue& value) {
    QStringList result;
    for (const QJsonValue& item : value.toArray()) result << item.toString();
    return result;
}

QStringList phrases(const QStringList& texts) {
    QStringList result;
    for (const QString& text : texts) result << phraseOf(text);
    return result;
}

QSet<QString> keySet(const QStringList& headers) {
    QSet<QString> result;
    for (const QString& header : headers) result.insert(headerKey(header));
    return result;
}

Entity entityNamed(const QString& name) { return entityFromName(name).value_or(Entity::Account); }

StandardAttribute standardAttribute(const QJsonObject& object) {
    StandardAttribute result;
    result.shape.name = object[u"name"].toString();
    result.shape.label = object[u"label"].toString();
    result.shape.entity = entityOfAttribute(result.shape.name).value_or(Entity::Account);
    result.shape.cls = classFromName(object[u"class"].toString());
    result.shape.use = useFromName(object[u"use"].toString());
    result.shape.unit = object[u"unit"].toString();
    result.reason = object[u"reason"].toString();
    result.type = typeFromName(object[u"type"].toString());
    result.inverse = keySet(strings(object[u"inverse"]));
    return result;
}

void readAttributes(const QJsonObject& root, Profiles& profiles) {
    for (const QJsonValue& value : root[u"attributes"].toArray()) {
        const QJsonObject object = value.toObject();
        StandardAttribute attribute = standardAttribute(object);
        const int index = int(profiles.attributes.size());
        int rank = 0;
        for (const QString& synonym : strings(object[u"synonyms"]) + strings(object[u"inverse"])) {
            std::vector<Profiles::Synonym>& meanings = profiles.synonyms[headerKey(synonym)];
            if (meanings.empty() || meanings.back().attribute != index) meanings.push_back({index, rank});
            ++rank;
            if (!object[u"whole"].toBool() && folded(synonym).contains(u' '))
                attribute.phrases << phraseOf(synonym);
        }
        profiles.attributes.push_back(std::move(attribute));
    }
}

std::vector<LeakRule> rules(const QJsonValue& list) {
    std::vector<LeakRule> result;
    for (const QJsonValue value : list.toArray()) {
        const QJsonObject object = value.toObject();
        LeakRule& rule = result.emplace_back();
        rule.reason = object[u"reason"].toString();
        for (const QString& entity : strings(object[u"on"])) rule.on.insert(int(entityNamed(entity)));
        rule.headers = keySet(strings(object[u"headers"]));
        rule.beginning = strings(object[u"beginning"]);
        rule.containing = phrases(strings(object[u"containing"]));
    }
    return result;
}

void readVendors(const QJsonObject& root, Profiles& profiles) {
    for (const QJsonValue& value : root[u"vendors"].toArray()) {
        const QJsonObject object = value.toObject();
        profiles.vendors.push_back({object[u"name"].toString(), keySet(strings(object[u"distinctive"])),
                                    strings(object[u"beginning"]), strings(object[u"ending"]),
                                    strings(object[u"containing"])});
    }
    profiles.leaks = rules(root[u"leaks"]);
    profiles.cautions = rules(root[u"cautions"]);
    const QJsonObject words = root[u"words"].toObject();
    for (auto it = words.begin(); it != words.end(); ++it)
        for (const QString& word : strings(it.value())) profiles.words[it.key()].insert(folded(word));
    const QJsonObject refused = root[u"refused"].toObject();
    for (auto it = refused.begin(); it != refused.end(); ++it)
        profiles.refused[int(entityNamed(it.key()))] = keySet(strings(it.value()));
    const QJsonObject classes = root[u"words_of_class"].toObject();
    for (int cls = 0; cls <= int(AttributeClass::Specialised); ++cls)
        if (const QJsonValue list = classes[className(AttributeClass(cls))]; list.isArray())
            profiles.classWords.emplace_back(AttributeClass(cls), phrases(strings(list)));
    profiles.described = phrases(strings(root[u"described"]));
    profiles.people = phrases(strings(root[u"people"]));
}

}  // namespace

const StandardAttribute* Profiles::find(QStringView name) const {
    for (const StandardAttribute& attribute : attributes)
        if (attribute.shape.name == name) return &attribute;
    return nullptr;
}

bool Profiles::says(const QString& list, const QString& foldedText) const {
    const auto found = words.constFind(list);
    return found != words.cend() && found->contains(foldedText);
}

bool Profiles::saysWithin(const QString& list, const QString& foldedText) const {
    const QString line = u' ' + foldedText + u' ';
    const QSet<QString> known = words.value(list);
    return std::any_of(known.begin(), known.end(),
                       [&](const QString& word) { return hasPhrase(line, phraseOf(word)); });
}

std::optional<Entity> entityOfAttribute(QStringView name) {
    for (const Entity entity : entities)
        if (name.startsWith(attributePrefix(entity))) return entity;
    return std::nullopt;
}

bool isCustomName(const QString& name) {
    return name.section(u'.', 1).startsWith(u"x_") && entityOfAttribute(name).has_value();
}

QString attributePrefix(Entity entity) {
    const QString name = entityName(entity);
    return (name.endsWith(u's') ? name.chopped(1) : name) + u'.';
}

static Result<Profiles> readProfiles() {
    const auto attributes = readObject(QStringLiteral(":/profiles/attributes.json"));
    if (!attributes) return fail(attributes.error());
    const auto vendors = readObject(QStringLiteral(":/profiles/vendors.json"));
    if (!vendors) return fail(vendors.error());
    Profiles profiles;
    readAttributes(*attributes, profiles);
    readVendors(*vendors, profiles);
    return profiles;
}

const Result<Profiles>& loadProfiles() {
    static const Result<Profiles> profiles = readProfiles();
    return profiles;
}

}  // namespace icp
