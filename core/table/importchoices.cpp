#include "core/table/importchoices.h"

#include <QJsonArray>

namespace icp {

namespace {

QStringList strings(const QJsonValue& value) {
    QStringList result;
    for (const QJsonValue item : value.toArray()) result << item.toString();
    return result;
}

void put(QJsonObject& json, QStringView name, const QString& text) {
    if (!text.isEmpty()) json[name] = text;
}

void put(QJsonObject& json, QStringView name, const QJsonObject& object) {
    if (!object.isEmpty()) json[name] = object;
}

void put(QJsonObject& json, QStringView name, const QStringList& texts) {
    if (!texts.isEmpty()) json[name] = QJsonArray::fromStringList(texts);
}

QJsonObject written(const FileRequest& file) {
    QJsonObject json{{QStringLiteral("path"), file.path}};
    if (file.role) json[u"role"] = entityName(*file.role);
    put(json, u"sheet", file.sheet);
    put(json, u"delimiter", file.delimiter);
    put(json, u"encoding", file.encoding);
    put(json, u"mapping", toJson(file.mapping));
    put(json, u"columns", toJson(file.columns));
    put(json, u"asDetected", file.asDetected);
    QJsonObject fixed;
    for (const auto& [row, cells] : file.fixed)
        fixed[QString::number(row)] = QJsonArray::fromStringList(cells);
    put(json, u"fixed", fixed);
    put(json, u"fixedIn", file.fixedIn);
    return json;
}

FileRequest fileFromJson(const QJsonObject& json) {
    FileRequest file;
    file.path = json[u"path"].toString();
    file.role = entityFromName(json[u"role"].toString());
    file.sheet = json[u"sheet"].toString();
    file.delimiter = json[u"delimiter"].toString();
    file.encoding = json[u"encoding"].toString();
    file.mapping = mappingFromJson(json[u"mapping"].toObject());
    file.columns = columnWishesFromJson(json[u"columns"].toObject());
    file.asDetected = strings(json[u"asDetected"]);
    const QJsonObject fixed = json[u"fixed"].toObject();
    for (auto it = fixed.begin(); it != fixed.end(); ++it)
        file.fixed[it.key().toLongLong()] = strings(it.value());
    file.fixedIn = json[u"fixedIn"].toString();
    return file;
}

}  // namespace

QJsonObject toJson(const QHash<QString, QString>& mapping) {
    QJsonObject json;
    for (auto it = mapping.begin(); it != mapping.end(); ++it) json[it.key()] = it.value();
    return json;
}

QHash<QString, QString> mappingFromJson(const QJsonObject& json) {
    QHash<QString, QString> mapping;
    for (auto it = json.begin(); it != json.end(); ++it) mapping[it.key()] = it.value().toString();
    return mapping;
}

QJsonObject toJson(const QHash<QString, ColumnWish>& columns) {
    QJsonObject json;
    for (auto it = columns.begin(); it != columns.end(); ++it) json[it.key()] = toJson(it.value());
    return json;
}

QHash<QString, ColumnWish> columnWishesFromJson(const QJsonObject& json) {
    QHash<QString, ColumnWish> columns;
    for (auto it = json.begin(); it != json.end(); ++it)
        columns[it.key()] = columnWishFromJson(it.value().toObject());
    return columns;
}

QJsonObject toJson(const ImportChoices& choices) {
    QJsonArray files;
    for (const FileRequest& file : choices.files) files.append(written(file));
    QJsonObject json;
    if (!files.isEmpty()) json[u"files"] = files;
    if (choices.outcome)
        json[u"outcome"] =
            QJsonObject{{QStringLiteral("won"), QJsonArray::fromStringList(choices.outcome->won)},
                        {QStringLiteral("lost"), QJsonArray::fromStringList(choices.outcome->lost)}};
    if (choices.outcomeAsDetected) json[u"outcomeAsDetected"] = true;
    put(json, u"use", choices.use);
    put(json, u"hide", choices.hide);
    return json;
}

ImportChoices importChoicesFromJson(const QJsonObject& json) {
    ImportChoices choices;
    for (const QJsonValue file : json[u"files"].toArray())
        choices.files.push_back(fileFromJson(file.toObject()));
    if (const QJsonValue outcome = json[u"outcome"]; outcome.isObject())
        choices.outcome = OutcomeWords{strings(outcome[u"won"]), strings(outcome[u"lost"])};
    choices.outcomeAsDetected = json[u"outcomeAsDetected"].toBool();
    choices.use = strings(json[u"use"]);
    choices.hide = strings(json[u"hide"]);
    return choices;
}

}  // namespace icp
