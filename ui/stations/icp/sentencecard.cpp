#include "ui/stations/icp/sentencecard.h"

#include "core/workshop/counterproposal.h"
#include "core/workshop/sentence.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/scroll.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace icp::ui {

namespace {
constexpr int mostHeight = 124;  // of the sentence: four lines
}  // namespace

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
      m_baseline(buildBaseline()),
      m_show(new QWidget),
      m_form(new QWidget),
      m_field(new QPlainTextEdit) {
    setAccessibleName(tr("In one sentence"));
    auto* change = iconButton(QStringLiteral("edit"), tr("Write the sentence yourself"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto* words = new QVBoxLayout;
    words->setSpacing(px(4));
    words->addWidget(new Text(tr("In one sentence"), int(Type::Table), Text::Ink::Second));
    m_room = scrolled(m_sentence);
    m_room->setAccessibleName(tr("In one sentence"));
    words->addWidget(m_room);
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

void SentenceCard::setIcp(const Icp& icp, bool consumers) {
    m_icp = icp;
    m_consumers = consumers;
    const bool empty = icp.sentence.isEmpty() && sentence(icp, consumers).text.isEmpty();
    m_sentence->setInk(empty ? Text::Ink::Third : Text::Ink::Normal);
    m_sentence->setText(empty ? tr("Add what your best customers have in common. The sentence writes itself.")
                              : sentenceHtml(sentence(icp, consumers)));
    giveRoom();
    showBaseline();
}

/// A sentence of many criteria scrolls: the criteria below need the page.
void SentenceCard::giveRoom() {
    const int needed = m_sentence->heightForWidth(m_room->viewport()->width());
    if (needed > 0) m_room->setFixedHeight(std::min(needed, px(mostHeight)));
}

void SentenceCard::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    giveRoom();
}

QWidget* SentenceCard::buildBaseline() {
    m_whose = new QComboBox;
    m_whose->setAccessibleName(tr("Baseline proposal of"));
    m_whose->setProperty("small", true);
    m_whose->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_others = new Text(QString(), int(Type::Note), Text::Ink::Third);
    m_others->setWordWrap(true);
    auto* line = new QWidget;
    auto* whose = new QHBoxLayout;
    whose->setSpacing(px(8));
    whose->addWidget(new Text(tr("Baseline proposal of"), int(Type::Note), Text::Ink::Third));
    whose->addWidget(m_whose);
    whose->addStretch(1);
    auto* layout = new QVBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(2));
    layout->addLayout(whose);
    layout->addWidget(m_others);
    connect(m_whose, &QComboBox::activated, this, [this] {
        const QString department = m_whose->currentData().toString();
        if (department != m_icp.baseline) Q_EMIT baselineChosen(department);
    });
    return line;
}

void SentenceCard::setDepartments(const QStringList& departments) {
    m_departments = departments;
    showBaseline();
}

/// Once the ICP is agreed it is everybody's.
void SentenceCard::showBaseline() {
    m_baseline->setVisible(!m_icp.criteria.empty() && !m_icp.agreed.isValid());
    m_others->setText(
        (isDrafted(m_icp) ? tr("Drafted from the data; nobody has written in it yet.") + u' ' : QString()) +
        tr("Who sees it differently adds a counter-proposal (C)."));
    QStringList choices = m_departments;
    if (!m_icp.baseline.isEmpty() && !choices.contains(m_icp.baseline)) choices << m_icp.baseline;
    const QSignalBlocker quiet(m_whose);
    m_whose->clear();
    m_whose->addItem(tr("nobody in particular"), QString());
    for (const QString& department : choices) m_whose->addItem(department, department);
    m_whose->setCurrentIndex(int(m_whose->findData(m_icp.baseline)));
}

void SentenceCard::edit(bool on) {
    m_show->setVisible(!on);
    m_form->setVisible(on);
    if (!on) return;
    m_field->setPlainText(m_icp.sentence.isEmpty() ? sentence(m_icp, m_consumers).text : m_icp.sentence);
    m_field->selectAll();
    m_field->setFocus();
}

void SentenceCard::save() {
    const QString written = m_field->toPlainText().simplified();
    edit(false);
    // Writing what would be composed anyway keeps it composed.
    const QString kept = written == sentence(m_icp, m_consumers).text ? QString() : written;
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
