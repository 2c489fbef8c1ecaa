#include "ui/stations/segments/segmentcheck.h"

#include "core/base/shown.h"
#include "ui/charts/ratebar.h"
#include "ui/charts/words.h"
#include "ui/models/segmenttable.h"
#include "ui/stations/methodfold.h"
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
      m_base(new Text({}, int(Type::Note), Text::Ink::Third)),
      m_caution(new Text({}, int(Type::Note), Text::Ink::Warn)),
      m_proof(new Text({}, int(Type::Note), Text::Ink::Second)),
      m_seal(new Text({}, int(Type::Note), Text::Ink::Second)),
      m_open(secondaryButton(tr("Open the seal"), QStringLiteral("lock"))),
      m_method(new MethodFold) {
    for (Text* text : {m_proof, m_seal, m_caution}) text->setWordWrap(true);
    m_open->setObjectName(QStringLiteral("openSeal"));
    m_open->setProperty("small", true);
    m_open->setToolTip(tr("Look at what was kept aside (O); it is counted"));
    connect(m_open, &QPushButton::clicked, this, &SegmentCheck::openRequested);
    m_sentence->setWordWrap(true);
    m_base->setWordWrap(true);
    body()->setSpacing(px(4));
    body()->addWidget(m_sentence);
    body()->addWidget(m_caution);
    body()->addSpacing(px(6));
    for (QWidget* widget : {static_cast<QWidget*>(m_olderText), static_cast<QWidget*>(m_older),
                            static_cast<QWidget*>(m_newerText), static_cast<QWidget*>(m_newer)})
        body()->addWidget(widget);
    body()->addWidget(m_seal);
    body()->addWidget(m_open, 0, Qt::AlignLeft);
    body()->addSpacing(px(4));
    body()->addWidget(m_base);
    body()->addWidget(m_proof);
    body()->addWidget(m_method);
    body()->addStretch(1);
}

void SegmentCheck::showSeal(const Findings& findings, bool sealed) {
    const Words words(findings.study);
    const int looks = findings.seal.openings;  // this one included
    const QString kept = words.counted(findings.heldOut.n);
    m_open->setVisible(sealed);
    m_seal->setVisible(findings.heldOut.n > 0);
    const QString since = periodText(findings.heldOutFrom, findings.heldOutFrom);
    m_seal->setInk(!sealed && looks > 1 ? Text::Ink::Warn : Text::Ink::Second);
    if (sealed && looks <= 1)
        m_seal->setText(tr("%1 since %2 are sealed. They prove something the first time they are looked at.")
                            .arg(kept, since));
    else if (sealed)
        m_seal->setText(
            tr("%1 since %2 are sealed, and were looked at %n time(s) for other questions. Each look "
               "makes them prove less.",
               nullptr, looks - 1)
                .arg(kept, since));
    else if (looks <= 1)
        m_seal->setText(tr("Opened once, for this question."));
    else
        m_seal->setText(
            tr("Opened %n time(s), with other questions: it proves less each time.", nullptr, looks));
}

void SegmentCheck::showProof(const Segment& segment, const Findings& findings) {
    QStringList parts;
    if (findings.permutations > 0)
        parts << tr("By chance: %1, counting all combinations or by %2 reshuffles.")
                     .arg(qText(segment.q))
                     .arg(findings.permutations);
    if (findings.redraws > 0)
        parts << (segment.foundAgain * 2 < findings.redraws
                      ? tr("Found again in only %1 of %2 redraws: not stable.", "9 of 200")
                      : tr("Found again in %1 of %2 redraws.", "187 of 200"))
                     .arg(segment.foundAgain)
                     .arg(findings.redraws);
    else
        parts << tr("Redrawing…");
    if (findings.redraws > 0 && segment.foundAgain > 0 && correctedRate(segment) < segment.rate.rate)
        parts << tr("Without what picking the best adds: %1.", "a rate: 55%")
                     .arg(percentText(correctedRate(segment)));
    m_proof->setText(parts.join(u' '));
}

void SegmentCheck::showSegment(const Segment& segment, const Findings& findings, bool sealed,
                               const QString& method) {
    const Words words(findings.study);
    const double maximum = std::clamp(
        std::max(segment.rate.high, segment.heldOut.n > 0 ? segment.heldOut.high : 0.0), 0.05, 1.0);
    const auto spoken = [&](const Rate& rate) {
        return QStringLiteral("%1, %2, %3").arg(percentText(rate.rate), words.ratio(rate), words.range(rate));
    };
    m_sentence->setText(sealed ? tr("Not checked yet: the newest data are sealed.")
                               : sentenceOf(segment, findings));
    const QStringList cautions = cautionsOf(segment, findings);
    m_caution->setVisible(!cautions.isEmpty());
    m_caution->setText(cautions.join(u'\n'));
    showSeal(findings, sealed);
    showProof(segment, findings);
    m_method->setVisible(!method.isEmpty());
    m_method->setMethod(method);
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
