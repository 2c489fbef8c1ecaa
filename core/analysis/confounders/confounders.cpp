#include "core/analysis/confounders/confounders.h"

#include "core/analysis/confounders/logistic.h"
#include "core/analysis/confounders/stratified.h"
#include "core/analysis/distributions.h"
#include "core/analysis/profile.h"
#include "core/base/names.h"
#include "core/base/parallel.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>

namespace icp {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::Confounders)
};

constexpr double z95 = 1.959963984540054;
constexpr double together = 0.1;  // Cramer's V from which two attributes go together
constexpr std::size_t mostPerDriver = 3;
constexpr std::uint8_t leftOut = 2;

/// An attribute as what is asked and as what is held equal.
struct Side {
    const Coded* coded = nullptr;
    bool driver = false;
    QString contrast;
    std::vector<std::uint8_t> in;       // per unit: 1 inside the contrast, 0 outside, leftOut
    std::vector<std::uint8_t> stratum;  // per unit; `strata` where nothing is known
    std::size_t strata = 0;
};

/// Whether nothing is known of a unit: it cannot be held equal to anything.
bool unknown(const Side& side, std::size_t unit) { return side.stratum[unit] == side.strata; }

QString listed(const QStringList& labels) {
    constexpr qsizetype most = 4;
    const QString shown = labels.mid(0, most).join(QStringLiteral(", "));
    return labels.size() <= most
               ? Tr::tr("%1 against the rest").arg(shown)
               : Tr::tr("%1 and %n more against the rest", nullptr, int(labels.size() - most)).arg(shown);
}

Side multiSide(const Frame& frame, const Coded& coded, const std::vector<Group>& groups, double base) {
    Side side;
    double strongest = 0;
    std::size_t chosen = groups.size();
    for (std::size_t l = 0; l < coded.elements.size() && l < coded.knownLevels(); ++l) {
        const double moved = std::abs(double(groups[l].positives) - double(groups[l].n) * base);
        if (moved <= strongest) continue;
        strongest = moved;
        chosen = l;
    }
    if (chosen == groups.size()) return side;
    const bool up = double(groups[chosen].positives) > double(groups[chosen].n) * base;
    Bitmap known(frame.size());
    for (std::size_t l = 0; l < coded.elements.size() && l < coded.knownLevels(); ++l)
        known |= coded.elements[l];
    side.contrast = up ? Tr::tr("%1 against without").arg(coded.levels[chosen].label)
                       : Tr::tr("without %1 against with").arg(coded.levels[chosen].label);
    side.in.resize(frame.size());
    side.stratum.resize(frame.size());
    side.strata = 2;
    for (std::size_t u = 0; u < frame.size(); ++u) {
        const bool has = coded.elements[chosen].test(u);
        side.stratum[u] = has ? 0 : known.test(u) ? 1 : 2;
        side.in[u] = known.test(u) ? (has == up ? 1 : 0) : leftOut;
    }
    return side;
}

Side sideOf(const Frame& frame, const Coded& coded) {
    const std::vector<Group> groups = countsOf(frame, coded);
    const double base = double(frame.positives) / double(frame.size());
    Side side;
    if (coded.kind == AttributeKind::Multi) {
        side = multiSide(frame, coded, groups, base);
    } else {
        std::vector<std::uint8_t> of(coded.levels.size(), leftOut);
        QStringList labels;
        std::array<bool, 2> any{};
        for (std::size_t l = 0; l < coded.knownLevels(); ++l) {
            if (groups[l].n == 0) continue;
            of[l] = double(groups[l].positives) > double(groups[l].n) * base ? 1 : 0;
            any[of[l]] = true;
            if (of[l] == 1) labels << coded.levels[l].label;
        }
        if (any[0] && any[1]) {
            side.contrast = listed(labels);
            side.in.resize(frame.size());
            for (std::size_t u = 0; u < frame.size(); ++u) side.in[u] = of[coded.codes[u]];
        }
        side.strata = coded.knownLevels();
        side.stratum = coded.codes;
        for (std::uint8_t& code : side.stratum) code = std::uint8_t(std::min<std::size_t>(code, side.strata));
    }
    side.coded = &coded;
    return side;
}

