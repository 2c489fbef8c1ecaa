#include "ui/stations/import/filesrow.h"

#include "ui/theme/tokens.h"

#include <QApplication>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QScrollBar>

namespace icp::ui {

namespace {
constexpr int rowHeight = 178;
constexpr int narrowestCard = 216;
}  // namespace

FilesRow::FilesRow(QWidget* parent) : QScrollArea(parent), m_group(new QButtonGroup(this)) {
    auto* cards = new QWidget;
    m_row = new QHBoxLayout(cards);
    m_row->setContentsMargins(1, 1, 1, 1);
    m_row->setSpacing(px(12));
    auto* drop = new DropField(tr("Drop another file here"));
    m_row->addWidget(drop);
    setWidget(cards);
    setWidgetResizable(true);
    setFixedHeight(px(rowHeight));
    // The bar comes below the cards, not over them.
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int highest) {
        setFixedHeight(px(rowHeight) + (highest > 0 ? horizontalScrollBar()->sizeHint().height() : 0));
    });
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    connect(drop, &DropField::clicked, this, &FilesRow::addWanted);
    connect(m_group, &QButtonGroup::idClicked, this, &FilesRow::entryChosen);
}

FileCard* FilesRow::makeCard(const Entry& entry, int number) {
    auto* card = new FileCard(entry.name);
    if (entry.source) card->setSource(*entry.source);
    if (!entry.source || !entry.stateText.isEmpty())
        card->setState(entry.state, entry.stateText, entry.source ? QString() : entry.why);
    if (!entry.why.isEmpty()) card->setToolTip(entry.why);
    if (entry.choices) card->setChoices(*entry.choices);
    card->setMinimumWidth(px(narrowestCard));
    connect(card, &FileCard::roleChosen, this,
            [this, number](Entity role) { Q_EMIT roleChosen(number, role); });
    connect(card, &FileCard::sheetChosen, this,
            [this, number](const QString& sheet) { Q_EMIT sheetChosen(number, sheet); });
    connect(card, &FileCard::sheetAdded, this,
            [this, number](const QString& sheet) { Q_EMIT sheetAdded(number, sheet); });
    connect(card, &FileCard::encodingChosen, this,
            [this, number](const QString& encoding) { Q_EMIT encodingChosen(number, encoding); });
    connect(card, &FileCard::delimiterChosen, this,
            [this, number](const QString& delimiter) { Q_EMIT delimiterChosen(number, delimiter); });
    connect(card, &FileCard::removed, this, [this, number] { Q_EMIT removed(number); });
    return card;
}

void FilesRow::setEntries(const std::vector<Entry>& entries) {
    int focused = -1;
    for (QAbstractButton* card : m_group->buttons()) {
        if (card->isAncestorOf(QApplication::focusWidget())) focused = m_group->id(card);
        m_group->removeButton(card);
        card->hide();
        card->deleteLater();  // it may be asking for this itself
    }
    for (int i = 0; i < int(entries.size()); ++i) {
        FileCard* card = makeCard(entries[std::size_t(i)], i);
        m_group->addButton(card, i);
        m_row->insertWidget(i, card, 1);
        if (i == focused) card->setFocus(Qt::OtherFocusReason);
    }
}

void FilesRow::choose(int entry) {
    if (QAbstractButton* card = m_group->button(entry)) card->setChecked(true);
}

int FilesRow::chosen() const { return m_group->checkedId(); }

}  // namespace icp::ui
