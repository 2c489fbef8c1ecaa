#include "core/analysis/othermeasures.h"
#include "core/base/names.h"
#include "core/deck/agreementpages.h"
#include "core/deck/claimsjson.h"
#include "core/deck/coveragejson.h"
#include "core/deck/driftjson.h"
#include "core/deck/findingsbeside.h"
#include "core/deck/jsontext.h"
#include "core/deck/linksjson.h"
#include "core/deck/ratejson.h"
#include "core/deck/whyjson.h"
#include "core/deck/writers.h"
#include "core/table/derived.h"

#include <cmath>

namespace icp {

namespace {

constexpr int schema = 1;
constexpr Names<Mode, 3> modes{{"full", "directional", "hypothesis"}};
constexpr Names<AttributeKind, 6> kinds{{"nominal", "ordinal", "numeric", "date", "multi", "boolean"}};
constexpr Names<LevelStatus, 3> statuses{{"ok", "small", "untested"}};

class FindingsJson {
public:
    FindingsJson(const Findings& findings, const Dataset& dataset, const FindingsBeside& beside)
        : m_findings(findings), m_dataset(dataset), m_beside(beside) {}

    QByteArray make() {
        m_json.object([&] {
            m_json.member("schema", schema);
            m_json.key("dataset").object([&] { dataset(); });
            m_json.key("study").object([&] { study(); });
            each("attributes", m_findings.attributes,
                 [&, others = otherMeasures(m_findings), next = std::size_t(0)](
                     const AttributeProfile& profile) mutable { attribute(profile, others[next++]); });
            each("segments", m_findings.segments, [&](const Segment& found) { segment(found); });
            each("exclusions", m_findings.exclusions, [&](const Exclusion& found) { exclusion(found); });
            m_json.key("saved").object([&] { writeSaved(m_json, m_findings.saved); });
            writeConfounders(m_json, m_findings);
            each("coverage", m_findings.coverage,
                 [&](const Exposure& exposure) { writeExposure(m_json, exposure); });
            writeFunnel(m_json, m_findings);
            writeSurvival(m_json, m_findings);
            writeLostReasons(m_json, m_findings);
            writeLeft(m_json, m_findings);
            if (m_beside.left) writeLeftByFit(m_json, *m_beside.left, m_findings.valueTotal);
            if (m_beside.leftThen) writeLeftByFit(m_json, *m_beside.leftThen, m_findings.valueTotal);
            if (m_beside.drift) writeDrift(m_json, *m_beside.drift);
            if (!m_beside.claims.empty()) writeClaims(m_json, m_beside.claims);
            if (!m_beside.agreements.empty()) writeAgreements(m_json, m_beside.agreements);
            each("warnings", m_findings.warnings, [&](const Warning& warning) {
                m_json.member("code", warning.code).member("text", warning.text);
                if (!warning.attribute.isEmpty()) m_json.member("attribute", warning.attribute);
            });
        });
        return m_json.take();
    }

private:
    template <class Items, class Body>
    void each(const char* name, const Items& items, Body body) {
        m_json.key(name).array([&] {
            for (const auto& item : items) m_json.object([&] { body(item); });
        });
    }

    void dataset() {
        each("files", m_dataset.files, [&](const SourceFile& file) {
            m_json.member("name", file.name)
                .member("role", entityName(file.role))
                .member("vendor", file.vendor);
            m_json.member("rows", file.rows).member("rejected", file.rejected);
            m_json.member("encoding", file.encoding).member("delimiter", file.delimiter);
        });
        for (const Entity entity : entities)
            m_json.key(qPrintable(entityName(entity))).value(m_dataset.of(entity).rows());
        m_json.key("links").object([&] { writeLinks(m_json, m_dataset); });
        m_json.member("fingerprint", m_dataset.fingerprint);
    }

    void study() {
        const Study& study = m_findings.study;
        m_json.member("unit", unitName(study.unit)).member("outcome", outcomeName(study.outcome));
        m_json.member("n", m_findings.base.n).member("positives", m_findings.base.positives);
        const Rate& base = m_findings.base;
        writeMade(m_json, "baseRate", base.rate, base.n > 0);
        writeInterval(m_json, "interval", {base.low, base.high}, base.n);
        m_json.member("mode", modes.of(m_findings.mode));
        m_json.member("clusters", m_findings.clusters);
        date("from", m_findings.from);
        date("to", m_findings.to);
        m_json.key("discovery").object([&] { rate(m_findings.discovery); });
        m_json.key("holdout").object([&] { rate(m_findings.heldOut); });
        date("holdoutFrom", m_findings.heldOutFrom);
        m_json.member("holdoutBy", study.holdout <= 0    ? QStringLiteral("none")
                                   : study.newestQuarter ? QStringLiteral("quarter")
                                                         : QStringLiteral("share"));
        m_json.member("quality", segmentQualityName(study.quality));
        m_json.member("sealOpenings", m_findings.seal.openings);
        m_json.member("measure", m_findings.measure);
        each("filter", study.filter, [&](const Condition& condition) { writeCondition(m_json, condition); });
        if (study.outcome == Outcome::Blend)
            each("blend", study.blend, [&](const BlendPart& part) {
                m_json.member("outcome", outcomeName(part.outcome)).member("weight", part.weight);
                m_json.member("measure", part.measure);
            });
        m_json.member("permutations", m_findings.permutations).member("redraws", m_findings.redraws);
        if (m_findings.redraws > 0) m_json.member("optimism", m_findings.optimism);
    }

