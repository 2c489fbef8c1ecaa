#include "tests/support/core/studyrows.h"

#include "core/analysis/analyze.h"
#include "core/analysis/draw.h"
#include "tests/support/core/datasetbuilder.h"

#include <QTest>

#include <cmath>

namespace icp::test {

Dataset Rows::dataset() const {
    DatasetBuilder builder;
    builder.category(Entity::Account, QStringLiteral("account.country"), country)
        .number(Entity::Account, QStringLiteral("account.employees"), employees)
        .multi(Entity::Account, QStringLiteral("account.technologies"), tags);
    QStringList source;
    std::vector<double> seats, closed;
    std::vector<std::uint32_t> links;
    std::vector<DealState> states;
    for (const Deal& deal : deals) {
        source << deal.source;
        seats.push_back(deal.seats);
        closed.push_back(deal.closed);
        links.push_back(deal.account);
        states.push_back(deal.state);
    }
    Dataset dataset = builder.category(Entity::Deal, QStringLiteral("deal.source"), source)
                          .number(Entity::Deal, QStringLiteral("deal.x_seats"), seats)
                          .number(Entity::Deal, QStringLiteral("deal.close_date"), closed, ColumnType::Date)
                          .links(Entity::Deal, links)
                          .deals(states)
                          .build();
    dataset.deals.attributes.back().use = AttributeUse::Outcome;
    return dataset;
}

Rows randomRows(std::uint64_t seed, std::size_t accounts, std::size_t most, bool effect) {
    Draw draw(seed);
    Rows rows;
    for (std::size_t a = 0; a < accounts; ++a) {
        rows.country << (draw.below(10) == 0 ? QString() : QString(QChar(u'A' + int(draw.below(6)))));
        rows.employees.push_back(draw.below(12) == 0 ? none : std::floor(std::exp(8 * draw.uniform())));
        QStringList tags;
        for (const char* tag : {"SAP", "Jira", "Slack"})
            if (draw.below(3) == 0) tags << QLatin1String(tag);
        rows.tags << tags.join(QStringLiteral("; "));
        for (std::size_t d = 0; d <= draw.below(most); ++d) {
            const bool good = effect && rows.employees.back() > 50 && rows.employees.back() < 400;
            rows.deals.push_back({std::uint32_t(a), QString(QChar(u'k' + int(draw.below(4)))),
                                  double(draw.below(30)), std::floor(19000 + 600 * draw.uniform()),
                                  draw.uniform() < (good ? 0.6 : 0.3) ? DealState::Won : DealState::Lost});
        }
    }
    return rows;
}

Findings of(const Rows& rows, const Study& study) { return analyze(rows.dataset(), study).value(); }

void checkFinite(const Findings& findings) {
    const auto rate = [](const Rate& r) {
        return std::isfinite(r.rate) && std::isfinite(r.low) && std::isfinite(r.high) && r.low >= 0 &&
               r.high <= 1 && r.low <= r.rate + 1e-12 && r.rate <= r.high + 1e-12 && r.positives <= r.n;
    };
    QVERIFY(rate(findings.base) && rate(findings.discovery) && rate(findings.heldOut));
    QVERIFY(std::isfinite(findings.valueTotal));
    for (const AttributeProfile& p : findings.attributes) {
        for (const double v : {p.statistic, p.df, p.p, p.q, p.effect})
            QVERIFY2(std::isfinite(v), qPrintable(p.name));
        QVERIFY(p.p >= 0 && p.p <= 1 && p.q >= p.p - 1e-15 && p.q <= 1 && p.effect >= 0 && p.effect <= 1);
        for (const Level& level : p.levels)
            QVERIFY(rate(level.rate) && std::isfinite(level.shrunk) && std::isfinite(level.lift) &&
                    level.best >= 0 && level.rest >= 0 && !level.label.isEmpty());
    }
    for (const Segment& s : findings.segments)
        QVERIFY(rate(s.rate) && rate(s.heldOut) && std::isfinite(s.lift) && std::isfinite(s.wracc) &&
                std::isfinite(s.p) && std::isfinite(s.q));
    for (const Exclusion& e : findings.exclusions)
        QVERIFY(rate(e.rate) && rate(e.heldOut) && std::isfinite(e.revenueShare));
    const auto share = [](double v) { return std::isfinite(v) && v >= 0 && v <= 1; };
    for (const Exposure& e : findings.coverage) {
        QVERIFY(rate(e.leaderRate) && rate(e.elsewhere));
        QVERIFY(std::isfinite(e.gap.low) && std::isfinite(e.gap.high) && e.gap.low <= e.gap.high);
        for (const ExposureLevel& l : e.levels)
            QVERIFY(rate(l.rate) && share(l.triedShare) && share(l.wonShare) &&
                    std::isfinite(l.marketShare.value_or(0)) && std::isfinite(l.representation.value_or(0)));
        if (e.missing) QVERIFY(rate(e.missing->known) && rate(e.missing->unknown) && share(e.missing->q));
        if (e.reweighted) QVERIFY(share(e.reweighted->rate) && share(e.reweighted->market));
    }
    for (const Warning& w : findings.warnings) QVERIFY(!w.code.isEmpty() && !w.text.isEmpty());
}

QStringList codes(const Findings& findings) {
    QStringList result;
    for (const Warning& warning : findings.warnings) result << warning.code;
    return result;
}

QStringList drivers(const Findings& findings) {
    QStringList result;
    for (const AttributeProfile& p : findings.attributes)
        if (p.isDriver()) result << p.name;
    return result;
}

}  // namespace icp::test
