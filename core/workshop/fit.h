#pragma once

#include "core/workshop/icp.h"

#include <memory>

namespace icp {

enum class Fit : std::uint8_t { Ideal, Stretch, Bad, None };  ///< None: there is nothing to judge by
QString fitName(Fit fit);  ///< "ideal", "stretch", "bad", "" for None: for files
Fit fitFromName(QStringView name);

/// An account whose class people set, whatever the criteria say.
struct HandFit {
    std::uint32_t account = 0;  ///< row
    Fit fit = Fit::Ideal;
    QString reason = {};

    friend bool operator==(const HandFit&, const HandFit&) = default;
};

/// The fit class of every account under an ICP. Of the criteria only those with a condition count.
///
/// Bad: an exclusion holds, or a must fails and no stretch limit on the same attribute holds. Ideal: every
/// must holds and, when there are shoulds, at least one of them does. Stretch: all others. A cell that is
/// missing neither holds nor fails: unknown says nothing against an account, so it is never a reason for Bad,
/// but an unknown must keeps it from Ideal. An ICP without musts and shoulds describes nobody: no account is
/// Ideal. Stretch limits do nothing but widen musts, so with nothing else, as without any criterion, there is
/// no fit: every account is None and in none of the three sets. So it is where the dataset has none of the
/// attributes that musts, shoulds, nices and exclusions ask about. Score: weights of the holding musts,
/// shoulds and nices over the weights of all of them, 0 to 100 (each counts alike when no weight is
/// positive); 0 when an exclusion holds. Without a must, should or nice that the dataset has an attribute for
/// nothing is scored.
struct FitTable {
    std::vector<Fit> fit;      ///< per account
    std::vector<float> score;  ///< per account, 0 to 100; all 0 when not `scored`
    bool scored = false;       ///< whether a score says anything
    Bitmap ideal;
    Bitmap stretch;
    Bitmap bad;
};

/// The fit of a dataset's accounts under one ICP after the other. Remembers how each criterion answered, so
/// that after an edit only what changed is evaluated again.
class FitModel {
public:
    /// `dataset` must outlive the model.
    explicit FitModel(const Dataset& dataset);

    const FitTable& evaluate(const Icp& icp);
    /// From the next evaluation on. Scores stay what the criteria make them.
    void setByHand(std::vector<HandFit> fits) { m_byHand = std::move(fits); }
    const HandFit* byHand(std::size_t account) const;  ///< nullptr: as the criteria say
    /// Of the ICP last evaluated.
    const FitTable& table() const { return m_table; }
    /// How a criterion of the ICP last evaluated answers for the accounts; nullptr for words-only criteria.
    const Match* match(QStringView criterionId) const;
    const Dataset& dataset() const { return *m_dataset; }

private:
    struct Answer {
        QString id;
        CriterionPart part;
        double weight;
        Condition condition;
        bool answered;  ///< the dataset has its attribute
        std::shared_ptr<const Match> match;
    };
    void answer(const Icp& icp);
    void classify();
    void score();

    const Dataset* m_dataset;
    std::vector<Answer> m_answers;  ///< of the computable criteria, in the ICP's order
    std::vector<HandFit> m_byHand;
    Bitmap m_excluded;
    FitTable m_table;
};

/// What decided an account's class, in the ICP's order. Bad: the exclusions that hold and the musts that fail
/// outside their stretch limits. Stretch: the musts that fail or are unknown, or when there are none, the
/// shoulds. Ideal: the musts and shoulds that hold. None for a class set by hand. `icp` is the one the model
/// last evaluated.
struct Reason {
    QString criterion;  ///< id
    enum class Answer { Holds, Fails, Unknown } answer;
};
std::vector<Reason> reasons(const FitModel& model, const Icp& icp, std::size_t account);

}  // namespace icp
