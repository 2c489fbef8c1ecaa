#include "core/deck/ratejson.h"

#include <limits>

namespace icp {

namespace {

void writeEnds(JsonText& json, const Interval& interval) {
    json.array([&] {
        json.value(interval.low);
        interval.high < std::numeric_limits<double>::max() ? json.value(interval.high) : json.null();
    });
}

}  // namespace

void writeInterval(JsonText& json, const char* name, const Interval& interval) {
    json.key(name);
    writeEnds(json, interval);
}

void writeInterval(JsonText& json, const char* name, const Interval& interval, qint64 n) {
    json.key(name);
    n > 0 ? writeEnds(json, interval) : json.null();
}

void writeMade(JsonText& json, const char* name, double value, bool made) {
    json.key(name);
    made ? json.value(value) : json.null();
}

void writeTest(JsonText& json, const TestResult& test, bool made) {
    writeMade(json, "statistic", test.statistic, made);
    writeMade(json, "df", test.df, made);
    writeMade(json, "p", test.p, made);
}

void writeRate(JsonText& json, const Rate& rate) {
    json.member("n", rate.n).member("positives", rate.positives);
    writeMade(json, "rate", rate.rate, rate.n > 0);
    writeInterval(json, "interval", {rate.low, rate.high}, rate.n);
}

void writeEstimate(JsonText& json, const char* name, const Estimate& estimate) {
    json.key(name).object([&] {
        json.member("value", estimate.value);
        writeInterval(json, "interval", estimate.interval);
    });
}

void writeWorth(JsonText& json, const char* name, double worth, double total) {
    json.key(name);
    total > 0 ? json.value(worth) : json.null();
}

void writeCondition(JsonText& json, const Condition& condition) {
    json.member("attribute", condition.attribute).member("op", opName(condition.op));
    if (condition.op == Condition::Op::Range)
        json.key("value").object([&] {
            json.member("from", condition.low);  // null: open on this side
            json.member("below", condition.high);
        });
    else
        json.member("value", condition.values);
}

}  // namespace icp
