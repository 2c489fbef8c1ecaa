#include "ui/models/claimwords.h"

#include "core/analysis/analyze.h"
#include "core/base/shown.h"

#include <QCoreApplication>

#include <cmath>

namespace icp::ui {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::ui::ClaimWords)
};

QString shown(const ClaimQuestion& question, double value, const QString& currency) {
    if (isShare(question.metric)) return percentText(value);
    if (question.metric == ClaimMetric::Value) return moneyText(value, currency);
    return countText(qRound64(value));
}

QString unitOf(const ClaimQuestion& question) {
    return question.metric == ClaimMetric::WinRate ? Tr::tr("deals") : Tr::tr("customers");
}

QString askedOf(const ClaimQuestion& question, const QString& currency) {
    if (question.metric == ClaimMetric::None) return Tr::tr("Nothing to measure");
    const QString against = question.baseline              ? shown(question, *question.baseline, currency)
                            : needsNumber(question.metric) ? Tr::tr("a number nobody named")
                                                           : Tr::tr("all others");
    return QStringLiteral("%1 %2 %3")
        .arg(metricText(question.metric), directionText(question.direction), against);
}

QString numbersOf(const CheckedWords& words, const QString& currency) {
    const ClaimQuestion& question = words.claim.question;
    const ClaimCheck& check = words.check;
    const auto text = [&](double value) { return shown(question, value, currency); };
    if (check.verdict == ClaimVerdict::Anecdote || (check.n == 0 && check.others == 0)) return check.sentence;
    if (question.metric == ClaimMetric::Count)
        return Tr::tr("%1, against %2").arg(text(check.inside.value), text(check.against.value));
    const QString inside = Tr::tr("%1 of %2 %3", "43% of 210 deals")
                               .arg(text(check.inside.value), countText(check.n), unitOf(question));
    const QString against =
        question.baseline
            ? text(check.against.value)
            : Tr::tr("%1 of %2", "28% of 510").arg(text(check.against.value), countText(check.others));
    return Tr::tr("%1, against %2").arg(inside, against);
}

QString rangeOf(const CheckedWords& words, const QString& currency) {
    const ClaimCheck& check = words.check;
    const ClaimQuestion& question = words.claim.question;
    if (check.verdict == ClaimVerdict::Anecdote || check.n == 0 || question.metric == ClaimMetric::Count)
        return {};
    const QString rest = claimRest(check, question, QLocale());
    if (isShare(question.metric)) {
        const auto points = [](double share) { return QLocale().toString(qRound(share * 100)); };
        return (Tr::tr("The gap is %1 points (%2 to %3).")
                    .arg(points(check.gap.value), points(check.gap.interval.low),
                         points(check.gap.interval.high)) +
                u' ' + rest)
            .trimmed();
    }
    const auto text = [&](double value) {
        return value < 0 ? u'−' + moneyText(-value, currency) : moneyText(value, currency);
    };
    return (Tr::tr("The gap is %1 (%2 to %3).")
                .arg(text(check.gap.value), text(check.gap.interval.low), text(check.gap.interval.high)) +
            u' ' + rest)
        .trimmed();
}

QString measureOf(ClaimMetric metric) {
    switch (metric) {
        case ClaimMetric::WinRate:
            return Tr::tr(
                "Won, of all closed deals, those that are sealed as well. Ranges: 95%, score interval "
                "(Wilson 1927) on as many deals as they are worth, because deals of one account are "
                "alike (Rao and Scott 1992); the gap by Newcombe 1998.");
        case ClaimMetric::Retention:
            return Tr::tr(
                "Still there, of all customers whose state is known. Ranges: 95%, score interval "
                "(Wilson 1927); the gap by Newcombe 1998.");
        case ClaimMetric::Share:
            return Tr::tr(
                "Of all customers of whom that is known, how many it speaks of. Range: 95%, score interval "
                "(Wilson 1927).");
        case ClaimMetric::Value:
            return Tr::tr(
                "The middle of what customers are worth, with the range of order statistics "
                "(Conover 1999); the gap by Hodges and Lehmann 1963.");
        case ClaimMetric::Count:
            return Tr::tr("The customers are counted; a count has no range.");
        case ClaimMetric::None:
            break;
    }
    return {};
}

