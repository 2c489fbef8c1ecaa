#include "ui/stations/methodtext.h"

#include "core/analysis/othermeasures.h"
#include "core/analysis/stability.h"
#include "core/analysis/testwords.h"
#include "core/base/shown.h"
#include "ui/charts/words.h"
#include "ui/models/segmenttable.h"

#include <algorithm>

namespace icp::ui {

namespace {

QString number(double value, int decimals = 2) { return QLocale().toString(value, 'f', decimals); }

QString pText(double p) {
    return p < 0.001 ? MethodText::tr("p under 0.001") : MethodText::tr("p %1").arg(number(p, 3));
}

QString sentence(QString words) {
    if (!words.isEmpty()) words[0] = words[0].toUpper();
    return words.endsWith(u'.') ? words : words + u'.';
}

QString joined(QStringList lines) {
    lines.removeAll(QString());
    return lines.join(u'\n');
}

/// Who is behind a test, by AttributeProfile::test.
QString reference(const QString& test) {
    if (test == u"rao-scott") return MethodText::tr("Rao and Scott 1992");
    if (test == u"chi-square") return MethodText::tr("Pearson 1900");
    if (test == u"kruskal-wallis") return MethodText::tr("Kruskal and Wallis 1952");
    return {};
}

QString ranges() { return MethodText::tr("Ranges: 95%, score interval (Wilson 1927)."); }

}  // namespace

QString MethodText::scope() const {
    const Study& study = m_findings.study;
    const Words words(study);
    QStringList filter;
    for (const Condition& condition : study.filter) filter << conditionLabel(condition, m_dataset);
    QString counted = tr("Counted: %1, %2", "Counted: every closed deal, 720 deals, 230 won")
                          .arg(words.unit().toLower(), words.scope(m_findings.base));
    if (m_findings.clusters > 0 && m_findings.clusters < m_findings.base.n)
        counted += tr(", of %1 accounts").arg(countText(m_findings.clusters));
    const QString period = periodText(m_findings.from, m_findings.to);
    if (!period.isEmpty()) counted += tr(", %1").arg(period);
    if (!m_findings.measure.isEmpty()) counted += tr(", measured by %1").arg(m_findings.measure);
    return counted + QStringLiteral(".\n") +
           (filter.isEmpty() ? tr("Filter: none.")
                             : tr("Filter: %1.").arg(filter.join(QStringLiteral("; "))));
}

QString MethodText::withSealed() const {
    if (m_findings.heldOut.n == 0) return {};
    return tr("The newest %1, which are kept aside to check segments and exclusions, count here too: nothing "
              "is "
              "searched for here. What you choose by it was not checked on them.")
        .arg(Words(m_findings.study).counted(m_findings.heldOut.n));
}

QString MethodText::searched() const {
    const Rate& found = m_findings.discovery;
    if (m_findings.heldOut.n == 0) return tr("Found in everything; nothing was kept aside for a check.");
    return tr("Found in the older %1; the newest %2 were kept out of the search.")
        .arg(Words(m_findings.study).counted(found.n), countText(m_findings.heldOut.n));
}

QString MethodText::attribute(const AttributeProfile& attribute) const {
    if (!attribute.leak.isEmpty() || attribute.test.isEmpty())
        return joined({tr("No test was made."), scope(), ranges()});
    const auto tested = std::count_if(m_findings.attributes.begin(), m_findings.attributes.end(),
                                      [](const AttributeProfile& one) { return !one.test.isEmpty(); });
    const QString who = reference(attribute.test);
    const QString test = testWords(attribute);
    return joined(
        {sentence(who.isEmpty() || test.contains(who) ? test : tr("%1, %2").arg(test, who)),
         tr("%1: as far apart as here or farther by chance alone. %2 after all %3 attributes tested "
            "are counted (Benjamini and Hochberg 1995).")
             .arg(pText(attribute.p), sentence(qText(attribute.q)).chopped(1))
             .arg(tested),
         sentence(tr("%1: %2").arg(effectWords(attribute), number(attribute.effect))), otherwise(attribute),
         attribute.missing > 0 ? tr("Unknown for %1; “Unknown” is a level of its own, and not part of "
                                    "the test.")
                                     .arg(Words(m_findings.study).counted(attribute.missing))
                               : QString(),
         scope(), withSealed(), ranges() + u' ' + tr("Gaps between two rates: Newcombe 1998.")});
}

QString MethodText::otherwise(const AttributeProfile& attribute) const {
    const auto& all = m_findings.attributes;
    const auto place = std::find_if(all.begin(), all.end(),
                                    [&](const AttributeProfile& one) { return one.name == attribute.name; }) -
                       all.begin();
    if (place == std::ssize(all)) return {};
    const OtherMeasures measures = otherMeasures(m_findings)[std::size_t(place)];
    QString text =
        tr("By other measures: %1 if tests may hang together in any way (Benjamini and Yekutieli 2001)")
            .arg(qText(measures.qAnyDependence));
    if (attribute.kind != AttributeKind::Multi)
        text +=
            tr("; information value %1, mutual information %2 nats, which is %3 of what is open about the "
               "outcome (Theil’s U)")
                .arg(number(measures.informationValue), number(measures.mutualInformation, 3),
                     percentText(measures.uncertainty));
    text += u'.';
    const auto first = std::find_if(attribute.levels.begin(), attribute.levels.end(),
                                    [](const Level& level) { return !level.unknown && level.rate.n > 0; });
    if (first == attribute.levels.end()) return text;
    const auto range = [](const Interval& interval) {
        return tr("%1 to %2").arg(percentText(interval.low), percentText(interval.high));
    };
    text +=
        u' ' + tr("The range of “%1” is %2; %3 by Jeffreys’ rule (Brown, Cai and DasGupta 2001), %4 exactly "
                  "(Clopper and Pearson 1934).")
                   .arg(first->label, range({first->rate.low, first->rate.high}),
                        range(jeffreys(first->rate.positives, first->rate.n)),
                        range(clopperPearson(first->rate.positives, first->rate.n)));
    if (const auto ratio = ratioToOthers(attribute, *first))
        text +=
            u' ' + tr("Its rate is %1× that of all others (%2 to %3; Katz and others 1978).")
                       .arg(number(ratio->value), number(ratio->interval.low), number(ratio->interval.high));
    return text;
}

QString MethodText::confounder(const Confounder& found) const {
    if (found.strata == 0)
        return joined(
            {tr("Odds of %1 alone: %2× (%3 to %4). In no group of %5 are there some inside and some "
                "outside, so that nothing is left to compare among equal ones.")
                 .arg(found.contrast, number(found.crude.value), number(found.crude.interval.low),
                      number(found.crude.interval.high), found.explainedByLabel),
             compared(found, m_findings.study), scope(), withSealed()});
    return joined(
        {tr("Odds of %1, first alone, then compared only among equal values of %2: pooled over %3 groups "
            "(Mantel and Haenszel 1959; ranges Robins, Breslow and Greenland 1986).")
             .arg(found.contrast, found.explainedByLabel)
             .arg(found.strata),
         tr("%1× alone (%2 to %3), %4× with the other held equal (%5 to %6; that nothing is left of it: %7 "
            "by "
            "the pooled test, Mantel and Haenszel 1959).")
             .arg(number(found.crude.value), number(found.crude.interval.low),
                  number(found.crude.interval.high))
             .arg(number(found.adjusted.value), number(found.adjusted.interval.low),
                  number(found.adjusted.interval.high), pText(found.adjustedP)),
         tr("Alike in all groups: %1 (Breslow and Day 1980, Tarone 1985). Something nobody measured would "
            "have "
            "to raise both by %2× to explain the rest away (VanderWeele and Ding 2017).")
             .arg(pText(found.homogeneity), number(found.eValue, 1)),
         compared(found, m_findings.study), scope(), withSealed()});
}

QString MethodText::compared(const Confounder& found, const Study& study) {
    const Words words(study);
    return found.unknown == 0
               ? tr("%1 compared.").arg(words.counted(found.n))
               : tr("%1 compared; %2 are left out, because %3 is not known of them.")
                     .arg(words.counted(found.n), countText(found.unknown), found.explainedByLabel);
}

QString MethodText::habit(const Exposure& exposure) const {
    return joined(
        {tr("Share of all tries and of all wins in each level. A habit is suspected where most tries are of "
            "one "
            "level, and its rate is not clearly above that of the others."),
         tr("%1: %2 of %3, elsewhere %4 of %5. The gap lies between %6 and %7 points (Newcombe 1998).")
             .arg(exposure.leader, countText(exposure.leaderRate.positives), countText(exposure.leaderRate.n))
             .arg(countText(exposure.elsewhere.positives), countText(exposure.elsewhere.n))
             .arg(qRound(exposure.gap.low * 100))
             .arg(qRound(exposure.gap.high * 100)),
         scope(), withSealed()});
}

QString MethodText::reweighted(const Exposure&) const {
    return joined(
        {tr("The rate of every level, weighed by its share of the market instead of its share of the "
            "tries (post-stratification). Levels that were never tried are left out; those of which "
            "nobody said a share are taken together."),
         tr("It corrects for where you tried, not for whom you chose there."), scope(), withSealed(),
         ranges()});
}

QString MethodText::missing(const Exposure& exposure) const {
    return joined(
        {tr("Rate where the value is known against the rate where it is not, accounts as what varies. "
            "%1 over all attributes with missing values (Benjamini and Hochberg 1995).")
             .arg(sentence(qText(exposure.missing->q)).chopped(1)),
         scope(), withSealed(), ranges()});
}

QString MethodText::exclusion(const Exclusion& exclusion) const {
    const LeadsSaved& saved = exclusion.saved;
    return joined(
        {tr("A level is proposed where even the upper end of its range, accounts as what varies, lies below "
            "the average, where it is at least a fifth worse, and where that stays so when all levels "
            "looked at are counted (Benjamini and Hochberg 1995)."),
         tr("Left alone, %1 of %2 tries would have been saved, and %3 of %4 wins lost.")
             .arg(countText(saved.saved), countText(saved.tries), countText(saved.winsLost),
                  countText(saved.wins)),
         searched(), checkMeaning(exclusion.verdict, false, m_findings.study),
         m_findings.heldOut.n > 0 ? tr("The rate and its bar are of all of them together, the counts before "
                                       "and since are apart.")
                                  : QString(),
         scope(), ranges()});
}

QString MethodText::segment(const Segment& segment) const {
    const int tries = m_findings.permutations;
    return joined(
        {tr("All combinations of up to %1 conditions were searched. Kept are those that win more often than "
            "what "
            "they narrow (Webb 2007). To make the list diverse, one that covers nearly the same as a better "
            "one "
            "is left out: where what both cover is more than %2 of what either covers (Jaccard index; van "
            "Leeuwen and Knobbe 2012).")
             .arg(m_findings.study.depth)
             .arg(percentText(sameCover)),
         m_findings.study.quality == SegmentQuality::Wracc
             ? QString()
             : tr("As the highest rates of all are those of a few lucky ones, only combinations that chance "
                  "hardly explains were looked at, and the reshuffles tell how far from chance they must "
                  "be."),
         tries > 0 ? tr("%1, %2: twice the smaller of two bounds. One is the p of this segment alone times "
                        "all combinations that could have been found (Webb 2008), which can be far smaller "
                        "than reshuffles can tell. The other: the whole search was repeated on %3 reshuffles "
                        "of accounts’ outcomes, and counted how often it finds one as good by chance "
                        "(Westfall and Young 1993).")
                         .arg(sentence(pText(segment.p)).chopped(1), qText(segment.q))
                         .arg(tries)
                   : tr("%1, %2: too much to search for a repetition by chance; all combinations are counted "
                        "instead.")
                         .arg(sentence(pText(segment.p)).chopped(1), qText(segment.q)),
         redraws(segment), searched(), checkMeaning(segment.verdict, true, m_findings.study), scope(),
         ranges()});
}

QString MethodText::redraws(const Segment& segment) const {
    if (m_findings.redraws == 0) return {};
    QString text = tr("Accounts were drawn anew %1 times, each as often as chance has it (Field and Welsh "
                      "2007), and the "
                      "whole search was repeated on each redraw. Found again means: among its %2 best is one "
                      "that covers "
                      "nearly the same (Jaccard index above %3). That was so in %4.")
                       .arg(m_findings.redraws)
                       .arg(candidatesJudged)
                       .arg(number(sameCover, 1))
                       .arg(segment.foundAgain);
    if (segment.foundAgain > 0 && segment.optimism > 0)
        text += u' ' +
                tr("Its rate lay %1 points higher there than in the data, on average: this is what picking "
                   "the best adds (optimism; Harrell, Lee and Mark 1996). Without it the rate is %2.")
                    .arg(number(100 * segment.optimism, 1), percentText(correctedRate(segment)));
    else if (segment.foundAgain > 0)
        text +=
            u' ' + tr("Its rate lay no higher there than in the data, so picking the best adds nothing to it "
                      "(optimism; Harrell, Lee and Mark 1996).");
    return text;
}

}  // namespace icp::ui
