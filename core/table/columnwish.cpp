#include "core/table/columnwish.h"

#include <QJsonArray>

namespace icp {

namespace {

QString letter(char c) { return QString(QLatin1Char(c)); }

std::optional<char> letterOf(const QJsonValue& value) {
    const QString text = value.toString();
    return text.size() == 1 ? std::optional(text.front().toLatin1()) : std::nullopt;
}

}  // namespace

QJsonObject toJson(const ColumnWish& wish) {
    QJsonObject json;
    if (wish.type) json[u"type"] = typeName(*wish.type);
    if (wish.decimal) json[u"decimal"] = letter(*wish.decimal);
    if (wish.dayFirst) json[u"dayFirst"] = *wish.dayFirst;
    if (wish.separator) json[u"separator"] = letter(*wish.separator);
    if (!wish.missing.isEmpty()) json[u"missing"] = QJsonArray::fromStringList(wish.missing);
    return json;
}

ColumnWish columnWishFromJson(const QJsonObject& json) {
    ColumnWish wish;
    if (json[u"type"].isString()) wish.type = typeFromName(json[u"type"].toString());
    wish.decimal = letterOf(json[u"decimal"]);
    if (json[u"dayFirst"].isBool()) wish.dayFirst = json[u"dayFirst"].toBool();
    wish.separator = letterOf(json[u"separator"]);
    for (const QJsonValue text : json[u"missing"].toArray()) wish.missing << text.toString();
    return wish;
}

}  // namespace icp
