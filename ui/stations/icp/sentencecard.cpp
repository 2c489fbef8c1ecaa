#include "ui/stations/icp/sentencecard.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace icp::ui {

QString sentenceHtml(const Sentence& sentence) {
    QString html = QStringLiteral("<p style=\"line-height:135%; margin:0\">");
    int done = 0;
    for (const auto& [start, length] : sentence.emphasis) {
        html += sentence.text.mid(done, start - done).toHtmlEscaped() + QStringLiteral("<b>") +
                sentence.text.mid(start, length).toHtmlEscaped() + QStringLiteral("</b>");
        done = start + length;
    }
    return html + sentence.text.mid(done).toHtmlEscaped();
}

SentenceCard::SentenceCard(QWidget* parent)
    : Card(parent),
      m_sentence(new Text(QString(), int(Type::Sentence))),
      m_baseline(new Text(QString(), int(Type::Note), Text::Ink::Third)),
      m_show(new QWidget),
      m_form(new QWidget),
      m_field(new QPlainTextEdit) {
    setAccessibleName(tr("In one sentence"));
    auto* change = iconButton(QStringLiteral("edit"), tr("Write the sentence yourself"));
    m_sentence->setWordWrap(true);
    m_baseline->setWordWrap(true);
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto* words = new QVBoxLayout;
    words->setSpacing(px(4));
    words->addWidget(new Text(tr("In one sentence"), int(Type::Table), Text::Ink::Second));
    words->addWidget(m_sentence);
    words->addWidget(m_baseline);
    auto* row = new QHBoxLayout(m_show);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(words, 1);
    row->addWidget(change, 0, Qt::AlignTop);

    m_field->setAccessibleName(tr("The ICP in one sentence"));
    m_field->setTabChangesFocus(true);
    m_field->setFixedHeight(px(72));
    m_field->installEventFilter(this);
    auto* compose = linkButton(tr("Compose from the criteria"));
    auto* cancel = linkButton(tr("Cancel"));
    cancel->setToolTip(tr("Esc"));
    auto* done = secondaryButton(tr("Save"), QStringLiteral("check"));
    done->setToolTip(tr("Enter"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(compose);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(done);
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->addWidget(m_field);
    form->addLayout(buttons);

    body()->addWidget(m_show);
    body()->addWidget(m_form);
    m_form->hide();
    connect(change, &QToolButton::clicked, this, [this] { edit(true); });
    connect(cancel, &QPushButton::clicked, this, [this] { edit(false); });
    connect(done, &QPushButton::clicked, this, &SentenceCard::save);
    connect(compose, &QPushButton::clicked, this, [this] {
        edit(false);
        if (!m_icp.sentence.isEmpty()) Q_EMIT edited(QString());
    });
}

void SentenceCard::addWidget(QWidget* widget) { body()->addWidget(widget, 0, Qt::AlignLeft); }

void SentenceCard::setIcp(const Icp& icp) {
    m_icp = icp;
    const bool empty = icp.sentence.isEmpty() && sentence(icp).text.isEmpty();
    m_sentence->setInk(empty ? Text::Ink::Third : Text::Ink::Normal);
    m_sentence->setText(empty ? tr("Add what your best customers have in common. The sentence writes itself.")
                              : sentenceHtml(sentence(icp)));
    m_baseline->setVisible(!icp.baseline.isEmpty() && !icp.agreed.isValid());
    m_baseline->setText(
        tr("Baseline proposal of %1. Who sees it differently adds a counter-proposal to a criterion (C).")
            .arg(icp.baseline));
}

void SentenceCard::edit(bool on) {
    m_show->setVisible(!on);
    m_form->setVisible(on);
    if (!on) return;
    m_field->setPlainText(m_icp.sentence.isEmpty() ? sentence(m_icp).text : m_icp.sentence);
    m_field->selectAll();
    m_field->setFocus();
}

void SentenceCard::save() {
    const QString written = m_field->toPlainText().simplified();
    edit(false);
    // Writing what would be composed anyway keeps it composed.
    const QString kept = written == sentence(m_icp).text ? QString() : written;
    if (kept != m_icp.sentence) Q_EMIT edited(kept);
}

bool SentenceCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape) {
            edit(false);
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            save();
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

}  // namespace icp::ui
