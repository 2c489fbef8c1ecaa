#include "core/analysis/drift/drift.h"

#include "core/analysis/coded.h"
#include "core/analysis/multiple.h"
#include "core/base/names.h"
#include "core/base/parallel.h"
#include "core/base/shown.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace icp {

namespace {

constexpr Names<DriftSize, 3> sizeNames{{"none", "some", "strong"}};

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::Drift)
};

QString percent(double share) { return percentText(share, QLocale::c()); }

/// What tells a row in every export; empty when nothing does.
QString idOf(const Dataset& dataset, Entity entity, std::size_t row) {
    for (const QStringView name :
         {entity == Entity::Deal ? QStringView(u"deal.id") : QStringView(u"account.id"),
          entity == Entity::Deal ? QStringView() : QStringView(u"account.name")})
        if (const Column* column = name.isEmpty() ? nullptr : dataset.column(name);
            column != nullptr && !column->isMissing(row))
            return QString::fromStdString(column->display(row));
    return {};
}

/// Without units that have an id of `known`; tells how many that were.
Frame withoutKnown(Frame frame, const Dataset& dataset, const QSet<QString>& known, qint64& repeated) {
    Frame kept;
    kept.entity = frame.entity;
    for (std::size_t unit = 0; unit < frame.size(); ++unit) {
        const QString id = idOf(dataset, frame.entity, frame.rows[unit]);
        if (!id.isEmpty() && known.contains(id)) {
            ++repeated;
            continue;
        }
        kept.rows.push_back(frame.rows[unit]);
        kept.account.push_back(frame.account[unit]);
        kept.positive.push_back(frame.positive[unit]);
        kept.positives += frame.positive[unit];
    }
    return kept;
}

/// The rows an attribute is read from: units, or for what accounts are, each account once.
Bitmap rowsOf(const Frame& frame, const Dataset& dataset, Entity entity) {
    Bitmap rows(dataset.of(entity).rows());
    for (std::size_t unit = 0; unit < frame.size(); ++unit) {
        const std::uint32_t row = entity == frame.entity ? frame.rows[unit] : frame.account[unit];
        if (row != noRow) rows.set(row);
    }
    return rows;
}

/// Those rows as units, so that an attribute is coded once for each.
Frame frameOfRows(const Bitmap& rows, Entity entity) {
    Frame frame;
    frame.entity = entity;
    rows.forEach([&](std::size_t row) {
        frame.start.push_back(std::uint32_t(frame.rows.size()));
        frame.rows.push_back(std::uint32_t(row));
        frame.account.push_back(noRow);
        frame.positive.push_back(0);
        frame.best.push_back(0);
    });
    frame.start.push_back(std::uint32_t(frame.rows.size()));
    return frame;
}

std::vector<double> numbersOf(const Column& column, const Bitmap& rows) {
    std::vector<double> numbers;
    rows.forEach([&](std::size_t row) {
        if (!column.isMissing(row) && std::isfinite(column.numbers()[row]))
            numbers.push_back(column.numbers()[row]);
    });
    return numbers;
}

qint64 meeting(const Condition& condition, const Dataset& dataset, Entity entity, const Bitmap& rows) {
    return qint64(evaluate(condition, dataset, entity).yes.countAnd(rows));
}

struct Counted {
    QString label;
    qint64 before = 0;
    qint64 now = 0;
};

/// Levels as the earlier data have them, with what is new and what is missing after them.
std::vector<Counted> countLevels(const Coded& coded, const Dataset& before, const Dataset& now, Entity entity,
                                 const Bitmap& rowsBefore, const Bitmap& rowsNow) {
    std::vector<Counted> counts;
    qint64 known = 0;
    for (std::size_t l = 0; l < coded.knownLevels(); ++l) {
        const Level& level = coded.levels[l];
        Condition condition = level.condition;
        // The lowest range is cut at its smallest value for reading only.
        if (condition.op == Condition::Op::Range && l == 0)
            condition.low = -std::numeric_limits<double>::infinity();
        counts.push_back({level.label, meeting(condition, before, entity, rowsBefore),
                          meeting(condition, now, entity, rowsNow)});
        known += counts.back().now;
    }
    const Condition missing{coded.attribute->name, Condition::Op::Missing, {}};
    const Counted unknown{Tr::tr("Unknown"), meeting(missing, before, entity, rowsBefore),
                          meeting(missing, now, entity, rowsNow)};
    if (coded.kind != AttributeKind::Multi)
        if (const qint64 fresh = qint64(rowsNow.count()) - known - unknown.now; fresh > 0)
            counts.push_back({Tr::tr("New values"), 0, fresh});
    if (unknown.before + unknown.now > 0) counts.push_back(unknown);
    return counts;
}

