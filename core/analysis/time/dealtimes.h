#pragma once

#include "core/analysis/proportions.h"
#include "core/analysis/rate.h"
#include "core/analysis/study.h"
#include "core/analysis/time/survival.h"
#include "core/table/bitmap.h"

#include <QString>

#include <optional>
#include <vector>

namespace icp {

/// Deals (rows of the deals table), open ones too, that are in the study's filter and meet all `conditions`:
/// what the functions below take as `inside`. For FirstDeal they still are all deals; the functions below
/// keep the first.
Bitmap dealsMeeting(const Dataset& dataset, const Study& study, const std::vector<Condition>& conditions);

/// How fast deals of one group close. Days from creation to closing; open deals are watched until
/// Dataset::asOf.
struct CloseTimes {
    qint64 deals = 0;  ///< with a creation date, and a close date when closed
    qint64 won = 0;
    qint64 lost = 0;
    qint64 open = 0;
    qint64 undatedWon = 0;  ///< left out, because a date is missing or runs backwards
    qint64 undatedLost = 0;
    qint64 undatedOpen = 0;
    Incidence wins;  ///< won, while lost competes
    Incidence losses;
    std::optional<double> medianToWin;  ///< of won deals; by it half of the wins have come
    std::optional<double> lowerToWin;   ///< first quarter
    std::optional<double> upperToWin;   ///< third quarter

    qint64 undated() const { return undatedWon + undatedLost + undatedOpen; }
    /// Whether the shares over time tell anything: there are deals with dates, and most of those won and of
    /// those lost are among them. Wins with hardly any loss beside them would rise to nearly all.
    bool tells() const { return deals > 0 && undatedWon <= won && undatedLost <= lost; }
};
struct CloseTimesPair {
    CloseTimes inside;
    CloseTimes others;
    TestResult test;         ///< causeLogRank() of winning; nothing told where one side does not tell
    bool clustered = false;  ///< accounts have several deals
    QString sentence;
};
CloseTimesPair timeToClose(const Dataset& dataset, const Study& study, const Bitmap& inside);
/// What is left out of the times of a group, and whether its shares over time tell anything without it:
/// "Segment 1: left out because ...: 24 of 24 lost."; empty when nothing is left out and it tells.
QString leftOutOf(const CloseTimes& times, const QString& name);

/// Reasons of lost deals, most frequent first; "Not said" last. Shares are of all lost deals of their group;
/// ranges count accounts as what varies (ClusteredRate).
struct LostReason {
    QString reason;
    Rate inside;
    Rate others;
};
std::vector<LostReason> lostReasons(const Dataset& dataset, const Study& study, const Bitmap& inside);

/// How long customers stay, a group of accounts beside all other customers.
struct StayPair {
    Survival inside;
    Survival others;
    TestResult test;                 ///< logRank()
    std::optional<Estimate> hazard;  ///< hazardRatio(), inside against others
    qint64 undated = 0;  ///< customers without a day on which they began, or who left on an unknown day
};
StayPair timeStayed(const Dataset& dataset, const Study& study, const Bitmap& inside);

/// Customers who left, split by a profile: leaving inside it is an alarm, outside it may be good.
struct LeftSplit {
    struct Year {
        int year = 0;  ///< in which they left; 0 = not known
        qint64 inside = 0;
        qint64 outside = 0;
    };
    Rate inside;  ///< left, of customers inside the profile
    Rate outside;
    std::vector<Year> years;
    double insideValue = 0;  ///< accountValue() of those who left
    double outsideValue = 0;
    QString sentence;
};
/// `ideal`: accounts inside the profile. Both sides together are all customers of the study's filter. Nothing
/// where the data do not say that anybody left: "customer" then only says who bought.
LeftSplit leftSplit(const Dataset& dataset, const Study& study, const Bitmap& ideal);

}  // namespace icp
