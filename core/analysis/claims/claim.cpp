#include "core/analysis/claims/claim.h"

#include "core/analysis/analyze.h"
#include "core/analysis/clusteredrate.h"
#include "core/analysis/frame.h"
#include "core/analysis/time/unitsoftime.h"
#include "core/analysis/values/numbers.h"
#include "core/base/names.h"
#include "core/base/shown.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

constexpr Names<ClaimVerdict, 4> verdictNames{{"supported", "contradicted", "too-little-data", "anecdote"}};
constexpr double points = 0.05;
constexpr double tenth = 0.1;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::ClaimCheck)
};

Estimate number(double value) { return {value, {value, value}}; }

struct Sides {
    ClusteredRate inside;
    ClusteredRate others;
};

Sides sidesOf(const Dataset& dataset, const Study& asked, const ClaimQuestion& question) {
    Study study = asked;
    study.holdout = 0;
    study.outcome = question.metric == ClaimMetric::WinRate ? Outcome::Won : Outcome::Retained;
    if (study.outcome == Outcome::Won && study.unit == Unit::Account) study.unit = Unit::Deal;
    const Frame frame = frameOf(dataset, normalised(study));
    Bitmap inside(dataset.of(frame.entity).rows(), true);
    for (const Condition& condition : question.conditions)
        inside &= evaluate(condition, dataset, frame.entity).yes;
    Sides sides;
    for (std::size_t unit = 0; unit < frame.size(); ++unit)
        (inside.test(frame.rows[unit]) ? sides.inside : sides.others)
            .add(frame.account[unit], frame.positive[unit] != 0);
    return sides;
}

void checkRate(ClaimCheck& check, const Dataset& dataset, const Study& study, const ClaimQuestion& question) {
    const Sides sides = sidesOf(dataset, study, question);
    check.n = sides.inside.n();
    check.inside = sides.inside.estimate();
    const qint64 good = sides.inside.positives() + sides.others.positives();
    const qint64 bad = sides.inside.n() + sides.others.n() - good;
    check.directional = std::min(good, bad) < study.minWon;
    if (question.baseline) {
        check.against = number(*question.baseline);
    } else {
        check.others = sides.others.n();
        check.against = sides.others.estimate();
    }
    check.gap = lessOf(check.inside, check.against);
}

Bitmap customersInside(const Dataset& dataset, const ClaimQuestion& question, const Bitmap& customers) {
    Bitmap inside = customers;
    for (const Condition& condition : question.conditions)
        inside &= evaluate(condition, dataset, Entity::Account).yes;
    return inside;
}

void checkValue(ClaimCheck& check, const Dataset& dataset, const Study& study,
                const ClaimQuestion& question) {
    const std::vector<double> value = accountValue(dataset).value;
    const Bitmap customers = time::customersIn(dataset, study);
    const Bitmap inside = customersInside(dataset, question, customers);
    std::vector<double> in;
    std::vector<double> out;
    customers.forEach([&](std::size_t account) {
        if (std::isfinite(value[account])) (inside.test(account) ? in : out).push_back(value[account]);
    });
    check.n = qint64(in.size());
    check.inside = medianWithRange(in);
    if (question.baseline) {
        check.against = number(*question.baseline);
        check.gap = lessOf(check.inside, check.against);
    } else {
        check.others = qint64(out.size());
        check.against = medianWithRange(out);
        check.gap = hodgesLehmann(std::move(in), std::move(out));
    }
}

void checkCount(ClaimCheck& check, const Dataset& dataset, const Study& study,
                const ClaimQuestion& question) {
    const Bitmap customers = time::customersIn(dataset, study);
    const auto inside = qint64(customersInside(dataset, question, customers).count());
    const auto all = qint64(customers.count());
    const bool share = question.metric == ClaimMetric::Share;
    check.n = share ? all : inside;
    check.inside =
        share ? Estimate{all > 0 ? double(inside) / double(all) : 0, wilson(double(inside), double(all))}
              : number(double(inside));
    check.against = number(*question.baseline);
    check.gap = lessOf(check.inside, check.against);
}

