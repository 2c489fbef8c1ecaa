#include "ui/stations/import/outcomecard.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/wraptext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace icp::ui {

namespace {
constexpr int rowHeight = 36;
constexpr int shownRows = 6;
constexpr std::size_t mostRows = 60;  // a stage has few words; free text that has more is none

QString stateTitle(DealState state) {
    return state == DealState::Won    ? OutcomeCard::tr("Won")
           : state == DealState::Lost ? OutcomeCard::tr("Lost")
                                      : OutcomeCard::tr("Open");
}
}  // namespace

OutcomeCard::OutcomeCard(QWidget* parent)
    : Card(tr("Words for won and lost"), parent),
      m_note(new Text({}, int(Type::Note), Text::Ink::Third)),
      m_reset(linkButton(tr("As detected"))) {
    setObjectName(QStringLiteral("outcomeWords"));
    m_reset->setToolTip(tr("Let the program find the words again"));
    addTool(m_reset);
    auto* list = new QWidget;
    m_rows = new QVBoxLayout(list);
    m_rows->setContentsMargins(0, 0, px(4), 0);
    m_rows->setSpacing(0);
    auto* scroll = new QScrollArea;
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setObjectName(QStringLiteral("outcomeScroll"));
    scroll->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    m_note->setWordWrap(true);
    body()->addWidget(scroll);
    body()->addWidget(m_note);
    connect(m_reset, &QPushButton::clicked, this, &OutcomeCard::resetWanted);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void OutcomeCard::setWords(const std::vector<OutcomeWord>& words, bool editable, const QString& why) {
    m_words = words;
    if (m_words.size() > mostRows) m_words.resize(mostRows);
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* row = item->widget()) {
            row->hide();
            row->deleteLater();  // it may be asking for this itself
        }
        delete item;
    }
    setVisible(!m_words.empty());
    const QLocale locale;
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        const OutcomeWord& word = m_words[i];
        auto* row = new QWidget;
        row->setFixedHeight(px(rowHeight));
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(px(8));
        auto* text = new WrapText(Type::Table);
        text->setOneLine(true);
        text->setText(word.text);
        auto* count = new Text(locale.toString(word.deals), int(Type::Table), Text::Ink::Second);
        count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto* state = new QComboBox;
        state->setProperty("small", true);
        state->setAccessibleName(tr("What “%1” says, %2 deals").arg(word.text, count->text()));
        for (const DealState one : {DealState::Won, DealState::Lost, DealState::Open})
            state->addItem(stateTitle(one), int(one));
        state->setCurrentIndex(state->findData(int(word.state)));
        state->setEnabled(editable);
        state->setToolTip(editable ? QString() : why);
        state->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(state, &QComboBox::activated, this,
                [this, i, state] { choose(i, DealState(state->currentData().toInt())); });
        line->addWidget(text, 1);
        line->addWidget(count);
        line->addWidget(state);
        m_rows->addWidget(row);
    }
    m_rows->addStretch(1);
    const int shown = std::min(int(m_words.size()), shownRows);
    findChild<QScrollArea*>(QStringLiteral("outcomeScroll"))->setFixedHeight(shown * px(rowHeight) + 2);
    const bool decided =
        std::any_of(m_words.begin(), m_words.end(), [](const OutcomeWord& word) { return word.decided; });
    m_reset->setVisible(decided && editable);
    m_note->setText(decided ? tr("As you said. Deals with other words are open.")
                            : tr("Found by the program. Move a word and the files are read again."));
}

/// Every word is told, so that those which were found stay as they are.
void OutcomeCard::choose(std::size_t word, DealState state) {
    if (m_words[word].state == state) return;
    m_words[word].state = state;
    OutcomeWords words;
    for (const OutcomeWord& one : m_words) {
        if (one.state == DealState::Won) words.won << one.text;
        if (one.state == DealState::Lost) words.lost << one.text;
    }
    words.won.removeDuplicates();
    words.lost.removeDuplicates();
    Q_EMIT wordsChosen(words);
}

}  // namespace icp::ui
