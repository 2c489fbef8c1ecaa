#include "core/deck/whyjson.h"

#include "core/deck/ratejson.h"

namespace icp {

namespace {

void writeEstimate(JsonText& json, const char* name, const Estimate& estimate) {
    json.key(name).object([&] {
        json.member("value", estimate.value);
        writeInterval(json, "interval", estimate.interval);
    });
}

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
        .member("open", times.open);
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

}  // namespace

void writeConfounders(JsonText& json, const Findings& findings) {
    json.key("confounders").array([&] {
        for (const Confounder& c : findings.confounders)
            json.object([&] {
                json.member("attribute", c.attribute).member("explainedBy", c.explainedBy);
                json.member("crude", c.crude.value).member("adjusted", c.adjusted.value);
                writeInterval(json, "interval", c.adjusted.interval);
                json.member("verdict", verdictName(c.verdict)).member("sentence", c.sentence);
                json.member("contrast", c.contrast).member("otherContrast", c.otherContrast);
                json.member("n", c.n).member("strata", c.strata).member("association", c.association);
                writeInterval(json, "crudeInterval", c.crude.interval);
                writeEstimate(json, "risk", c.risk);
                writeEstimate(json, "both", c.both);
                writeEstimate(json, "other", c.other);
                json.member("homogeneity", c.homogeneity).member("turns", c.turns);
                json.member("eValue", c.eValue).member("eValueOfRange", c.eValueOfRange);
            });
    });
}

void writeFunnel(JsonText& json, const Findings& findings) {
    json.key("funnel").object([&] {
        const CloseTimesPair& closing = findings.closing;
        json.key("inside").object([&] { writeTimes(json, closing.inside); });
        json.key("others").object([&] { writeTimes(json, closing.others); });
        writeTest(json, "cause-specific-log-rank", closing.test);
        json.member("undated", closing.undated).member("sentence", closing.sentence);
    });
}

void writeSurvival(JsonText& json, const Findings& findings) {
    json.key("survival").object([&] {
        const StayPair& staying = findings.staying;
        json.key("inside").object([&] { writeStay(json, staying.inside); });
        json.key("others").object([&] { writeStay(json, staying.others); });
        writeTest(json, "log-rank", staying.test);
        json.member("undated", staying.undated);
    });
}

}  // namespace icp
