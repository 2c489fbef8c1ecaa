#include "ui/stations/start/startstation.h"

#include "ui/document/document.h"
#include "ui/stations/start/tile.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/messagebar.h"

#include <QButtonGroup>
#include <QDate>
#include <QFontMetrics>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>

namespace icp::ui {

namespace {

QWidget* question(const QString& text) {
    auto* label = new Text(text, int(Type::Body));
    label->setWeight(QFont::DemiBold);
    return label;
}

/// A field with its question above, which also names it for screen readers.
QLayout* asked(const QString& text, QWidget* field) {
    auto* column = new QVBoxLayout;
    column->setSpacing(px(8));
    auto* label = static_cast<QLabel*>(question(text));
    label->setBuddy(field);
    field->setAccessibleName(text);
    column->addWidget(label);
    column->addWidget(field);
    return column;
}

}  // namespace

StartStation::StartStation(QWidget* parent)
    : Station(Id::Start, {}, {}, parent),
      m_recent(new RecentPanel),
      m_back(secondaryButton({}, QStringLiteral("left"))) {
    setAccessibleName(tr("Start"));
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_recent);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_form = form();
    scroll->setWidget(m_form);
    m_foot = foot();
    auto* page = new QVBoxLayout;
    page->setSpacing(0);
    page->addWidget(scroll, 1);
    page->addWidget(m_foot);
    row->addLayout(page, 1);
    content()->addLayout(row);

    connect(m_recent, &RecentPanel::openRequested, this, &StartStation::openRequested);
    connect(m_recent, &RecentPanel::shortcutsRequested, this, &StartStation::shortcutsRequested);
    connect(m_recent, &RecentPanel::darkRequested, this, &StartStation::darkRequested);
}

QWidget* StartStation::form() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    m_back->setObjectName(QStringLiteral("back"));
    m_back->setProperty("large", true);
    m_back->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_back->hide();
    connect(m_back, &QPushButton::clicked, this, &StartStation::backRequested);
    column->addWidget(m_back);
    column->addLayout(firstChoice());
    column->addLayout(names());
    column->addLayout(stages());
    column->addLayout(departments());
    auto* next = new QVBoxLayout;
    next->setSpacing(px(8));
    next->addWidget(question(tr("What happens next")));
    next->addWidget(journey());
    column->addLayout(next);
    column->addStretch(1);
    return page;
}

/// Below what scrolls, so that it is always seen.
QWidget* StartStation::foot() {
    auto* strip = new QWidget;
    auto* last = new QHBoxLayout(strip);
    last->addWidget(new Text(tr("You can change all of this later."), int(Type::Body), Text::Ink::Second));
    last->addStretch(1);
    QPushButton* create = nextButton(tr("Create workshop"));
    create->setProperty("large", true);
    create->setObjectName(QStringLiteral("create"));
    connect(create, &QPushButton::clicked, this, [this] { Q_EMIT createRequested(settings()); });
    last->addWidget(create);
    return strip;
}

QLayout* StartStation::firstChoice() {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(16));
    auto* fresh = new Tile(Tile::Mark::Icon, QStringLiteral("plus"), tr("New workshop"), {},
                           tr("From your CRM exports"));
    auto* open = new Tile(Tile::Mark::Icon, QStringLiteral("file"), tr("Open a workshop"), {},
                          tr("From a file on this computer"));
    auto* example = new Tile(Tile::Mark::Icon, QStringLiteral("play"), tr("Try the example"), {},
                             tr("With ready-made sample data"));
    fresh->setChecked(true);
    fresh->setObjectName(QStringLiteral("new"));
    open->setObjectName(QStringLiteral("open"));
    example->setObjectName(QStringLiteral("example"));
    // Only what the form below is about stays chosen.
    connect(fresh, &Tile::clicked, this, [this, fresh] {
        fresh->setChecked(true);
        m_title->setFocus();
        m_title->selectAll();
    });
    connect(open, &Tile::clicked, this, [this, open] {
        open->setChecked(false);
        Q_EMIT openRequested({});
    });
    connect(example, &Tile::clicked, this, [this, example] {
        example->setChecked(false);
        Q_EMIT exampleRequested();
    });
    for (Tile* tile : {fresh, open, example}) row->addWidget(tile, 1);
    return row;
}

