#include "core/deck/coveragejson.h"

#include "core/base/names.h"
#include "core/deck/ratejson.h"

namespace icp {

namespace {

constexpr Names<LevelStatus, 3> statuses{{"ok", "small", "untested"}};

void writeOptional(JsonText& json, const char* name, const std::optional<double>& value) {
    if (value)
        json.member(name, *value);
    else
        json.key(name).null();
}

void writeLevel(JsonText& json, const ExposureLevel& level) {
    json.member("label", level.label);
    writeRate(json, level.rate);
    json.member("triedShare", level.triedShare).member("wonShare", level.wonShare);
    writeOptional(json, "marketShare", level.marketShare);
    writeOptional(json, "representation", level.representation);
    json.member("status", statuses.of(level.status));
}

}  // namespace

void writeExposure(JsonText& json, const Exposure& exposure) {
    json.member("attribute", exposure.attribute).member("label", exposure.label);
    json.key("levels").array([&] {
        for (const ExposureLevel& level : exposure.levels) json.object([&] { writeLevel(json, level); });
    });
    json.member("marketSource", exposure.marketSource);
    if (exposure.reweighted)
        json.key("reweighted").object([&] {
            json.member("rate", exposure.reweighted->rate);
            writeInterval(json, "interval", exposure.reweighted->interval);
            json.member("market", exposure.reweighted->market);
        });
    else
        json.key("reweighted").null();
    if (exposure.missing)
        json.key("missing").object([&] {
            json.key("known").object([&] { writeRate(json, exposure.missing->known); });
            json.key("unknown").object([&] { writeRate(json, exposure.missing->unknown); });
            json.member("p", exposure.missing->p).member("q", exposure.missing->q);
        });
    else
        json.key("missing").null();
    json.member("singleSegment", exposure.singleSegment).member("habit", exposure.habit);
    json.member("leader", exposure.leader);
    json.key("leaderRate").object([&] { writeRate(json, exposure.leaderRate); });
    json.key("elsewhere").object([&] { writeRate(json, exposure.elsewhere); });
    writeInterval(json, "gap", exposure.gap);
    json.member("sentence", exposure.sentence).member("numbers", exposure.numbers);
}

void writeSaved(JsonText& json, const LeadsSaved& saved) {
    json.member("tries", saved.tries).member("saved", saved.saved).member("savedShare", saved.savedShare());
    json.member("wins", saved.wins).member("winsLost", saved.winsLost).member("lostShare", saved.lostShare());
    json.member("open", saved.open).member("openSaved", saved.openSaved);
}

}  // namespace icp
