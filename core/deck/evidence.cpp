#include "core/deck/evidence.h"

#include "core/analysis/confounders/instead.h"
#include "core/analysis/testwords.h"
#include "core/base/interval.h"
#include "core/deck/facts.h"
#include "core/deck/figures.h"
#include "core/deck/found.h"
#include "core/deck/grid.h"
#include "core/deck/palette.h"
#include "core/deck/ratechart.h"
#include "core/deck/standout.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::EvidencePage)
};

constexpr std::size_t mostLevels = 10;
constexpr double titleSize = 50;

QString outcomeHead(Outcome outcome) {
    return outcome == Outcome::Won        ? Words::tr("Won")
           : outcome == Outcome::Retained ? Words::tr("Stayed")
                                          : Words::tr("Top quarter");
}

/// Of the chart, with a place for the attribute.
QString rateName(Outcome outcome) {
    switch (outcome) {
        case Outcome::Won:
            return Words::tr("Win rate by %1");
        case Outcome::Value:
            return Words::tr("Share in the top quarter by value, by %1");
        case Outcome::Retained:
            return Words::tr("Share that stayed, by %1");
        case Outcome::Growth:
            return Words::tr("Share in the top quarter by growth, by %1");
        case Outcome::Advocacy:
            return Words::tr("Share in the top quarter by advocacy, by %1");
        case Outcome::Blend:
            break;
    }
    return Words::tr("Share in the top quarter by the blend, by %1");
}

/// "almost three times as often"; empty when the ratio says little.
QString ratioWords(double ratio) {
    const QStringList times{Words::tr("twice as often"), Words::tr("three times as often"),
                            Words::tr("four times as often"), Words::tr("five times as often")};
    const int nearest = int(std::lround(ratio));
    if (nearest < 2 || nearest > 5) return {};
    const QString exact = times[nearest - 2];
    const double gap = ratio - nearest;
    if (std::abs(gap) <= 0.12) return exact;
    return gap < 0 && gap > -0.35 ? Words::tr("almost %1", "almost three times as often").arg(exact)
           : gap > 0              ? Words::tr("more than %1", "more than three times as often").arg(exact)
                                  : QString();
}

/// What this page is about: a criterion in its own words, or an attribute and its levels.
struct Subject {
    const AttributeProfile& profile;
    slide::Standout found;
    QString criterion;  // in its own words; empty when `found` is not what it says
};

Subject subjectOf(const AttributeProfile& profile, const Criterion* criterion, const DeckInput& input) {
    if (criterion != nullptr)
        if (slide::Standout found = slide::standout(profile, *criterion->condition); found.clear())
            return {profile, std::move(found), slide::criterionText(*criterion, *input.dataset)};
    return {profile, slide::standout(profile, input.findings->base), {}};
}

/// "Finance team of 4 to 25: " or "Industry: Logistics – ".
QString introduced(const QString& subject) {
    return subject.contains(u':') ? Words::tr("%1 – ", "what it is about, with a colon within").arg(subject)
                                  : Words::tr("%1: ", "what it is about").arg(subject);
}

QString claim(const QString& subject, const slide::Standout& found, const Study& study) {
    const QString positive = slide::positiveWord(study.outcome);
    if (found.above && found.otherPositives > 0)
        if (const QString times = ratioWords(found.rate() / found.otherRate()); !times.isEmpty())
            return introduced(subject) + Words::tr("%1 %2", "won, twice as often").arg(positive, times);
    return introduced(subject) +
           Words::tr("%1 %2, against %3 elsewhere", "42%, won, 15%")
               .arg(slide::percent(found.rate()), positive, slide::percent(found.otherRate()));
}

/// On one line where that is possible: of levels as many by name as fit.
QString headline(const Subject& about, const DeckInput& input, const MeasureText& measure) {
    const AttributeProfile& profile = about.profile;
    const slide::Standout& found = about.found;
    const Study& study = input.findings->study;
    QStringList subjects;
    if (!about.criterion.isEmpty()) subjects << about.criterion;
    if (!found.clear() || !profile.isDriver())
        return introduced(subjects.value(0, profile.label)) + Words::tr("no clear difference");
    for (qsizetype shown = 3; about.criterion.isEmpty() && shown > 0; --shown)
        subjects << Words::tr("%1 %2", "an attribute, then its levels")
                        .arg(profile.label, slide::levelWords(profile, found.labels, shown));
    const auto fits = [&](const QString& text) {
        return measure(text, std::round(0.9 * titleSize), Weight::SemiBold) <= Page::width;
    };
    for (const QString& subject : std::as_const(subjects))
        if (const QString text = claim(subject, found, study); fits(text)) return text;
    const QString rates = Words::tr("%1 against %2", "42%, 15%")
                              .arg(slide::percent(found.rate()), slide::percent(found.otherRate()));
    const QString text = introduced(subjects.first()) + rates;
    return !about.criterion.isEmpty() && fits(text) ? text : introduced(profile.label) + rates;
}

