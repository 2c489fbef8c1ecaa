#include "ui/stations/import/leakbar.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>

namespace icp::ui {

namespace {
constexpr int mostChips = 6;
constexpr int widestChip = 180;
constexpr int gap = 8;
}  // namespace

LeakBar::LeakBar(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel),
      m_title(new Text({}, int(Type::Table))),
      m_chips(new QHBoxLayout),
      m_more(linkButton({})) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(14), px(6), px(10), px(6));
    row->setSpacing(px(10));
    row->addWidget(m_icon);
    row->addWidget(m_title);
    row->addStretch(1);
    m_chips->setSpacing(px(gap));
    row->addLayout(m_chips);
    row->addWidget(m_more);
    m_more->setObjectName(QStringLiteral("moreLeaks"));
    m_more->setToolTip(tr("Show all of them in the list of columns"));
    m_title->setTextFormat(Qt::RichText);
    setFixedHeight(px(40));
    connect(m_more, &QPushButton::clicked, this, &LeakBar::moreWanted);
    restyle();
    hide();
}

void LeakBar::setHeaders(const QStringList& headers) {
    m_headers = headers;
    const QString count = tr("%n column(s) know(s) the result.", nullptr, int(headers.size()));
    m_title->setText(QStringLiteral("<b>%1</b> %2")
                         .arg(count.toHtmlEscaped(), tr("Left out of patterns:").toHtmlEscaped()));
    setAccessibleName(count);
    setVisible(!headers.isEmpty());
    fit();
}

/// As many chips as there is room for; at least the count of the others is told.
void LeakBar::fit() {
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();  // it may be asking for this itself
        delete item;
    }
    const QFontMetrics metrics(ui::font(Type::Table));
    const QString more = tr("%1 more").arg(QLocale().toString(m_headers.size()));
    int room = width() - m_title->sizeHint().width() - px(20 + 14 + 10 + 40) -
               metrics.horizontalAdvance(more) - px(28);
    int shown = 0;
    for (const QString& header : m_headers.mid(0, mostChips)) {
        const QString text = metrics.elidedText(header, Qt::ElideRight, px(widestChip));
        auto* chip = new Chip(QString(text).replace(u'&', QStringLiteral("&&")));
        chip->setToolTip(tr("Take “%1” back into the analysis").arg(header));
        chip->setAccessibleName(chip->toolTip());
        const int width = chip->sizeHint().width() + px(gap);
        if (width > room) {
            delete chip;
            break;
        }
        room -= width;
        ++shown;
        connect(chip, &QPushButton::clicked, this, [this, header] { Q_EMIT takenBack(header); });
        m_chips->addWidget(chip);
    }
    const int left = int(m_headers.size()) - shown;
    m_more->setVisible(left > 0);
    m_more->setText(shown > 0 ? tr("%1 more").arg(QLocale().toString(left)) : tr("Show"));
}

void LeakBar::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) fit();
}

void LeakBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange) restyle();
}

void LeakBar::restyle() {
    m_icon->setPixmap(
        iconPixmap(QStringLiteral("warning"), Tokens::of(this).warnInk, px(18), devicePixelRatioF()));
    update();
}

void LeakBar::paintEvent(QPaintEvent*) {
    const Tokens& t = Tokens::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.warnLine);
    painter.setBrush(t.warnBg);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
}

}  // namespace icp::ui
