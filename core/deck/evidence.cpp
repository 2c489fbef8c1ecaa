#include "core/deck/evidence.h"

#include "core/base/interval.h"
#include "core/deck/facts.h"
#include "core/deck/figures.h"
#include "core/deck/grid.h"
#include "core/deck/palette.h"
#include "core/deck/ratechart.h"

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

/// Two groups of units: the levels that stand out, and all others that are known.
struct Contrast {
    QStringList labels;  ///< of the levels that stand out
    qint64 n = 0, positives = 0;
    qint64 otherN = 0, otherPositives = 0;
    bool above = true;
    bool clear() const { return n > 0 && otherN > 0; }
    double rate() const { return double(positives) / double(n); }
    double otherRate() const { return double(otherPositives) / double(otherN); }
};

bool standsOut(const Level& level, double base, bool above) {
    return !level.unknown && level.status != LevelStatus::Untested &&
           (above ? level.rate.low > base : level.rate.high < base);
}

/// Levels above all when there are any, else those below. Cells with several values count in several levels,
/// so there only the level with the clearest range is taken, against everything.
Contrast contrast(const AttributeProfile& profile, const Rate& base) {
    Contrast found;
    for (const bool above : {true, false}) {
        found = Contrast();
        found.above = above;
        const Level* clearest = nullptr;
        for (const Level& level : profile.levels) {
            if (standsOut(level, base.rate, above)) {
                const double gap = above ? level.rate.low - base.rate : base.rate - level.rate.high;
                const double most = clearest == nullptr ? -1
                                    : above             ? clearest->rate.low - base.rate
                                                        : base.rate - clearest->rate.high;
                if (gap > most) clearest = &level;
                found.labels << level.label;
                found.n += level.rate.n;
                found.positives += level.rate.positives;
            } else if (!level.unknown) {
                found.otherN += level.rate.n;
                found.otherPositives += level.rate.positives;
            }
        }
        if (profile.kind == AttributeKind::Multi && clearest != nullptr)
            found = {{clearest->label},
                     clearest->rate.n,
                     clearest->rate.positives,
                     base.n - clearest->rate.n,
                     base.positives - clearest->rate.positives,
                     above};
        if (found.clear()) break;
    }
    return found;
}

/// Whether the labelled levels stand side by side.
bool neighbours(const AttributeProfile& profile, const QStringList& labels) {
    std::vector<std::ptrdiff_t> places;
    for (const QString& label : labels)
        places.push_back(std::find_if(profile.levels.begin(), profile.levels.end(),
                                      [&](const Level& level) { return level.label == label; }) -
                         profile.levels.begin());
    return places.back() - places.front() + 1 == std::ptrdiff_t(places.size());
}

QString positiveWord(Outcome outcome) {
    switch (outcome) {
        case Outcome::Won:
            return Words::tr("won");
        case Outcome::Retained:
            return Words::tr("stayed");
        case Outcome::Value:
            break;
    }
    return Words::tr("among the best by value");
}

QString outcomeHead(Outcome outcome) {
    return outcome == Outcome::Won        ? Words::tr("Won")
           : outcome == Outcome::Retained ? Words::tr("Stayed")
                                          : Words::tr("Top quarter");
}

/// Of the chart, with a place for the attribute.
QString rateName(Outcome outcome) {
    return outcome == Outcome::Won        ? Words::tr("Win rate by %1")
           : outcome == Outcome::Retained ? Words::tr("Share that stayed, by %1")
                                          : Words::tr("Share in the top quarter by value, by %1");
}

