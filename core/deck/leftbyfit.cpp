#include "core/deck/leftbyfit.h"

#include "core/analysis/time/unitsoftime.h"
#include "core/base/interval.h"
#include "core/base/names.h"
#include "core/deck/ratejson.h"
#include "core/deck/whyjson.h"

#include <QCoreApplication>

#include <cmath>
#include <map>

namespace icp {

namespace {

constexpr Names<LeftByFit::Class, 4> classNames{{"ideal", "stretch", "bad", "unjudged"}};

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::LeftByFit)
};

using Classes = std::array<Bitmap, LeftByFit::classes>;

Classes classesOf(FitModel& model, const Icp& icp) {
    const FitTable& fit = model.evaluate(icp);
    return {fit.ideal, fit.stretch, fit.bad, ~(fit.ideal | fit.stretch | fit.bad)};
}

/// Whether ideal fits leave more often than all others who can be judged, where the data tell.
QString comparisonOf(const LeftByFit& left, int enough) {
    const Rate& ideal = left.left[LeftByFit::Ideal];
    const Rate& stretch = left.left[LeftByFit::Stretch];
    const Rate& bad = left.left[LeftByFit::Bad];
    const Rate others = rateOf(stretch.positives + bad.positives, stretch.n + bad.n);
    if (ideal.n < enough || others.n < enough)
        return Tr::tr("Too few are known to say whether ideal fits leave more often than others.");
    const Interval gap = newcombe(ideal.positives, ideal.n, others.positives, others.n);
    const QString words = gap.low > 0 ? Tr::tr(
                                            "Ideal fits leave more often than others: %1% of %2, "
                                            "against %3% of %4. That is an alarm.")
                          : gap.high < 0 ? Tr::tr(
                                               "Ideal fits leave less often than others: %1% of %2, "
                                               "against %3% of %4. That speaks for the profile.")
                                         : Tr::tr(
                                               "No clear difference between ideal fits and others: %1% "
                                               "of %2, against %3% of %4.");
    const auto percent = [](const Rate& rate) { return std::lround(100 * rate.rate); };
    return words.arg(percent(ideal)).arg(ideal.n).arg(percent(others)).arg(others.n);
}

QString sentenceOf(const LeftByFit& left, int enough) {
    if (left.all() == 0) return {};
    const auto count = [&](LeftByFit::Class one) { return left.left[one].positives; };
    QString sentence =
        left.by == FitOf::Now
            ? Tr::tr("Of %n customer(s) who left, %1 were an ideal fit and %2 a bad fit.", nullptr,
                     int(left.all()))
            : Tr::tr(
                  "Of %n customer(s) who left, %1 were an ideal fit by the version that held then and %2 a "
                  "bad fit.",
                  nullptr, int(left.all()));
    sentence =
        sentence.arg(count(LeftByFit::Ideal)).arg(count(LeftByFit::Bad)) + u' ' + comparisonOf(left, enough);
    if (count(LeftByFit::Unjudged) == 0) return sentence;
    return sentence + u' ' +
           (left.by == FitOf::Now
                ? Tr::tr("%n cannot be judged by it.", nullptr, int(count(LeftByFit::Unjudged)))
                : Tr::tr("%n left before any version was agreed, or on an unknown day.", nullptr,
                         int(count(LeftByFit::Unjudged))));
}

LeftByFit counted(const Dataset& dataset, const Study& study, const Icp& icp, const Classes& classes,
                  FitOf by) {
    LeftByFit result{icp.name, by, {}, {}, {}, {}};
    std::map<int, LeftByFit::Year> years;
    for (std::size_t c = 0; c < classes.size(); ++c) {
        const LeftSplit split = leftSplit(dataset, study, classes[c]);
        result.left[c] = split.inside;
        result.value[c] = split.insideValue;
        for (const LeftSplit::Year& of : split.years) {
            LeftByFit::Year& year = years.try_emplace(of.year, LeftByFit::Year{of.year, {}}).first->second;
            year.left[c] = of.inside;
        }
    }
    for (const auto& [number, year] : years) result.years.push_back(year);
    result.sentence = sentenceOf(result, study.minLevel);
    return result;
}

}  // namespace

QString className(LeftByFit::Class one) { return classNames.of(one); }

qint64 LeftByFit::all() const {
    qint64 sum = 0;
    for (const Rate& rate : left) sum += rate.positives;
    return sum;
}

std::optional<LeftByFit> leftByFit(const Dataset& dataset, const Study& study, const Workshop& workshop,
                                   const Icp& icp) {
    FitModel model(dataset);
    model.setByHand(handFits(workshop.fits, icp.id, dataset));
    const Classes classes = classesOf(model, icp);
    if (classes[LeftByFit::Unjudged].count() == dataset.accounts.rows()) return std::nullopt;
    return counted(dataset, study, icp, classes, FitOf::Now);
}

std::optional<LeftByFit> leftByVersions(const Dataset& dataset, const Study& study, const Workshop& workshop,
                                        const Icp& icp) {
    const std::vector<const IcpVersion*> versions = versionsOf(workshop.versions, icp.id);
    if (versions.empty()) return std::nullopt;
    FitModel model(dataset);
    model.setByHand(handFits(workshop.fits, icp.id, dataset));
    std::map<const IcpVersion*, Classes> byVersion;
    for (const IcpVersion* version : versions) byVersion.emplace(version, classesOf(model, version->icp));
    const Column* left = dataset.column(u"account.churn_date");
    const auto size = dataset.accounts.rows();
    Classes classes{Bitmap(size), Bitmap(size), Bitmap(size), Bitmap(size)};
    for (std::size_t account = 0; account < size; ++account) {
        QDate day = dataset.asOf;
        if (dataset.accountState[account] == AccountState::Left) {
            const double told = time::numberAt(left, account);
            day = std::isnan(told) ? QDate() : QDate(1970, 1, 1).addDays(qint64(std::floor(told)));
        }
        const IcpVersion* held = day.isValid() ? heldOn(workshop.versions, icp.id, day) : nullptr;
        std::size_t own = LeftByFit::Unjudged;
        for (std::size_t c = 0; held != nullptr && c < classes.size(); ++c)
            if (byVersion.at(held)[c].test(account)) own = c;
        classes[own].set(account);
    }
    return counted(dataset, study, icp, classes, FitOf::Then);
}

void writeLeftByFit(JsonText& json, const LeftByFit& left, double valueTotal) {
    const auto written = [&](std::size_t c) {
        return c != LeftByFit::Unjudged || left.left[c].n > 0;  // mostly there is none
    };
    json.key(left.by == FitOf::Now ? "leftByFit" : "leftByVersion").object([&] {
        json.member("icp", left.icp);
        json.key("classes").array([&] {
            for (std::size_t c = 0; c < left.left.size(); ++c)
                if (written(c))
                    json.object([&] {
                        json.member("fit", className(LeftByFit::Class(c)));
                        writeRate(json, left.left[c]);
                        writeWorth(json, "value", left.value[c], valueTotal);
                    });
        });
        json.key("years").array([&] {
            for (const LeftByFit::Year& year : left.years)
                json.object([&] {
                    writeYear(json, year.year);
                    for (std::size_t c = 0; c < year.left.size(); ++c)
                        if (written(c)) json.member(qPrintable(className(LeftByFit::Class(c))), year.left[c]);
                });
        });
        json.member("sentence", left.sentence);
    });
}

}  // namespace icp
