#include "ui/stations/icp/icpstation.h"

#include "core/draft/draft.h"
#include "core/workshop/workshop.h"
#include "ui/document/document.h"
#include "ui/stations/icp/criterialist.h"
#include "ui/stations/icp/effectcard.h"
#include "ui/stations/icp/fitpage.h"
#include "ui/stations/icp/icptabs.h"
#include "ui/stations/icp/overlappage.h"
#include "ui/stations/icp/sentencecard.h"
#include "ui/stations/icp/templatecard.h"
#include "ui/stations/icp/versionspage.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace icp::ui {

namespace {
constexpr int templateWidth = 188;
constexpr int effectWidth = 340;
constexpr int narrower = 20;            // what side columns give up on a small window
constexpr double projectorScale = 1.2;  // the room needs no list of sections
constexpr int roomyWindow = 1360;       // as the other pages
}  // namespace

IcpStation::IcpStation(QWidget* parent)
    : Station(Id::Icp, tr("Ideal customer profile"), tr("Change a card and watch the effect on the right."),
              parent) {
    buildHeader();
    buildPage();
    for (const CriterionKey& entry : criterionKeys()) nameKeys(entry.text, entry.keys);
    nameKeys(tr("Next or last criterion"), {Qt::Key_Down, Qt::Key_Up});
    addKey(tr("Versions, and back"), Qt::Key_V,
           [this] { show(m_view->current() == Versions ? Profile : Versions); });
    setDocument(nullptr);
}

IcpStation::~IcpStation() {
    hide();  // what is being typed is kept
}

void IcpStation::buildHeader() {
    m_undo = iconButton(QStringLiteral("undo"), tr("Undo"));
    m_redo = iconButton(QStringLiteral("redo"), tr("Redo"));
    m_view = new SegmentedSwitch({tr("Profile"), tr("Companies"), tr("Overlap"), tr("Versions")});
    m_view->setAccessibleName(tr("View of the profile"));
    m_next = primaryButton(QString());
    addTool(m_undo);
    addTool(m_redo);
    addTool(m_view);
    addTool(m_next);
    connect(m_undo, &QToolButton::clicked, this, &IcpStation::undo);
    connect(m_redo, &QToolButton::clicked, this, &IcpStation::redo);
    connect(m_next, &QPushButton::clicked, this, &IcpStation::goOn);
    connect(m_view, &SegmentedSwitch::currentChanged, this, [this](int view) {
        m_pages->setCurrentIndex(view);
        refreshView();
    });
}

void IcpStation::buildPage() {
    m_tabs = new IcpTabs;
    auto* addButton = linkButton(tr("New ICP"), QStringLiteral("plus"));
    addButton->setToolTip(tr("Start another ideal customer profile"));
    auto* tabRow = new QHBoxLayout;
    tabRow->setSpacing(px(8));
    tabRow->addWidget(m_tabs);
    tabRow->addWidget(addButton);
    m_shared = new Text(QString(), int(Type::Table), Text::Ink::Second);
    m_shared->setWordWrap(true);
    m_shared->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_shared->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    tabRow->addWidget(m_shared, 1);
    content()->addLayout(tabRow);

    m_fit = new FitPage;
    m_overlap = new OverlapPage;
    m_versions = new VersionsPage;
    m_pages = new QStackedWidget;
    m_pages->addWidget(buildProfile());
    m_pages->addWidget(m_fit);
    m_pages->addWidget(m_overlap);
    m_pages->addWidget(m_versions);
    content()->addWidget(m_pages, 1);
    connect(m_overlap, &OverlapPage::summarized, m_shared, &QLabel::setText);
    connect(m_fit, &FitPage::criterionAsked, this, [this](const Criterion& criterion) {
        if (document() && document()->addCriterion(criterion))
            offerUndo(tr("“%1” is added.").arg(criterion.text));
    });

    connect(addButton, &QPushButton::clicked, this, &IcpStation::addIcp);
    connect(m_tabs, &IcpTabs::chosen, this, [this](const QString& id) {
        if (document()) document()->setCurrentIcp(id);
    });
    connect(m_tabs, &IcpTabs::renamed, this, [this](const QString& id, const QString& name) {
        const Icp* icp = document()->workshop().icp(id);
        if (!icp || icp->name == name) return;
        Icp renamed = *icp;
        renamed.name = name;
        store(renamed, tr("Rename ICP"));
    });
    connect(m_tabs, &IcpTabs::removeAsked, this, &IcpStation::removeIcp);
}

