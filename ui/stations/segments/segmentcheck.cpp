#include "ui/stations/segments/segmentcheck.h"

#include "core/base/shown.h"
#include "ui/charts/ratebar.h"
#include "ui/charts/words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QVBoxLayout>

#include <algorithm>

namespace icp::ui {

namespace {

QString sentenceOf(const Segment& segment, const Findings& findings) {
    if (segment.heldOut.n == 0)
        return SegmentCheck::tr("Nothing newer is kept aside that it could be checked on.");
    if (segment.verdict == u"held")
        return SegmentCheck::tr("It holds: clearly above average in the newest data too.");
    if (segment.verdict == u"weaker")
        return SegmentCheck::tr("Weaker: the newest data lie above average, but not clearly.");
    if (segment.verdict == u"average")
        return SegmentCheck::tr("It does not hold: no better than average in the newest data.");
    return SegmentCheck::tr("Too few among the newest %1 to tell.")
        .arg(Words(findings.study).counted(findings.heldOut.n));
}

}  // namespace

SegmentCheck::SegmentCheck(QWidget* parent)
    : Card(tr("Does it hold?"), parent),
      m_sentence(new Text({}, int(Type::Finding))),
      m_olderText(new Text({}, int(Type::Table), Text::Ink::Second)),
      m_older(new RateBar),
      m_newerText(new Text({}, int(Type::Table), Text::Ink::Second)),
      m_newer(new RateBar),
      m_base(new Text({}, int(Type::Note), Text::Ink::Third)) {
    m_sentence->setWordWrap(true);
    m_base->setWordWrap(true);
    body()->setSpacing(px(4));
    body()->addWidget(m_sentence);
    body()->addSpacing(px(6));
    for (QWidget* widget : {static_cast<QWidget*>(m_olderText), static_cast<QWidget*>(m_older),
                            static_cast<QWidget*>(m_newerText), static_cast<QWidget*>(m_newer)})
        body()->addWidget(widget);
    body()->addSpacing(px(4));
    body()->addWidget(m_base);
    body()->addStretch(1);
}

void SegmentCheck::showSegment(const Segment& segment, const Findings& findings) {
    const Words words(findings.study);
    const double maximum = std::clamp(
        std::max(segment.rate.high, segment.heldOut.n > 0 ? segment.heldOut.high : 0.0), 0.05, 1.0);
    const auto spoken = [&](const Rate& rate) {
        return QStringLiteral("%1, %2, %3").arg(percentText(rate.rate), words.ratio(rate), words.range(rate));
    };
    m_sentence->setText(sentenceOf(segment, findings));
    const bool checked = segment.heldOut.n > 0;
    const QString since = periodText(findings.heldOutFrom, findings.heldOutFrom);
    m_olderText->setText(checked ? tr("Before %1: %2").arg(since, words.ratio(segment.rate))
                                 : words.ratio(segment.rate));
    m_older->setRate(segment.rate, findings.base.rate, maximum, spoken(segment.rate));
    m_newerText->setVisible(checked);
    m_newer->setVisible(checked);
    if (checked) {
        m_newerText->setText(tr("Since %1: %2").arg(since, words.ratio(segment.heldOut)));
        m_newer->setRate(segment.heldOut, findings.base.rate, maximum, spoken(segment.heldOut));
    }
    m_base->setText(
        tr("Dashed: average %1. Lines show the likely range (95%).").arg(percentText(findings.base.rate)));
}

}  // namespace icp::ui