void test(AttributeDrift& drift, const std::vector<Group>& groups, const Column& before, const Column& now,
          const Bitmap& rowsBefore, const Bitmap& rowsNow) {
    TestResult result;
    if (before.isNumeric() && now.isNumeric()) {
        std::vector<double> then = numbersOf(before, rowsBefore);
        std::vector<double> today = numbersOf(now, rowsNow);
        if (then.empty() || today.empty()) return;
        result = kolmogorovSmirnov(std::move(then), std::move(today));
        drift.test = QStringLiteral("kolmogorov-smirnov");
    } else {
        const Contingency table = tableOf(groups);
        result = chiSquare(table);
        if (result.df <= 0) return;
        drift.test = QStringLiteral("chi-square");
        if (!chiSquareAllowed(table)) {
            drift.test = QStringLiteral("permutation");
            result = permutationChiSquare(groups);
        }
    }
    drift.statistic = result.statistic;
    drift.p = result.p;
}

/// Multi-valued cells hold several levels: the one that changed most is tested, and counts for all.
void testElements(AttributeDrift& drift, const std::vector<Counted>& counts, qint64 before, qint64 now) {
    int made = 0;
    for (const Counted& count : counts) {
        const std::vector<Group> sides{{count.now, count.now + count.before},
                                       {now - count.now, now - count.now + before - count.before}};
        const Contingency table = tableOf(sides);
        TestResult result = chiSquare(table);
        if (result.df <= 0) continue;
        if (!chiSquareAllowed(table)) result = permutationChiSquare(sides);
        ++made;
        if (!drift.test.isEmpty() && result.p >= drift.p) continue;
        drift.test = QStringLiteral("chi-square");
        drift.statistic = result.statistic;
        drift.p = result.p;
    }
    drift.p = std::min(1.0, drift.p * std::max(1, made));
}

/// Whether the conditions made of one column can be asked of the other.
bool comparable(const Column& before, const Column& now) {
    return before.isNumeric() == now.isNumeric() &&
           (before.type() == ColumnType::Multi) == (now.type() == ColumnType::Multi);
}

AttributeDrift driftOf(const Attribute& attribute, const Dataset& before, const Dataset& now,
                       const Frame& frameBefore, const Frame& frameNow, const Study& study, const Job& job) {
    AttributeDrift drift;
    drift.name = attribute.name;
    drift.label = attribute.label;
    const Bitmap rowsBefore = rowsOf(frameBefore, before, attribute.entity);
    const Bitmap rowsNow = rowsOf(frameNow, now, attribute.entity);
    Study round = study;
    round.ranges = RangeChoice::Round;
    const Coded code = coded(before, frameOfRows(rowsBefore, attribute.entity), attribute, round, job);
    const std::vector<Counted> counts = countLevels(code, before, now, attribute.entity, rowsBefore, rowsNow);
    const auto then = qint64(rowsBefore.count());
    const auto today = qint64(rowsNow.count());
    std::vector<double> shares[2];
    std::vector<Group> groups;
    for (const Counted& count : counts) {
        drift.levels.push_back({count.label, rateOf(count.before, then), rateOf(count.now, today)});
        shares[0].push_back(drift.levels.back().before.rate);
        shares[1].push_back(drift.levels.back().now.rate);
        groups.push_back({count.now, count.now + count.before});
    }
    if (then == 0 || today == 0) return drift;
    if (code.kind == AttributeKind::Multi) {
        testElements(drift, counts, then, today);
        // Levels overlap: each is its own pair of having it and not having it; the furthest apart counts.
        for (std::size_t l = 0; l < counts.size(); ++l) {
            const double pair[2][2] = {{shares[0][l], 1 - shares[0][l]}, {shares[1][l], 1 - shares[1][l]}};
            drift.stability = std::max(drift.stability, stabilityIndex(pair[0], pair[1]));
            drift.divergence = std::max(drift.divergence, jensenShannon(pair[0], pair[1]));
        }
    } else {
        test(drift, groups, before.column(attribute), *now.column(attribute.name), rowsBefore, rowsNow);
        drift.stability = stabilityIndex(shares[0], shares[1]);
        drift.divergence = jensenShannon(shares[0], shares[1]);
    }
    drift.size = drift.stability >= 0.25  ? DriftSize::Strong
                 : drift.stability >= 0.1 ? DriftSize::Some
                                          : DriftSize::None;
    return drift;
}

