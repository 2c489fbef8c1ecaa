#pragma once

#include "core/analysis/measure.h"
#include "core/base/interval.h"

#include <array>

namespace icp {

/// The four questions that tell a good customer: do they stay, how hard are they to win, can they grow, do
/// they recommend us.
enum class CustomerQuestion { Success, Acquisition, Growth, Advocacy };
inline constexpr std::array customerQuestions{CustomerQuestion::Success, CustomerQuestion::Acquisition,
                                              CustomerQuestion::Growth, CustomerQuestion::Advocacy};

QString questionName(CustomerQuestion question);  ///< "success" ...: for files
QString questionText(CustomerQuestion question);  ///< "Do they stay?": as shown

/// What the data say of some accounts to one question.
struct CustomerAnswer {
    CustomerQuestion question = CustomerQuestion::Success;
    QString measure;   ///< how it was measured, as shown; empty when nothing measures it
    qint64 asked = 0;  ///< customers among the accounts
    qint64 known = 0;  ///< of them, those of which the measure is known
    double score =
        50;  ///< mean place among all customers, 0 to 100; 50 is the middle of all. Higher is better
    Interval interval{0, 100};  ///< 95%, of `score`
    QString cannot;             ///< why it cannot be answered yet; then `score` says nothing

    bool answered() const { return cannot.isEmpty(); }
    double coverage() const { return asked > 0 ? double(known) / double(asked) : 0; }  ///< 0 to 1
};

/// Measures a dataset once; then answers for any accounts (a segment, a level, a fit class).
class FourQuestions {
public:
    explicit FourQuestions(const Dataset& dataset);

    std::array<CustomerAnswer, 4> of(const Bitmap& accounts) const;

private:
    struct Scale {
        QString measure;
        std::vector<double> place;  // per account, NaN = not known
        QString cannot;
    };
    std::array<Scale, 4> m_scales;
    Bitmap m_customers;
};

/// Customers that meet all conditions, or whose won deals do.
Bitmap customersMeeting(const Dataset& dataset, const std::vector<Condition>& conditions);

}  // namespace icp