/// "Is it really this?" where the answer is no, with its numbers; empty otherwise.
QString doubtOf(const AttributeProfile& profile, const Findings& findings) {
    const auto odds = [](double value) { return slide::locale().toString(value, 'f', 2); };
    for (const Confounder& check : findings.confounders)
        if (check.attribute == profile.name && speaksAgainst(check))
            return Words::tr("Is it really this? %1 Its odds are %2 alone, %3 (%4 to %5) with %6 equal.")
                .arg(check.sentence, odds(check.crude.value), odds(check.adjusted.value),
                     odds(check.adjusted.interval.low), odds(check.adjusted.interval.high),
                     check.explainedByLabel);
    return {};
}

Line sentenceOf(const Subject& about, const Findings& findings) {
    const AttributeProfile& profile = about.profile;
    const slide::Standout& found = about.found;
    const auto strong = [](const QString& text) { return Run{text, 25, Weight::SemiBold, slide::ink}; };
    const auto plain = [](const QString& text) { return Run{text, 25, Weight::Regular, slide::ink}; };
    const auto counted = [&](qint64 positives, qint64 n) {
        return Words::tr("%1 of %2 %3", "42% of 424 deals")
            .arg(slide::percent(double(positives) / double(n)), slide::whole(double(n)),
                 slide::unitWord(findings.study));
    };
    Line line;
    if (found.clear()) {
        const Interval gap = newcombe(found.positives, found.n, found.otherPositives, found.otherN);
        const auto points = [](double share) { return slide::whole(100 * std::abs(share)); };
        const double low = found.above ? gap.low : -gap.high;
        const double high = found.above ? gap.high : -gap.low;
        line = {strong(counted(found.positives, found.n)), plain(u' ' + Words::tr("against") + u' '),
                strong(counted(found.otherPositives, found.otherN)),
                plain(Words::tr(". The gap is %1 points (%2 to %3).")
                          .arg(points(found.rate() - found.otherRate()),
                               (low < 0 ? QStringLiteral("−") : QString()) + points(low), points(high)))};
    } else {
        line = {plain(Words::tr("No level stands clearly apart from the %1 of all. The ranges overlap.")
                          .arg(slide::percent(findings.base.rate)))};
    }
    for (const Level& level : profile.levels)
        if (level.unknown && level.rate.n > 0 && profile.kind != AttributeKind::Multi)
            line.push_back(
                plain(u' ' + Words::tr("%1 %2 where it is not known are not counted here.")
                                 .arg(slide::whole(double(level.rate.n)), slide::unitWord(findings.study))));
    if (const QString doubt = doubtOf(profile, findings); !doubt.isEmpty())
        line.push_back(strong(u' ' + doubt));
    if (!profile.caution.isEmpty()) line.push_back(strong(u' ' + profile.caution));
    return line;
}

QString howSure(const AttributeProfile& profile) {
    if (profile.test.isEmpty()) return Words::tr("Not tested: too few cases at every level.");
    const QString strength = profile.q < 0.001  ? Words::tr("Very clear")
                             : profile.q < 0.05 ? Words::tr("Clear")
                                                : Words::tr("Unsure");
    return Words::tr("%1: q %2, after correction for all attributes tested. Test: %3. Effect: %4 %5.")
        .arg(strength, slide::probability(profile.q), testWords(profile), effectWords(profile),
             slide::locale().toString(profile.effect, 'f', 2));
}

Grid levelGrid(const std::vector<Level>& levels, const QString& outcome, double width) {
    constexpr std::size_t fewLevels = 7;  // so few have room for labels of two lines
    Grid grid({{Words::tr("Level"), width - 430, Align::Left},
               {outcome, 180, Align::Right},
               {Words::tr("Rate"), 86, Align::Right},
               {Words::tr("95% range"), 164, Align::Right}},
              levels.size() <= fewLevels ? 2 : 1);
    for (const Level& level : levels) {
        const bool untested = level.status == LevelStatus::Untested;
        grid.add({level.label,
                  Words::tr("%1 of %2")
                      .arg(slide::whole(double(level.rate.positives)), slide::whole(double(level.rate.n))),
                  untested ? QString() : slide::percent(level.rate.rate),
                  untested ? Words::tr("untested") : slide::percentRange(level.rate.low, level.rate.high)},
                 untested ? slide::missingInk : slide::ink);
    }
    return grid;
}

