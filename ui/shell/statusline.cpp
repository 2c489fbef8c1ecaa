#include "ui/shell/statusline.h"

#include "ui/document/document.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QEvent>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace icp::ui {

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent),
      m_calendar(new QLabel),
      m_date(new Text({}, int(Type::Note), Text::Ink::Second)),
      m_counts(new Text({}, int(Type::Note), Text::Ink::Second)),
      m_vote(new Text({}, int(Type::Note), Text::Ink::Second)),
      m_privacy(new Text({}, int(Type::Note), Text::Ink::Second)),
      m_tick(new QLabel),
      m_saved(new Text({}, int(Type::Note), Text::Ink::Second)) {
    setSizeGripEnabled(false);
    setFixedHeight(px(30));
    setContentsMargins(px(12), 0, px(14), 0);
    for (QLabel* label : {m_calendar, m_date, m_counts, m_vote, m_privacy}) addWidget(label);
    m_date->setContentsMargins(0, 0, px(16), 0);
    m_counts->setContentsMargins(0, 0, px(16), 0);
    m_vote->setContentsMargins(0, 0, px(16), 0);
    addPermanentWidget(m_tick);
    addPermanentWidget(m_saved);
    restyle();
    setDocument(nullptr);
}

void StatusLine::setDocument(Document* document) {
    m_document = document;
    m_privacy->setText(document ? tr("Everything stays on this computer")
                                : tr("Everything stays on this computer. No account, no cloud."));
    m_tick->hide();
    m_saved->clear();
    if (document) {
        connect(document, &Document::datasetChanged, this, &StatusLine::describeData);
        connect(document, &Document::factsChanged, this, &StatusLine::describeData);
        connect(document, &Document::workshopChanged, this, &StatusLine::describeVote);
        connect(document, &Document::currentIcpChanged, this, &StatusLine::describeVote);
        connect(document, &Document::saved, this, &StatusLine::markSaved);
        // What went back may stand on another page, where nobody sees it go.
        connect(document, &Document::undone, this,
                [this](const QString& step) { m_saved->setText(tr("Undone: %1").arg(step)); });
        connect(document, &Document::redone, this,
                [this](const QString& step) { m_saved->setText(tr("Done again: %1").arg(step)); });
    }
    describeData();
    describeVote();
}

/// How the room feels about the profile that is open.
void StatusLine::describeVote() {
    const Icp* icp = m_document ? m_document->currentIcp() : nullptr;
    const QString words = icp ? comfortText(icp->comfort) : QString();
    m_vote->setText(icp && isEarlierVote(*icp) ? tr("Earlier profile: %1").arg(words) : words);
    m_vote->setVisible(!words.isEmpty());
}

void StatusLine::describeData() {
    const bool hasData = m_document && !m_document->dataset().files.empty();
    const bool counted = hasData && m_document->facts()->size() > 0;
    m_counts->setVisible(counted);
    for (QLabel* label : {m_calendar, m_date}) label->setVisible(hasData);
    if (!hasData) return;
    const Dataset& dataset = m_document->dataset();
    const QLocale locale;
    const bool dated = dataset.asOf.isValid();
    m_calendar->setVisible(dated);
    m_date->setVisible(dated);
    m_date->setText(tr("Data as of %1").arg(locale.toString(dataset.asOf, QStringLiteral("d MMM yyyy"))));
    if (!counted) return;
    const qint64 known = m_document->facts()->customers();
    const qint64 closed = std::count_if(dataset.dealState.begin(), dataset.dealState.end(),
                                        [](DealState state) { return state != DealState::Open; });
    const QString first = known > 0 ? tr("%1 customers").arg(locale.toString(known))
                                    : tr("%1 accounts").arg(locale.toString(qint64(dataset.accounts.rows())));
    m_counts->setText(closed > 0 ? tr("%1 · %2 closed deals").arg(first, locale.toString(closed)) : first);
}

void StatusLine::markSaved() {
    m_tick->show();
    m_saved->setText(tr("Saved %1").arg(QLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm"))));
}

void StatusLine::changeEvent(QEvent* event) {
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::StyleChange) restyle();
}

void StatusLine::restyle() {
    const QColor colour = Tokens::of(this).ink2;
    m_calendar->setPixmap(iconPixmap(QStringLiteral("calendar"), colour, px(16), devicePixelRatioF()));
    m_tick->setPixmap(iconPixmap(QStringLiteral("check"), colour, px(16), devicePixelRatioF()));
}

}  // namespace icp::ui
