#include "ui/stations/patterns/comparecard.h"

#include "core/base/interval.h"
#include "ui/charts/ratebar.h"
#include "ui/charts/words.h"
#include "ui/stations/patterns/sentences.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/wraptext.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace icp::ui {

CompareCard::CompareCard(QWidget* parent)
    : Card(parent),
      m_title(new Text({}, int(Type::Table), Text::Ink::Second)),
      m_sentence(new Text({}, int(Type::Finding))),
      m_gap(new Text({}, int(Type::Table), Text::Ink::Second)) {
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    QToolButton* close = iconButton(QStringLiteral("cross"), tr("Close (Esc)"));
    close->setObjectName(QStringLiteral("closeCompare"));
    connect(close, &QToolButton::clicked, this, &CompareCard::closed);
    head->addWidget(close, 0, Qt::AlignTop);
    body()->addLayout(head);
    body()->addWidget(m_sentence);
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        m_names[i] = new Text({}, int(Type::Table));
        m_names[i]->setWeight(QFont::DemiBold);
        m_bars[i] = new RateBar;
        m_numbers[i] = new Text({}, int(Type::Note), Text::Ink::Third);
        body()->addSpacing(px(6));
        body()->addWidget(m_names[i]);
        body()->addWidget(m_bars[i]);
        body()->addWidget(m_numbers[i]);
    }
    body()->addSpacing(px(8));
    body()->addWidget(m_gap);
    body()->addStretch(1);
    for (Text* text : {m_title, m_sentence, m_gap, m_names[0], m_names[1], m_numbers[0], m_numbers[1]}) {
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    setFocusPolicy(Qt::StrongFocus);
}

void CompareCard::compare(const AttributeProfile& attribute, const Level& first, const Level& second,
                          const Findings& findings, double maximum) {
    const Words words(findings.study);
    m_title->setText(attribute.label);
    const std::array levels{&first, &second};
    const Level* untested = nullptr;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const Level& level = *levels[i];
        const bool thin = level.status == LevelStatus::Untested;
        if (thin) untested = &level;
        m_names[i]->setText(unbroken(level.label));
        const QString numbers =
            QStringLiteral("%1, %2").arg(words.ratio(level.rate), words.range(level.rate));
        m_numbers[i]->setText(thin ? tr("%1, untested").arg(words.ratio(level.rate)) : numbers);
        m_bars[i]->setVisible(!thin);
        m_bars[i]->setRate(level.rate, findings.base.rate, maximum, numbers);
    }
    if (untested != nullptr) {
        m_sentence->setText(tr("%1 is untested: %2 are too few to compare.")
                                .arg(untested->label, words.counted(untested->rate.n)));
        m_gap->clear();
    } else {
        const bool ahead = first.rate.rate >= second.rate.rate;
        const Level& more = ahead ? first : second;
        const Level& less = ahead ? second : first;
        const double gap = more.rate.rate - less.rate.rate;
        const Interval range = newcombe(more.rate.positives, more.rate.n, less.rate.positives, less.rate.n);
        const auto points = [](double share) { return QLocale().toString(qRound(share * 100)); };
        m_sentence->setText(
            unbroken(range.low <= 0 ? tr("%1 and %2 may be the same.").arg(more.label, less.label)
                     : less.rate.positives == 0
                         ? tr("%1: %2 here, but never at %3.").arg(more.label, words.who(), less.label)
                         : tr("%1: %2 %3, compared with %4.")
                               .arg(more.label, words.who(), timesAsOften(more.rate.rate, less.rate.rate),
                                    less.label)));
        m_gap->setText(tr("The gap is %1 points (%2 to %3). Of all levels one may pick the two that differ "
                          "most by chance: trust the finding about the whole attribute first.")
                           .arg(points(gap), points(range.low), points(range.high)));
    }
    setAccessibleName(m_sentence->text());
}

void CompareCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    Card::keyPressEvent(event);
}

}  // namespace icp::ui
