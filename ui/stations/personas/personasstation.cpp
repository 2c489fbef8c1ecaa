#include "ui/stations/personas/personasstation.h"

#include "core/deck/personaslide.h"
#include "core/draft/draft.h"
#include "core/workshop/workshop.h"
#include "ui/document/document.h"
#include "ui/models/personamodel.h"
#include "ui/stations/personamatrix.h"
#include "ui/stations/personas/contactviews.h"
#include "ui/stations/personas/peoplecard.h"
#include "ui/stations/personasheet.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace icp::ui {

namespace {

enum Page { NoIcp, NoPanel, Matrix };
enum View { Attributes, Tiers, Messages, Titles, Accounts };
constexpr std::size_t mostSegments = 8;
constexpr int gapWidth = 380;

/// A name that leaves room for the tools beside it; whole in their tooltip.
QString shortened(const QString& name) {
    constexpr int most = 32;
    return name.size() <= most ? name : name.left(most - 1).trimmed() + QChar(0x2026);
}

}  // namespace

PersonasStation::PersonasStation(QWidget* parent)
    : Station(Id::Personas, tr("Persona matrix"),
              tr("Who decides inside a matching company, and what each of them needs to hear"), parent),
      m_model(new PersonaModel(this)),
      m_pages(new QStackedWidget) {
    buildHeader();
    auto* noIcp = new EmptyState(
        QStringLiteral("personas"), tr("No profile yet"),
        tr("Personas are the people inside the companies of a profile. Write the profile first."));
    noIcp->addPrimary(tr("Go to ICP"), QStringLiteral("icp"), [this] { Q_EMIT goTo(Id::Icp); });
    auto* noPanel = new EmptyState(
        QStringLiteral("personas"), tr("Nobody on the panel yet"),
        tr("Six roles usually decide: champion, economic buyer, technical check, end user, adviser "
           "and blocker. Start with them and change what does not fit."));
    noPanel->addPrimary(tr("Start with six roles"), QStringLiteral("plus"), [this] { startPanel(); });
    m_pages->addWidget(noIcp);
    m_pages->addWidget(noPanel);
    buildMatrix();
    content()->addWidget(m_pages, 1);
    nameKeys(tr("Edit the cell"), {Qt::Key_Enter, Qt::Key_Return, Qt::Key_F2});
    nameKeys(tr("Next cell"), {Qt::Key_Tab});
    nameKeys(tr("Mark as an anecdote"), {Qt::CTRL | Qt::Key_E});
    nameKeys(tr("Copy cells"), {QKeySequence(QKeySequence::Copy)});
    nameKeys(tr("Paste cells"), {QKeySequence(QKeySequence::Paste)});
    nameKeys(tr("Empty cells"), {Qt::Key_Delete, Qt::Key_Backspace});
    nameKeys(tr("Edit the persona"), {Qt::ALT | Qt::Key_Return});
    nameKeys(tr("Move the persona"), {Qt::ALT | Qt::Key_Left, Qt::ALT | Qt::Key_Right});
    setDocument(nullptr);
}

PersonasStation::~PersonasStation() {
    hide();  // what is being typed is kept
}

void PersonasStation::buildHeader() {
    m_icps = new QComboBox;
    m_icps->setAccessibleName(tr("Ideal customer profile"));
    m_icps->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_icps->setMinimumContentsLength(16);
    m_view =
        new SegmentedSwitch({tr("Attributes"), tr("Tiers"), tr("Messages"), tr("Titles"), tr("Accounts")});
    m_view->setAccessibleName(tr("View"));
    auto* present = primaryButton(tr("Present"), QStringLiteral("present"));
    present->setToolTip(tr("Show, print or export the matrix"));
    addTool(m_icps);
    addTool(m_view);
    addTool(present);
    connect(m_icps, &QComboBox::activated, this, [this](int index) {
        if (document()) document()->setCurrentIcp(m_icps->itemData(index).toString());
    });
    connect(present, &QPushButton::clicked, this, [this] {
        if (const Icp* icp = document() ? document()->currentIcp() : nullptr)
            Q_EMIT show(Id::Present, icp->id);
        else
            Q_EMIT goTo(Id::Present);
    });
}

