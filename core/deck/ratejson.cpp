#include "core/deck/ratejson.h"

#include <limits>

namespace icp {

void writeInterval(JsonText& json, const char* name, const Interval& interval) {
    json.key(name).array([&] {
        json.value(interval.low);
        interval.high < std::numeric_limits<double>::max() ? json.value(interval.high) : json.null();
    });
}

void writeRate(JsonText& json, const Rate& rate) {
    json.member("n", rate.n).member("positives", rate.positives).member("rate", rate.rate);
    writeInterval(json, "interval", {rate.low, rate.high});
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
