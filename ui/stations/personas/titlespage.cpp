#include "ui/stations/personas/titlespage.h"

#include "core/base/shown.h"
#include "ui/models/titlerules.h"
#include "ui/models/titletable.h"
#include "ui/stations/plaintable.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace icp::ui {

namespace {

constexpr int rulesWidth = 380;

}  // namespace

TitlesPage::TitlesPage(QWidget* parent)
    : QWidget(parent), m_titles(new TitleTableModel(this)), m_rules(new TitleRulesModel(this)) {
    auto* columns = new Columns(QStringLiteral("titles"));
    columns->addWidget(titlesCard());
    columns->addWidget(rulesCard());
    columns->setWidths({0, rulesWidth});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(columns);
    connect(m_rules, &TitleRulesModel::edited, this, &TitlesPage::edited);
}

QWidget* TitlesPage::titlesCard() {
    auto* card = new Card(tr("Titles of the contacts"));
    auto* open = new QCheckBox(tr("Only those without a persona"));
    auto* find = searchField(tr("Find a title"));
    find->setObjectName(QStringLiteral("find"));
    m_summary = new Text(QString(), int(Type::Note), Text::Ink::Second);
    m_summary->setWordWrap(true);
    m_titleView = new PlainTable(m_titles, tr("Titles of the contacts"));
    m_titleView->setShares({22, 10, 21, 17, 16, 14});
    m_titleView->keepWhole(TitleTableModel::Role);
    m_titleView->setToolTip(tr("Enter takes the title over into a rule"));
    m_titleView->installEventFilter(this);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(px(12));
    tools->addWidget(find, 1);
    tools->addWidget(open);
    card->body()->addLayout(tools);
    card->body()->addWidget(m_summary);
    card->body()->addWidget(m_titleView, 1);
    connect(find, &QLineEdit::textChanged, m_titles, &TitleTableModel::setSearch);
    connect(open, &QCheckBox::toggled, m_titles, &TitleTableModel::setOpenOnly);
    connect(m_titleView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid()) m_words->setText(m_titles->title(index.row()));
            });
    return card;
}

QWidget* TitlesPage::rulesCard() {
    auto* card = new Card(tr("Rules"));
    card->setNote(tr("Yours come first"));
    m_words = new QLineEdit;
    m_words->setAccessibleName(tr("Words in a title"));
    m_words->setPlaceholderText(tr("controller, *leiter, 経理"));
    m_words->setToolTip(tr("Whole words. A star stands for the rest of a compound: *leiter"));
    m_persona = new QComboBox;
    m_persona->setAccessibleName(tr("Mean this persona"));
    m_persona->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_persona->setMinimumContentsLength(10);
    connect(m_persona, &QComboBox::currentTextChanged, m_persona, &QWidget::setToolTip);
    auto* add = secondaryButton(tr("Add rule"), QStringLiteral("plus"));
    add->setProperty("small", true);
    add->setToolTip(tr("Titles with these words are this persona (Enter)"));
    auto* who = new QHBoxLayout;
    who->setSpacing(px(8));
    who->addWidget(m_persona, 1);
    who->addWidget(add);
    auto* find = searchField(tr("Find a rule"));
    m_ruleView = new PlainTable(m_rules, tr("Rules for titles"));
    m_ruleView->setShares({5, 5});
    m_ruleView->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_ruleView->setToolTip(tr("F2 edits a rule of yours, Delete removes it"));
    m_ruleView->installEventFilter(this);
    card->body()->addWidget(m_words);
    card->body()->addLayout(who);
    card->body()->addWidget(find);
    card->body()->addWidget(m_ruleView, 1);
    connect(find, &QLineEdit::textChanged, m_rules, &TitleRulesModel::setSearch);
    connect(add, &QPushButton::clicked, this, &TitlesPage::addRule);
    connect(m_words, &QLineEdit::returnPressed, this, &TitlesPage::addRule);
    return card;
}

void TitlesPage::addRule() {
    const QString words = m_words->text();
    const int persona = m_persona->currentIndex();
    m_words->clear();
    m_rules->add(words, persona);
}

void TitlesPage::choosePersona(int persona) {
    if (persona >= 0 && persona < m_persona->count()) m_persona->setCurrentIndex(persona);
}

void TitlesPage::setPersonas(const std::vector<Persona>& personas) {
    const QVariant before = m_persona->currentData();
    m_persona->clear();
    for (const Persona& persona : personas) m_persona->addItem(personaName(persona), persona.id);
    m_persona->setCurrentIndex(std::max(0, m_persona->findData(before)));
    m_rules->setPersonas(personas);
}

void TitlesPage::show(std::shared_ptr<const Contacts> contacts, const std::vector<Persona>& personas) {
    m_summary->setText(
        contacts->titled == 0
            ? tr("No contact with a title is imported.")
            : tr("A rule knows the titles of %1 of %2 contacts; %3 are somebody on the panel.")
                  .arg(countText(contacts->read), countText(contacts->titled), countText(contacts->onPanel)));
    m_titles->show(std::move(contacts), personas);
}

bool TitlesPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_titleView && enter && m_titleView->currentIndex().isValid()) {
        m_words->setText(m_titles->title(m_titleView->currentIndex().row()));
        m_words->setFocus(Qt::OtherFocusReason);
        return true;
    }
    // What the editor of a rule passes on is not meant for the list.
    if (watched == m_ruleView && m_ruleView->hasFocus() && m_ruleView->currentIndex().isValid()) {
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            m_rules->remove(m_ruleView->currentIndex().row());
            return true;
        }
        if (enter) {
            const QModelIndex words = m_ruleView->currentIndex().siblingAtColumn(TitleRulesModel::Words);
            m_ruleView->setCurrentIndex(words);
            if (words.flags() & Qt::ItemIsEditable) m_ruleView->edit(words);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace icp::ui