/// How a question is put: among equal values of the other attribute, or over all of them. Either way only of
/// units of which both attributes are known, so that the two answers differ by nothing else.
enum class Held { Equal, Not };

std::vector<TwoSides> cut(const Frame& frame, const Side& asked, const Side& other, Held held) {
    std::vector<TwoSides> strata(held == Held::Equal ? other.strata : 1);
    for (std::size_t u = 0; u < frame.size(); ++u) {
        if (asked.in[u] == leftOut || unknown(other, u)) continue;
        TwoSides& s = strata[held == Held::Equal ? other.stratum[u] : 0];
        double& cell = asked.in[u] == 1 ? (frame.positive[u] ? s.inPositive : s.inOther)
                                        : (frame.positive[u] ? s.outPositive : s.outOther);
        ++cell;
    }
    return strata;
}

/// Variance of the logarithm of the pooled odds over accounts: each unit's share in the estimating equation,
/// summed by account. 0 where it cannot be made.
double varianceOverAccounts(const Frame& frame, const Side& asked, const Side& other, Held held,
                            const std::vector<TwoSides>& strata, double odds) {
    double up = 0;
    std::vector<std::array<double, 4>> share(strata.size());
    for (std::size_t k = 0; k < strata.size(); ++k) {
        const TwoSides& s = strata[k];
        if (!s.bothSides()) continue;
        const double n = s.n();
        const double f = (s.inPositive * s.outOther - odds * s.inOther * s.outPositive) / n;
        up += s.inPositive * s.outOther / n;
        share[k] = {(-odds * s.inOther - f) / n,      // outside, positive
                    (s.inPositive - f) / n,           // outside, not
                    (-odds * s.outPositive - f) / n,  // inside, not
                    (s.outOther - f) / n};            // inside, positive
    }
    if (!(up > 0) || frame.clusters() < 2) return 0;
    double sum = 0;
    for (std::size_t c = 0; c < frame.clusters(); ++c) {
        double own = 0;
        for (std::size_t u = frame.start[c]; u < frame.start[c + 1]; ++u) {
            if (asked.in[u] == leftOut || unknown(other, u)) continue;
            const auto& of = share[held == Held::Equal ? other.stratum[u] : 0];
            own +=
                asked.in[u] == 1 ? (frame.positive[u] ? of[3] : of[2]) : (frame.positive[u] ? of[0] : of[1]);
        }
        sum += own * own;
    }
    const auto clusters = double(frame.clusters());
    return sum / (up * up) * clusters / (clusters - 1);
}

Estimate widened(const Estimate& e, double times) {
    const double half = std::log(e.interval.high / e.value) * times;
    return std::isfinite(half) && half < 300
               ? Estimate{e.value, {e.value * std::exp(-half), e.value * std::exp(half)}}
               : e;
}

/// How many times wider the range of the pooled odds is when accounts are what is drawn.
double widening(const Frame& frame, const Side& asked, const Side& other, Held held,
                const std::vector<TwoSides>& strata, const Estimate& odds) {
    if (!frame.repeats()) return 1;
    const double error = std::log(odds.interval.high / odds.value) / z95;
    const double variance = varianceOverAccounts(frame, asked, other, held, strata, odds.value);
    return error > 0 && std::isfinite(error) ? std::max(1.0, std::sqrt(variance) / error) : 1;
}

