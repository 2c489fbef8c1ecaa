#include "core/deck/leftbyfit.h"

#include "core/deck/ratejson.h"
#include "core/deck/whyjson.h"

#include <QCoreApplication>

#include <map>

namespace icp {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::LeftByFit)
};

}  // namespace

std::optional<LeftByFit> leftByFit(const Dataset& dataset, const Study& study, const Icp& icp,
                                   const std::vector<FitDecision>& fits) {
    FitModel model(dataset);
    model.setByHand(handFits(fits, icp.id, dataset));
    const FitTable& fit = model.evaluate(icp);
    const std::array<const Bitmap*, 3> sets{&fit.ideal, &fit.stretch, &fit.bad};
    if (fit.ideal.count() + fit.stretch.count() + fit.bad.count() == 0) return std::nullopt;
    LeftByFit result{icp.name, {}, {}, {}, {}};
    std::map<int, LeftByFit::Year> years;
    qint64 all = 0;
    for (std::size_t c = 0; c < sets.size(); ++c) {
        const LeftSplit split = leftSplit(dataset, study, *sets[c]);
        result.left[c] = split.inside;
        result.value[c] = split.insideValue;
        all += split.inside.positives;
        for (const LeftSplit::Year& of : split.years) {
            LeftByFit::Year& year = years.try_emplace(of.year, LeftByFit::Year{of.year, {}}).first->second;
            year.left[c] = of.inside;
        }
    }
    for (const auto& [number, year] : years) result.years.push_back(year);
    if (all > 0)
        result.sentence = Tr::tr(
                              "Of %n customer(s) who left, %1 were an ideal fit, which is an alarm, and "
                              "%2 a bad fit, which may be good.",
                              nullptr, int(all))
                              .arg(result.left[0].positives)
                              .arg(result.left[2].positives);
    return result;
}

void writeLeftByFit(JsonText& json, const LeftByFit& left) {
    json.key("leftByFit").object([&] {
        json.member("icp", left.icp);
        json.key("classes").array([&] {
            for (std::size_t c = 0; c < left.left.size(); ++c)
                json.object([&] {
                    json.member("fit", fitName(LeftByFit::classes[c]));
                    writeRate(json, left.left[c]);
                    json.member("value", left.value[c]);
                });
        });
        json.key("years").array([&] {
            for (const LeftByFit::Year& year : left.years)
                json.object([&] {
                    writeYear(json, year.year);
                    for (std::size_t c = 0; c < year.left.size(); ++c)
                        json.member(qPrintable(fitName(LeftByFit::classes[c])), year.left[c]);
                });
        });
        json.member("sentence", left.sentence);
    });
}

}  // namespace icp
