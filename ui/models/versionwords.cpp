#include "ui/models/versionwords.h"

#include "core/base/shown.h"
#include "core/deck/facts.h"
#include "core/workshop/technology.h"
#include "ui/models/sectionmodel.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace icp::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::ui::VersionWords)
};

QString fromTo(const QString& from, const QString& to) {
    if (from == to) return from;
    return Words::tr("%1 to %2", "from one to the other").arg(from, to);
}

QString reasonText(const Criterion& criterion) {
    const QString words = reasonWords(reasonOf(criterion));
    return words.isEmpty() ? Words::tr("no reason") : words;
}

QString changes(const CriterionDifference& one, const Dataset& dataset) {
    QStringList parts;
    if (one.condition && one.before->condition && one.after->condition &&
        one.before->condition != one.after->condition)
        parts << fromTo(conditionLabel(*one.before->condition, dataset),
                        conditionLabel(*one.after->condition, dataset));
    else if (one.condition)
        parts << fromTo(Words::tr("“%1”").arg(slide::criterionText(*one.before, dataset)),
                        Words::tr("“%1”").arg(slide::criterionText(*one.after, dataset)));
    if (one.importance)
        parts << fromTo(importanceTitle(one.before->importance), importanceTitle(one.after->importance));
    if (one.section) parts << fromTo(sectionTitle(one.before->section), sectionTitle(one.after->section));
    if (one.reason) parts << fromTo(reasonText(*one.before), reasonText(*one.after));
    if (one.weight)
        parts << Words::tr("weight %1 to %2")
                     .arg(QLocale().toString(one.before->weight, 'f', 0),
                          QLocale().toString(one.after->weight, 'f', 0));
    return parts.join(QStringLiteral(", "));
}

QString fieldName(WordsDifference::Field field) {
    using Field = WordsDifference::Field;
    switch (field) {
        case Field::Name:
            return Words::tr("Name");
        case Field::Sentence:
            return Words::tr("In one sentence");
        case Field::Quote:
            return Words::tr("Key challenge");
        case Field::Problem:
            return Words::tr("Problem solved");
        case Field::ValueProposition:
            return Words::tr("Value proposition");
        case Field::Market:
            return Words::tr("Market size");
        case Field::MarketSource:
            return Words::tr("Source of the market size");
    }
    return {};
}

QString points(double difference) {
    const double rounded = std::round(difference * 100);
    if (rounded == 0) return Words::tr("same");
    return Words::tr("%1 points")
        .arg((rounded > 0 ? QStringLiteral("+") : QString(QChar(0x2212))) +
             QLocale().toString(std::abs(rounded), 'f', 0));
}

QString more(qint64 difference) {
    if (difference == 0) return Words::tr("same");
    return (difference > 0 ? QStringLiteral("+") : QString(QChar(0x2212))) + countText(std::abs(difference));
}

QString shareText(const Share& share, const QString& part) {
    if (share.whole <= 0) return Words::tr("not known");
    return Words::tr("%1, %2", "41%, 115").arg(percentText(share.share()), part);
}

/// Short, since two of them stand in one row: "44% (39–50%), n 284".
QString rateText(const GaugeRate& rate) {
    if (rate.n == 0) return Words::tr("none inside");
    QString low = percentText(rate.low);
    if (low.front().isDigit() && low.endsWith(u'%')) low = low.chopped(1).trimmed();
    return Words::tr("%1 (%2–%3), n %4", "44% (39–50%), n 284")
        .arg(percentText(rate.rate), low, percentText(rate.high), countText(rate.n));
}

}  // namespace

VersionComparison compareVersions(const Basis& basis, const Icp& before, const Icp& after,
                                  const std::vector<HandFit>& byHand) {
    VersionComparison result;
    result.dataset = basis.dataset;
    result.difference = difference(before, after);
    GaugeModel model(*basis.dataset, basis.totals);
    model.fit().setByHand(byHand);
    result.before = model.evaluate(before);
    const FitTable was = model.fit().table();
    result.after = model.evaluate(after);
    result.migration = migration(was, model.fit().table(), model.totals());
    return result;
}

QString heldWords(const IcpVersion& version) {
    const VersionFigures& then = version.figures;
    if (then.customers.whole <= 0) return {};
    const QString held =
        then.insideN == 0 ? Words::tr("When it was agreed, %1 held %2 of customers (%3 of %4).")
        : then.aboutRetention
            ? Words::tr(
                  "When it was agreed, %1 held %2 of customers (%3 of %4), and %5 of %6 customers inside "
                  "had stayed.")
            : Words::tr(
                  "When it was agreed, %1 held %2 of customers (%3 of %4) and won %5 of %6 deals inside.");
    QString said = held.arg(versionName(version.icp), percentText(then.customers.share()),
                            countText(qint64(then.customers.part)), countText(qint64(then.customers.whole)));
    if (then.insideN > 0) said = said.arg(countText(then.insidePositives), countText(then.insideN));
    if (!then.asOf.isValid()) return said;
    return said + u' ' +
           Words::tr("The data were as of %1.").arg(QLocale().toString(then.asOf, QLocale::ShortFormat));
}