Estimate withBoth(const std::vector<TwoSides>& strata) {
    std::vector<std::size_t> used;
    for (std::size_t k = 0; k < strata.size(); ++k)
        if (strata[k].n() > 0) used.push_back(k);
    std::vector<LogisticCell> cells;
    for (std::size_t i = 0; i < used.size(); ++i) {
        const TwoSides& s = strata[used[i]];
        std::vector<double> x(used.size() + 1, 0);
        x[0] = 1;
        if (i > 0) x[i + 1] = 1;
        cells.push_back({x, s.outPositive + s.outOther, s.outPositive});
        x[1] = 1;
        cells.push_back({x, s.inPositive + s.inOther, s.inPositive});
    }
    const LogisticFit fit = logisticFit(cells, Penalty::Firth);
    if (!fit.converged || fit.coefficients.size() < 2) return {1, {0, std::numeric_limits<double>::max()}};
    const double half = z95 * fit.errors[1];
    return {std::exp(fit.coefficients[1]),
            {std::exp(fit.coefficients[1] - half), std::exp(fit.coefficients[1] + half)}};
}

bool signsDiffer(const std::vector<TwoSides>& strata, double times) {
    bool above = false;
    bool below = false;
    for (const TwoSides& s : strata) {
        if (!s.bothSides()) continue;
        const Estimate odds = widened(pooledOdds(std::span(&s, 1)), times);
        above = above || odds.interval.low > 1;
        below = below || odds.interval.high < 1;
    }
    return above && below;
}

ConfounderVerdict verdictOf(const Confounder& c, bool differs) {
    if (c.strata == 0) return ConfounderVerdict::Unclear;
    if (differs && c.homogeneity < 0.01) return ConfounderVerdict::Differs;
    if (c.adjusted.interval.high < 1) return ConfounderVerdict::Reversed;
    if (c.adjusted.interval.low > 1) return ConfounderVerdict::StillMatters;
    const bool mostGone = std::log(c.adjusted.value) < std::log(c.crude.value) / 2;
    return mostGone && c.other.interval.low > 1 ? ConfounderVerdict::Explained : ConfounderVerdict::Unclear;
}

QString sentenceOf(const Confounder& c) {
    switch (c.verdict) {
        case ConfounderVerdict::Explained:
            return Tr::tr("No. %1 mostly follows %2.").arg(c.label, c.explainedByLabel);
        case ConfounderVerdict::StillMatters:
            return Tr::tr("Yes. %1 still matters when %2 is equal.").arg(c.label, c.explainedByLabel);
        case ConfounderVerdict::Reversed:
            return Tr::tr("It turns round. When %2 is equal, what looked better in %1 does worse.")
                .arg(c.label, c.explainedByLabel);
        case ConfounderVerdict::Differs:
            return Tr::tr("It depends. %1 helps at some levels of %2 and hurts at others.")
                .arg(c.label, c.explainedByLabel);
        case ConfounderVerdict::Unclear:
            break;
    }
    if (c.strata == 0)
        return Tr::tr("Cannot say. Where %2 is equal, nothing of %1 is left to compare.")
            .arg(c.label, c.explainedByLabel);
    return Tr::tr("Cannot say. Too few units tell %1 and %2 apart.").arg(c.label, c.explainedByLabel);
}

double association(const Frame& frame, const Side& a, const Side& b) {
    Contingency table{b.strata, std::vector<double>(a.strata * b.strata, 0)};
    for (std::size_t u = 0; u < frame.size(); ++u)
        if (!unknown(a, u) && !unknown(b, u)) ++table.cells[a.stratum[u] * b.strata + b.stratum[u]];
    return cramersVCorrected(table);
}

