#include "core/analysis/profile.h"

#include "core/analysis/clusters.h"
#include "core/analysis/fisher.h"
#include "core/analysis/ranks.h"
#include "core/analysis/values/numbers.h"

#include <algorithm>
#include <array>

namespace icp {

namespace {

constexpr std::size_t mostCodes = 16;  // 12 levels and Unknown

struct Tested {
    QString name;
    TestResult result;
    double effect = 0;
};

using Accounts = std::vector<Group>;  // per level: accounts, and how many of them are among the best

/// What one walk through the clusters finds. A key is a level and an outcome: 2 x level + positive.
struct Walk {
    Accounts accounts;
    std::array<std::array<std::uint64_t, 2 * mostCodes>, 2 * mostCodes>
        pairs{};       // of units of one cluster, by keys
    qint64 known = 0;  // clusters with a unit whose level is known
};

Walk walkClusters(const Frame& frame, const Coded& attribute) {
    constexpr std::size_t fewUnits = 12;  // up to which all pairs are gone through one by one
    Walk walk;
    const unsigned knownMask = (1U << attribute.knownLevels()) - 1;
    std::array<std::uint32_t, 2 * mostCodes> accounts{};
    for (std::size_t c = 0; c < frame.clusters(); ++c) {
        const std::uint8_t* codes = attribute.codes.data() + frame.start[c];
        const std::uint8_t* positive = frame.positive.data() + frame.start[c];
        const std::size_t size = frame.start[c + 1] - frame.start[c];
        const std::uint32_t best = frame.best[c];
        unsigned touched = 0;
        if (size <= fewUnits) {
            std::array<std::uint8_t, fewUnits> keys;
            for (std::size_t k = 0; k < size; ++k) {
                const auto key = std::uint8_t(codes[k] * 2 + positive[k]);
                for (std::size_t l = 0; l < k; ++l) ++walk.pairs[key][keys[l]];
                keys[k] = key;
                accounts[codes[k] * 2 + best] += ~(touched >> codes[k]) & 1U;
                touched |= 1U << codes[k];
            }
        } else {
            std::array<std::uint64_t, 2 * mostCodes> count{};
            for (std::size_t k = 0; k < size; ++k) ++count[std::size_t(codes[k] * 2 + positive[k])];
            for (std::size_t a = 0; a < count.size(); ++a) {
                if (count[a] == 0) continue;
                walk.pairs[a][a] += count[a] * (count[a] - 1) / 2;
                for (std::size_t b = 0; b < a; ++b) walk.pairs[a][b] += count[a] * count[b];
                accounts[a / 2 * 2 + best] += ~(touched >> a / 2) & 1U;
                touched |= 1U << a / 2;
            }
        }
        walk.known += (touched & knownMask) != 0 ? 1 : 0;
    }
    for (std::size_t l = 0; l < attribute.levels.size(); ++l)
        walk.accounts.push_back({accounts[l * 2 + 1], qint64(accounts[l * 2]) + accounts[l * 2 + 1]});
    return walk;
}

/// Sums over clusters of products of excesses, from the pairs: the excess of a unit is its outcome less the
/// rate.
ClusterScore scoreOf(const Walk& walk, std::span<const Group> groups) {
    ClusterScore score(groups);
    const std::size_t count = groups.size();
    const std::array<double, 2> excess{-score.rate(), 1 - score.rate()};
    std::vector<double> products(count * count, 0);
    for (std::size_t a = 0; a < 2 * count; ++a)
        for (std::size_t b = 0; b < 2 * count; ++b) {
            const double sum = double(walk.pairs[a][b]) * excess[a % 2] * excess[b % 2];
            products[a / 2 * count + b / 2] += sum;  // each pair of units stands in one of the two orders
            products[b / 2 * count + a / 2] += sum;
        }
    for (std::size_t g = 0; g < count; ++g)
        products[g * count + g] += double(groups[g].positives) * excess[1] * excess[1] +
                                   double(groups[g].n - groups[g].positives) * excess[0] * excess[0];
    score.setProducts(std::move(products), walk.known);
    return score;
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

Tested testCodes(const Frame& frame, const Coded& attribute, const std::vector<Group>& groups,
                 Accounts& accounts) {
    const std::size_t known = attribute.knownLevels();
    const std::vector<Group> tested(groups.begin(), groups.begin() + std::ptrdiff_t(known));
    accounts = groups;  // each unit an account of its own
    if (!frame.value.empty())
        return testValues(frame, known,
                          [&](std::uint32_t unit) { return std::size_t(attribute.codes[unit]); });
    if (!frame.repeats()) return testGroups(tested, nullptr);
    Walk walk = walkClusters(frame, attribute);
    accounts = std::move(walk.accounts);
    const ClusterScore score = scoreOf(walk, tested);
    return testGroups(tested, &score);
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

/// Middle and shift of every level's scores. The scores that are known of no level are not compared.
void describeScores(AttributeProfile& profile, const Frame& frame, const Coded& attribute) {
    const std::size_t known = attribute.knownLevels();
    const auto isIn = [&](std::size_t unit, std::size_t level) {
        return attribute.kind == AttributeKind::Multi ? attribute.elements[level].test(unit)
                                                      : attribute.codes[unit] == level;
    };
    const auto isKnown = [&](std::size_t unit) {
        return known == attribute.levels.size() || !isIn(unit, known);
    };
    for (std::size_t l = 0; l < attribute.levels.size(); ++l) {
        std::vector<double> inside;
        std::vector<double> others;
        for (const std::uint32_t unit : frame.byValue) {
            if (isIn(unit, l))
                inside.push_back(frame.value[unit]);
            else if (isKnown(unit))
                others.push_back(frame.value[unit]);
        }
        profile.levels[l].middle = medianWithRange(inside);
        profile.levels[l].shift = hodgesLehmann(std::move(inside), std::move(others));
    }
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
    profile.caution = about.caution;
    profile.kind = attribute.kind;
    profile.missing = attribute.missing;
    profile.levels = attribute.levels;

    const std::vector<Group> groups = countsOf(frame, attribute);
    const std::size_t known = attribute.knownLevels();
    const auto used = std::count_if(groups.begin(), groups.begin() + std::ptrdiff_t(known),
                                    [](const Group& g) { return g.n > 0; });
    profile.singleLevel = used <= 1 && attribute.kind != AttributeKind::Multi && !attribute.paidP;

    Accounts accounts;
    const Tested tested = attribute.kind == AttributeKind::Multi
                              ? testElements(frame, attribute, groups, accounts)
                              : testCodes(frame, attribute, groups, accounts);
    // An outcome that changes nowhere was tested too: it counts among the attributes that q is made of.
    if (!tested.name.isEmpty() || attribute.paidP) {
        profile.test = attribute.paidP ? QStringLiteral("permutation-cuts") : tested.name;
        profile.statistic = tested.result.statistic;
        profile.df = tested.result.df;
        profile.p = attribute.paidP.value_or(tested.result.p);
        profile.effectName =
            frame.value.empty() ? QStringLiteral("cramers-v") : QStringLiteral("epsilon-squared");
        profile.effect = tested.effect;
    }

    if (!frame.value.empty()) describeScores(profile, frame, attribute);
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