void PersonasStation::buildMatrix() {
    m_people = new PeopleCard;
    m_gapCard = new Card;
    m_gapTitle = new Text(QString(), int(Type::Body), Text::Ink::Warn);
    m_gapTitle->setWeight(QFont::DemiBold);
    m_gapTitle->setWordWrap(true);
    m_gapText = new Text(QString(), int(Type::Table), Text::Ink::Second);
    m_gapText->setWordWrap(true);
    m_gapAction = secondaryButton(QString());
    m_gapAction->setProperty("small", true);
    m_gapCard->body()->setSpacing(px(4));
    m_gapCard->body()->addWidget(m_gapTitle);
    m_gapCard->body()->addWidget(m_gapText);
    m_gapCard->body()->addStretch(1);
    m_gapCard->body()->addWidget(m_gapAction, 0, Qt::AlignLeft);
    auto* top = new Columns(QStringLiteral("personas"));
    top->addWidget(m_people);
    top->addWidget(m_gapCard);
    top->setWidths({0, gapWidth});
    top->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    top->setMinimumHeight(px(158));  // where the gap takes three lines

    m_sheet = new PersonaSheet(m_model);
    m_contacts = new ContactViews(m_model);
    m_views = new QStackedWidget;
    m_views->addWidget(m_sheet);
    m_views->addWidget(m_contacts);
    m_summary = top;

    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(8));
    layout->addWidget(top);
    layout->addWidget(m_views, 1);
    m_pages->addWidget(page);

    connect(m_view, &SegmentedSwitch::currentChanged, this, &PersonasStation::showView);
    connect(m_sheet, &PersonaSheet::edited, messages(), &MessageBar::clear);
    connect(m_sheet, &PersonaSheet::refused, this, &PersonasStation::refresh);
    connect(m_sheet, &PersonaSheet::allWanted, this, [this] { m_view->setCurrent(Attributes); });
    connect(m_sheet, &PersonaSheet::removed, this, [this](const QString& name) {
        messages()->showMessage(MessageBar::Kind::Info, tr("“%1” is removed from the panel.").arg(name));
        messages()->addAction(tr("Undo"), [this] {
            messages()->clear();
            document()->undo();
        });
    });
    connect(m_contacts, &ContactViews::edited, this,
            [this](const std::vector<Persona>& personas, const QString& text) {
                messages()->clear();
                if (!document()->editPersonas(personas, text)) refresh();
            });
    connect(m_gapAction, &QPushButton::clicked, this, [this] {
        if (!m_gap) return;
        if (m_gap->kind == PanelGap::Kind::NoPersona)
            m_sheet->addPersona(m_gap->role);
        else
            reveal(m_gap->persona);
    });
}

void PersonasStation::setDocument(Document* document) {
    if (QWidget* typedIn = focusWidget()) typedIn->clearFocus();  // keeps what is being typed
    if (Station::document()) Station::document()->disconnect(this);
    m_counting.cancel();
    m_drafting.cancel();
    Station::setDocument(document);
    m_sheet->setDocument(document);
    setEnabled(document != nullptr);
    if (document) {
        connect(document, &Document::workshopChanged, this, &PersonasStation::refresh);
        connect(document, &Document::currentIcpChanged, this, &PersonasStation::refresh);
        connect(document, &Document::datasetChanged, this, &PersonasStation::count);
        connect(document, &Document::gaugeChanged, m_contacts, &ContactViews::showFit);
        connect(document, &Document::factsChanged, m_contacts, &ContactViews::showFit);
        connect(document, &Document::findingsChanged, this, [this](Stage stage) {
            if (stage >= Stage::Segments) count();
        });
    }
    m_contacts->setDocument(document);
    refresh();
    count();
}

void PersonasStation::showEvent(QShowEvent* event) {
    Station::showEvent(event);
    if (std::exchange(m_stale, false)) refresh();
    if (std::exchange(m_uncounted, false)) count();
}

void PersonasStation::refresh() {
    m_stale = !isVisible();
    if (m_stale) return;
    const Icp* icp = document() ? document()->currentIcp() : nullptr;
    m_icps->clear();
    if (document())
        for (const Icp& one : document()->workshop().icps) m_icps->addItem(one.name, one.id);
    m_icps->setVisible(m_icps->count() > 1);
    if (icp) {
        m_icps->setCurrentIndex(m_icps->findData(icp->id));
        m_icps->setToolTip(tr("The panel of “%1” is shown").arg(icp->name));
    }
    setPurpose(icp && !icp->name.isEmpty()
                   ? tr("Who decides at companies of “%1”").arg(shortened(icp->name))
                   : tr("Who decides inside a matching company, and what each of them needs to hear"));

    const QModelIndex before = m_sheet->matrix()->currentIndex();
    const auto searched = [](const std::vector<Persona>& personas) {
        std::vector<
            std::tuple<QString, BuyingRole, QString, QStringList, bool, QString, std::optional<Seniority>>>
            words;
        for (const Persona& persona : personas)
            words.emplace_back(persona.id, persona.role, persona.title, persona.titlePatterns,
                               persona.usualTitles, persona.department, persona.seniority);
        return words;
    };
    const auto searchedBefore = searched(m_model->personas());
    m_model->setPersonas(icp ? document()->workshop().personasOf(icp->id) : std::vector<Persona>());
    m_sheet->refresh(before.row(), before.column());
    if (searched(m_model->personas()) != searchedBefore) {
        m_contacts->showPersonas();
        count();
    } else {
        m_contacts->showFit();
    }
    refreshGap();
    const bool empty = m_model->columnCount() == 0;
    m_pages->setCurrentIndex(!icp ? NoIcp : empty ? NoPanel : Matrix);
    m_view->setEnabled(!empty);
}

