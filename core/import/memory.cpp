#include "core/import/memory.h"

#include "core/import/headers.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace icp {

namespace {

constexpr int schema = 1;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Memory)
};

QStringList strings(const QJsonValue& value) {
    QStringList result;
    for (const QJsonValue& item : value.toArray()) result << item.toString();
    return result;
}

QJsonObject written(const FileMemory& file) {
    QJsonObject object;
    object[u"day"] = file.day.toString(Qt::ISODate);
    object[u"vendor"] = file.vendor;
    if (file.role) object[u"role"] = entityName(*file.role);
    object[u"mapping"] = toJson(file.mapping);
    object[u"columns"] = toJson(file.columns);
    object[u"won"] = QJsonArray::fromStringList(file.won);
    object[u"lost"] = QJsonArray::fromStringList(file.lost);
    return object;
}

FileMemory fileOf(const QJsonObject& object) {
    FileMemory file;
    file.day = QDate::fromString(object[u"day"].toString(), Qt::ISODate);
    file.vendor = object[u"vendor"].toString();
    file.role = entityFromName(object[u"role"].toString());
    file.mapping = mappingFromJson(object[u"mapping"].toObject());
    file.columns = columnWishesFromJson(object[u"columns"].toObject());
    file.won = strings(object[u"won"]);
    file.lost = strings(object[u"lost"]);
    return file;
}

}  // namespace

QString signatureOf(const QStringList& headers) {
    QStringList keys;
    for (const QString& header : headers) keys << headerKey(header);
    keys.sort();
    const QByteArray digest = QCryptographicHash::hash(keys.join(u'\n').toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex().first(16));
}

Result<MappingMemory> readMemory(const QString& path) {
    QFile file(path);
    if (!file.exists()) return MappingMemory();
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            ErrorCode::InputUnusable,
            Words::tr("What was decided at earlier imports cannot be read: %1.").arg(file.errorString()),
            path);
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    if (root[u"schema"].toInt() != schema)
        return fail(
            ErrorCode::InputUnusable,
            Words::tr("%1 does not hold decisions of earlier imports; it is left as it is.").arg(path));
    MappingMemory memory;
    const QJsonObject files = root[u"files"].toObject();
    for (auto it = files.begin(); it != files.end(); ++it)
        memory.files[it.key()] = fileOf(it.value().toObject());
    return memory;
}

Result<void> writeMemory(const QString& path, const MappingMemory& memory) {
    QJsonObject files;
    for (auto it = memory.files.begin(); it != memory.files.end(); ++it)
        files[it.key()] = written(it.value());
    const QByteArray text =
        QJsonDocument(QJsonObject{{QStringLiteral("schema"), schema}, {QStringLiteral("files"), files}})
            .toJson();
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return fail(
            ErrorCode::OutputNotWritable,
            Words::tr("What was decided cannot be kept for the next import: %1.").arg(file.errorString()),
            path);
    return {};
}

}  // namespace icp
