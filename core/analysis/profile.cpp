#include "core/analysis/profile.h"

#include "core/analysis/clusters.h"
#include "core/analysis/fisher.h"
#include "core/analysis/ranks.h"

#include <algorithm>
#include <array>
#include <bit>

namespace icp {

namespace {

constexpr std::size_t mostCodes = 16;  // 12 levels and Unknown

struct Tested {
    QString name;
    TestResult result;
    double effect = 0;
};

using Accounts = std::vector<Group>;  // per level: accounts, and how many of them are among the best

/// Walks through the clusters once: accounts per level for the chart, and how positives vary between
/// clusters. `score` may be null. Levels at and past `known` are not scored.
Accounts walkClusters(const Frame& frame, const Coded& attribute, std::size_t known, ClusterScore* score) {
    Accounts accounts(attribute.levels.size());
    std::array<qint64, mostCodes> n{};
    std::array<qint64, mostCodes> x{};
    for (std::size_t c = 0; c < frame.clusters(); ++c) {
        unsigned touched = 0;
        qint64 positives = 0;
        for (std::size_t unit = frame.start[c]; unit < frame.start[c + 1]; ++unit) {
            const std::uint8_t code = attribute.codes[unit];
            touched |= 1U << code;
            n[code] += 1;
            x[code] += frame.positive[unit];
            positives += frame.positive[unit];
        }
        for (unsigned left = touched; left != 0; left &= left - 1) {
            const auto code = std::size_t(std::countr_zero(left));
            accounts[code].n += 1;
            accounts[code].positives += positives > 0 ? 1 : 0;
            if (score != nullptr && code < known) score->add(code, x[code], n[code]);
            n[code] = x[code] = 0;
        }
        if (score != nullptr) score->close();
    }
    return accounts;
}

Tested testGroups(const std::vector<Group>& groups, const ClusterScore* score) {
    const Contingency table = tableOf(groups);
    Tested tested{QStringLiteral("chi-square"), chiSquare(table), cramersVCorrected(table)};
    if (tested.result.df <= 0) return {};
    const bool thin = !chiSquareAllowed(table);
    if (thin && groups.size() == 2) {
        tested.name = QStringLiteral("fisher");
        tested.result.p = fisherTest({groups[0].positives, groups[0].n, groups[1].positives, groups[1].n});
    } else if (thin) {
        tested.name = QStringLiteral("permutation");
        tested.result = permutationChiSquare(groups);
    }
    if (score == nullptr) return tested;
    const double exact = thin ? tested.result.p : 0;
    tested.name = QStringLiteral("rao-scott");
    tested.result = score->raoScott();
    tested.result.p = std::max(tested.result.p, exact);
    return tested.result.df > 0 ? tested : Tested{};
}

/// The value over levels, in value order; `levelOf(unit)` is at or past `count` where it is not known.
template <class LevelOf>
Tested testValues(const Frame& frame, std::size_t count, LevelOf levelOf) {
    std::vector<double> values;
    std::vector<std::uint8_t> groups;
    for (const std::uint32_t unit : frame.byValue)
        if (const std::size_t level = levelOf(unit); level < count) {
            values.push_back(frame.value[unit]);
            groups.push_back(std::uint8_t(level));
        }
    const KruskalWallis kw = kruskalWallis(values, groups, count);
    return kw.test.df > 0 ? Tested{QStringLiteral("kruskal-wallis"), kw.test, kw.epsilonSquared} : Tested{};
}

Tested testCodes(const Frame& frame, const Coded& attribute, std::vector<Group> groups, Accounts& accounts) {
    const std::size_t known = attribute.knownLevels();
    groups.resize(known);
    const bool clustered = frame.repeats() && frame.value.empty();
    ClusterScore score(groups);
    accounts = walkClusters(frame, attribute, known, clustered ? &score : nullptr);
    if (!frame.value.empty())
        return testValues(frame, known,
                          [&](std::uint32_t unit) { return std::size_t(attribute.codes[unit]); });
    return testGroups(groups, clustered ? &score : nullptr);
}

Tested testElements(const Frame& frame, const Coded& attribute, const std::vector<Group>& groups,
                    Accounts& accounts) {
    const std::size_t known = attribute.knownLevels();
    Group whole{frame.positives, qint64(frame.size())};
    if (attribute.missing > 0) {
        whole.positives -= groups.back().positives;
        whole.n -= groups.back().n;
    }
    accounts.assign(attribute.levels.size(), {});
    Tested strongest;
    int made = 0;
    for (std::size_t e = 0; e < attribute.levels.size(); ++e) {
        // Two levels of an attribute of its own: has it, has it not; and Unknown for the rest.
        Coded one;
        one.levels.resize(3);
        one.missing = 1;
        one.codes.assign(frame.size(), e < known ? 1 : 2);
        if (attribute.missing > 0)
            attribute.elements.back().forEach([&](std::size_t unit) { one.codes[unit] = 2; });
        attribute.elements[e].forEach([&](std::size_t unit) { one.codes[unit] = 0; });
        Accounts touched;
        const std::vector<Group> sides{
            groups[e], {whole.positives - groups[e].positives, whole.n - groups[e].n}, {}};
        const Tested tested = testCodes(frame, one, sides, touched);
        accounts[e] = touched[0];
        if (e >= known || tested.name.isEmpty()) continue;
        ++made;
        if (strongest.name.isEmpty() || tested.result.p < strongest.result.p) strongest = tested;
    }
    strongest.result.p = std::min(1.0, strongest.result.p * std::max(1, made));
    return strongest;
}

void sortByRate(std::vector<Level>& levels, std::size_t count) {
    const auto rank =
        [](const Level& l) {  // the levels people ask about first, then Other, then untested ones
            return l.status == LevelStatus::Untested ? 2 : l.condition.op == Condition::Op::NotIn ? 1 : 0;
        };
    std::stable_sort(levels.begin(), levels.begin() + std::ptrdiff_t(count),
                     [&](const Level& a, const Level& b) {
                         return rank(a) != rank(b)           ? rank(a) < rank(b)
                                : a.rate.rate != b.rate.rate ? a.rate.rate > b.rate.rate
                                                             : a.rate.n > b.rate.n;
                     });
}

}  // namespace

std::vector<Group> countsOf(const Frame& frame, const Coded& attribute) {
    std::vector<Group> groups(attribute.levels.size());
    if (attribute.kind == AttributeKind::Multi) {
        for (std::size_t e = 0; e < groups.size(); ++e)
            attribute.elements[e].forEach([&](std::size_t unit) {
                groups[e].n += 1;
                groups[e].positives += frame.positive[unit];
            });
        return groups;
    }
    // Four tables in turn, so that equal codes in a row do not wait for each other.
    std::array<std::array<std::uint32_t, 2 * mostCodes>, 4> count{};
    const std::uint8_t* codes = attribute.codes.data();
    const std::uint8_t* positive = frame.positive.data();
    const std::size_t size = frame.size();
    std::size_t i = 0;
    for (; i + 4 <= size; i += 4)
        for (std::size_t lane = 0; lane < 4; ++lane)
            ++count[lane][std::size_t(codes[i + lane]) * 2 + positive[i + lane]];
    for (; i < size; ++i) ++count[0][std::size_t(codes[i]) * 2 + positive[i]];
    for (std::size_t l = 0; l < groups.size(); ++l)
        for (const auto& lane : count) {
            groups[l].positives += lane[l * 2 + 1];
            groups[l].n += qint64(lane[l * 2]) + lane[l * 2 + 1];
        }
    return groups;
}

AttributeProfile profileOf(const Frame& frame, const Coded& attribute, const Study& study) {
    const Attribute& about = *attribute.attribute;
    AttributeProfile profile;
    profile.name = about.name;
    profile.label = about.label;
    profile.unit = about.unit;
    profile.cls = about.cls;
    profile.entity = about.entity;
    profile.kind = attribute.kind;
    profile.missing = attribute.missing;
    profile.levels = attribute.levels;

    const std::vector<Group> groups = countsOf(frame, attribute);
    const std::size_t known = attribute.knownLevels();
    const auto used = std::count_if(groups.begin(), groups.begin() + std::ptrdiff_t(known),
                                    [](const Group& g) { return g.n > 0; });
    profile.singleLevel = used <= 1 && attribute.kind != AttributeKind::Multi;

    Accounts accounts;
    const Tested tested = attribute.kind == AttributeKind::Multi
                              ? testElements(frame, attribute, groups, accounts)
                              : testCodes(frame, attribute, groups, accounts);
    if (!tested.name.isEmpty()) {
        profile.test = tested.name;
        profile.statistic = tested.result.statistic;
        profile.df = tested.result.df;
        profile.p = tested.result.p;
        profile.effectName =
            frame.value.empty() ? QStringLiteral("cramers-v") : QStringLiteral("epsilon-squared");
        profile.effect = tested.effect;
    }

    const Shrinkage shrinkage(std::span<const Group>(groups).first(known));
    const double base = frame.size() > 0 ? double(frame.positives) / double(frame.size()) : 0;
    for (std::size_t l = 0; l < groups.size(); ++l) {
        Level& level = profile.levels[l];
        level.rate = rateOf(groups[l].positives, groups[l].n);
        level.shrunk = shrinkage.rate(groups[l]);
        level.lift = base > 0 ? level.rate.rate / base : 0;
        level.status = groups[l].n < study.minLevel       ? LevelStatus::Untested
                       : groups[l].n < 2 * study.minLevel ? LevelStatus::Small
                                                          : LevelStatus::Ok;
        level.best = accounts[l].positives;
        level.rest = accounts[l].n - accounts[l].positives;
    }
    if (attribute.kind == AttributeKind::Nominal || attribute.kind == AttributeKind::Multi)
        sortByRate(profile.levels, known);
    return profile;
}

}  // namespace icp