QString unitWord(const Study& study) {
    return study.unit == Unit::Account ? Words::tr("customers") : Words::tr("deals");
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

/// The levels in words, `shown` of them at most; neighbours on a scale as one stretch.
QString levelWords(const AttributeProfile& profile, const QStringList& labels, qsizetype shown) {
    const bool scale = profile.kind == AttributeKind::Ordinal || profile.kind == AttributeKind::Numeric ||
                       profile.kind == AttributeKind::Date;
    if (scale && labels.size() > 2 && neighbours(profile, labels))
        return Words::tr("%1 to %2", "the first and the last level").arg(labels.first(), labels.last());
    const QString listed = labels.mid(0, shown).join(Words::tr(", ", "between levels"));
    return labels.size() <= shown ? listed
                                  : Words::tr("%1 and %2 more").arg(listed).arg(labels.size() - shown);
}

QString claim(const AttributeProfile& profile, const Contrast& found, const Study& study, qsizetype shown) {
    const QString levels = levelWords(profile, found.labels, shown);
    const QString subject = Words::tr("%1 %2", "an attribute, then its levels").arg(profile.label, levels);
    if (found.above && found.otherPositives > 0)
        if (const QString times = ratioWords(found.rate() / found.otherRate()); !times.isEmpty())
            return Words::tr("%1: %2 %3", "attribute and level, won, twice as often")
                .arg(subject, positiveWord(study.outcome), times);
    return Words::tr("%1: %2 %3, against %4 elsewhere", "attribute and level, 42%, won, 15%")
        .arg(subject, slide::percent(found.rate()), positiveWord(study.outcome),
             slide::percent(found.otherRate()));
}

/// As many levels by name as fit on one line.
QString headline(const AttributeProfile& profile, const Contrast& found, const Study& study,
                 const MeasureText& measure) {
    if (!found.clear() || !profile.isDriver()) return Words::tr("%1: no clear difference").arg(profile.label);
    for (qsizetype shown = 3; shown > 0; --shown) {
        const QString text = claim(profile, found, study, shown);
        if (measure(text, std::round(0.9 * titleSize), Weight::SemiBold) <= Page::width) return text;
    }
    return Words::tr("%1: %2 against %3", "attribute, 42%, 15%")
        .arg(profile.label, slide::percent(found.rate()), slide::percent(found.otherRate()));
}

Line sentenceOf(const AttributeProfile& profile, const Contrast& found, const Findings& findings) {
    const auto strong = [](const QString& text) { return Run{text, 25, Weight::SemiBold, slide::ink}; };
    const auto plain = [](const QString& text) { return Run{text, 25, Weight::Regular, slide::ink}; };
    const auto counted = [&](qint64 positives, qint64 n) {
        return Words::tr("%1 of %2 %3", "42% of 424 deals")
            .arg(slide::percent(double(positives) / double(n)), slide::whole(double(n)),
                 unitWord(findings.study));
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
                                 .arg(slide::whole(double(level.rate.n)), unitWord(findings.study))));
    return line;
}

QString howSure(const AttributeProfile& profile) {
    if (profile.test.isEmpty()) return Words::tr("Not tested: too few cases at every level.");
    const QString strength = profile.q < 0.001  ? Words::tr("Very clear")
                             : profile.q < 0.05 ? Words::tr("Clear")
                                                : Words::tr("Unsure");
    return Words::tr("%1: q %2, after correction for all attributes tested. Test: %3. Effect: %4 %5.")
        .arg(strength, slide::probability(profile.q), profile.test, profile.effectName,
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

Draft evidencePage(const AttributeProfile& profile, const DeckInput& input, const MeasureText& measure) {
    const Findings& findings = *input.findings;
    const Contrast found = contrast(profile, findings.base);
    const std::vector<Level> levels = chartLevels(profile, mostLevels);
    Page page(input, measure);
    page.header(Words::tr("Evidence for the ideal customer profile"));
    page.title({{headline(profile, found, findings.study, measure), 0, Weight::SemiBold, slide::ink}},
               titleSize, 62);

    constexpr Box chart{Page::left, 284, 1030, 562};
    constexpr Box side{1190, 206, Page::right - 1190, 640};
    const bool won = findings.study.outcome == Outcome::Won;
    page.label({chart.x, 202, chart.width, 36},
               {rateName(findings.study.outcome).arg(profile.label), 22, Weight::SemiBold, slide::best});
    QString what =
        won ? Words::tr("Won deals out of closed deals. Lines show the 95% range.")
        : findings.study.outcome == Outcome::Retained
            ? Words::tr("Customers that stayed, out of those whose state is known. Lines show the 95% range.")
            : Words::tr("Customers in the top quarter by value. Lines show the 95% range.");
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

    const Box box{Page::left, 868, Page::width, 108};
    page.card(box, slide::stretchSoft, slide::best);
    const Fitted words =
        fitted(sentenceOf(profile, found, findings), box.width - 60, box.height - 24, 1.34, measure);
    page.lines({box.x + 30, box.y, box.width - 60, box.height}, words.lines, 1.34, Align::Left,
               Anchor::Middle);
    return {page.take(), slide::basis(input)};
}

}  // namespace

std::vector<Draft> evidencePages(const DeckInput& input, const MeasureText& measure) {
    std::vector<Draft> pages;
    for (const AttributeProfile& profile : input.findings->attributes) {
        const bool used = std::any_of(
            input.icp->criteria.begin(), input.icp->criteria.end(), [&](const Criterion& criterion) {
                return criterion.condition && partOf(criterion) != CriterionPart::Exclusion &&
                       criterion.condition->attribute == profile.name;
            });
        if (used && profile.leak.isEmpty() && !profile.levels.empty())
            pages.push_back(evidencePage(profile, input, measure));
    }
    return pages;
}

}  // namespace icp
