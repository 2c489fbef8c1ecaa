#include "core/analysis/analyze.h"

#include "core/analysis/confounders/confounders.h"
#include "core/analysis/multiple.h"
#include "core/analysis/profile.h"
#include "core/analysis/segments.h"
#include "core/analysis/tenure.h"
#include "core/analysis/warnings.h"
#include "core/base/parallel.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <tuple>

namespace icp {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::Analysis)
};

tl::unexpected<Error> cancelled() { return fail(ErrorCode::Cancelled, Tr::tr("The analysis was stopped.")); }

void describeUnits(Findings& findings, const Dataset& dataset, const Frame& frame) {
    findings.base = rateOf(frame.positives, qint64(frame.size()));
    findings.units = std::make_shared<const Bitmap>(unitsOf(frame, dataset));
    findings.clusters = qint64(frame.clusters());
    Group held;
    double first = std::numeric_limits<double>::max();
    double last = std::numeric_limits<double>::lowest();
    double heldFrom = std::numeric_limits<double>::max();
    for (std::size_t unit = 0; unit < frame.size(); ++unit) {
        const bool isHeld = frame.heldOut.test(unit);
        held.n += isHeld ? 1 : 0;
        held.positives += isHeld ? frame.positive[unit] : 0;
        if (frame.account[unit] == noRow) {
            ++findings.unlinked;
            findings.unlinkedPositives += frame.positive[unit];
        }
        if (std::isnan(frame.date[unit])) continue;
        first = std::min(first, frame.date[unit]);
        last = std::max(last, frame.date[unit]);
        if (isHeld) heldFrom = std::min(heldFrom, frame.date[unit]);
    }
    const auto day = [](double days) { return QDate(1970, 1, 1).addDays(qint64(std::floor(days))); };
    if (first <= last) {
        findings.from = day(first);
        findings.to = day(last);
    }
    if (held.n > 0) findings.heldOutFrom = day(heldFrom);
    findings.heldOut = rateOf(held.positives, held.n);
    findings.discovery = rateOf(frame.positives - held.positives, qint64(frame.size()) - held.n);
    if (held.n > 0) findings.seal = {findings.heldOut, findings.heldOutFrom, findings.study.openings + 1};
    findings.measure = frame.measure.label;

    // What was held out is not searched, so what it holds makes no statement firmer.
    const qint64 fewer =
        std::min(findings.discovery.positives, findings.discovery.n - findings.discovery.positives);
    findings.mode = findings.base.positives == 0 || findings.base.positives == findings.base.n
                        ? Mode::Hypothesis
                    : fewer < findings.study.minWon ? Mode::Directional
                                                    : Mode::Full;
    const AccountValue value = accountValue(dataset);
    findings.currency = value.currency;
    std::vector<double> known;
    std::copy_if(value.value.begin(), value.value.end(), std::back_inserter(known),
                 [](double v) { return std::isfinite(v); });
    std::sort(known.begin(), known.end());  // one order of adding, whatever the order of rows
    for (const double v : known) findings.valueTotal += v;
}

AttributeProfile leftOutProfile(const Selection::LeftOut& leftOut, const Dataset& dataset,
                                const Bitmap& units, Entity unit) {
    AttributeProfile profile;
    profile.name = leftOut.attribute->name;
    profile.label = leftOut.attribute->label;
    profile.unit = leftOut.attribute->unit;
    profile.cls = leftOut.attribute->cls;
    profile.entity = leftOut.attribute->entity;
    profile.leak = leftOut.reason;
    const Condition missing{leftOut.attribute->name, Condition::Op::Missing, {}};
    profile.missing = qint64(evaluate(missing, dataset, unit).yes.countAnd(units));
    return profile;
}

/// q over all tests made, then strongest first: those that hold by their effect, since a q only says how sure
/// one is; then the others by q; those without a test after them.
void rank(std::vector<AttributeProfile>& profiles) {
    std::vector<double> p;
    for (const AttributeProfile& profile : profiles)
        if (!profile.test.isEmpty()) p.push_back(profile.p);
    const std::vector<double> q = benjaminiHochberg(p);
    std::size_t next = 0;
    for (AttributeProfile& profile : profiles)
        if (!profile.test.isEmpty()) profile.q = q[next++];
    const auto place = [](const AttributeProfile& profile) {
        const bool holds = profile.isDriver();
        return std::tuple(profile.test.isEmpty(), !holds, holds && profile.circular,
                          holds ? -profile.effect : 0, profile.q, -profile.effect, profile.p,
                          std::cref(profile.name));
    };
    std::stable_sort(
        profiles.begin(), profiles.end(),
        [&](const AttributeProfile& a, const AttributeProfile& b) { return place(a) < place(b); });
}

