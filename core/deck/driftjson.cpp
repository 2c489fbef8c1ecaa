#include "core/deck/driftjson.h"

#include "core/deck/ratejson.h"

namespace icp {

void writeDrift(JsonText& json, const Drift& drift) {
    json.key("drift").object([&] {
        json.key("before").object([&] { writeRate(json, drift.before); });
        json.key("now").object([&] { writeRate(json, drift.now); });
        json.member("repeated", drift.repeated);
        writeEstimate(json, "change", drift.change);
        json.member("directional", drift.directional).member("sentence", drift.sentence);
        json.key("attributes").array([&] {
            for (const AttributeDrift& one : drift.attributes)
                json.object([&] {
                    json.member("name", one.name).member("label", one.label);
                    json.member("stability", one.stability).member("divergence", one.divergence);
                    json.member("size", sizeName(one.size)).member("changed", one.changed());
                    json.member("test", one.test).member("statistic", one.statistic);
                    json.member("p", one.p).member("q", one.q);
                    json.key("levels").array([&] {
                        for (const DriftLevel& level : one.levels)
                            json.object([&] {
                                json.member("label", level.label);
                                json.key("before").object([&] { writeRate(json, level.before); });
                                json.key("now").object([&] { writeRate(json, level.now); });
                            });
                    });
                    json.member("sentence", one.sentence);
                });
        });
        json.member("onlyBefore", drift.onlyBefore).member("onlyNow", drift.onlyNow);
    });
}

}  // namespace icp
