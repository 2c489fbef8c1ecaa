#pragma once

#include "core/analysis/accountlists.h"
#include "core/analysis/fourquestions.h"
#include "core/workshop/workshop.h"
#include "ui/document/accountfacts.h"

#include <array>

namespace icp::ui {

/// What success can be measured by, one of its four parts.
struct SuccessOffer {
    Outcome outcome = Outcome::Value;
    std::vector<Measure> measures;  ///< the most telling first; empty when the data cannot answer
    AccountScores chosen;           ///< by the measure of the blend, else by the first
};

/// What success means to the team, and how far the data can tell.
struct Success {
    std::vector<BlendPart> parts;  ///< those chosen, else those proposed
    std::array<SuccessOffer, 4> offers;
    AccountScores scores;  ///< the blend of all parts
};
inline constexpr std::array successOutcomes{Outcome::Value, Outcome::Retained, Outcome::Growth,
                                            Outcome::Advocacy};

/// Takes time in proportion to accounts. `chosen`: Settings::blend, may be empty.
Success successOf(const Dataset& dataset, const std::vector<SuccessPart>& chosen);
/// Attributes that the parts were read from: they explain nothing of the lists.
QStringList madeOf(const Success& success);
std::vector<SuccessPart> settingsOf(const std::vector<BlendPart>& parts);

/// The three lists of customers as the page shows them.
struct CustomerLists {
    AccountLists lists;
    std::vector<std::int32_t> pin;  ///< per account: index into the pins, or -1
    double valueTotal = 0;          ///< over all customers

    struct Sum {
        double valueShare = 0;  ///< of valueTotal
        qint64 left = 0;
        std::array<CustomerAnswer, 4> answers;  ///< by CustomerQuestion
    };
    std::array<Sum, 3> sums;  ///< by AccountList

    const std::vector<std::uint32_t>& on(AccountList list) const;
};

/// `questions`: of the dataset of `facts`; nullptr leaves the answers out.
CustomerLists customerLists(const AccountFacts& facts, const AccountScores& scores, int best, int least,
                            const std::vector<Pin>& pins, const FourQuestions* questions = nullptr);

/// Sizes to choose from for lists of the best or the least ideal: round numbers up to a third of all
/// customers.
std::vector<int> listSizes(qint64 customers);
/// The one that is nearest to an eighth of them.
int usualListSize(qint64 customers);

}  // namespace icp::ui
