#include "core/deck/tables.h"

#include "core/analysis/testwords.h"
#include "core/deck/facts.h"
#include "core/deck/figures.h"
#include "core/deck/gridpages.h"
#include "core/deck/palette.h"
#include "core/deck/standout.h"

#include <QCoreApplication>

#include <algorithm>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::DeckTables)
};

constexpr std::size_t mostSegments = 12;

QString rateText(const Rate& rate) {
    return Words::tr("%1 (%2)", "a rate, its range")
        .arg(slide::percent(rate.rate), slide::percentRange(rate.low, rate.high));
}

QString countText(const Rate& rate) {
    return Words::tr("%1 of %2").arg(slide::whole(double(rate.positives)), slide::whole(double(rate.n)));
}

QString heldOutText(const Rate& rate) {
    return rate.n > 0 ? Words::tr("%1 of %2", "57% of 94")
                            .arg(slide::percent(rate.rate), slide::whole(double(rate.n)))
                      : QString();
}

QString testText(const AttributeProfile& profile) {
    if (!profile.leak.isEmpty()) return Words::tr("left out");
    if (profile.singleLevel) return Words::tr("one level only");
    return profile.test.isEmpty() ? Words::tr("too few cases") : testWords(profile);
}

QString strengthText(const AttributeProfile& profile) {
    if (!profile.leak.isEmpty()) return profile.leak;
    if (profile.test.isEmpty()) return Words::tr("untested");
    return profile.q < 0.001  ? Words::tr("very clear")
           : profile.q < 0.05 ? Words::tr("clear")
                              : Words::tr("unsure");
}

/// Columns that say nothing in this study are left out: newer deals without a hold-out, revenue without
/// amounts.
class ColumnChooser {
public:
    void add(const QString& heading, double width, Align align, bool useful = true) {
        m_useful.push_back(useful);
        if (useful) m_headings.push_back({heading, width, align});
    }
    /// The first column takes the room that is left.
    Grid grid() {
        double rest = Page::width;
        for (const Grid::Heading& one : m_headings) rest -= one.width;
        m_headings.front().width += rest;
        return Grid(m_headings);
    }
    QStringList row(const QStringList& texts) const {
        QStringList chosen;
        for (qsizetype i = 0; i < texts.size(); ++i)
            if (m_useful[std::size_t(i)]) chosen << texts[i];
        return chosen;
    }

private:
    std::vector<Grid::Heading> m_headings;
    std::vector<bool> m_useful;
};

GridPart segmentPart(const Findings& findings) {
    ColumnChooser columns;
    columns.add(Words::tr("Segment"), 700, Align::Left);
    columns.add(findings.heldOut.n > 0 ? Words::tr("On older deals") : Words::tr("Inside"), 200,
                Align::Right);
    columns.add(Words::tr("Rate and 95% range"), 280, Align::Right);
    columns.add(Words::tr("Against all"), 140, Align::Right);
    columns.add(Words::tr("On newer deals"), 200, Align::Right, findings.heldOut.n > 0);
    columns.add(Words::tr("Verdict"), 200, Align::Left, findings.heldOut.n > 0);
    Grid grid = columns.grid();
    for (std::size_t i = 0; i < std::min(mostSegments, findings.segments.size()); ++i) {
        const Segment& segment = findings.segments[i];
        grid.add(columns.row({segment.labels.join(Words::tr(" and ", "between conditions")),
                              countText(segment.rate), rateText(segment.rate),
                              Words::tr("%1×", "times").arg(slide::locale().toString(segment.lift, 'f', 1)),
                              heldOutText(segment.heldOut), slide::verdictWord(segment.verdict)}));
    }
    return {findings.segments.size() > mostSegments
                ? Words::tr("The %1 of %2 segments whose range begins highest")
                      .arg(slide::whole(double(mostSegments)), slide::whole(double(findings.segments.size())))
                : Words::tr("Segments clearly above all"),
            std::move(grid)};
}

