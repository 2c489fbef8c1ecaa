#include "ui/stations/personas/personasstation.h"

#include "core/deck/personaslide.h"
#include "core/draft/draft.h"
#include "core/workshop/workshop.h"
#include "ui/document/document.h"
#include "ui/models/personamodel.h"
#include "ui/stations/personas/contactviews.h"
#include "ui/stations/personas/peoplecard.h"
#include "ui/stations/personas/personaform.h"
#include "ui/stations/personas/personamatrix.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace icp::ui {

namespace {

enum Page { NoIcp, NoPanel, Matrix };
enum View { Attributes, Tiers, Messages, Titles, Accounts };
constexpr std::size_t mostSegments = 8;
constexpr int gapWidth = 380;

QString withKey(const QString& text, const QKeySequence& key) {
    return QStringLiteral("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText));
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
    // The view says goodbye to its current cell while it is destroyed, after this.
    m_matrix->selectionModel()->disconnect(this);
}

void PersonasStation::buildHeader() {
    m_icps = new QComboBox;
    m_icps->setAccessibleName(tr("Ideal customer profile"));
    m_icps->setToolTip(tr("The profile whose panel is shown"));
    m_icps->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_icps->setMinimumContentsLength(18);
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
    connect(present, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Id::Present); });
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

    m_tier = new QComboBox;
    m_tier->setProperty("small", true);
    m_tier->addItems({tr("All tiers"), tr("Tier 1"), tr("Tier 2"), tr("Tier 3")});
    m_tier->setAccessibleName(tr("Tiers shown"));
    m_edit = iconButton(QStringLiteral("edit"), tr("Edit persona"));
    m_left = iconButton(QStringLiteral("left"), tr("Move left"));
    m_right = iconButton(QStringLiteral("right"), tr("Move right"));
    m_remove = iconButton(QStringLiteral("minus"), tr("Remove persona"));
    m_edit->setToolTip(withKey(tr("Edit role, title, tier and words in titles"), Qt::ALT | Qt::Key_Return));
    m_left->setToolTip(withKey(tr("Move left"), Qt::ALT | Qt::Key_Left));
    m_right->setToolTip(withKey(tr("Move right"), Qt::ALT | Qt::Key_Right));
    m_add = secondaryButton(tr("Add persona"), QStringLiteral("plus"));
    m_add->setProperty("small", true);
    auto* roles = new QMenu(m_add);
    for (int role = 0; role < buyingRoleCount; ++role)
        connect(roles->addAction(roleTitle(BuyingRole(role))), &QAction::triggered, this,
                [this, role] { addPersona(BuyingRole(role)); });
    m_add->setMenu(roles);
    m_add->setToolTip(tr("Add a person with one of the six buying roles"));
    m_matrixTools = new QWidget;
    auto* tools = new QHBoxLayout(m_matrixTools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(px(4));
    tools->addWidget(m_tier);
    tools->addStretch(1);
    for (QToolButton* tool : {m_edit, m_left, m_right, m_remove}) tools->addWidget(tool);
    tools->addWidget(m_add);

    m_form = new PersonaForm;
    m_form->hide();
    m_matrix = new PersonaMatrix(m_model);
    auto* card = new Card;
    card->body()->setContentsMargins(1, 1, 1, 1);
    card->body()->addWidget(m_matrix);
    m_contacts = new ContactViews(m_model);
    m_views = new QStackedWidget;
    m_views->addWidget(card);
    m_views->addWidget(m_contacts);
    m_summary = top;

    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(8));
    layout->addWidget(top);
    layout->addWidget(m_matrixTools);
    layout->addWidget(m_form);
    layout->addWidget(m_views, 1);
    m_pages->addWidget(page);

    connect(m_view, &SegmentedSwitch::currentChanged, this, &PersonasStation::showView);
    connect(m_tier, &QComboBox::activated, this, &PersonasStation::filterTier);
    connect(m_edit, &QToolButton::clicked, this, [this] { openForm(currentColumn()); });
    connect(m_left, &QToolButton::clicked, this, [this] { movePersona(currentColumn(), -1); });
    connect(m_right, &QToolButton::clicked, this, [this] { movePersona(currentColumn(), 1); });
    connect(m_remove, &QToolButton::clicked, this, [this] { removePersona(currentColumn()); });
    connect(m_matrix, &PersonaMatrix::personaAsked, this, &PersonasStation::openForm);
    connect(m_matrix, &PersonaMatrix::moveAsked, this, &PersonasStation::movePersona);
    connect(m_matrix, &PersonaMatrix::removeAsked, this, &PersonasStation::removePersona);
    connect(m_matrix->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PersonasStation::updateTools);
    const auto store = [this](const std::vector<Persona>& personas, const QString& text) {
        messages()->clear();
        if (!document()->editPersonas(personas, text)) refresh();
    };
    connect(m_model, &PersonaModel::edited, this, store);
    connect(m_contacts, &ContactViews::edited, this, store);
    connect(m_form, &PersonaForm::closed, this, [this] {
        m_form->hide();
        m_matrix->setFocus();
    });
    connect(m_form, &PersonaForm::saved, this,
            [this](const Persona& persona) { document()->editPersona(persona, tr("Edit persona")); });
    connect(m_gapAction, &QPushButton::clicked, this, [this] {
        if (!m_gap) return;
        if (m_gap->kind == PanelGap::Kind::NoPersona)
            addPersona(m_gap->role);
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
    m_form->hide();
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
    if (icp) m_icps->setCurrentIndex(m_icps->findData(icp->id));

    const QModelIndex before = m_matrix->currentIndex();
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
    if (!m_matrix->currentIndex().isValid() && m_model->columnCount() > 0) {
        const int row = std::max(0, before.row());
        m_matrix->setCurrentIndex(
            m_model->index(row, std::clamp(before.column(), 0, m_model->columnCount() - 1)));
    }
    if (searched(m_model->personas()) != searchedBefore) {
        m_contacts->showPersonas();
        count();
    } else {
        m_contacts->showFit();
    }
    filterTier();
    refreshGap();
    updateTools();
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
            m_model->setCoverage(size.known ? won.coverage : std::vector<Coverage>());
            m_contacts->show(contacts, won, groups);
            refreshGap();
        });
    });
}

