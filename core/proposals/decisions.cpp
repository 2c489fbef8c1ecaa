#include "core/proposals/decisions.h"

#include <QCryptographicHash>
#include <QStringList>

namespace icp {

QJsonObject toJson(const AccountKey& key) {
    QJsonObject json{{"name", key.name}};
    if (!key.id.isEmpty()) json["id"] = key.id;
    if (key.nth != 1) json["nth"] = key.nth;
    return json;
}

AccountKey accountKeyFromJson(const QJsonObject& json) {
    return {json["id"].toString(), json["name"].toString(), json["nth"].toInt(1)};
}

namespace {

/// What identifies an account, as one text.
QString textOf(const QJsonValue& account) {
    const AccountKey key = accountKeyFromJson(account.toObject());
    return key.id.isEmpty() ? QStringLiteral("n%1 ").arg(key.nth) + key.name : QStringLiteral("i ") + key.id;
}

}  // namespace

void Decisions::add(const Decisions& others) {
    const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    append(levels, others.levels);
    append(missing, others.missing);
    append(links, others.links);
    append(accounts, others.accounts);
    append(uses, others.uses);
    append(declined, others.declined);
}

QJsonObject toJson(const LevelMerge& decision) {
    return {
        {"kind", "level"}, {"attribute", decision.attribute}, {"from", decision.from}, {"to", decision.to}};
}

QJsonObject toJson(const MissingText& decision) {
    return {{"kind", "missing"}, {"attribute", decision.attribute}, {"text", decision.text}};
}

QJsonObject toJson(const AccountLink& decision) {
    return {{"kind", "link"},
            {"entity", entityName(decision.entity)},
            {"text", decision.text},
            {"account", toJson(decision.account)}};
}

QJsonObject toJson(const AccountMerge& decision) {
    return {{"kind", "account"}, {"kept", toJson(decision.kept)}, {"merged", toJson(decision.merged)}};
}

QJsonObject toJson(const UseChoice& decision) {
    return {{"kind", "use"}, {"attribute", decision.attribute}, {"use", useName(decision.use)}};
}

QJsonObject toJson(const Declined& decision) { return {{"kind", "declined"}, {"text", decision.decision}}; }

QString decisionId(const QJsonObject& decision) {
    const QString kind = decision["kind"].toString();
    QStringList parts{kind};
    if (kind == u"account")
        parts << textOf(decision["merged"]);
    else
        for (const char* key : {"attribute", "entity", "from", "text"})
            parts << decision[QLatin1String(key)].toString();
    const QByteArray hash =
        QCryptographicHash::hash(parts.join(QChar(0x1F)).toUtf8(), QCryptographicHash::Sha256);
    return kind + u'-' + QString::fromLatin1(hash.left(12).toHex());
}

std::vector<std::pair<QString, QJsonObject>> toJson(const Decisions& decisions) {
    std::vector<std::pair<QString, QJsonObject>> result;
    const auto addAll = [&](const auto& list) {
        for (const auto& decision : list) {
            const QJsonObject json = toJson(decision);
            result.emplace_back(decisionId(json), json);
        }
    };
    addAll(decisions.levels);
    addAll(decisions.missing);
    addAll(decisions.links);
    addAll(decisions.accounts);
    addAll(decisions.uses);
    addAll(decisions.declined);
    return result;
}

void add(Decisions& decisions, const QJsonObject& decision) {
    const QString kind = decision["kind"].toString();
    const auto text = [&](const char* key) { return decision[QLatin1String(key)].toString(); };
    if (kind == u"level")
        decisions.levels.push_back({text("attribute"), text("from"), text("to")});
    else if (kind == u"missing")
        decisions.missing.push_back({text("attribute"), text("text")});
    else if (kind == u"link")
        decisions.links.push_back({entityFromName(text("entity")).value_or(Entity::Deal), text("text"),
                                   accountKeyFromJson(decision["account"].toObject())});
    else if (kind == u"account")
        decisions.accounts.push_back({accountKeyFromJson(decision["kept"].toObject()),
                                      accountKeyFromJson(decision["merged"].toObject())});
    else if (kind == u"use")
        decisions.uses.push_back({text("attribute"), useFromName(text("use"))});
    else if (kind == u"declined")
        decisions.declined.push_back({text("text")});
}

}  // namespace icp
