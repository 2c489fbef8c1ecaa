#pragma once

#include <QDate>
#include <QString>

namespace icp {

inline constexpr int mostHands = 9999;  ///< per answer

/// How narrow a profile feels to the room: people per answer, as hands are counted.
struct ComfortVote {
    int tooBroad = 0;
    int comfortable = 0;  ///< comfortably uncomfortable: it hurts a little, and it helps to choose
    int tooNarrow = 0;
    QDate day;
    QString criteria;  ///< criteriaMark() of the profile that was voted on

    int count() const { return tooBroad + comfortable + tooNarrow; }
    friend bool operator==(const ComfortVote&, const ComfortVote&) = default;
};

/// What more than half of those who voted say.
enum class Comfort { NoVote, TooBroad, Comfortable, TooNarrow, Divided };
Comfort comfortOf(const ComfortVote& vote);
/// "5 of 7 are comfortably uncomfortable."; empty without a vote.
QString comfortText(const ComfortVote& vote);

/// That the profile was shown to people it concerns who were not in the room.
struct StakeholderTest {
    QString who;  ///< empty: not tested
    QDate day;
    QString criteria;  ///< criteriaMark() of the profile that was shown

    friend bool operator==(const StakeholderTest&, const StakeholderTest&) = default;
};

struct Icp;

/// What tells whether a profile still asks for the same companies: of conditions and importance, and of words
/// where nothing but words is there. Weights, order, evidence and names do not change it. 16 hex digits.
QString criteriaMark(const Icp& icp);

/// The same, with the day where it was about an earlier profile.
QString comfortText(const Icp& icp);
/// Whether the vote, or the test, was on other criteria than those of `icp`; false where there is none.
bool isEarlierVote(const Icp& icp);
bool isEarlierTest(const Icp& icp);

}  // namespace icp
