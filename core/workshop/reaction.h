#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace icp {

/// How somebody feels about a profile at first sight, in five steps.
enum class Feeling { VeryBad, Bad, Neutral, Good, VeryGood };
inline constexpr int feelingCount = 5;
QString feelingTitle(Feeling feeling);  ///< "Very good" ...: as shown

/// What becomes of a reaction that speaks against a profile.
enum class FollowUp { Open, Asked, Settled };
inline constexpr int followUpCount = 3;
QString followUpName(FollowUp state);         ///< "open", "asked", "settled": for files
FollowUp followUpFromName(QStringView name);  ///< Open when unknown
QString followUpTitle(FollowUp state);        ///< "Open" ...: as shown

/// The gut reaction of somebody inside the company to an ICP: neither put off by it nor ignored.
struct Reaction {
    QString id;
    Feeling feeling = Feeling::Neutral;
    QString person;  ///< or department; empty: anonymous
    QString reason;
    FollowUp followUp = FollowUp::Open;  ///< of a negative one
    QString answer;                      ///< what came of it

    bool isNegative() const { return feeling < Feeling::Neutral; }
    /// Speaks against the ICP, and nobody has settled it.
    bool isOpen() const { return isNegative() && followUp != FollowUp::Settled; }
    friend bool operator==(const Reaction&, const Reaction&) = default;
};
QJsonObject toJson(const Reaction& reaction);
Reaction reactionFromJson(const QJsonObject& json);

struct ReactionCounts {
    int all = 0;
    int negative = 0;
    int open = 0;  ///< of the negative ones
};
ReactionCounts countOf(const std::vector<Reaction>& reactions);

}  // namespace icp
