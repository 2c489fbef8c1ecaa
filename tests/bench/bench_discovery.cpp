#include "core/analysis/analyze.h"
#include "core/analysis/draw.h"
#include "tests/support/core/market.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace icp;
using namespace icp::test;

// How often the analysis claims what is not there, and how often it finds what is. Everything is drawn from
// fixed seeds, so that the same program prints the same table. The number of runs can be given:
// bench_discovery 100; and one part of the table: drivers, claims, attributes or segments.

namespace {

constexpr int attributes = 12;

double noise(const std::vector<int>&) { return 0.3; }

/// A tally of runs: how many claim something, and which share of the claims is false.
struct Tally {
    int runs = 0;
    int found = 0;     // that claim what was planted
    int anyFalse = 0;  // that claim something else
    double falseShare = 0;

    void add(bool hit, int claims, int wrong) {
        ++runs;
        found += hit ? 1 : 0;
        anyFalse += wrong > 0 ? 1 : 0;
        falseShare += claims > 0 ? double(wrong) / claims : 0;
    }
    double power() const { return double(found) / runs; }
    double falseDiscoveries() const { return falseShare / runs; }
};

/// "5.0% (4.6% to 5.4%)"
std::string share(qint64 claims, qint64 runs) {
    const Rate rate = rateOf(claims, runs);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.2f%% (%.2f%% to %.2f%%)", 100 * rate.rate, 100 * rate.low,
                  100 * rate.high);
    return text.data();
}

Study study(SegmentQuality quality = SegmentQuality::Wracc) {
    Study study;
    study.quality = quality;
    study.threads = 1;
    return study;
}

/// How many drivers are claimed; nothing after them is looked for.
int driversOf(const Dataset& dataset) {
    int drivers = 0;
    const Job job;
    (void)analyze(dataset, study(), job, [&](Stage stage, const Findings& findings) {
        if (stage != Stage::Attributes) return;
        for (const AttributeProfile& profile : findings.attributes) drivers += profile.isDriver() ? 1 : 0;
        job.cancel();
    });
    return drivers;
}

/// Drivers are quick to look for, so that their share can be told to a fifth of a point. Each case is another
/// market: the ends of one market dealt out anew say nothing of another.
void driversUnderPermutedLabels(int runs) {
    std::printf(
        "Under permuted labels, %d runs each: shares of runs that claim any driver, with the range (95%%, "
        "Wilson) that so many runs leave\n",
        runs);
    qint64 together = 0;
    qint64 made = 0;
    struct Case {
        std::size_t accounts;
        std::size_t each;
    };
    for (const Case& one : {Case{200, 1}, Case{600, 1}, Case{2000, 1}, Case{200, 3}, Case{600, 3}})
        for (const std::uint64_t seed : {7U, 8U}) {
            const Dataset dataset = market(seed, one.accounts, one.each, attributes, noise, false);
            int claims = 0;
            for (int run = 1; run <= runs; ++run)
                claims += driversOf(relabelled(dataset, std::uint64_t(run))) > 0 ? 1 : 0;
            std::printf("  %4zu accounts, %zu deals each, market %d: %s\n", one.accounts, one.each, int(seed),
                        share(claims, runs).c_str());
            std::fflush(stdout);
            together += claims;
            made += runs;
        }
    std::printf("  together: %s\n", share(together, made).c_str());
}

/// Deals with 3 per account or 1, dated or not, their ends dealt out anew each time.
void underPermutedLabels(int runs) {
    std::printf(
        "Under permuted labels, %d runs each, q 0.05. Shares of runs that claim any segment, any exclusion, "
        "with their ranges\n",
        runs);
    struct Case {
        const char* name;
        std::size_t accounts;
        std::size_t each;
        bool dated;
        SegmentQuality quality = SegmentQuality::Wracc;
    };
    for (const Case& one :
         {Case{"200 accounts, 1 deal each", 200, 1, true}, Case{"600 accounts, 1 deal each", 600, 1, true},
          Case{"600 accounts, 1 deal each, no dates", 600, 1, false},
          Case{"200 accounts, 3 deals each", 200, 3, true},
          Case{"600 accounts, 1 deal each, binomial", 600, 1, true, SegmentQuality::Binomial},
          Case{"600 accounts, 1 deal each, lift", 600, 1, true, SegmentQuality::Lift},
          Case{"200 accounts, 3 deals each, binomial", 200, 3, true, SegmentQuality::Binomial},
          Case{"200 accounts, 3 deals each, lift", 200, 3, true, SegmentQuality::Lift}}) {
        const Dataset dataset = market(7, one.accounts, one.each, attributes, noise, one.dated);
        std::array<int, 2> claims{};
        for (int run = 1; run <= runs; ++run) {
            const Findings findings =
                analyze(relabelled(dataset, std::uint64_t(run)), study(one.quality)).value();
            claims[0] += findings.segments.empty() ? 0 : 1;
            claims[1] += findings.exclusions.empty() ? 0 : 1;
        }
        std::printf("  %-38s %s, %s\n", one.name, share(claims[0], runs).c_str(),
                    share(claims[1], runs).c_str());
        std::fflush(stdout);
    }
}