void PersonasStation::refreshGap() {
    m_gap = weakestPlace(m_model->personas(), m_model->coverage());
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
    m_matrixTools->setVisible(matrix);
    m_summary->setVisible(matrix || view == Tiers);
    if (!matrix) m_form->hide();
    if (view == Tiers) m_contacts->setCurrentIndex(ContactViews::Coverage);
    if (view == Titles) m_contacts->setCurrentIndex(ContactViews::Titles);
    if (view == Accounts) m_contacts->setCurrentIndex(ContactViews::Accounts);
    m_matrix->showMessagesOnly(view == Messages);
}

void PersonasStation::filterTier() {
    const int tier = m_tier->currentIndex();
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_matrix->setColumnHidden(column, tier > 0 && m_model->personas()[std::size_t(column)].tier != tier);
    m_matrix->fit();
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
                m_matrix->setFocus();
        });
    });
}

void PersonasStation::addPersona(BuyingRole role) {
    const Icp* icp = document() ? document()->currentIcp() : nullptr;
    if (!icp) return;
    for (Persona persona : emptyPanel(icp->id)) {
        if (persona.role != role) continue;
        if (!document()->editPersona(persona, tr("Add persona"))) return;
        m_tier->setCurrentIndex(0);
        m_view->setCurrent(Attributes);
        filterTier();
        reveal(persona.id);
        openForm(m_model->columnCount() - 1);
    }
}

void PersonasStation::openForm(int column) {
    if (column >= 0 && column < m_model->columnCount())
        m_form->open(m_model->personas()[std::size_t(column)]);
}

void PersonasStation::movePersona(int column, int step) {
    const int to = column + step;
    if (!document() || column < 0 || to < 0 || to >= m_model->columnCount()) return;
    const QString id = m_model->personas()[std::size_t(column)].id;
    const QString beside = m_model->personas()[std::size_t(to)].id;
    const auto& all = document()->workshop().personas;
    const auto place =
        std::find_if(all.begin(), all.end(), [&](const Persona& persona) { return persona.id == beside; });
    const int row = m_matrix->currentIndex().row();
    if (!document()->movePersona(id, int(place - all.begin()))) return;
    m_matrix->setCurrentIndex(m_model->index(row, to));
}

void PersonasStation::removePersona(int column) {
    if (!document() || column < 0 || column >= m_model->columnCount()) return;
    const Persona persona = m_model->personas()[std::size_t(column)];
    if (persona.icps.size() > 1) {
        // It stays on the panels of the other profiles.
        Persona kept = persona;
        kept.icps.removeOne(document()->currentIcp()->id);
        if (!document()->editPersona(kept, tr("Remove persona"))) return;
    } else if (!document()->removePersona(persona.id)) {
        return;
    }
    messages()->showMessage(MessageBar::Kind::Info,
                            tr("“%1” is removed from the panel.")
                                .arg(persona.title.isEmpty() ? roleTitle(persona.role) : persona.title));
    messages()->addAction(tr("Undo"), [this] {
        messages()->clear();
        document()->undo();
    });
}

int PersonasStation::currentColumn() const { return m_matrix->currentIndex().column(); }

void PersonasStation::updateTools() {
    const int column = currentColumn();
    m_edit->setEnabled(column >= 0);
    m_remove->setEnabled(column >= 0);
    m_left->setEnabled(column > 0);
    m_right->setEnabled(column >= 0 && column + 1 < m_model->columnCount());
}

void PersonasStation::reveal(const QString& what) {
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (m_model->personas()[std::size_t(column)].id != what) continue;
        if (m_views->currentIndex() != 0) m_view->setCurrent(Attributes);
        m_matrix->setCurrentIndex(m_model->index(0, column));
        m_matrix->goToGap(column);
    }
}

QVariant PersonasStation::bookmark() const {
    const QModelIndex cell = m_matrix->currentIndex();
    return QVariantList{cell.row(), cell.column(), m_view->current(), m_tier->currentIndex()};
}

void PersonasStation::restore(const QVariant& bookmark) {
    const QVariantList parts = bookmark.toList();
    if (parts.size() != 4) return;
    m_view->setCurrent(parts[2].toInt());
    m_tier->setCurrentIndex(parts[3].toInt());
    filterTier();
    if (m_model->hasIndex(parts[0].toInt(), parts[1].toInt()))
        m_matrix->setCurrentIndex(m_model->index(parts[0].toInt(), parts[1].toInt()));
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