QWidget* IcpStation::buildProfile() {
    m_template = new TemplateCard;
    m_sentence = new SentenceCard;
    m_draft = secondaryButton(tr("Draft from the findings"), QStringLiteral("bolt"));
    m_draft->setToolTip(
        tr("Makes criteria of the strongest patterns and exclusions; you change what you like"));
    m_sentence->addWidget(m_draft);
    m_criteria = new CriteriaList;
    m_scroll = new QScrollArea;
    m_scroll->setWidget(m_criteria);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_criteria->setAutoFillBackground(false);
    m_effect = new EffectCard;

    auto* middleColumn = new QWidget;
    auto* middle = new QVBoxLayout(middleColumn);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(px(12));
    middle->addWidget(m_sentence);
    middle->addWidget(m_scroll, 1);
    m_columns = new Columns(QStringLiteral("icp"));
    m_columns->addWidget(m_template);
    m_columns->addWidget(middleColumn);
    m_columns->addWidget(m_effect);
    connect(m_template, &TemplateCard::chosen, m_criteria, qOverload<Section>(&CriteriaList::reveal));
    connect(m_sentence, &SentenceCard::edited, this, [this](const QString& sentence) {
        Icp icp = shown();
        icp.sentence = sentence;
        store(icp, tr("Write the sentence"));
    });
    connect(m_draft, &QPushButton::clicked, this, &IcpStation::draft);
    connect(m_criteria, &CriteriaList::edited, this, &IcpStation::store);
    connect(m_criteria, &CriteriaList::previewed, this, [this](const std::optional<Icp>& icp) {
        if (!document() || (!icp && !m_preview)) return;
        m_preview = icp;
        document()->previewIcp(icp);
    });
    connect(m_criteria, &CriteriaList::removed, this,
            [this](const QString& words) { offerUndo(tr("“%1” is removed.").arg(words)); });
    connect(m_criteria, &CriteriaList::needsVisible, this, [this](QWidget* widget) {
        // The layout must know the new place first.
        QTimer::singleShot(0, widget, [this, widget] { m_scroll->ensureWidgetVisible(widget, 0, px(40)); });
    });
    connect(m_effect, &EffectCard::marketEdited, this,
            [this](const Market& market, std::optional<qint64> inside) {
                Icp icp = shown();
                icp.market = market;
                icp.marketInside = inside;
                store(icp, tr("Enter the market size"));
            });
    return m_columns;
}

void IcpStation::show(View view) { m_view->setCurrent(view); }

void IcpStation::waitForIdle() {
    m_drafting.wait();
    m_fit->waitForIdle();
    m_overlap->waitForIdle();
    m_versions->waitForIdle();
}

/// The one thing to do next: agree what was changed, else go on.
void IcpStation::goOn() {
    const Icp icp = shown();
    if (icp.criteria.empty() || icp.agreed.isValid()) {
        Q_EMIT goTo(Id::Personas);
        return;
    }
    show(Versions);
    m_versions->startAgreeing();
}

void IcpStation::refreshSteps() {
    const Icp icp = shown();
    const bool draft = !icp.criteria.empty() && !icp.agreed.isValid();
    m_next->setText(draft ? tr("Save as v%1").arg(icp.version) : tr("Next: personas"));
    m_next->setIcon(
        ui::icon(draft ? QStringLiteral("check") : QStringLiteral("personas"), &Tokens::onPrimary));
    m_next->setToolTip(draft ? tr("Agree the profile as it stands")
                             : tr("Who decides inside a matching company"));
}

