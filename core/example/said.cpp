#include "core/example/example.h"

#include <QCoreApplication>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Example)
};

Claim said(const QString& statement, const QString& author, const ClaimQuestion& question) {
    Claim claim;
    claim.id = newId();
    claim.statement = statement;
    claim.author = author;
    claim.question = question;
    return claim;
}

Condition oneOf(const char* attribute, const char* value) {
    return {QString::fromLatin1(attribute), Condition::Op::In, {QString::fromLatin1(value)}};
}

Condition between(const char* attribute, double low, double high) {
    Condition condition;
    condition.attribute = QString::fromLatin1(attribute);
    condition.op = Condition::Op::Range;
    condition.low = low;
    condition.high = high;
    return condition;
}

}  // namespace

std::vector<Claim> exampleClaims() {
    constexpr double noEnd = std::numeric_limits<double>::infinity();
    const auto above = ClaimDirection::Above;
    return {said(Words::tr("Finance teams of 3 to 20 win more often"), Words::tr("Sales"),
                 {{between("account.x_finance_team_size", 3, 21)}, ClaimMetric::WinRate, above}),
            said(Words::tr("The bigger the company, the better the odds"), Words::tr("Sales"),
                 {{between("account.employees", 501, noEnd)}, ClaimMetric::WinRate, above}),
            said(Words::tr("Public bodies hardly ever buy"), Words::tr("Finance"),
                 {{oneOf("account.ownership", "Public body")}, ClaimMetric::WinRate, ClaimDirection::Below}),
            said(Words::tr("Energy is our next big thing"), Words::tr("Marketing"),
                 {{oneOf("account.industry", "Energy")}, ClaimMetric::WinRate, above}),
            said(Words::tr("They love the checklist at month end"), Words::tr("Customer success"), {})};
}

}  // namespace icp
