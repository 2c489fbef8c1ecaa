#include "core/workshop/comfort.h"

#include "core/base/shown.h"
#include "core/workshop/icp.h"
#include "core/workshop/workshop.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Comfort)
};

}  // namespace

Comfort comfortOf(const ComfortVote& vote) {
    if (vote.count() == 0) return Comfort::NoVote;
    if (2 * vote.tooBroad > vote.count()) return Comfort::TooBroad;
    if (2 * vote.comfortable > vote.count()) return Comfort::Comfortable;
    if (2 * vote.tooNarrow > vote.count()) return Comfort::TooNarrow;
    return Comfort::Divided;
}

QString comfortText(const ComfortVote& vote) {
    const auto told = [&](int count, const QString& words) {
        return words.arg(countText(count), countText(vote.count()));
    };
    switch (comfortOf(vote)) {
        case Comfort::TooBroad:
            return told(vote.tooBroad, Words::tr("%1 of %2 feel it is too broad."));
        case Comfort::Comfortable:
            return told(vote.comfortable, Words::tr("%1 of %2 are comfortably uncomfortable."));
        case Comfort::TooNarrow:
            return told(vote.tooNarrow, Words::tr("%1 of %2 feel it is too narrow."));
        case Comfort::Divided:
            return Words::tr("The room is divided: no answer has more than half.");
        case Comfort::NoVote:
            break;
    }
    return {};
}

QString criteriaMark(const Icp& icp) {
    QList<QByteArray> parts;
    for (const Criterion& criterion : icp.criteria) {
        QJsonObject asked{{"part", int(partOf(criterion))}};
        if (criterion.condition) {
            asked["condition"] = toJson(*criterion.condition);
        } else {
            asked["importance"] = importanceName(criterion.importance);
            asked["section"] = sectionName(criterion.section);
            asked["text"] = criterion.text.simplified();
        }
        parts << QJsonDocument(asked).toJson(QJsonDocument::Compact);
    }
    std::sort(parts.begin(), parts.end());
    return QString::fromLatin1(
        QCryptographicHash::hash(parts.join('\n'), QCryptographicHash::Sha256).toHex().left(16));
}

QString comfortText(const Icp& icp) {
    const QString words = comfortText(icp.comfort);
    if (!isEarlierVote(icp)) return words;
    return Words::tr("%1 That was on %2, about an earlier profile.")
        .arg(words, QLocale().toString(icp.comfort.day, QLocale::ShortFormat));
}

bool isEarlierVote(const Icp& icp) {
    return icp.comfort.count() > 0 && icp.comfort.criteria != criteriaMark(icp);
}

bool isEarlierTest(const Icp& icp) {
    return !icp.tested.who.isEmpty() && icp.tested.criteria != criteriaMark(icp);
}

}  // namespace icp