/// Times of the study's group, else of the first segment, beside all others.
void findTimes(Findings& findings, const Dataset& dataset) {
    std::vector<Condition> conditions = findings.study.group;
    if (conditions.empty() && !findings.segments.empty()) conditions = findings.segments.front().conditions;
    for (const Condition& condition : conditions) findings.group << conditionLabel(condition, dataset);
    const Bitmap deals = dealsMeeting(dataset, findings.study, conditions);
    findings.closing = timeToClose(dataset, findings.study, deals);
    findings.funnel = funnelOf(dataset, findings.study, deals);
    findings.lostReasons = lostReasons(dataset, findings.study, deals);
    const Bitmap accounts = meeting(conditions, dataset, Entity::Account);
    findings.staying = timeStayed(dataset, findings.study, accounts);
    findings.left = leftSplit(dataset, findings.study, accounts);
}

}  // namespace

Result<Findings> analyze(const Dataset& dataset, const Study& asked, const Job& job,
                         const StageListener& published) {
    const auto publish = [&](Stage stage, const Findings& findings) {
        if (published) published(stage, findings);
    };
    Findings findings;
    findings.study = normalised(asked);
    if (asked.outcome == Outcome::Blend && asked.blend.empty()) findings.study.blend = proposedBlend(dataset);
    const Study& study = findings.study;
    const Frame frame = frameOf(dataset, study);
    if (job.cancelled()) return cancelled();
    describeUnits(findings, dataset, frame);
    warnOfUnits(findings, dataset, frame);
    publish(Stage::Base, findings);

    const Selection selection = selectionOf(dataset, study);
    const auto count = selection.analysed.size();
    std::vector<Coded> attributes(count);
    findings.attributes.resize(count);
    findings.coverage.resize(count);
    std::atomic<qint64> done{0};
    parallelFor(count, study.threads, [&](std::size_t i) {
        if (job.cancelled()) return;
        attributes[i] = coded(dataset, frame, *selection.analysed[i], study, job);
        if (job.cancelled()) return;
        findings.attributes[i] = profileOf(frame, attributes[i], study);
        findings.coverage[i] = exposureOf(frame, attributes[i], findings.attributes[i], study);
        job.part(0, 0.6).report(++done, qint64(count), Tr::tr("Comparing attributes"));
    });
    if (job.cancelled()) return cancelled();
    cautionWhatGrowsWithStaying(findings, dataset);
    rank(findings.attributes);
    settleExposures(findings, dataset);
    for (const Selection::LeftOut& leftOut : selection.leftOut)
        findings.attributes.push_back(leftOutProfile(leftOut, dataset, *findings.units, frame.entity));
    warnOfAttributes(findings);
    publish(Stage::Attributes, findings);

    // What only repeats the outcome makes no segment, no exclusion and no other explanation.
    std::erase_if(attributes, [&](const Coded& one) {
        const AttributeProfile* profile = findings.find(one.attribute->name);
        return profile != nullptr && profile->circular;
    });
    job.part(0.6, 1).report(0, 0, Tr::tr("Searching combinations"));
    const SegmentSearch search = findSegments(findings, dataset, frame, attributes, job.part(0.6, 0.95));
    if (job.cancelled()) return cancelled();
    findExclusions(findings, dataset, frame, attributes);
    if (job.cancelled()) return cancelled();
    findConfounders(findings, frame, attributes, job);
    if (job.cancelled()) return cancelled();
    findTimes(findings, dataset);
    if (job.cancelled()) return cancelled();
    publish(Stage::Segments, findings);

    redrawSegments(findings, frame, attributes, search, job, [&] { publish(Stage::Redraws, findings); });
    if (job.cancelled()) return cancelled();
    publish(Stage::Done, findings);
    return findings;
}

}  // namespace icp
