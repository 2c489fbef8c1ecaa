#pragma once

#include <QJsonObject>
#include <QString>

#include <map>
#include <vector>

namespace icp {

struct Criterion;
struct Icp;

/// The dots of one department or person.
struct Ballot {
    QString department;           ///< or ""
    QString person;               ///< or ""; one of the two is there
    std::map<QString, int> dots;  ///< by id of every criterion that was offered, 0 for those without one

    /// "Sales", "Anna Berg", "Anna Berg, Sales"
    QString voter() const;
};

/// A vote on what matters most in an ICP: everybody spreads as many dots over its criteria, in silence.
struct DotVote {
    static constexpr int usualDots = 5;
    static constexpr int mostDots = 20;

    QString id;
    QString icp;
    int dots = usualDots;   ///< of each ballot, 1 to mostDots; fewer may be put down
    bool revealed = false;  ///< until then nobody is shown what a ballot says
    std::vector<Ballot> ballots;

    /// The ballot in place of an earlier one of the same voter.
    void enter(const Ballot& ballot);
};
QJsonObject toJson(const DotVote& vote);
DotVote dotVoteFromJson(const QJsonObject& json);

/// What can be voted on: neither exclusions nor stretch limits, which rule companies out or let them in.
std::vector<Criterion> votableOf(const Icp& icp);

}  // namespace icp
