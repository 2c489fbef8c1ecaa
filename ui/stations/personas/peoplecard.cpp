#include "ui/stations/personas/peoplecard.h"

#include "core/base/shown.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QStackedWidget>

#include <algorithm>
#include <cmath>

namespace icp::ui {

namespace {

enum Source { Quoted, Own };
constexpr int fewestDots = 6;
constexpr int mostDots = 10;

QString oneDecimal(double value) { return QLocale().toString(value, 'f', 1); }

QString plain(double value) { return QLocale().toString(value, 'g', 3); }

QString statText(const PanelStat& stat) {
    const auto tr = [](const char* text) { return PeopleCard::tr(text); };
    if (stat.accounts == 0) return {};
    const QString range = stat.range ? tr("95% range of the middle %1 to %2, by order statistics.")
                                           .arg(plain(stat.range->low), plain(stat.range->high))
                                     : tr("Fewer than six accounts give no range.");
    return tr("%1 deals at %2 accounts. Half of the accounts have %3 to %4 contacts, the middle one %5, the "
              "mean "
              "is %6.")
               .arg(countText(stat.deals), countText(stat.accounts), plain(stat.lowerQuartile),
                    plain(stat.upperQuartile), plain(stat.median), oneDecimal(stat.mean)) +
           u' ' + range;
}

/// A number of people as dots; the last one filled in part.
class Dots : public QWidget {
public:
    Dots(double value, int dots) : m_value(value), m_dots(dots) {
        setFixedSize(px(m_dots * step), px(22));
        setAccessibleName(oneDecimal(value));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& tokens = Tokens::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        for (int i = 0; i < m_dots; ++i) {
            const QRectF dot(px(i * step), px(2), px(diameter), px(diameter));
            QPainterPath shape;
            shape.addEllipse(dot);
            painter.fillPath(shape, tokens.restSoft);
            const double part = std::clamp(m_value - i, 0.0, 1.0);
            painter.save();
            painter.setClipRect(QRectF(dot.left(), dot.top(), dot.width() * part, dot.height()));
            painter.fillPath(shape, tokens.best);
            painter.restore();
        }
    }

private:
    static constexpr int step = 23;
    static constexpr int diameter = 18;
    double m_value;
    int m_dots;
};

}  // namespace

PeopleCard::PeopleCard(QWidget* parent)
    : Card(parent),
      m_pages(new QStackedWidget),
      m_won(new Text(QString(), int(Type::KeyNumber))),
      m_lost(new Text(QString(), int(Type::MainCardTitle))),
      m_bands(new QGridLayout),
      m_none(new Text(QString(), int(Type::Note), Text::Ink::Third)),
      m_switch(new SegmentedSwitch({tr("Quoted %1").arg(oneDecimal(quotedPanelSize)), tr("Your data")})),
      m_source(new Text(QString(), int(Type::Note), Text::Ink::Third)) {
    setAccessibleName(tr("People on the buying side"));
    m_switch->setAccessibleName(tr("Where the number of people is from"));
    m_source->setWordWrap(true);
    m_source->setAlignment(Qt::AlignRight | Qt::AlignTop);
    m_source->setFixedWidth(px(204));
    m_none->setWordWrap(true);

    auto* own = new QWidget;
    auto* numbers = new QGridLayout;
    numbers->setHorizontalSpacing(px(12));
    numbers->setVerticalSpacing(0);
    numbers->addWidget(new Text(tr("People on the buying side"), int(Type::Table), Text::Ink::Second), 0, 0,
                       1, 2);
    numbers->addWidget(m_won, 1, 0);
    numbers->addWidget(new Text(tr("in won deals"), int(Type::Table), Text::Ink::Second), 1, 1);
    numbers->addWidget(m_lost, 2, 0);
    numbers->addWidget(new Text(tr("in lost deals"), int(Type::Table), Text::Ink::Second), 2, 1);
    m_bands->setHorizontalSpacing(px(12));
    m_bands->setVerticalSpacing(px(2));
    auto* row = new QHBoxLayout(own);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(numbers);
    row->addSpacing(px(20));
    row->addStretch(1);
    row->addLayout(m_bands);
    row->addStretch(1);

    auto* quoted = new QWidget;
    auto* figure = new QVBoxLayout(quoted);
    figure->setContentsMargins(0, 0, 0, 0);
    figure->setSpacing(0);
    figure->addWidget(
        new Text(tr("People on the buying side, as quoted"), int(Type::Table), Text::Ink::Second));
    figure->addWidget(new Text(oneDecimal(quotedPanelSize), int(Type::KeyNumber)));
    figure->addWidget(m_none);
    figure->addStretch(1);
    m_pages->addWidget(quoted);
    m_pages->addWidget(own);

    auto* side = new QVBoxLayout;
    side->setSpacing(px(6));
    side->addWidget(m_switch, 0, Qt::AlignRight);
    side->addWidget(m_source);
    side->addStretch(1);
    auto* layout = new QHBoxLayout;
    layout->setSpacing(px(16));
    layout->addWidget(m_pages, 1);
    layout->addLayout(side);
    body()->addLayout(layout);
    connect(m_switch, &SegmentedSwitch::currentChanged, this, [this](int source) {
        m_chosen = true;
        showSource(source);
    });
    show(PanelSize());
}

void PeopleCard::show(const PanelSize& size) {
    m_size = size;
    while (QLayoutItem* item = m_bands->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_won->setText(size.won.accounts > 0 ? plain(size.won.median) : QStringLiteral("–"));
    m_won->setToolTip(statText(size.won));
    m_lost->setToolTip(statText(size.lost));
    double most = fewestDots;
    for (const PanelSize::Band& band : size.bands) most = std::max(most, std::ceil(band.stat.median));
    m_lost->setText(size.lost.accounts > 0 ? plain(size.lost.median) : QStringLiteral("–"));
    for (int i = 0; i < int(size.bands.size()); ++i) {
        const PanelSize::Band& band = size.bands[std::size_t(i)];
        const QString tip = statText(band.stat);
        auto* label = new Text(band.label, int(Type::Note));
        auto* dots = new Dots(band.stat.median, std::min(int(most), mostDots));
        auto* mean = new Text(plain(band.stat.median), int(Type::Table));
        auto* n =
            new Text((band.stat.range ? tr("%1 to %2, n %3", "range of the middle, number of accounts")
                                            .arg(plain(band.stat.range->low), plain(band.stat.range->high),
                                                 countText(band.stat.accounts))
                                      : tr("n %1").arg(countText(band.stat.accounts))),
                     int(Type::Note), Text::Ink::Third);
        mean->setWeight(QFont::DemiBold);
        int column = 0;
        for (QWidget* cell : {static_cast<QWidget*>(label), static_cast<QWidget*>(dots),
                              static_cast<QWidget*>(mean), static_cast<QWidget*>(n)}) {
            cell->setToolTip(tip);
            m_bands->addWidget(cell, i, column++, Qt::AlignVCenter);
        }
    }
    const bool chosen = m_chosen;  // the switch says so itself when it is set
    if (!size.known)
        m_switch->setCurrent(Quoted);
    else if (!chosen)
        m_switch->setCurrent(Own);
    m_chosen = chosen;
    showSource(m_switch->current());
}

void PeopleCard::showSource(int source) {
    const bool own = source == Own && m_size.known;
    m_pages->setCurrentIndex(own ? 1 : 0);
    m_none->setText(m_size.known ? QString() : tr("Import contacts to see your own number."));
    m_source->setText(own ? tr("The middle of the contacts known at %1 accounts with won deals and %2 with "
                               "lost ones, and its 95% range.")
                                .arg(countText(m_size.won.accounts), countText(m_size.lost.accounts))
                          : tr("Quoted from Forrester. Not from your data, and no calculation uses it."));
}

}  // namespace icp::ui
