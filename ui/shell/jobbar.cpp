#include "ui/shell/jobbar.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>

namespace icp::ui {

namespace {
constexpr int delay = 300;
constexpr double earliestGuess = 0.08;  // below this share, time left would be a guess
}  // namespace

JobBar::JobBar(QWidget* parent)
    : QWidget(parent),
      m_what(new Text({}, int(Type::Body))),
      m_bar(new QProgressBar),
      m_left(new Text({}, int(Type::Table), Text::Ink::Third)) {
    auto* card = new Card;
    auto* row = new QHBoxLayout;
    row->setSpacing(px(14));
    m_what->setMinimumWidth(px(240));
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    QPushButton* stop = secondaryButton(tr("Cancel"), QStringLiteral("cross"));
    stop->setProperty("small", true);
    stop->setToolTip(tr("What was there before stays"));
    row->addWidget(m_what);
    row->addWidget(m_bar, 1);
    row->addWidget(m_left);
    row->addWidget(stop);
    card->body()->addLayout(row);
    card->body()->setContentsMargins(px(16), px(10), px(14), px(10));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), 0, px(20), px(16));
    column->addWidget(card);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();

    m_delay.setSingleShot(true);
    m_delay.setInterval(delay);
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(stop, &QPushButton::clicked, this, &JobBar::cancelled);
}

void JobBar::begin(const QString& what) {
    m_what->setText(what);
    m_left->clear();
    m_bar->setValue(0);
    m_bar->setAccessibleName(what);
    m_since.start();
    if (!isVisible()) m_delay.start();
}

void JobBar::report(const QString& what, double fraction, qint64 done, qint64 total) {
    const QLocale locale;
    m_what->setText(total > 0  ? tr("%1: %2 of %3").arg(what, locale.toString(done), locale.toString(total))
                    : done > 0 ? tr("%1: %2").arg(what, locale.toString(done))
                               : what);
    m_bar->setValue(qRound(fraction * 1000));
    if (fraction < earliestGuess) {
        m_left->clear();
        return;
    }
    const int seconds = qMax(1, qRound(double(m_since.elapsed()) / 1000 / fraction * (1 - fraction)));
    m_left->setText(seconds < 90 ? tr("about %1 s left").arg(seconds)
                                 : tr("about %1 min left").arg((seconds + 30) / 60));
}

void JobBar::end() {
    m_delay.stop();
    hide();
}

}  // namespace icp::ui
