#include "ui/stations/customers/questionscard.h"

#include "core/base/shown.h"
#include "ui/charts/listchart.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

constexpr int barHeight = 18;
constexpr std::array shownLists{AccountList::Best, AccountList::Rest, AccountList::Least};

Text* wrapping(const QString& text, Type type, Text::Ink ink) {
    auto* label = new Text(text, int(type), ink);
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

QString placeText(double place) { return QLocale().toString(qRound(place)); }

}  // namespace

PlaceBar::PlaceBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PlaceBar::setAnswer(const CustomerAnswer& answer, AccountList list) {
    m_answer = answer;
    m_list = list;
    setAccessibleName(tr("%1, %2: place %3, range %4 to %5")
                          .arg(questionText(answer.question), listName(list), placeText(answer.score),
                               placeText(answer.interval.low), placeText(answer.interval.high)));
    update();
}

QSize PlaceBar::sizeHint() const { return {px(200), px(barHeight + 8)}; }

void PlaceBar::paintEvent(QPaintEvent*) {
    const Tokens& tokens = Tokens::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(ui::font(Type::Body, QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    const double room = metrics.horizontalAdvance(QStringLiteral("100")) + px(10);
    const QRectF track(0, (height() - px(barHeight)) / 2.0, width() - room, px(barHeight));
    const auto x = [&](double place) { return track.left() + place / 100 * track.width(); };
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.restSoft);
    painter.drawRoundedRect(track, px(3), px(3));
    painter.setBrush(m_list == AccountList::Best    ? tokens.best
                     : m_list == AccountList::Least ? tokens.least
                                                    : tokens.rest);
    painter.drawRoundedRect(QRectF(track.topLeft(), QPointF(x(m_answer.score), track.bottom())), px(3),
                            px(3));
    const double middle = track.center().y();
    for (const auto& [colour, pen] : {std::pair{tokens.surface, 3.5}, std::pair{tokens.ink, 1.8}}) {
        painter.setPen(QPen(colour, pen, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(x(m_answer.interval.low), middle),
                         QPointF(x(m_answer.interval.high), middle));
        for (const double end : {m_answer.interval.low, m_answer.interval.high})
            painter.drawLine(QPointF(x(end), middle - px(5)), QPointF(x(end), middle + px(5)));
    }
    QPen dashed(tokens.baseline, 1.5);
    dashed.setDashPattern({3, 2});
    painter.setPen(dashed);
    painter.drawLine(QPointF(x(50), 0), QPointF(x(50), height()));
    painter.setPen(tokens.ink);
    painter.drawText(QRectF(track.right(), 0, room, height()), Qt::AlignRight | Qt::AlignVCenter,
                     placeText(m_answer.score));
}

QuestionsCard::QuestionsCard(QWidget* parent)
    : Card(tr("Four questions to a good customer"), parent), m_grid(new QGridLayout) {
    setNote(tr("mean place among all customers, 100 is best, lines show the likely range (95%)"));
    m_grid->setHorizontalSpacing(px(24));
    m_grid->setVerticalSpacing(px(4));
    for (int column = 1; column < 4; ++column) m_grid->setColumnStretch(column, 3);
    m_grid->setColumnStretch(0, 2);
    body()->addLayout(m_grid);
    body()->addStretch(1);
}

void QuestionsCard::setLists(const CustomerLists& lists) {
    while (m_grid->count() > 0) {
        QLayoutItem* item = m_grid->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    int column = 1;
    for (const AccountList list : shownLists) {
        auto* head =
            new Text(tr("%1, %2", "Best, 40").arg(listName(list), countText(qint64(lists.on(list).size()))),
                     int(Type::Body));
        head->setWeight(QFont::DemiBold);
        m_grid->addWidget(head, 0, column++);
    }
    for (std::size_t q = 0; q < customerQuestions.size(); ++q) {
        const int row = 1 + int(q) * 3;
        const CustomerAnswer& first = lists.sums.front().answers[q];
        auto* question = wrapping(questionText(customerQuestions[q]), Type::Body, Text::Ink::Normal);
        question->setWeight(QFont::DemiBold);
        question->setContentsMargins(0, px(14), 0, 0);
        m_grid->addWidget(question, row, 0);
        m_grid->addWidget(wrapping(first.measure, Type::Note, Text::Ink::Third), row + 1, 0);
        column = 1;
        for (const AccountList list : shownLists) {
            const CustomerAnswer& answer = lists.sums[std::size_t(list)].answers[q];
            if (answer.answered()) {
                auto* bar = new PlaceBar;
                bar->setAnswer(answer, list);
                bar->setContentsMargins(0, px(14), 0, 0);
                m_grid->addWidget(bar, row, column, Qt::AlignBottom);
                m_grid->addWidget(
                    wrapping(tr("range %1 to %2, known of %3 of %4")
                                 .arg(placeText(answer.interval.low), placeText(answer.interval.high),
                                      countText(answer.known), countText(answer.asked)),
                             Type::Note, Text::Ink::Third),
                    row + 1, column);
            } else {
                auto* cannot = wrapping(tr("Cannot answer yet"), Type::Body, Text::Ink::Warn);
                cannot->setContentsMargins(0, px(14), 0, 0);
                m_grid->addWidget(cannot, row, column, Qt::AlignBottom);
                m_grid->addWidget(wrapping(answer.cannot, Type::Note, Text::Ink::Third), row + 1, column);
            }
            ++column;
        }
    }
}

}  // namespace icp::ui
