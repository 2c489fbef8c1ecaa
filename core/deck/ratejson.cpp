#include "core/deck/ratejson.h"

namespace icp {

void writeInterval(JsonText& json, const char* name, const Interval& interval) {
    json.key(name).array([&] {
        json.value(interval.low);
        json.value(interval.high);
    });
}

void writeRate(JsonText& json, const Rate& rate) {
    json.member("n", rate.n).member("positives", rate.positives).member("rate", rate.rate);
    writeInterval(json, "interval", {rate.low, rate.high});
}

}  // namespace icp