/// Contacts can be many: coverage and panel size are counted beside, and the bars appear when they are ready.
void PersonasStation::count() {
    m_uncounted = !isVisible();
    if (m_uncounted) return;
    if (!document()) {
        m_people->show(PanelSize());
        return;
    }
    std::vector<std::pair<QString, std::vector<Condition>>> segments;
    for (const Segment& segment : document()->findings().segments)
        if (segments.size() < mostSegments)
            segments.emplace_back(segment.labels.join(tr(" and ", "between conditions")), segment.conditions);
    m_counting.start([this, data = document()->sharedDataset(), personas = m_model->personas(),
                      segments = std::move(segments)](const Job& job, const Background::Deliver& deliver) {
        const PanelSize size = panelSize(*data);
        const auto contacts = std::make_shared<const Contacts>(contactsOf(*data, personas, job));
        const AccountGroup won = wonGroup(*data, *contacts);
        const std::vector<AccountGroup> groups = segmentGroups(*data, *contacts, segments, job);
        if (job.cancelled()) return;
        deliver([this, size, contacts, won, groups] {
            m_people->show(size);
            m_model->setCoverage(size.known ? won.coverage : std::vector<Coverage>(), won.ofRole);
            m_contacts->show(contacts, won, groups);
            refreshGap();
        });
    });
}

void PersonasStation::refreshGap() {
    m_gap = weakestPlace(m_model->personas(), m_model->roleCoverage());
    const Tokens& tokens = Tokens::of(this);
    m_gapCard->setEdge(m_gap ? tokens.warnLine : tokens.green);
    m_gapTitle->setInk(m_gap ? Text::Ink::Warn : Text::Ink::Normal);
    m_gapTitle->setText(m_gap ? m_gap->title() : tr("Every role is there"));
    m_gapText->setText(m_gap ? m_gap->text()
                             : tr("All six buying roles are on the panel, known and written down."));
    m_gapAction->setVisible(m_gap.has_value());
    if (m_gap)
        m_gapAction->setText(m_gap->kind == PanelGap::Kind::NoPersona
                                 ? tr("Add the %1").arg(roleTitle(m_gap->role).toLower())
                                 : tr("Fill in"));
}

void PersonasStation::showView() {
    const int view = m_view->current();
    const bool matrix = view == Attributes || view == Messages;
    m_views->setCurrentIndex(matrix ? 0 : 1);
    m_summary->setVisible(matrix || view == Tiers);
    if (!matrix) m_sheet->closeForm();
    if (view == Tiers) m_contacts->setCurrentIndex(ContactViews::Coverage);
    if (view == Titles) {
        m_contacts->setCurrentIndex(ContactViews::Titles);
        m_contacts->choosePersona(m_sheet->matrix()->currentIndex().column());
    }
    if (view == Accounts) m_contacts->setCurrentIndex(ContactViews::Accounts);
    m_sheet->matrix()->showMessagesOnly(view == Messages);
}

/// With the titles that the contacts have; counted beside, because contacts can be many.
void PersonasStation::startPanel() {
    const Icp* current = document() ? document()->currentIcp() : nullptr;
    if (!current) return;
    m_drafting.start([this, dataset = document()->sharedDataset(), icp = *current](
                         const Job&, const Background::Deliver& deliver) {
        const std::vector<Persona> panel = draftPersonas(*dataset, icp);
        deliver([this, panel] {
            if (m_model->columnCount() == 0 && document()->editPersonas(panel, tr("Start with six roles")))
                m_sheet->matrix()->setFocus();
        });
    });
}

void PersonasStation::reveal(const QString& what) {
    const std::vector<Persona>& personas = m_model->personas();
    if (std::none_of(personas.begin(), personas.end(), [&](const Persona& one) { return one.id == what; }))
        return;
    if (m_views->currentIndex() != 0) m_view->setCurrent(Attributes);
    m_sheet->reveal(what);
}

QVariant PersonasStation::bookmark() const {
    const QModelIndex cell = m_sheet->matrix()->currentIndex();
    return QVariantList{cell.row(), cell.column(), m_view->current(), m_sheet->tier()};
}

void PersonasStation::restore(const QVariant& bookmark) {
    const QVariantList parts = bookmark.toList();
    if (parts.size() != 4) return;
    m_view->setCurrent(parts[2].toInt());
    m_sheet->setTier(parts[3].toInt());
    if (m_model->hasIndex(parts[0].toInt(), parts[1].toInt()))
        m_sheet->matrix()->setCurrentIndex(m_model->index(parts[0].toInt(), parts[1].toInt()));
}

void PersonasStation::keyPressEvent(QKeyEvent* event) {
    if (document() && event->matches(QKeySequence::Undo))
        document()->undo();
    else if (document() && event->matches(QKeySequence::Redo))
        document()->redo();
    else
        Station::keyPressEvent(event);
}

}  // namespace icp::ui
