#include "core/deck/whyjson.h"

#include "core/deck/ratejson.h"

#include <limits>

namespace icp {

namespace {

void writeDays(JsonText& json, const char* name, const std::optional<double>& days) {
    if (days)
        json.member(name, *days);
    else
        json.key(name).null();
}

void writeTest(JsonText& json, const char* name, const TestResult& test) {
    json.key("test").object([&] {
        json.member("name", name)
            .member("statistic", test.statistic)
            .member("df", test.df)
            .member("p", test.p);
    });
}

void writeTimes(JsonText& json, const CloseTimes& times) {
    json.member("deals", times.deals)
        .member("won", times.won)
        .member("lost", times.lost)
        .member("open", times.open)
        .member("undatedWon", times.undatedWon)
        .member("undatedLost", times.undatedLost)
        .member("undatedOpen", times.undatedOpen)
        .member("tells", times.tells());
    writeDays(json, "medianToWin", times.medianToWin);
    writeDays(json, "lowerToWin", times.lowerToWin);
    writeDays(json, "upperToWin", times.upperToWin);
    json.key("wins").array([&] {
        for (const IncidenceStep& step : times.wins.steps)
            if (step.ended > 0)
                json.object([&] {
                    json.member("days", step.time).member("atRisk", step.atRisk).member("share", step.share);
                    writeInterval(json, "interval", step.interval);
                });
    });
}

void writeGroup(JsonText& json, const Funnel& funnel) {
    json.member("deals", funnel.deals).member("won", funnel.won);
    json.key("stages").array([&] {
        for (const FunnelStage& stage : funnel.stages)
            json.object([&] {
                json.member("label", stage.label);
                json.key("reached").object([&] { writeRate(json, stage.reached); });
                json.key("passed").object([&] { writeRate(json, stage.passed); });
                json.member("lost", stage.lost).member("open", stage.open);
                json.key("days").object([&] {
                    json.member("deals", stage.days.deals);
                    writeDays(json, "lower", stage.days.lower);
                    writeDays(json, "median", stage.days.median);
                    writeDays(json, "upper", stage.days.upper);
                });
            });
    });
}

/// Stage-to-stage conversion, or why it cannot be told.
void writeStages(JsonText& json, const FunnelPair& pair) {
    json.member("basis", basisName(pair.basis)).member("cannot", pair.cannot);
    json.key("inside").object([&] { writeGroup(json, pair.inside); });
    json.key("others").object([&] { writeGroup(json, pair.others); });
    json.key("gaps").array([&] {
        for (const FunnelGap& gap : pair.gaps)
            json.object([&] {
                writeEstimate(json, "passed", gap.passed);
                json.member("p", gap.p).member("q", gap.q);
            });
    });
    json.member("unknown", pair.unknown).member("sentence", pair.sentence);
}

void writeStay(JsonText& json, const Survival& survival) {
    json.member("customers", survival.n).member("left", survival.ended).member("meanDays", survival.mean);
    json.member("withinDays", survival.horizon);
    writeDays(json, "median", survival.median);
    json.key("steps").array([&] {
        for (const SurvivalStep& step : survival.steps)
            json.object([&] {
                json.member("days", step.time).member("atRisk", step.atRisk).member("share", step.share);
                writeInterval(json, "interval", step.interval);
            });
    });
}

/// Whether anything was left to make an estimate of; one of nothing has every value in its range.
bool isMade(const Estimate& estimate) {
    return estimate.interval.low > 0 || estimate.interval.high < std::numeric_limits<double>::max();
}

void writeMade(JsonText& json, const char* name, const Estimate& estimate) {
    isMade(estimate) ? writeEstimate(json, name, estimate) : json.key(name).null();
}

void writeIf(JsonText& json, const char* name, bool made, double number) {
    json.key(name);
    made ? json.value(number) : json.null();
}

}  // namespace

void writeYear(JsonText& json, int year) {
    json.key("year");
    year == 0 ? json.null() : json.value(year);
}

void writeConfounders(JsonText& json, const Findings& findings) {
    json.key("confounders").array([&] {
        for (const Confounder& c : findings.confounders)
            json.object([&] {
                json.member("attribute", c.attribute).member("explainedBy", c.explainedBy);
                json.member("crude", c.crude.value);
                writeIf(json, "adjusted", isMade(c.adjusted), c.adjusted.value);
                isMade(c.adjusted) ? writeInterval(json, "interval", c.adjusted.interval)
                                   : json.key("interval").null();
                writeIf(json, "adjustedP", c.strata > 0, c.adjustedP);
                json.member("verdict", verdictName(c.verdict)).member("sentence", c.sentence);
                json.member("contrast", c.contrast).member("otherContrast", c.otherContrast);
                json.member("n", c.n)
                    .member("unknown", c.unknown)
                    .member("strata", c.strata)
                    .member("association", c.association);
                writeInterval(json, "crudeInterval", c.crude.interval);
                writeMade(json, "risk", c.risk);
                writeMade(json, "both", c.both);
                writeMade(json, "other", c.other);
                writeIf(json, "homogeneity", c.strata > 0, c.homogeneity);
                json.member("turns", c.turns);
                writeIf(json, "eValue", c.strata > 0, c.eValue);
                writeIf(json, "eValueOfRange", c.strata > 0, c.eValueOfRange);
            });
    });
}

void writeFunnel(JsonText& json, const Findings& findings) {
    json.key("funnel").object([&] {
        const CloseTimesPair& closing = findings.closing;
        json.member("group", findings.group);
        json.key("inside").object([&] { writeTimes(json, closing.inside); });
        json.key("others").object([&] { writeTimes(json, closing.others); });
        writeTest(json, "cause-specific-log-rank", closing.test);
        json.member("undated", closing.inside.undated() + closing.others.undated())
            .member("sentence", closing.sentence);
        json.key("stages").object([&] { writeStages(json, findings.funnel); });
    });
}

void writeSurvival(JsonText& json, const Findings& findings) {
    json.key("survival").object([&] {
        const StayPair& staying = findings.staying;
        json.key("inside").object([&] { writeStay(json, staying.inside); });
        json.key("others").object([&] { writeStay(json, staying.others); });
        writeTest(json, "log-rank", staying.test);
        if (staying.hazard)
            writeEstimate(json, "hazardRatio", *staying.hazard);
        else
            json.key("hazardRatio").null();
        json.member("undated", staying.undated);
    });
}

void writeLostReasons(JsonText& json, const Findings& findings) {
    json.key("lostReasons").array([&] {
        for (const LostReason& one : findings.lostReasons)
            json.object([&] {
                json.member("reason", one.reason);
                json.key("inside").object([&] { writeRate(json, one.inside); });
                json.key("others").object([&] { writeRate(json, one.others); });
            });
    });
}

void writeLeft(JsonText& json, const Findings& findings) {
    const LeftSplit& left = findings.left;
    json.key("left").object([&] {
        json.key("inside").object([&] { writeRate(json, left.inside); });
        json.key("others").object([&] { writeRate(json, left.outside); });
        json.member("insideValue", left.insideValue).member("othersValue", left.outsideValue);
        json.key("years").array([&] {
            for (const LeftSplit::Year& year : left.years)
                json.object([&] {
                    writeYear(json, year.year);
                    json.member("inside", year.inside).member("others", year.outside);
                });
        });
    });
}

}  // namespace icp
