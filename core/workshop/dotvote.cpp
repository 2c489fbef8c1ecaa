#include "core/workshop/dotvote.h"

#include "core/workshop/icp.h"

#include <QJsonArray>

#include <algorithm>

namespace icp {

QString Ballot::voter() const {
    if (person.isEmpty() || department.isEmpty()) return person + department;
    return person + QStringLiteral(", ") + department;
}

void DotVote::enter(const Ballot& ballot) {
    const auto earlier = std::find_if(ballots.begin(), ballots.end(), [&](const Ballot& one) {
        return one.voter().compare(ballot.voter(), Qt::CaseInsensitive) == 0;
    });
    if (earlier == ballots.end())
        ballots.push_back(ballot);
    else
        *earlier = ballot;
}

QJsonObject toJson(const DotVote& vote) {
    QJsonArray ballots;
    for (const Ballot& ballot : vote.ballots) {
        QJsonObject dots;
        for (const auto& [criterion, count] : ballot.dots) dots[criterion] = count;
        ballots.append(
            QJsonObject{{"department", ballot.department}, {"person", ballot.person}, {"dots", dots}});
    }
    return {{"id", vote.id},
            {"icp", vote.icp},
            {"dots", vote.dots},
            {"revealed", vote.revealed},
            {"ballots", ballots}};
}

DotVote dotVoteFromJson(const QJsonObject& json) {
    DotVote vote;
    vote.id = json["id"].toString();
    vote.icp = json["icp"].toString();
    vote.dots = std::clamp(json["dots"].toInt(DotVote::usualDots), 1, DotVote::mostDots);
    vote.revealed = json["revealed"].toBool();
    for (const QJsonValue value : json["ballots"].toArray()) {
        const QJsonObject body = value.toObject();
        Ballot ballot{body["department"].toString(), body["person"].toString(), {}};
        const QJsonObject dots = body["dots"].toObject();
        for (auto it = dots.begin(); it != dots.end(); ++it)
            ballot.dots[it.key()] = std::max(0, it.value().toInt());
        vote.ballots.push_back(std::move(ballot));
    }
    return vote;
}

std::vector<Criterion> votableOf(const Icp& icp) {
    std::vector<Criterion> result;
    std::copy_if(
        icp.criteria.begin(), icp.criteria.end(), std::back_inserter(result), [](const Criterion& criterion) {
            return criterion.importance != Importance::Exclude && criterion.section != Section::Exclusions &&
                   criterion.section != Section::StretchLimits;
        });
    return result;
}

}  // namespace icp