GridPart exclusionPart(const Findings& findings) {
    ColumnChooser columns;
    columns.add(Words::tr("Level"), 660, Align::Left);
    columns.add(findings.heldOut.n > 0 ? Words::tr("On older deals") : Words::tr("Inside"), 200,
                Align::Right);
    columns.add(Words::tr("Rate and 95% range"), 280, Align::Right);
    columns.add(Words::tr("On newer deals"), 200, Align::Right, findings.heldOut.n > 0);
    columns.add(Words::tr("Verdict"), 200, Align::Left, findings.heldOut.n > 0);
    columns.add(Words::tr("Customers in it"), 200, Align::Right);
    columns.add(Words::tr("Of revenue"), 164, Align::Right, findings.valueTotal > 0);
    Grid grid = columns.grid();
    for (const Exclusion& exclusion : findings.exclusions)
        grid.add(columns.row(
            {exclusion.attributeLabel.isEmpty() || exclusion.label.startsWith(exclusion.attributeLabel)
                 ? exclusion.label
                 : Words::tr("%1: %2").arg(exclusion.attributeLabel, exclusion.label),
             countText(exclusion.rate), rateText(exclusion.rate), heldOutText(exclusion.heldOut),
             slide::verdictWord(exclusion.verdict), slide::whole(double(exclusion.customers)),
             slide::percent(exclusion.revenueShare)}));
    return {Words::tr("Levels clearly below all"), std::move(grid)};
}

/// The rate of all; beside it that of the older ones, which segments are found in and compared with.
QString allText(const Findings& findings) {
    const QString all = slide::percent(findings.base.rate);
    return findings.heldOut.n > 0
               ? Words::tr("%1, of older ones %2").arg(all, slide::percent(findings.discovery.rate))
               : all;
}

}  // namespace

std::vector<Draft> segmentPages(const DeckInput& input, const MeasureText& measure) {
    const Findings& findings = *input.findings;
    std::vector<GridPart> parts;
    if (!findings.segments.empty()) parts.push_back(segmentPart(findings));
    if (!findings.exclusions.empty()) parts.push_back(exclusionPart(findings));
    if (parts.empty()) return {};
    return gridPages(
        Words::tr("Segments and exclusions"),
        (findings.study.outcome == Outcome::Won ? Words::tr("Where we win and where we do not. All: %1")
                                                : Words::tr("What stands out. All: %1"))
            .arg(allText(findings)),
        std::move(parts), input, measure);
}

std::vector<Draft> attributePages(const DeckInput& input, const MeasureText& measure) {
    const Findings& findings = *input.findings;
    if (findings.attributes.empty()) return {};
    const auto first = std::find_if(findings.attributes.begin(), findings.attributes.end(),
                                    [](const AttributeProfile& profile) { return !profile.test.isEmpty(); });
    QString effect = first == findings.attributes.end() ? Words::tr("Effect") : effectWords(*first);
    if (!effect.isEmpty()) effect.front() = effect.front().toUpper();
    Grid grid({{Words::tr("Attribute"), 340, Align::Left},
               {Words::tr("Known"), 110, Align::Right},
               {Words::tr("Test"), 430, Align::Left},
               {Words::tr("p"), 120, Align::Right},
               {Words::tr("q"), 120, Align::Right},
               {effect, 220, Align::Right},
               {Words::tr("How sure"), 404, Align::Left}});
    std::size_t drivers = 0;
    for (const AttributeProfile& profile : findings.attributes) {
        const bool tested = profile.leak.isEmpty() && !profile.test.isEmpty();
        drivers += profile.isDriver() ? 1 : 0;
        const double known = findings.base.n > 0 ? 1 - double(profile.missing) / double(findings.base.n) : 0;
        grid.add({profile.label, slide::percent(std::clamp(known, 0.0, 1.0)), testText(profile),
                  tested ? slide::probability(profile.p) : QString(),
                  tested ? slide::probability(profile.q) : QString(),
                  tested ? slide::locale().toString(profile.effect, 'f', 2) : QString(),
                  strengthText(profile)});
    }
    const QString title = drivers == 0 ? Words::tr("No attribute stands clearly apart")
                                       : Words::tr("Attributes that make a clear difference: %1 of %2")
                                             .arg(slide::whole(double(drivers)),
                                                  slide::whole(double(findings.attributes.size())));
    return gridPages(Words::tr("All attributes"), title, {{QString(), std::move(grid)}}, input, measure);
}

std::vector<Draft> warningPages(const DeckInput& input, const MeasureText& measure) {
    if (input.findings->warnings.empty()) return {};
    Grid grid({{Words::tr("What limits these findings"), Page::width, Align::Left}});
    for (const Warning& warning : input.findings->warnings) grid.add({warning.text});
    return gridPages(Words::tr("Limits"), Words::tr("Read these findings with care"),
                     {{QString(), std::move(grid)}}, input, measure);
}

}  // namespace icp
