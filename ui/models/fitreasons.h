#pragma once

#include "core/workshop/fit.h"

#include <QStringList>

namespace icp::ui {

/// What ideal, stretch and bad mean, in one sentence.
QString fitRule();

/// What decided an account's fit under the ICP the model last evaluated, one part each: "Meets: Finance team
/// of 4 to 25", "Not known: ERP type", "By hand: our first customer".
QStringList fitReasons(const FitModel& model, const Icp& icp, std::uint32_t account);

/// How each criterion that is computed answers for an account, in the ICP's order. `labels`: the dataset
/// whose names of attributes are shown.
struct CriterionAnswer {
    QString id;
    QString text;
    QString answer;  ///< as answerText()
};
std::vector<CriterionAnswer> criterionAnswers(const FitModel& model, const Icp& icp, std::uint32_t account,
                                              const Dataset& labels);

/// How a criterion of this part answers for an account: "meets", "fails", "not known", "excluded" ... Where
/// not to be meant is no failure, "no".
QString answerText(CriterionPart part, const Match& match, std::uint32_t account);

}  // namespace icp::ui