QString methodOf(const CheckedWords& words, const Dataset& dataset, const Study& study) {
    const ClaimQuestion& question = words.claim.question;
    if (question.metric == ClaimMetric::None) return Tr::tr("Nothing was computed.");
    QStringList lines{measureOf(question.metric)};
    lines << Tr::tr(
                 "Supported: the whole range of the gap lies on the claimed side. Contradicted: it lies on "
                 "the other, or shows no difference worth speaking of (5 points of a share, a tenth of an "
                 "amount). In between, or with fewer than %1 on one side, there is too little data.")
                 .arg(study.minLevel);
    if (words.check.directional)
        lines << Tr::tr(
                     "All data together have fewer than %1 that ended well, or badly: this is a direction, "
                     "no proof.")
                     .arg(study.minWon);
    if (!question.baseline && !needsNumber(question.metric))
        lines << Tr::tr("All others are those of whom it is known that they do not belong.");
    if (words.check.verdict == ClaimVerdict::TooLittleData && words.check.needed > 0)
        lines << Tr::tr(
            "How many would be needed: so many that the two rates named are told apart in four of five "
            "samples "
            "by the score test at 5% (Fleiss 1981), more where deals of one account are alike.");
    QStringList filter;
    for (const Condition& condition : study.filter) filter << conditionLabel(condition, dataset);
    lines << (filter.isEmpty() ? Tr::tr("Filter: none.")
                               : Tr::tr("Filter: %1.").arg(filter.join(QStringLiteral("; "))));
    if (dataset.asOf.isValid())
        lines << Tr::tr("Data as of %1.").arg(QLocale().toString(dataset.asOf, QLocale::ShortFormat));
    return lines.join(u'\n');
}

}  // namespace

bool isShare(ClaimMetric metric) {
    return metric == ClaimMetric::WinRate || metric == ClaimMetric::Share || metric == ClaimMetric::Retention;
}

bool needsNumber(ClaimMetric metric) { return metric == ClaimMetric::Share || metric == ClaimMetric::Count; }

QString metricText(ClaimMetric metric) {
    switch (metric) {
        case ClaimMetric::WinRate:
            return Tr::tr("Win rate");
        case ClaimMetric::Share:
            return Tr::tr("Share of customers");
        case ClaimMetric::Value:
            return Tr::tr("Value of customers");
        case ClaimMetric::Retention:
            return Tr::tr("Customers who stay");
        case ClaimMetric::Count:
            return Tr::tr("Number of customers");
        case ClaimMetric::None:
            break;
    }
    return Tr::tr("Nothing data could answer");
}

QString directionText(ClaimDirection direction) {
    switch (direction) {
        case ClaimDirection::Above:
            return Tr::tr("above");
        case ClaimDirection::Below:
            return Tr::tr("below");
        case ClaimDirection::Equal:
            break;
    }
    return Tr::tr("about the same as");
}

QString verdictText(const ClaimCheck& check) {
    const QString text = [&] {
        switch (check.verdict) {
            case ClaimVerdict::Supported:
                return Tr::tr("Supported");
            case ClaimVerdict::Contradicted:
                return Tr::tr("Contradicted");
            case ClaimVerdict::TooLittleData:
                return Tr::tr("Too little data");
            case ClaimVerdict::Anecdote:
                break;
        }
        return Tr::tr("Anecdote");
    }();
    const bool proven =
        check.verdict == ClaimVerdict::Supported || check.verdict == ClaimVerdict::Contradicted;
    return check.directional && proven ? Tr::tr("%1, direction only").arg(text) : text;
}

CheckedWords checkedWords(const Claim& claim, const Dataset& dataset, const Study& study) {
    CheckedWords words;
    words.claim = claim;
    words.check = checkClaim(dataset, study, claim.question);
    const QString currency =
        claim.question.metric == ClaimMetric::Value ? accountValue(dataset).currency : QString();
    for (const Condition& condition : claim.question.conditions)
        words.conditions << conditionLabel(condition, dataset);
    words.asked = askedOf(claim.question, currency);
    words.numbers = numbersOf(words, currency);
    words.range = rangeOf(words, currency);
    words.method = methodOf(words, dataset, study);
    return words;
}

Claim claimThat(const std::vector<Condition>& conditions, const Dataset& dataset, const Study& study) {
    Claim claim;
    claim.question.conditions = conditions;
    QStringList labels;
    for (const Condition& condition : conditions) labels << conditionLabel(condition, dataset);
    const QString whom = labels.join(QStringLiteral(", "));
    switch (study.outcome) {
        case Outcome::Won:
            claim.question.metric = ClaimMetric::WinRate;
            claim.statement = Tr::tr("We win more often with %1").arg(whom);
            break;
        case Outcome::Retained:
            claim.question.metric = ClaimMetric::Retention;
            claim.statement = Tr::tr("Customers stay longer with %1").arg(whom);
            break;
        case Outcome::Value:
        case Outcome::Growth:
        case Outcome::Advocacy:
        case Outcome::Blend:
            claim.question.metric = ClaimMetric::Value;
            claim.statement = Tr::tr("Customers are worth more with %1").arg(whom);
            break;
    }
    return claim;
}

}  // namespace icp::ui