QLayout* StartStation::names() {
    m_title = new QLineEdit(
        tr("ICP review, %1").arg(QLocale().toString(QDate::currentDate(), QStringLiteral("MMMM yyyy"))));
    m_company = new QLineEdit;
    m_company->setPlaceholderText(tr("As your customers know it"));
    m_sellTo = new SegmentedSwitch({tr("Companies"), tr("Consumers")});
    auto* row = new QHBoxLayout;
    row->setSpacing(px(16));
    row->addLayout(asked(tr("Name of this workshop"), m_title), 3);
    row->addLayout(asked(tr("Your company"), m_company), 2);
    row->addLayout(asked(tr("You sell to"), m_sellTo));
    return row;
}

QLayout* StartStation::stages() {
    struct Choice {
        QString title;
        QString note;
        QString text;
    };
    const Choice choices[] = {
        {tr("Nothing sold yet"), tr("No won deals"), tr("Start from a product proposal and interviews.")},
        {tr("First customers"), tr("Fewer than 20 won deals"),
         tr("Results are shown, but marked as directional only.")},
        {tr("Growing"), tr("20 to 200 won deals"), tr("Full analysis. Small groups are marked as untested.")},
        {tr("Established"), tr("More than 200 won deals"),
         tr("Full analysis, plus a sealed check on your newest deals.")}};
    m_stage = new QButtonGroup(this);
    auto* grid = new QGridLayout;
    grid->setSpacing(px(14));
    for (int i = 0; i < 4; ++i) {
        auto* tile = new Tile(Tile::Mark::Radio, {}, choices[i].title, choices[i].note, choices[i].text);
        m_stage->addButton(tile, i);
        grid->addWidget(tile, i / 2, i % 2);
    }
    m_stage->button(int(BusinessStage::Established))->setChecked(true);
    auto* column = new QVBoxLayout;
    column->setSpacing(px(10));
    column->addWidget(question(tr("Where is your business today?")));
    column->addLayout(grid);
    return column;
}

QLayout* StartStation::departments() {
    const std::pair<QString, bool> usual[] = {{tr("Product"), true},   {tr("Sales"), true},
                                              {tr("Marketing"), true}, {tr("Customer success"), true},
                                              {tr("Finance"), false},  {tr("Sales dev."), false},
                                              {tr("Executive"), false}};
    auto* row = new FlowLayout(px(8));
    for (const auto& [name, chosen] : usual) {
        auto* chip = new Chip(name, QStringLiteral("plus"));
        chip->setProperty("large", true);
        chip->setCheckable(true);
        connect(chip, &Chip::toggled, chip, [chip](bool on) {
            chip->setIcon(on ? ui::icon(QStringLiteral("check"), &Tokens::onPrimary)
                             : icon(QStringLiteral("plus"), &Tokens::ink2));
        });
        chip->setChecked(chosen);
        m_departments.push_back(chip);
        row->addWidget(chip);
    }
    auto* column = new QVBoxLayout;
    column->setSpacing(px(10));
    column->addWidget(question(tr("Who will be in the room?")));
    column->addLayout(row);
    return column;
}