QString movedWords(Movement movement, const Moved& moved, const AccountFacts& facts) {
    const int n = int(moved.accounts.size());
    const bool in = movement == Movement::In;
    const bool out = movement == Movement::Out;
    const bool known = std::any_of(moved.accounts.begin(), moved.accounts.end(), [&](std::uint32_t account) {
        return std::isfinite(facts.value(account));
    });
    if (!known)
        return in    ? Words::tr("%n customer(s) come in.", nullptr, n)
               : out ? Words::tr("%n customer(s) fall out.", nullptr, n)
                     : Words::tr("%n customer(s) stay inside.", nullptr, n);
    return (in    ? Words::tr("%n customer(s) come in, worth %1.", nullptr, n)
            : out ? Words::tr("%n customer(s) fall out, worth %1.", nullptr, n)
                  : Words::tr("%n customer(s) stay inside, worth %1.", nullptr, n))
        .arg(moneyText(moved.value, facts.currency()));
}

AgreementWords agreementWords(const IcpVersion& version) {
    const auto day = [](const QDate& date) { return QLocale().toString(date, QLocale::ShortFormat); };
    const QString took = participantsText(version);
    const QString missing = missingText(version.departments);
    return {
        Words::tr("Version %1, agreed %2, to be looked at again on %3.")
            .arg(QString::number(version.icp.version), day(version.icp.agreed), day(version.icp.review)),
        took.isEmpty() ? Words::tr("Nobody is named who took part.") : Words::tr("Took part: %1.").arg(took),
        missing.isEmpty() ? QString() : Words::tr("Agreed without %1.").arg(missing),
        version.vote ? Words::tr("Vote: %1.").arg(voteText(version)) : Words::tr("No hands were counted."),
        version.dissent.isEmpty() ? Words::tr("No dissent.") : Words::tr("Dissent: %1").arg(version.dissent)};
}

QString AgreementWords::all() const {
    QStringList lines{days, participants};
    if (!missing.isEmpty()) lines << missing;
    return (lines << vote << dissent).join(QLatin1Char('\n'));
}

QString versionName(const Icp& icp) {
    return icp.agreed.isValid() ? Words::tr("v%1").arg(icp.version) : Words::tr("v%1 draft").arg(icp.version);
}

std::vector<TextRows::Row> differenceRows(const IcpDifference& difference, const Dataset& dataset) {
    std::vector<TextRows::Row> rows;
    for (const CriterionDifference& one : difference.criteria) {
        const Criterion& shown = one.after ? *one.after : *one.before;
        const QString what = !one.before  ? Words::tr("Added")
                             : !one.after ? Words::tr("Removed")
                                          : Words::tr("Changed");
        rows.push_back({{what, slide::criterionText(shown, dataset),
                         one.before && one.after ? changes(one, dataset) : importanceTitle(shown.importance)},
                        shown.id});
    }
    for (const WordsDifference& one : difference.words) {
        const QString what = one.before.isEmpty()  ? Words::tr("Added")
                             : one.after.isEmpty() ? Words::tr("Removed")
                                                   : Words::tr("Changed");
        rows.push_back({{what, fieldName(one.field),
                         one.before.isEmpty()  ? one.after
                         : one.after.isEmpty() ? one.before
                                               : fromTo(one.before, one.after)}});
    }
    return rows;
}

std::vector<TextRows::Row> figureRows(const Gauge& before, const Gauge& after, const QString& currency) {
    std::vector<TextRows::Row> rows;
    const auto share = [&](const QString& name, const Share& a, const Share& b, auto&& text) {
        if (a.whole <= 0 && b.whole <= 0) return;
        rows.push_back(
            {{name, shareText(a, text(a.part)), shareText(b, text(b.part)), points(b.share() - a.share())}});
    };
    const auto counted = [](double part) { return countText(qint64(part)); };
    const auto money = [&](double part) { return moneyText(part, currency); };
    share(Words::tr("Customers"), before.customers, after.customers, counted);
    share(Words::tr("Wins"), before.wins, after.wins, counted);
    share(Words::tr("Revenue"), before.revenue, after.revenue, money);
    share(Words::tr("Pipeline"), before.pipeline, after.pipeline, money);
    share(Words::tr("Market"), before.market, after.market, counted);
    const auto rate = [&](const QString& name, const GaugeRate& a, const GaugeRate& b) {
        if (a.n == 0 && b.n == 0) return;
        rows.push_back(
            {{name, rateText(a), rateText(b), a.n > 0 && b.n > 0 ? points(b.rate - a.rate) : QString()}});
    };
    const bool kept = before.aboutRetention;
    rate(kept ? Words::tr("Stay, inside") : Words::tr("Win rate inside"), before.inside, after.inside);
    rate(kept ? Words::tr("Stay, outside") : Words::tr("Win rate outside"), before.outside, after.outside);
    rate(Words::tr("Left, inside"), before.leftInside, after.leftInside);
    rate(Words::tr("Left, outside"), before.leftOutside, after.leftOutside);
    const auto number = [&](const QString& name, qint64 a, qint64 b) {
        rows.push_back({{name, countText(a), countText(b), more(b - a)}});
    };
    number(Words::tr("Ideal customers"), before.ideal, after.ideal);
    number(Words::tr("Stretch"), before.stretch, after.stretch);
    number(Words::tr("Bad fit"), before.bad, after.bad);
    return rows;
}

QString statusQuo(const Gauge& gauge) {
    if (gauge.customers.whole <= 0 || gauge.narrowness == Narrowness::Empty) return {};
    const QString customers = percentText(1 - gauge.customers.share());
    if (gauge.pipeline.whole <= 0)
        return Words::tr("%1 of today's customers lie outside this profile.").arg(customers);
    return Words::tr("%1 of today's customers and %2 of the pipeline lie outside this profile.")
        .arg(customers, percentText(1 - gauge.pipeline.share()));
}

}  // namespace icp::ui