QString sentenceOf(const AttributeDrift& drift) {
    const auto most = std::max_element(
        drift.levels.begin(), drift.levels.end(), [](const DriftLevel& a, const DriftLevel& b) {
            return std::abs(a.now.rate - a.before.rate) < std::abs(b.now.rate - b.before.rate);
        });
    if (!drift.changed() || most == drift.levels.end()) return {};
    return Tr::tr("%1 has changed, most “%2”: from %3 to %4.")
        .arg(drift.label, most->label, percent(most->before.rate), percent(most->now.rate));
}

void describeOutcome(Drift& drift) {
    if (drift.before.n == 0 || drift.now.n == 0) {
        drift.sentence = drift.now.n == 0 ? Tr::tr("There is nothing new to compare.")
                                          : Tr::tr("The earlier data have nothing to compare with.");
        return;
    }
    drift.change = {drift.now.rate - drift.before.rate,
                    newcombe(drift.now.positives, drift.now.n, drift.before.positives, drift.before.n)};
    const QString rates = Tr::tr("%1 of %2 before, %3 of %4 now")
                              .arg(percent(drift.before.rate))
                              .arg(drift.before.n)
                              .arg(percent(drift.now.rate))
                              .arg(drift.now.n);
    drift.sentence = drift.change.interval.low > 0    ? Tr::tr("The rate has risen: %1.").arg(rates)
                     : drift.change.interval.high < 0 ? Tr::tr("The rate has fallen: %1.").arg(rates)
                                                      : Tr::tr("No clear change of the rate: %1.").arg(rates);
}

void rank(std::vector<AttributeDrift>& attributes) {
    std::vector<double> p;
    for (const AttributeDrift& drift : attributes)
        if (!drift.test.isEmpty()) p.push_back(drift.p);
    const std::vector<double> q = benjaminiHochberg(p);
    std::size_t next = 0;
    for (AttributeDrift& drift : attributes) {
        if (!drift.test.isEmpty()) drift.q = q[next++];
        drift.sentence = sentenceOf(drift);
    }
    const auto place = [](const AttributeDrift& drift) {
        return std::tuple(!drift.changed(), drift.changed() ? -drift.stability : drift.q, -drift.stability,
                          std::cref(drift.name));
    };
    std::stable_sort(attributes.begin(), attributes.end(),
                     [&](const AttributeDrift& a, const AttributeDrift& b) { return place(a) < place(b); });
}

}  // namespace

QString sizeName(DriftSize size) { return sizeNames.of(size); }

Result<Drift> driftBetween(const Dataset& before, const Dataset& now, const Study& asked, const Job& job) {
    const Study study = normalised(asked);
    Drift drift;
    const Frame then = frameOf(before, study);
    QSet<QString> known;
    for (const std::uint32_t row : then.rows) known.insert(idOf(before, then.entity, row));
    const Frame today = withoutKnown(frameOf(now, study), now, known, drift.repeated);
    drift.before = rateOf(then.positives, qint64(then.size()));
    drift.now = rateOf(today.positives, qint64(today.size()));
    const auto fewest = [](const Rate& rate) { return std::min(rate.positives, rate.n - rate.positives); };
    drift.directional = std::min(fewest(drift.before), fewest(drift.now)) < study.minWon;
    describeOutcome(drift);

    std::vector<const Attribute*> both;
    for (const Attribute* attribute : selectionOf(before, study).analysed) {
        const Attribute* same = now.find(attribute->name);
        if (same == nullptr || !comparable(before.column(*attribute), now.column(*same)))
            drift.onlyBefore << attribute->label;
        else
            both.push_back(attribute);
    }
    for (const Attribute* attribute : selectionOf(now, study).analysed)
        if (before.find(attribute->name) == nullptr) drift.onlyNow << attribute->label;
    drift.attributes.resize(both.size());
    parallelFor(both.size(), study.threads, [&](std::size_t i) {
        if (!job.cancelled()) drift.attributes[i] = driftOf(*both[i], before, now, then, today, study, job);
    });
    if (job.cancelled()) return fail(ErrorCode::Cancelled, Tr::tr("The comparison was stopped."));
    rank(drift.attributes);
    return drift;
}

}  // namespace icp
