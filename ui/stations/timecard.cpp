#include "ui/stations/timecard.h"

#include "ui/charts/chartview.h"
#include "ui/stations/methodfold.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/wraptext.h"

#include <QVBoxLayout>

namespace icp::ui {

TimeCard::TimeCard(const QString& title, ChartView* chart, QWidget* parent)
    : Card(title, parent),
      m_legend(new Legend),
      m_sentence(new Text({}, int(Type::Finding))),
      m_numbers(new Text({}, int(Type::Note), Text::Ink::Second)),
      m_chart(chart),
      m_axis(new Text({}, int(Type::Note), Text::Ink::Third)),
      m_method(new MethodFold),
      m_hint(new Text({}, int(Type::Body), Text::Ink::Second)) {
    addTool(m_legend);
    body()->setContentsMargins(px(14), px(8), px(14), px(6));
    body()->setSpacing(px(2));
    for (Text* text : {m_sentence, m_numbers, m_hint}) {
        text->setWordWrap(true);
        text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_axis->setAlignment(Qt::AlignHCenter);
    m_hint->setAlignment(Qt::AlignCenter);
    for (QWidget* part : {static_cast<QWidget*>(m_sentence), static_cast<QWidget*>(m_numbers)})
        body()->addWidget(part);
    body()->addWidget(m_chart, 1);
    for (QWidget* part : {static_cast<QWidget*>(m_axis), static_cast<QWidget*>(m_method)})
        body()->addWidget(part);
    body()->addStretch(0);
    body()->addWidget(m_hint, 1);
    // There is no room for both.
    connect(m_method, &MethodFold::folded, this, [this](bool open) {
        m_chart->setVisible(!open);
        m_axis->setVisible(!open && !m_axis->text().isEmpty());
    });
    connect(m_chart, &ChartView::copied, this, [this] { Q_EMIT copied(m_chart->title()); });
    setWaiting();
}

void TimeCard::setWaiting() {
    TimeWords words;
    words.cannot = tr("Looking…");
    show(words, {}, {});
}

void TimeCard::show(const TimeWords& words, const std::vector<Legend::Item>& legend, const QString& axis) {
    const bool told = words.cannot.isEmpty();
    for (QWidget* part :
         {static_cast<QWidget*>(m_sentence), static_cast<QWidget*>(m_numbers), static_cast<QWidget*>(m_chart),
          static_cast<QWidget*>(m_method), static_cast<QWidget*>(m_legend)})
        part->setVisible(told);
    m_axis->setVisible(told && !axis.isEmpty());
    m_hint->setVisible(!told);
    m_hint->setText(words.cannot);
    m_sentence->setText(unbroken(words.sentence));
    m_numbers->setText(words.numbers);
    m_method->setMethod(words.method);
    m_method->shut();
    m_axis->setText(axis);
    m_legend->setItems(legend);
    setAccessibleDescription(words.sentence);
}

}  // namespace icp::ui
