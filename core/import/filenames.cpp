#include "core/import/filenames.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace icp {

namespace {

QString lastParts(const QStringList& parts, qsizetype count) {
    return parts.mid(std::max<qsizetype>(0, parts.size() - count)).join(u'/');
}

}  // namespace

QStringList shownNames(const std::vector<std::pair<QString, QString>>& files) {
    std::vector<QStringList> parts;
    for (const auto& [path, sheet] : files)
        parts.push_back(QFileInfo(path).absoluteFilePath().split(u'/', Qt::SkipEmptyParts));
    QStringList names;
    for (const QStringList& own : parts) names << lastParts(own, 1);
    const auto sharedByAnother = [&](const QStringList& shown, qsizetype i) {
        for (qsizetype other = 0; other < shown.size(); ++other)
            if (shown[other] == shown[i] && parts[std::size_t(other)] != parts[std::size_t(i)]) return true;
        return false;
    };
    for (qsizetype depth = 2; true; ++depth) {
        const QStringList before = names;
        for (qsizetype i = 0; i < names.size(); ++i)
            if (sharedByAnother(before, i)) names[i] = lastParts(parts[std::size_t(i)], depth);
        if (names == before) break;
    }
    const QStringList plain = names;
    for (qsizetype i = 0; i < names.size(); ++i)
        if (const QString& sheet = files[std::size_t(i)].second;
            !sheet.isEmpty() && plain.count(plain[i]) > 1)
            names[i] += QStringLiteral(": ") + sheet;
    QHash<QString, int> times;
    for (QString& name : names)
        if (const int time = ++times[name]; time > 1) name += QStringLiteral(" (%1)").arg(time);
    return names;
}

}  // namespace icp
