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
    qint64 unknown = 0;
};

/// Rows that meet every condition, and those of which nobody knows whether they do: no known one fails.
Match meeting(const Dataset& dataset, const ClaimQuestion& question, Entity entity) {
    const std::size_t rows = dataset.of(entity).rows();
    Match all{Bitmap(rows, true), Bitmap(rows, true)};
    for (const Condition& condition : question.conditions) {
        const Match one = evaluate(condition, dataset, entity);
        all.yes &= one.yes;
        all.unknown &= one.yes | one.unknown;
    }
    all.unknown -= all.yes;
    return all;
}

Sides sidesOf(const Dataset& dataset, const Study& asked, const ClaimQuestion& question) {
    Study study = asked;
    study.holdout = 0;
    study.outcome = question.metric == ClaimMetric::WinRate ? Outcome::Won : Outcome::Retained;
    if (study.outcome == Outcome::Won && study.unit == Unit::Account) study.unit = Unit::Deal;
    const Frame frame = frameOf(dataset, normalised(study));
    const Match match = meeting(dataset, question, frame.entity);
    Sides sides;
    for (std::size_t unit = 0; unit < frame.size(); ++unit) {
        if (match.unknown.test(frame.rows[unit])) {
            ++sides.unknown;
            continue;
        }
        (match.yes.test(frame.rows[unit]) ? sides.inside : sides.others)
            .add(frame.account[unit], frame.positive[unit] != 0);
    }
    return sides;
}

/// How many units would tell what the rate is held against from one that is ten points better, worse, or,
/// where they are claimed to be equal, off by what would matter. More where the units of an account are
/// alike.
void setNeed(ClaimCheck& check, const Sides& sides, const ClaimQuestion& question) {
    if (check.n == 0 || (!question.baseline && check.others == 0)) return;
    const double from = check.against.value;
    if (from < 0 || from > 1) return;
    const double step = question.direction == ClaimDirection::Equal ? points : tenth;
    const double up = from + step;
    const double down = from - step;
    const bool rise = question.direction == ClaimDirection::Below ? down < 0 : up <= 1;
    check.tell = {from, rise ? up : down};
    const double size = question.baseline ? sizeToTellFrom(check.tell.low, check.tell.high)
                                          : sizeToTell(check.tell.low, check.tell.high);
    const double alike =
        std::max(sides.inside.designEffect(), question.baseline ? 1.0 : sides.others.designEffect());
    check.needed = qint64(std::ceil(size * alike));
}

void checkRate(ClaimCheck& check, const Dataset& dataset, const Study& study, const ClaimQuestion& question) {
    const Sides sides = sidesOf(dataset, study, question);
    check.n = sides.inside.n();
    check.unknown = sides.unknown;
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
    setNeed(check, sides, question);
}

/// Customers inside, and those of whom it is not known.
Match customersInside(const Dataset& dataset, const ClaimQuestion& question, const Bitmap& customers) {
    Match match = meeting(dataset, question, Entity::Account);
    match.yes &= customers;
    match.unknown &= customers;
    return match;
}

void checkValue(ClaimCheck& check, const Dataset& dataset, const Study& study,
                const ClaimQuestion& question) {
    const std::vector<double> value = accountValue(dataset).value;
    const Bitmap customers = time::customersIn(dataset, study);
    const Match inside = customersInside(dataset, question, customers);
    std::vector<double> in;
    std::vector<double> out;
    customers.forEach([&](std::size_t account) {
        if (!std::isfinite(value[account])) return;
        if (inside.unknown.test(account))
            ++check.unknown;
        else
            (inside.yes.test(account) ? in : out).push_back(value[account]);
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
    const Match match = customersInside(dataset, question, customers);
    const auto inside = qint64(match.yes.count());
    check.unknown = qint64(match.unknown.count());
    const auto all = qint64(customers.count()) - check.unknown;
    const bool share = question.metric == ClaimMetric::Share;
    check.n = share ? all : inside;
    check.inside =
        share ? Estimate{all > 0 ? double(inside) / double(all) : 0, wilson(double(inside), double(all))}
              : number(double(inside));
    check.against = number(*question.baseline);
    check.gap = lessOf(check.inside, check.against);
}

bool isRate(ClaimMetric metric) { return metric != ClaimMetric::Value && metric != ClaimMetric::Count; }

/// How large a difference is hardly worth speaking of.
double marginOf(const ClaimCheck& check, const ClaimQuestion& question) {
    return isRate(question.metric) ? points : tenth * std::abs(check.against.value);
}

bool isAlike(const ClaimCheck& check, const ClaimQuestion& question) {
    const double margin = marginOf(check, question);
    return check.gap.interval.low >= -margin && check.gap.interval.high <= margin;
}

/// Why a claim of a difference does not stand although the gap may go its way.
QString alikeText(const ClaimQuestion& question) {
    return isRate(question.metric)
               ? Tr::tr("No difference worth speaking of: the gap with its range is within 5 points.")
               : Tr::tr("No difference worth speaking of: the gap with its range is within a tenth.");
}

ClaimVerdict verdictOf(const ClaimCheck& check, const ClaimQuestion& question) {
    const double margin = marginOf(check, question);
    const double low = check.gap.interval.low;
    const double high = check.gap.interval.high;
    const bool alike = isAlike(check, question);
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

QString numbersOf(const ClaimCheck& check, const ClaimQuestion& question) {
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

QString claimRest(const ClaimCheck& check, const ClaimQuestion& question, const QLocale& locale) {
    QStringList parts;
    if (check.verdict == ClaimVerdict::Contradicted && question.metric != ClaimMetric::Count &&
        isAlike(check, question))
        parts << alikeText(question);
    const bool deals = question.metric == ClaimMetric::WinRate;
    const qint64 fewest = question.baseline ? check.n : std::min(check.n, check.others);
    if (check.verdict == ClaimVerdict::TooLittleData && check.needed > fewest) {
        const QString from = percentText(check.tell.low, locale);
        const QString to = percentText(check.tell.high, locale);
        const QString needed = locale.toString(check.needed);
        const QString inside = locale.toString(check.n);
        if (question.baseline)
            parts << (deals ? Tr::tr("To tell %1 from %2 takes about %3 closed deals; here %4.")
                            : Tr::tr("To tell %1 from %2 takes about %3 customers; here %4."))
                         .arg(from, to, needed, inside);
        else
            parts
                << (deals
                        ? Tr::tr(
                              "To tell %1 from %2 takes about %3 closed deals on each side; here %4 and %5.")
                        : Tr::tr("To tell %1 from %2 takes about %3 customers on each side; here %4 and %5."))
                       .arg(from, to, needed, inside, locale.toString(check.others));
    }
    const int unknown = int(check.unknown);
    if (unknown > 0)
        parts << (deals
                      ? Tr::tr("%n deal(s) are left out: nobody knows whether they belong.", nullptr, unknown)
                      : Tr::tr("%n customer(s) are left out: nobody knows whether they belong.", nullptr,
                               unknown));
    return parts.join(u' ');
}

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
    const bool enough = question.metric == ClaimMetric::Count ||
                        (check.n >= study.minLevel && (question.baseline || check.others >= study.minLevel));
    if (enough) check.verdict = verdictOf(check, question);
    check.sentence = (numbersOf(check, question) + u' ' + claimRest(check, question, QLocale::c())).trimmed();
    return check;
}

}  // namespace icp
