#include "core/store/openings.h"

#include "core/workshop/workshop.h"

#include <QSet>

namespace icp {

int openingsOf(const std::vector<Change>& journal, const QString& fingerprint) {
    QSet<QString> looks;
    for (const Change& change : journal) {
        if (change.entity != u"opening" || change.after.isEmpty()) continue;
        const SealOpening opening = openingFromJson(change.after);
        if (opening.fingerprint == fingerprint) looks.insert(opening.id);
    }
    return int(looks.size());
}

}  // namespace icp