void IcpStation::refreshView() {
    if (!document()) return;
    switch (m_view->current()) {
        case Companies:
            m_fit->refresh();
            break;
        case Versions:
            m_versions->refresh();
            break;
        default:
            break;
    }
}

void IcpStation::remindOfReview() {
    const Icp icp = shown();
    if (!document() || versionsOf(document()->workshop().versions, icp.id).empty() ||
        !reviewIsDue(icp, QDate::currentDate()))
        return;
    messages()->showMessage(
        MessageBar::Kind::Warning,
        tr("This profile was to be looked at again by %1. See what changed since, and agree "
           "it anew.")
            .arg(QLocale().toString(icp.review, QLocale::LongFormat)));
    messages()->addAction(tr("Versions"), [this] {
        messages()->clear();
        show(Versions);
    });
}

void IcpStation::setDocument(Document* document) {
    if (QWidget* typedIn = focusWidget()) typedIn->clearFocus();  // keeps what is being typed
    if (Station::document()) Station::document()->disconnect(this);
    Station::setDocument(document);
    m_drafting.cancel();
    m_draft->setEnabled(true);
    m_preview.reset();
    m_fresh = Icp();
    m_fresh.id = newId();
    setEnabled(document != nullptr);
    m_fit->setDocument(document);
    m_overlap->setDocument(document);
    m_versions->setDocument(document);
    m_view->setCurrent(Profile);
    if (document) {
        const QString& company = document->workshop().settings.company;
        m_fresh.name = company.isEmpty() ? tr("Ideal customer") : tr("Ideal customer of %1").arg(company);
        connect(document, &Document::workshopChanged, this, &IcpStation::refreshIcp);
        connect(document, &Document::currentIcpChanged, this, &IcpStation::refreshIcp);
        connect(document, &Document::datasetChanged, this, &IcpStation::refreshData);
        connect(document, &Document::findingsChanged, this, &IcpStation::refreshData);
        connect(document, &Document::gaugeChanged, this, &IcpStation::refreshEffect);
    }
    refreshData();
}

Icp IcpStation::shown() const {
    const Icp* current = document() ? document()->currentIcp() : nullptr;
    return current ? *current : m_fresh;
}

void IcpStation::showEvent(QShowEvent* event) {
    Station::showEvent(event);
    if (std::exchange(m_stale, false)) refreshData();
    remindOfReview();
}

void IcpStation::refreshIcp() {
    m_stale = m_stale || !isVisible();
    if (m_stale) return;
    m_preview.reset();
    const Icp icp = shown();
    const bool stored = document() && document()->currentIcp();
    m_tabs->setIcps(stored ? document()->workshop().icps : std::vector<Icp>{icp}, icp.id);
    m_template->setIcp(icp);
    m_sentence->setIcp(icp);
    m_criteria->setIcp(icp);
    m_draft->setVisible(document() && icp.criteria.empty() && document()->stage() == Stage::Done &&
                        document()->findings().base.n > 0);
    const bool undoable = document() && document()->canUndo();
    const bool redoable = document() && document()->canRedo();
    m_undo->setEnabled(undoable);
    m_redo->setEnabled(redoable);
    const auto tip = [](const QString& what, const QString& text, QKeySequence::StandardKey key) {
        return QStringLiteral("%1 (%2)").arg(text.isEmpty() ? what : what + QStringLiteral(": ") + text,
                                             QKeySequence(key).toString(QKeySequence::NativeText));
    };
    m_undo->setToolTip(undoable ? tip(tr("Undo"), document()->undoText(), QKeySequence::Undo)
                                : tr("Nothing to undo"));
    m_redo->setToolTip(redoable ? tip(tr("Redo"), document()->redoText(), QKeySequence::Redo)
                                : tr("Nothing to redo"));
    refreshSteps();
    if (document() && document()->workshop().icps.size() > 1)
        m_overlap->refresh();
    else
        m_shared->clear();
    refreshEffect();
}

