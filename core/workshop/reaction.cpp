#include "core/workshop/reaction.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Reaction)
};

const std::array<QString, followUpCount> followUps{QStringLiteral("open"), QStringLiteral("asked"),
                                                   QStringLiteral("settled")};

}  // namespace

QString feelingTitle(Feeling feeling) {
    switch (feeling) {
        case Feeling::VeryBad:
            return Words::tr("Very bad");
        case Feeling::Bad:
            return Words::tr("Bad");
        case Feeling::Good:
            return Words::tr("Good");
        case Feeling::VeryGood:
            return Words::tr("Very good");
        case Feeling::Neutral:
            break;
    }
    return Words::tr("Undecided");
}

QString followUpName(FollowUp state) { return followUps[std::size_t(state)]; }

FollowUp followUpFromName(QStringView name) {
    const auto found = std::find(followUps.begin(), followUps.end(), name);
    return found == followUps.end() ? FollowUp::Open : FollowUp(found - followUps.begin());
}

QString followUpTitle(FollowUp state) {
    switch (state) {
        case FollowUp::Asked:
            return Words::tr("Talked to");
        case FollowUp::Settled:
            return Words::tr("Settled");
        case FollowUp::Open:
            break;
    }
    return Words::tr("Open");
}

QJsonObject toJson(const Reaction& reaction) {
    return {{"id", reaction.id},
            {"feeling", int(reaction.feeling) + 1},  // in files from 1, very bad, to 5
            {"person", reaction.person},
            {"reason", reaction.reason},
            {"followUp", followUpName(reaction.followUp)},
            {"answer", reaction.answer}};
}

Reaction reactionFromJson(const QJsonObject& json) {
    Reaction reaction;
    reaction.id = json["id"].toString();
    reaction.feeling =
        Feeling(std::clamp(json["feeling"].toInt(int(Feeling::Neutral) + 1), 1, feelingCount) - 1);
    reaction.person = json["person"].toString();
    reaction.reason = json["reason"].toString();
    reaction.followUp = followUpFromName(json["followUp"].toString());
    reaction.answer = json["answer"].toString();
    return reaction;
}

ReactionCounts countOf(const std::vector<Reaction>& reactions) {
    ReactionCounts counts;
    for (const Reaction& reaction : reactions) {
        ++counts.all;
        counts.negative += reaction.isNegative() ? 1 : 0;
        counts.open += reaction.isOpen() ? 1 : 0;
    }
    return counts;
}

}  // namespace icp
