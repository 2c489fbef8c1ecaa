#include "core/base/accountid.h"

#include <QStringView>

#include <algorithm>

namespace icp {

namespace {

bool isId(const QString& id, qsizetype size) {
    return id.size() == size && std::all_of(id.begin(), id.end(), [](QChar c) {
               return c.unicode() < 0x80 && c.isLetterOrNumber();
           });
}

/// Whether the last three of 18 characters tell which of the first 15 are capitals, as Salesforce's do.
bool tellsCapitals(const QString& id) {
    for (int chunk = 0; chunk < 3; ++chunk) {
        int bits = 0;
        for (int i = 0; i < 5; ++i) bits |= id[5 * chunk + i].isUpper() ? 1 << i : 0;
        if (id[15 + chunk] != QLatin1String("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345")[bits]) return false;
    }
    return true;
}

}  // namespace

QString accountIdKey(const QString& text) {
    QString id = text.trimmed();
    if (id.startsWith(QLatin1String("zcrm_"))) id.remove(0, 5);
    if (isId(id, 18) && tellsCapitals(id)) return id.left(15);
    if (id.size() > 1 && id.startsWith(u'{') && id.endsWith(u'}')) id = id.mid(1, id.size() - 2);
    if (id.size() == 36 && id.count(u'-') == 4) return id.toLower();
    // A spreadsheet's number: "123.0"
    const qsizetype point = id.indexOf(u'.');
    const auto digits = [](QStringView part, bool zeros) {
        return !part.isEmpty() && std::all_of(part.begin(), part.end(), [&](QChar c) {
            return zeros ? c == u'0' : c >= u'0' && c <= u'9';
        });
    };
    if (point > 0 && digits(QStringView(id).left(point), false) &&
        digits(QStringView(id).mid(point + 1), true))
        id.truncate(point);
    return id;
}

}  // namespace icp