    void attribute(const AttributeProfile& profile, const OtherMeasures& others) {
        m_json.member("name", profile.name).member("label", profile.label);
        m_json.member("class", className(profile.cls)).member("kind", kinds.of(profile.kind));
        m_json.member("missing", profile.missing).member("test", profile.test);
        const bool made = !profile.test.isEmpty();
        writeTest(m_json, {profile.statistic, profile.df, profile.p}, made);
        writeMade(m_json, "q", profile.q, made);
        m_json.key("effect").object([&] {
            m_json.member("name", profile.effectName);
            writeMade(m_json, "value", profile.effect, made);
        });
        if (made)
            m_json.key("measures").object([&] {
                m_json.member("informationValue", others.informationValue)
                    .member("mutualInformation", others.mutualInformation)
                    .member("uncertainty", others.uncertainty)
                    .member("qAnyDependence", others.qAnyDependence);
                if (const auto odds = exactOdds(profile)) m_json.member("odds", *odds);
            });
        if (profile.leak.isEmpty())
            m_json.member("leak", false);
        else
            m_json.member("leak", profile.leak);
        if (!profile.caution.isEmpty()) m_json.member("caution", profile.caution);
        if (isDerived(profile.name)) m_json.member("derived", derivationOf(profile.name));
        each("levels", profile.levels, [&](const Level& level) {
            m_json.member("label", level.label);
            rate(level.rate);
            writeInterval(m_json, "jeffreys", jeffreys(level.rate.positives, level.rate.n), level.rate.n);
            writeInterval(m_json, "exact", clopperPearson(level.rate.positives, level.rate.n), level.rate.n);
            if (const auto ratio = ratioToOthers(profile, level)) writeEstimate(m_json, "ratio", *ratio);
            m_json.member("shrunk", level.shrunk)
                .member("lift", level.lift)
                .member("status", statuses.of(level.status));
            if (isScored(m_findings.study.outcome)) {
                writeEstimate(m_json, "median", level.middle);
                writeEstimate(m_json, "shift", level.shift);
            }
        });
    }

    void segment(const Segment& found) {
        each("conditions", found.conditions, [&](const Condition& one) { condition(one); });
        rate(found.rate);
        m_json.member("lift", found.lift)
            .member("wracc", found.wracc)
            .member("kloesgen", found.kloesgen)
            .member("gain", found.gain)
            .member("p", found.p)
            .member("q", found.q);
        m_json.key("holdout").object([&] { rate(found.heldOut); });
        m_json.member("verdict", found.verdict);
        m_json.member("foundAgain", found.foundAgain)
            .member("stability", share(found.foundAgain, m_findings.redraws))
            .member("optimism", found.optimism)
            .member("correctedRate", correctedRate(found));
    }

    void exclusion(const Exclusion& found) {
        m_json.key("conditions").array([&] { m_json.object([&] { condition(found.condition); }); });
        m_json.member("label", found.label);
        rate(found.rate);
        m_json.key("holdout").object([&] { rate(found.heldOut); });
        m_json.member("verdict", found.verdict);
        m_json.key("whole").object([&] { rate(found.whole); });
        m_json.member("about", entityName(found.entity));
        m_json.member("customers", found.customers);
        writeWorth(m_json, "revenueShare", found.revenueShare, m_findings.valueTotal);
        m_json.key("saved").object([&] { writeSaved(m_json, found.saved); });
    }

    static double share(int part, int whole) { return whole > 0 ? double(part) / whole : 0; }

    void condition(const Condition& one) { writeCondition(m_json, one); }

    void rate(const Rate& rate) { writeRate(m_json, rate); }

    void date(const char* name, QDate day) {
        if (day.isValid())
            m_json.member(name, day.toString(Qt::ISODate));
        else
            m_json.key(name).null();
    }

    const Findings& m_findings;
    const Dataset& m_dataset;
    const FindingsBeside& m_beside;
    JsonText m_json;
};

}  // namespace

QByteArray findingsJson(const Findings& findings, const Dataset& dataset) {
    return findingsJson(findings, dataset, {});
}

QByteArray findingsJson(const Findings& findings, const Dataset& dataset, const FindingsBeside& beside) {
    return FindingsJson(findings, dataset, beside).make();
}

}  // namespace icp