Draft evidencePage(const Subject& about, const QString& header, const DeckInput& input,
                   const MeasureText& measure) {
    const Findings& findings = *input.findings;
    const AttributeProfile& profile = about.profile;
    const std::vector<Level> levels = chartLevels(profile, mostLevels);
    Page page(input, measure);
    page.header(header);
    page.title({{headline(about, input, measure), 0, Weight::SemiBold, slide::ink}}, titleSize, 62);

    // Long words get the room they need from the chart above them.
    constexpr double lineHeight = 1.34;
    constexpr double boxBottom = 976;
    constexpr double padding = 30;
    const Line sentence = sentenceOf(about, findings);
    const double needed = linesHeight(wrapped(sentence, Page::width - 2 * padding, measure), lineHeight) + 24;
    const double boxHeight = std::clamp(needed, 108.0, 176.0);
    const Box box{Page::left, boxBottom - boxHeight, Page::width, boxHeight};
    const Box chart{Page::left, 284, 1030, box.y - 22 - 284};
    const Box side{1190, 206, Page::right - 1190, box.y - 22 - 206};
    const bool won = findings.study.outcome == Outcome::Won;
    page.label({chart.x, 202, chart.width, 36},
               {rateName(findings.study.outcome).arg(profile.label), 22, Weight::SemiBold, slide::best});
    QString what =
        won ? Words::tr("Won deals out of closed deals. Lines show the 95% range.")
        : findings.study.outcome == Outcome::Retained
            ? Words::tr("Customers that stayed, out of those whose state is known. Lines show the 95% range.")
        : findings.study.outcome == Outcome::Value
            ? Words::tr("Customers in the top quarter by value. Lines show the 95% range.")
            : Words::tr("Customers in the top quarter. Lines show the 95% range.");
    if (levels.size() < profile.levels.size())
        what +=
            u' ' + Words::tr("The %1 largest of %2 levels.")
                       .arg(slide::whole(double(levels.size())), slide::whole(double(profile.levels.size())));
    page.label({chart.x, 236, chart.width, 34}, {what, 20, Weight::Regular, slide::ink3});
    addRateChart(page, chart, levels, findings.base);

    page.label({side.x, 202, side.width, 36},
               {Words::tr("Counts behind it"), 22, Weight::SemiBold, slide::best});
    const double end = levelGrid(levels, outcomeHead(findings.study.outcome), side.width)
                           .addTo(page, {side.x, 242, side.width, 540});
    page.paragraph({side.x, end + 20, side.width, side.bottom() - end - 20},
                   {{howSure(profile), 20, Weight::Regular, slide::ink3}}, 1.35);

    page.card(box, slide::stretchSoft, slide::best);
    const Fitted words = fitted(sentence, box.width - 2 * padding, box.height - 24, lineHeight, measure);
    page.lines({box.x + padding, box.y, box.width - 2 * padding, box.height}, words.lines, lineHeight,
               Align::Left, Anchor::Middle);
    return {page.take(), slide::basis(input)};
}

/// The criterion that speaks of an attribute: one of the profile before a limit of stretch.
const Criterion* criterionOn(const AttributeProfile& profile, const Icp& icp) {
    const Criterion* limit = nullptr;
    for (const Criterion& criterion : icp.criteria) {
        const CriterionPart part = partOf(criterion);
        if (!criterion.condition || part == CriterionPart::Exclusion ||
            criterion.condition->attribute != profile.name)
            continue;
        if (part != CriterionPart::StretchLimit) return &criterion;
        if (limit == nullptr) limit = &criterion;
    }
    return limit;
}

}  // namespace

std::vector<Draft> evidencePages(const DeckInput& input, const MeasureText& measure) {
    std::vector<Draft> pages;
    for (const AttributeProfile& profile : input.findings->attributes) {
        if (!profile.leak.isEmpty() || profile.levels.empty()) continue;
        const Criterion* about = criterionOn(profile, *input.icp);
        if (about != nullptr)
            pages.push_back(evidencePage(subjectOf(profile, about, input),
                                         Words::tr("Evidence for the ideal customer profile"), input,
                                         measure));
    }
    for (const AttributeProfile* profile : slide::foundInstead(input))
        if (criterionOn(*profile, *input.icp) == nullptr)
            pages.push_back(evidencePage(subjectOf(*profile, nullptr, input),
                                         profile->entity == Entity::Deal
                                             ? Words::tr("Found, but no criterion of a company")
                                             : Words::tr("Found, not yet a criterion"),
                                         input, measure));
    return pages;
}

}  // namespace icp