void IcpStation::refreshData() {
    m_stale = !isVisible();
    if (m_stale) return;
    if (document())
        m_criteria->setData(document()->sharedDataset(), document()->findings());
    else
        m_criteria->setData(std::make_shared<const Dataset>(), Findings());
    refreshIcp();
}

void IcpStation::refreshEffect() {
    m_stale = m_stale || !isVisible();
    if (m_stale) return;
    const bool hasData = document() && document()->dataset().accounts.rows() > 0;
    m_effect->show(shown(), document() ? document()->gauge() : Gauge(),
                   document() ? document()->findings().currency : QString(), hasData);
    refreshView();
}

void IcpStation::store(const Icp& icp, const QString& text, const QString& field) {
    if (!document()) return;
    m_preview.reset();
    messages()->clear();
    if (!document()->editIcp(icp, text, field)) refreshIcp();
}

/// Beside, because it weighs many conditions against all accounts.
void IcpStation::draft() {
    if (!document()) return;
    m_draft->setEnabled(false);
    m_drafting.start([this, dataset = document()->sharedDataset(), findings = document()->findings(),
                      before = shown()](const Job&, const Background::Deliver& deliver) {
        const Icp drafted = draftIcp(findings, *dataset, before.name);
        deliver([this, drafted, before] {
            m_draft->setEnabled(true);
            if (!shown().criteria.empty() || shown().id != before.id) return;
            Icp icp = shown();
            icp.criteria = drafted.criteria;
            icp.hypothesis = drafted.hypothesis;
            if (icp.criteria.empty())
                messages()->showMessage(
                    MessageBar::Kind::Info,
                    tr("No pattern is clear enough to draft from. Write what you know instead."));
            else
                store(icp, tr("Draft from the findings"));
        });
    });
}

void IcpStation::addIcp() {
    if (!document()) return;
    Icp icp;
    icp.id = newId();
    icp.name = tr("ICP %1").arg(document()->workshop().icps.size() + 1);
    icp.hypothesis = document()->findings().mode != Mode::Full;
    store(icp, tr("Add ICP"));
    document()->setCurrentIcp(icp.id);
    m_tabs->rename(m_tabs->currentIndex());
}

void IcpStation::removeIcp(const QString& id) {
    const Icp* icp = document() ? document()->workshop().icp(id) : nullptr;
    if (!icp) return;
    const QString name = icp->name;
    if (document()->removeIcp(id)) offerUndo(tr("“%1” is removed.").arg(name));
}

void IcpStation::offerUndo(const QString& text) {
    messages()->showMessage(MessageBar::Kind::Info, text);
    messages()->addAction(tr("Undo"), [this] {
        messages()->clear();
        undo();
    });
}

void IcpStation::undo() {
    if (!document()) return;
    messages()->clear();
    document()->undo();
}

void IcpStation::redo() {
    if (!document()) return;
    messages()->clear();
    document()->redo();
}

void IcpStation::reveal(const QString& what) {
    show(Profile);
    const Icp icp = shown();
    if (icp.find(what))
        m_criteria->reveal(what);
    else
        m_criteria->reveal(sectionFromName(what));
}

QVariant IcpStation::bookmark() const { return m_criteria->current(); }

void IcpStation::restore(const QVariant& bookmark) {
    if (shown().find(bookmark.toString())) m_criteria->reveal(bookmark.toString());
}

void IcpStation::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Undo))
        undo();
    else if (event->matches(QKeySequence::Redo))
        redo();
    else
        Station::keyPressEvent(event);
}

void IcpStation::resizeEvent(QResizeEvent* event) {
    Station::resizeEvent(event);
    const int less = window()->width() < roomyWindow * uiScale() ? narrower : 0;
    m_template->setVisible(uiScale() < projectorScale);
    m_columns->setWidths({templateWidth - less, 0, effectWidth - less});
}

}  // namespace icp::ui