/// One level of one of twelve attributes wins `points` more often than the others.
void plantedDrivers(int runs) {
    std::printf(
        "One planted driver among %d attributes, %d runs each: power, share of claims that are false\n",
        attributes, runs);
    for (const std::size_t n : {200U, 500U, 1000U, 2000U})
        for (const int points : {10, 15, 20, 30}) {
            Tally tally;
            const auto chance = [points](const std::vector<int>& code) {
                return code[0] == 0 ? 0.25 + points / 100.0 : 0.25;
            };
            for (int run = 1; run <= runs; ++run) {
                const Findings findings =
                    analyze(market(std::uint64_t(run), n, 1, attributes, chance, false), study()).value();
                int claims = 0;
                int hits = 0;
                for (const AttributeProfile& profile : findings.attributes)
                    if (profile.isDriver()) {
                        ++claims;
                        hits += profile.name == u"account.a0" ? 1 : 0;
                    }
                tally.add(hits > 0, claims, claims - hits);
            }
            std::printf("  %5zu deals, %2d points: power %3.0f%%, false %4.1f%%\n", n, points,
                        100 * tally.power(), 100 * tally.falseDiscoveries());
            std::fflush(stdout);
        }
}

/// Two conditions together, a sixteenth of all, win `points` more often; neither matters alone.
void plantedSegments(int runs) {
    std::printf(
        "One planted segment of two conditions, a sixteenth of all, %d runs each: power, share of claims "
        "without any deal's true condition\n",
        runs);
    struct Case {
        SegmentQuality quality;
        std::size_t n;
        int points;
    };
    std::vector<Case> cases;
    for (const std::size_t n : {500U, 1000U, 2000U, 4000U})
        for (const int points : {20, 30, 40}) cases.push_back({SegmentQuality::Wracc, n, points});
    for (const int points : {30, 40}) {
        cases.push_back({SegmentQuality::Binomial, 1000, points});
        cases.push_back({SegmentQuality::Lift, 1000, points});
    }
    for (const Case& one : cases) {
        Tally tally;
        const auto chance = [&one](const std::vector<int>& code) {
            return code[0] == 0 && code[1] == 1 ? 0.25 + one.points / 100.0 : 0.25;
        };
        for (int run = 1; run <= runs; ++run) {
            const Findings findings =
                analyze(market(std::uint64_t(run), one.n, 1, attributes, chance, true), study(one.quality))
                    .value();
            int wrong = 0;
            bool hit = false;
            for (const Segment& segment : findings.segments) {
                int of = 0;
                for (const Condition& condition : segment.conditions)
                    of +=
                        (condition.attribute == u"account.a0" && condition.values == QStringList{"a"}) ||
                                (condition.attribute == u"account.a1" && condition.values == QStringList{"b"})
                            ? 1
                            : 0;
                hit = hit || of == 2;
                wrong += of == 0 ? 1 : 0;
            }
            tally.add(hit, int(findings.segments.size()), wrong);
        }
        std::printf("  %5zu deals, %2d points, %s: power %3.0f%%, false %4.1f%%\n", one.n, one.points,
                    segmentQualityName(one.quality).toUtf8().constData(), 100 * tally.power(),
                    100 * tally.falseDiscoveries());
        std::fflush(stdout);
    }
}

}  // namespace

int main(int argc, char** argv) {
    const int runs = argc > 1 ? std::max(1, std::atoi(argv[1])) : 1000;
    const std::string only = argc > 2 ? argv[2] : "";
    const auto asked = [&](const char* part) { return only.empty() || only == part; };
    if (asked("drivers")) driversUnderPermutedLabels(10 * runs);
    if (asked("claims")) underPermutedLabels(runs);
    if (asked("attributes")) plantedDrivers(std::max(1, runs / 5));
    if (asked("segments")) plantedSegments(std::max(1, runs / 10));
    return 0;
}
