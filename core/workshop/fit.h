#pragma once

#include "core/workshop/icp.h"

#include <unordered_map>

namespace icp {

enum class Fit : std::uint8_t { Ideal, Stretch, Bad };
QString fitName(Fit fit);  ///< "ideal", "stretch", "bad": for files

/// The fit class of every account under an ICP.
///
/// Bad: an exclusion holds, or a must fails outside every stretch limit on the same attribute, or fewer than half of the
/// musts are known to hold. Ideal: all musts hold and, when there are shoulds, at least one holds. Stretch: all others.
/// A criterion whose cell is missing is unknown: it neither holds nor fails; an unknown must keeps an account from Ideal.
/// Score: weights of met criteria over weights of all computable non-exclusion criteria, 0 to 100; excluded scores 0.
struct FitTable {
    std::vector<Fit> fit;       ///< per account
    std::vector<float> score;   ///< per account, 0 to 100
    Bitmap ideal;
    Bitmap stretch;
    Bitmap bad;
};

/// One criterion evaluated over all accounts; kept, so that changing one criterion evaluates only that one again.
class FitModel {
public:
    /// `dataset` must outlive the model.
    explicit FitModel(const Dataset& dataset);

    const FitTable& evaluate(const Icp& icp);
    /// How a criterion of the ICP last evaluated answers for the accounts; nullptr for words-only criteria.
    const Match* match(QStringView criterionId) const;
    const Dataset& dataset() const { return *m_dataset; }

private:
    struct Entry {
        Condition condition;
        Match match;
    };
    const Dataset* m_dataset;
    std::unordered_map<QString, Entry> m_matches;  ///< by criterion id
    FitTable m_table;
};

/// Why an account got its class: one line per deciding criterion.
struct Reason {
    QString criterion;  ///< id
    enum class Answer { Holds, Fails, Unknown } answer;
};
std::vector<Reason> reasons(const FitModel& model, const Icp& icp, std::size_t account);

}  // namespace icp
