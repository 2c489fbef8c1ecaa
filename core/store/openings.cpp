#include "core/store/openings.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace icp {

namespace {

/// Every look there has been at the data of a fingerprint, each once.
template <class Body>
void forEachLook(const std::vector<Change>& journal, const QString& fingerprint, Body body) {
    QSet<QString> seen;
    for (const Change& change : journal) {
        if (change.entity != u"opening" || change.after.isEmpty()) continue;
        const SealOpening opening = openingFromJson(change.after);
        if (opening.fingerprint != fingerprint || seen.contains(opening.id)) continue;
        seen.insert(opening.id);
        body(opening);
    }
}

}  // namespace

QString sealedQuestion(const QString& question, const Decisions& decisions) {
    if (decisions.empty()) return question;
    Decisions mending = decisions;
    mending.declined.clear();
    std::vector<QByteArray> texts;
    for (const auto& [id, decision] : toJson(mending))
        texts.push_back(QJsonDocument(decision).toJson(QJsonDocument::Compact));
    std::sort(texts.begin(), texts.end());
    QCryptographicHash mark(QCryptographicHash::Sha256);
    for (const QByteArray& text : texts) mark.addData(text + '\n');
    return QStringLiteral("%1; data mended by %2 decisions (%3)")
        .arg(question)
        .arg(texts.size())
        .arg(QString::fromLatin1(mark.result().toHex().left(12)));
}

int openingsOf(const std::vector<Change>& journal, const QString& fingerprint) {
    int looks = 0;
    forEachLook(journal, fingerprint, [&](const SealOpening&) { ++looks; });
    return looks;
}

int otherOpenings(const std::vector<Change>& journal, const SealOpening& look) {
    int looks = 0;
    forEachLook(journal, look.fingerprint,
                [&](const SealOpening& other) { looks += other.question == look.question ? 0 : 1; });
    return looks;
}

std::optional<Change> recorded(const std::vector<Change>& journal, SealOpening look) {
    if (otherOpenings(journal, look) < openingsOf(journal, look.fingerprint)) return std::nullopt;
    look.id = newId();
    Change change;
    change.entity = QStringLiteral("opening");
    change.id = look.id;
    change.after = toJson(look);
    change.text = QCoreApplication::translate("icp::SealOpening", "Open the sealed deals");
    return change;
}

}  // namespace icp