bool isRate(ClaimMetric metric) { return metric != ClaimMetric::Value && metric != ClaimMetric::Count; }

ClaimVerdict verdictOf(const ClaimCheck& check, const ClaimQuestion& question) {
    const double margin = isRate(question.metric) ? points : tenth * std::abs(check.against.value);
    const double low = check.gap.interval.low;
    const double high = check.gap.interval.high;
    const bool alike = low >= -margin && high <= margin;
    switch (question.direction) {
        case ClaimDirection::Above:
            if (low > 0) return ClaimVerdict::Supported;
            return high <= 0 || alike ? ClaimVerdict::Contradicted : ClaimVerdict::TooLittleData;
        case ClaimDirection::Below:
            if (high < 0) return ClaimVerdict::Supported;
            return low >= 0 || alike ? ClaimVerdict::Contradicted : ClaimVerdict::TooLittleData;
        case ClaimDirection::Equal:
            break;
    }
    if (alike) return ClaimVerdict::Supported;
    return low > margin || high < -margin ? ClaimVerdict::Contradicted : ClaimVerdict::TooLittleData;
}

QString shown(ClaimMetric metric, double value) {
    const QLocale plain = QLocale::c();
    if (isRate(metric)) return percentText(value, plain);
    return plain.toString(value, 'f', std::abs(value - std::round(value)) < 1e-9 ? 0 : 1);
}

QString sentenceOf(const ClaimCheck& check, const ClaimQuestion& question) {
    const auto text = [&](double value) { return shown(question.metric, value); };
    const QString inside = Tr::tr("%1 of %2 (range %3 to %4)")
                               .arg(text(check.inside.value))
                               .arg(check.n)
                               .arg(text(check.inside.interval.low), text(check.inside.interval.high));
    if (question.metric == ClaimMetric::Count)
        return Tr::tr("%1, against %2.").arg(text(check.inside.value), text(check.against.value));
    if (question.baseline) return Tr::tr("%1, against %2.").arg(inside, text(check.against.value));
    return Tr::tr("%1, against %2 of %3 others.").arg(inside, text(check.against.value)).arg(check.others);
}

/// The first attribute that the data do not have; empty when they have all.
QString unknownAttribute(const Dataset& dataset, const ClaimQuestion& question) {
    for (const Condition& condition : question.conditions)
        if (dataset.find(condition.attribute) == nullptr) return condition.attribute;
    return {};
}

}  // namespace

QString verdictName(ClaimVerdict verdict) { return verdictNames.of(verdict); }

ClaimCheck checkClaim(const Dataset& dataset, const Study& study, const ClaimQuestion& question) {
    ClaimCheck check;
    const bool needsNumber = question.metric == ClaimMetric::Share || question.metric == ClaimMetric::Count;
    if (question.metric == ClaimMetric::None) {
        check.sentence = Tr::tr("It names nothing that data could answer.");
        return check;
    }
    if ((needsNumber && !question.baseline) || (question.baseline && !std::isfinite(*question.baseline))) {
        check.sentence = Tr::tr("It names no number to hold it against.");
        return check;
    }
    if (!question.baseline && question.conditions.empty()) {
        check.sentence = Tr::tr("It speaks of everything, so there is nothing to hold it against.");
        return check;
    }
    check.verdict = ClaimVerdict::TooLittleData;
    if (const QString unknown = unknownAttribute(dataset, question); !unknown.isEmpty()) {
        check.sentence = Tr::tr("The data have no “%1”.").arg(unknown);
        return check;
    }
    if (needsNumber)
        checkCount(check, dataset, study, question);
    else if (question.metric == ClaimMetric::Value)
        checkValue(check, dataset, study, question);
    else
        checkRate(check, dataset, study, question);
    check.sentence = sentenceOf(check, question);
    const bool enough = question.metric == ClaimMetric::Count ||
                        (check.n >= study.minLevel && (question.baseline || check.others >= study.minLevel));
    if (enough) check.verdict = verdictOf(check, question);
    return check;
}

}  // namespace icp
