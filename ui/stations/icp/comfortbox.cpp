#include "ui/stations/icp/comfortbox.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QGridLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace icp::ui {

ComfortBox::ComfortBox(QWidget* parent)
    : QWidget(parent), m_says(new Text(QString(), int(Type::Note), Text::Ink::Second)) {
    auto* title = new Text(tr("Hands in the room"), int(Type::Note), Text::Ink::Second);
    m_says->setWordWrap(true);
    auto* answers = new QGridLayout;
    answers->setHorizontalSpacing(px(4));
    answers->setVerticalSpacing(px(2));
    const std::array labels{tr("Too broad"), tr("Comfortably uncomfortable"), tr("Too narrow")};
    for (int i = 0; i < int(labels.size()); ++i) {
        auto* label = new Text(labels[std::size_t(i)], int(Type::Note));
        label->setWordWrap(true);
        auto* count = new QSpinBox;
        count->setRange(0, mostHands);
        count->setProperty("small", true);
        count->setAccessibleName(tr("People who say: %1").arg(labels[std::size_t(i)]));
        count->setToolTip(tr("Ask for hands, and count them"));
        m_counts[std::size_t(i)] = count;
        answers->addWidget(label, 0, i, Qt::AlignBottom);
        answers->addWidget(count, 1, i);
        answers->setColumnStretch(i, i == 1 ? 4 : 3);
        connect(count, &QSpinBox::valueChanged, this,
                [this] { Q_EMIT voted(m_counts[0]->value(), m_counts[1]->value(), m_counts[2]->value()); });
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(4));
    layout->addWidget(title);
    layout->addLayout(answers);
    layout->addWidget(m_says);
    show(Icp());
}

void ComfortBox::show(const Icp& icp) {
    const std::array values{icp.comfort.tooBroad, icp.comfort.comfortable, icp.comfort.tooNarrow};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const QSignalBlocker quiet(m_counts[i]);
        m_counts[i]->setValue(values[i]);
    }
    const QString words = comfortText(icp);
    m_says->setText(words);
    m_says->setInk(isEarlierVote(icp) ? Text::Ink::Warn : Text::Ink::Second);
    m_says->setVisible(!words.isEmpty());
}

void ComfortBox::startCounting() {
    m_counts.front()->setFocus();
    m_counts.front()->selectAll();
}

}  // namespace icp::ui