QWidget* StartStation::journey() {
    struct Step {
        QString icon;
        QString name;
    };
    const std::pair<QString, std::vector<Step>> parts[] = {
        {tr("Before the room"),
         {{QStringLiteral("import"), tr("Import")},
          {QStringLiteral("customers"), tr("Customers")},
          {QStringLiteral("patterns"), tr("Patterns")},
          {QStringLiteral("segments"), tr("Segments")}}},
        {tr("In the room, about 3 hours"),
         {{QStringLiteral("icp"), tr("ICP")}, {QStringLiteral("personas"), tr("Personas")}}},
        {tr("Afterwards"), {{QStringLiteral("present"), tr("Present")}}}};
    auto* card = new Card;
    auto* row = new QHBoxLayout;
    row->setSpacing(px(14));
    for (const auto& [name, steps] : parts) {
        if (row->count() > 0) {
            auto* rule = new QFrame;
            rule->setFrameShape(QFrame::VLine);
            row->addWidget(rule);
        }
        auto* column = new QVBoxLayout;
        column->setSpacing(px(10));
        column->addWidget(new Text(name, int(Type::Table), Text::Ink::Second));
        auto* line = new QHBoxLayout;
        for (const Step& step : steps) {
            auto* cell = new QToolButton;
            cell->setText(step.name);
            cell->setIcon(icon(step.icon, &Tokens::primary));
            cell->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
            cell->setProperty("look", QStringLiteral("step"));
            cell->setFocusPolicy(Qt::NoFocus);
            cell->setAttribute(Qt::WA_TransparentForMouseEvents);
            cell->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
            line->addWidget(cell, 1);
        }
        column->addLayout(line);
        row->addLayout(column, int(steps.size()));
    }
    card->body()->addLayout(row);
    return card;
}

void StartStation::resizeEvent(QResizeEvent* event) {
    Station::resizeEvent(event);
    const bool narrow = width() < px(1360);
    m_recent->setFixedWidth(px(narrow ? 330 : 430));
    const int side = px(narrow ? 32 : 48);
    m_form->layout()->setContentsMargins(side, px(narrow ? 28 : 40), side, px(12));
    m_foot->layout()->setContentsMargins(side, px(12), side, px(24));
    m_form->layout()->setSpacing(px(narrow ? 20 : 26));
}

void StartStation::setDocument(Document* document) {
    if (this->document() != nullptr) this->document()->disconnect(this);
    Station::setDocument(document);
    if (document != nullptr) connect(document, &Document::workshopChanged, this, &StartStation::showBack);
    showBack();
}

/// From here there is no rail to lead back.
void StartStation::showBack() {
    m_back->setVisible(document() != nullptr);
    if (document() == nullptr) return;
    const Settings& open = document()->workshop().settings;
    const QString name = !open.title.isEmpty() ? open.title : open.company;
    const QString text = name.isEmpty() ? tr("Back to the open workshop") : tr("Back to “%1”").arg(name);
    m_back->setText(QFontMetrics(ui::font(Type::CardTitle)).elidedText(text, Qt::ElideRight, px(640)));
    m_back->setToolTip(text);
    m_back->setAccessibleName(text);
}

QVariant StartStation::bookmark() const {
    const Settings typed = settings();
    return QVariantList{m_title->text(), m_company->text(), typed.consumers, int(typed.stage),
                        typed.departments};
}

void StartStation::restore(const QVariant& bookmark) {
    const QVariantList parts = bookmark.toList();
    if (parts.size() != 5) return;
    m_title->setText(parts[0].toString());
    m_company->setText(parts[1].toString());
    m_sellTo->setCurrent(parts[2].toBool() ? 1 : 0);
    if (QAbstractButton* stage = m_stage->button(parts[3].toInt())) stage->setChecked(true);
    for (Chip* chip : m_departments) chip->setChecked(parts[4].toStringList().contains(chip->text()));
}

Settings StartStation::settings() const {
    Settings settings;
    settings.title = m_title->text().trimmed();
    settings.company = m_company->text().trimmed();
    settings.consumers = m_sellTo->current() == 1;
    settings.stage = BusinessStage(m_stage->checkedId());
    for (const Chip* chip : m_departments)
        if (chip->isChecked()) settings.departments << chip->text();
    return settings;
}

}  // namespace icp::ui
