#include "tests/support/core/randomicp.h"

#include <QRandomGenerator>

namespace icp::test {

static Condition randomCondition(QRandomGenerator& random) {
    Condition condition;
    const auto some = [&](const QStringList& values) {
        QStringList result;
        for (const QString& value : values)
            if (random.bounded(2) == 0) result << value;
        return result;
    };
    switch (random.bounded(7)) {
        case 0:
            condition.attribute = QStringLiteral("account.industry");
            condition.op = random.bounded(2) == 0 ? Condition::Op::In : Condition::Op::NotIn;
            condition.values = some({"Logistics", "Retail", "Energy", "Public"});
            break;
        case 1:
            condition.attribute = QStringLiteral("account.technologies");
            condition.op = random.bounded(2) == 0 ? Condition::Op::Has : Condition::Op::HasNot;
            condition.values = some({"SAP", "Excel", "Oracle"});
            break;
        case 2:
            condition.attribute = QStringLiteral("account.x_erp");
            condition.values =
                QStringList{random.bounded(2) == 0 ? QStringLiteral("yes") : QStringLiteral("no")};
            break;
        case 3:
            condition.attribute = QStringLiteral("deal.source");
            condition.values = QStringList{QStringLiteral("Fair")};
            break;
        case 4:
            condition.attribute = QStringLiteral("account.industry");
            condition.op = Condition::Op::Missing;
            break;
        case 5:
            condition.attribute =
                random.bounded(8) == 0 ? QStringLiteral("account.x_gone") : QStringLiteral("account.country");
            condition.values = some({"UK", "Germany", "France"});
            break;
        default:
            condition.attribute = QStringLiteral("account.employees");
            condition.op = Condition::Op::Range;
            if (random.bounded(4) != 0) condition.low = random.bounded(150);
            if (random.bounded(4) != 0) condition.high = 100 + random.bounded(200);
            break;
    }
    return condition;
}

Criterion randomCriterion(QRandomGenerator& random, int number) {
    Criterion criterion;
    criterion.id = QStringLiteral("c%1").arg(number);
    criterion.text = QStringLiteral("Criterion %1").arg(number);
    criterion.importance = Importance(random.bounded(4));
    criterion.section = Section(random.bounded(sectionCount));
    criterion.weight = random.bounded(40) / 2.0;
    criterion.evidence.n = random.bounded(500);
    criterion.evidence.low = random.generateDouble();
    criterion.evidence.q = random.generateDouble();
    if (random.bounded(6) != 0) criterion.condition = randomCondition(random);
    criterion.reason = TechnologyReason(number % technologyReasonCount);
    return criterion;
}

Icp randomIcp(QRandomGenerator& random, int criteria) {
    Icp icp;
    icp.id = QStringLiteral("icp%1").arg(random.bounded(1000));
    icp.name = QStringLiteral("Profile");
    for (int i = 0; i < criteria; ++i) icp.criteria.push_back(randomCriterion(random, i));
    return icp;
}

Icp employing(double low, double high) {
    Criterion criterion;
    criterion.id = QStringLiteral("employees");
    criterion.importance = Importance::Must;
    criterion.condition = Condition{QStringLiteral("account.employees"), Condition::Op::Range, {}, low, high};
    Icp icp;
    icp.criteria = {criterion};
    return icp;
}

}  // namespace icp::test