Confounder pairOf(const Frame& frame, const Side& asked, const Side& equal) {
    Confounder c;
    c.attribute = asked.coded->attribute->name;
    c.label = asked.coded->attribute->label;
    c.explainedBy = equal.coded->attribute->name;
    c.explainedByLabel = equal.coded->attribute->label;
    c.contrast = asked.contrast;
    c.otherContrast = equal.contrast;
    const std::vector<TwoSides> whole = cut(frame, asked, equal, Held::Not);
    const std::vector<TwoSides> strata = cut(frame, asked, equal, Held::Equal);
    for (const TwoSides& s : strata) {
        c.n += qint64(s.n());
        c.strata += s.bothSides() ? 1 : 0;
    }
    for (std::size_t u = 0; u < frame.size(); ++u)
        c.unknown += asked.in[u] != leftOut && unknown(equal, u) ? 1 : 0;
    const Estimate crude = pooledOdds(whole);
    c.crude = widened(crude, widening(frame, asked, equal, Held::Not, whole, crude));
    const Estimate adjusted = pooledOdds(strata);
    const double times = widening(frame, asked, equal, Held::Equal, strata, adjusted);
    c.adjusted = widened(adjusted, times);
    c.adjustedP = chiSquareTail(pooledTest(strata, false).statistic / (times * times), 1);
    c.risk = widened(pooledRisk(strata), times);
    c.both = widened(withBoth(strata), times);
    const std::vector<TwoSides> swapped = cut(frame, equal, asked, Held::Equal);
    const Estimate other = pooledOdds(swapped);
    c.other = widened(other, widening(frame, equal, asked, Held::Equal, swapped, other));
    const TestResult same = homogeneity(strata);
    c.homogeneity = same.p;
    c.eValue = eValueOf(c.risk.value);
    c.eValueOfRange = eValueOf(c.risk.interval);
    c.turns = std::log(c.crude.value) * std::log(c.adjusted.value) < 0;
    c.verdict = verdictOf(c, signsDiffer(strata, times));
    c.sentence = sentenceOf(c);
    return c;
}

bool plausible(const Coded& coded) {
    static const QStringList names{QStringLiteral("deal.source"),    QStringLiteral("deal.owner"),
                                   QStringLiteral("deal.amount"),    QStringLiteral("deal.create_date"),
                                   QStringLiteral("account.source"), QStringLiteral("account.owner"),
                                   QStringLiteral("account.region"), QStringLiteral("account.country")};
    return names.contains(coded.attribute->name);
}

auto place(const Confounder& c) {
    static constexpr std::array order{0, 4, 1, 2, 3};  // by ConfounderVerdict: what changes the picture first
    return std::tuple(order[std::size_t(c.verdict)], -c.association, std::cref(c.attribute),
                      std::cref(c.explainedBy));
}

}  // namespace

QString verdictName(ConfounderVerdict verdict) {
    return Names<ConfounderVerdict, 5>{{"explained", "still-matters", "reversed", "differs", "unclear"}}.of(
        verdict);
}

void findConfounders(Findings& findings, const Frame& frame, const std::vector<Coded>& attributes,
                     const Job& job) {
    findings.confounders.clear();
    if (frame.size() == 0) return;
    std::vector<Side> sides(attributes.size());
    parallelFor(attributes.size(), findings.study.threads, [&](std::size_t i) {
        if (job.cancelled()) return;
        const AttributeProfile* profile = findings.find(attributes[i].attribute->name);
        const bool driver = profile != nullptr && profile->isDriver();
        if (!driver && !plausible(attributes[i])) return;
        sides[i] = sideOf(frame, attributes[i]);
        sides[i].driver = driver;
    });
    std::erase_if(sides, [](const Side& side) { return side.coded == nullptr || side.in.empty(); });
    std::vector<std::vector<Confounder>> found(sides.size());
    parallelFor(sides.size(), findings.study.threads, [&](std::size_t i) {
        if (!sides[i].driver) return;
        for (std::size_t j = 0; j < sides.size(); ++j) {
            if (i == j || job.cancelled()) continue;
            const double v = association(frame, sides[i], sides[j]);
            if (v < together) continue;
            Confounder pair = pairOf(frame, sides[i], sides[j]);
            pair.association = v;
            found[i].push_back(std::move(pair));
        }
        std::sort(found[i].begin(), found[i].end(),
                  [](const Confounder& a, const Confounder& b) { return place(a) < place(b); });
        if (found[i].size() > mostPerDriver) found[i].resize(mostPerDriver);
    });
    if (job.cancelled()) return;
    for (std::vector<Confounder>& some : found)
        std::move(some.begin(), some.end(), std::back_inserter(findings.confounders));
    std::sort(findings.confounders.begin(), findings.confounders.end(),
              [](const Confounder& a, const Confounder& b) { return place(a) < place(b); });
}

}  // namespace icp
