#include "tests/support/ui/samplefindings.h"


#include <cmath>
#include <limits>

namespace icp::test {

namespace {

constexpr double none = std::numeric_limits<double>::infinity();

struct Row {
    const char* label;
    qint64 positives;
    qint64 n;
    qint64 best;
    qint64 rest;
};

AttributeProfile profile(const QString& name, const QString& label, AttributeClass cls, AttributeKind kind,
                         double q, const std::vector<Row>& rows, double base) {
    AttributeProfile out;
    out.name = name;
    out.label = label;
    out.cls = cls;
    out.kind = kind;
    out.q = q;
    out.p = q / 4;
    out.test = QStringLiteral("rao-scott");
    out.effectName = QStringLiteral("cramer-v");
    out.effect = 0.3 - q;
    for (const Row& row : rows) {
        Level level =
            levelOf(name, QString::fromUtf8(row.label), row.positives, row.n, row.best, row.rest, base);
        level.unknown = level.label == u"Unknown";
        if (level.unknown) {
            level.condition = {name, Condition::Op::Missing, {}, -none, none};
            out.missing = row.n;
        }
        out.levels.push_back(level);
    }
    return out;
}

void setRange(Level& level, double low, double high) {
    level.condition.op = Condition::Op::Range;
    level.condition.values.clear();
    level.condition.low = low;
    level.condition.high = high;
}

}  // namespace

Level levelOf(const QString& attribute, const QString& label, qint64 positives, qint64 n, qint64 best,
              qint64 rest, double base) {
    Level level;
    level.label = label;
    level.condition = {attribute, Condition::Op::In, {label}, -none, none};
    level.rate = rateOf(positives, n);
    level.shrunk = (double(positives) + 20 * base) / (double(n) + 20);
    level.lift = level.rate.rate / base;
    level.status = n < 15 ? LevelStatus::Untested : n < 30 ? LevelStatus::Small : LevelStatus::Ok;
    level.best = best;
    level.rest = rest;
    return level;
}

Findings sampleFindings() {
    Findings findings;
    findings.study.unit = Unit::FirstDeal;
    findings.base = rateOf(230, 720);
    findings.clusters = 720;
    findings.discovery = rateOf(160, 486);
    findings.heldOut = rateOf(70, 234);
    findings.heldOutFrom = QDate(2025, 1, 1);
    findings.from = QDate(2022, 1, 10);
    findings.to = QDate(2025, 9, 30);
    findings.valueTotal = 9'400'000;
    findings.currency = QStringLiteral("GBP");
    const double base = findings.base.rate;

    AttributeProfile team =
        profile(QStringLiteral("account.x_finance_team_size"), QStringLiteral("Finance team size"),
                AttributeClass::Specialised, AttributeKind::Numeric, 0.0001,
                {{"1–3", 12, 139, 0, 14},
                 {"4–7", 54, 152, 11, 75},
                 {"8–15", 86, 188, 17, 90},
                 {"16–25", 37, 84, 9, 40},
                 {"26–60", 21, 77, 1, 29},
                 {"61–150", 3, 25, 0, 3},
                 {"151+", 1, 8, 0, 1},
                 {"Unknown", 16, 47, 2, 16}},
                base);
    team.unit = QStringLiteral("people");
    const double edges[] = {1, 4, 8, 16, 26, 61, 151, none};
    for (std::size_t i = 0; i < 7; ++i) setRange(team.levels[i], i == 0 ? -none : edges[i], edges[i + 1]);

    const AttributeProfile ownership =
        profile(QStringLiteral("account.ownership"), QStringLiteral("Ownership"),
                AttributeClass::Firmographic, AttributeKind::Nominal, 0.0004,
                {{"Subsidiary", 61, 130, 14, 70},
                 {"Private", 115, 360, 18, 130},
                 {"Listed", 51, 168, 8, 63},
                 {"Public body", 3, 62, 0, 5}},
                base);
    const AttributeProfile industry = profile(QStringLiteral("account.industry"), QStringLiteral("Industry"),
                                              AttributeClass::Firmographic, AttributeKind::Nominal, 0.003,
                                              {{"Business services", 46, 130, 8, 40},
                                               {"Logistics", 52, 150, 10, 60},
                                               {"Software", 40, 120, 7, 48},
                                               {"Wholesale and distribution", 38, 118, 7, 45},
                                               {"Manufacturing", 35, 121, 6, 44},
                                               {"Healthcare", 17, 66, 2, 25},
                                               {"Insurance", 1, 3, 0, 3},
                                               {"Energy", 1, 12, 0, 3}},
                                              base);
    const AttributeProfile source = profile(
        QStringLiteral("deal.source"), QStringLiteral("Lead source"), AttributeClass::Behaviour,
        AttributeKind::Nominal, 0.12,
        {{"Referral", 70, 200, 14, 80}, {"Event", 60, 190, 10, 70}, {"Outbound", 100, 330, 16, 118}}, base);
    const AttributeProfile region =
        profile(QStringLiteral("account.country"), QStringLiteral("Country"), AttributeClass::Geographic,
                AttributeKind::Nominal, 0.81,
                {{"United Kingdom", 143, 446, 25, 170}, {"Germany", 87, 274, 15, 98}}, base);
    AttributeProfile leak =
        profile(QStringLiteral("deal.x_contract_signed"), QStringLiteral("Contract signed"),
                AttributeClass::Behaviour, AttributeKind::Boolean, 1, {}, base);
    leak.test.clear();
    leak.leak = QStringLiteral("It is filled in only after a deal is won.");
    findings.attributes = {team, ownership, industry, source, region, leak};

    Segment first;
    first.conditions = {{team.name, Condition::Op::Range, {}, 4, 26},
                        {ownership.name, Condition::Op::In, {QStringLiteral("Subsidiary")}, -none, none}};
    first.labels =
        QStringList{QStringLiteral("Finance team size 4–25"), QStringLiteral("Ownership: Subsidiary")};
    first.rate = rateOf(93, 164);
    first.lift = first.rate.rate / base;
    first.heldOut = rateOf(26, 45);
    first.verdict = QStringLiteral("held");
    Segment second = first;
    second.conditions.pop_back();
    second.labels.pop_back();
    second.rate = rateOf(177, 424);
    second.lift = second.rate.rate / base;
    second.heldOut = rateOf(41, 100);
    second.verdict = QStringLiteral("weaker");
    findings.segments = {first, second};

    Exclusion exclusion;
    exclusion.condition = ownership.levels.back().condition;
    exclusion.label = QStringLiteral("Public body");
    exclusion.attributeLabel = ownership.label;
    exclusion.rate = ownership.levels.back().rate;
    exclusion.heldOut = rateOf(2, 16);
    exclusion.whole = rateOf(5, 78);
    exclusion.verdict = QStringLiteral("held");
    exclusion.customers = 5;
    exclusion.revenueShare = 0.012;
    findings.exclusions = {exclusion};
    return findings;
}

}  // namespace icp::test
