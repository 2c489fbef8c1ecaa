#include "ui/stations/icp/icpstation.h"

#include "core/analysis/sealed.h"
#include "core/workshop/workshop.h"
#include "ui/document/document.h"
#include "ui/stations/icp/criterialist.h"
#include "ui/stations/icp/effectcard.h"
#include "ui/stations/icp/exemplarcard.h"
#include "ui/stations/icp/fitpage.h"
#include "ui/stations/icp/icptabs.h"
#include "ui/stations/icp/implicationspage.h"
#include "ui/stations/icp/leadspage.h"
#include "ui/stations/icp/overlappage.h"
#include "ui/stations/icp/peoplebox.h"
#include "ui/stations/icp/prioritiespage.h"
#include "ui/stations/icp/sentencecard.h"
#include "ui/stations/icp/templatecard.h"
#include "ui/stations/icp/versionspage.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QFileDialog>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace icp::ui {

namespace {
constexpr int templateWidth = 188;
constexpr int effectWidth = 340;
constexpr int quiet = 50;               // ms after the last change
constexpr int narrower = 20;            // what side columns give up on a small window
constexpr double projectorScale = 1.2;  // the room needs no list of sections
}  // namespace

IcpStation::IcpStation(QWidget* parent)
    : Station(Id::Icp, tr("Ideal customer profile"), {}, parent),
      m_askFile([](QWidget* window, const QString& title, const QString& suggested, const QString& filter) {
          return QFileDialog::getSaveFileName(window, title, suggested, filter);
      }) {
    m_catchUp.setSingleShot(true);
    m_catchUp.setInterval(quiet);
    connect(&m_catchUp, &QTimer::timeout, this, &IcpStation::catchUp);
    buildHeader();
    buildPage();
    for (const CriterionKey& entry : criterionKeys()) nameKeys(entry.text, entry.keys);
    nameKeys(tr("Next or last criterion"), {Qt::Key_Down, Qt::Key_Up});
    addKey(tr("Priorities, and back"), Qt::Key_P,
           [this] { show(m_view->current() == Priorities ? Profile : Priorities); });
    addKey(tr("Versions, and back"), Qt::Key_V,
           [this] { show(m_view->current() == Versions ? Profile : Versions); });
    addKey(tr("Implications, and back"), Qt::Key_I,
           [this] { show(m_view->current() == Implications ? Profile : Implications); });
    setDocument(nullptr);
    refreshView();
}

IcpStation::~IcpStation() {
    hide();  // what is being typed is kept
}

void IcpStation::show(View view) { m_view->setCurrent(view); }

void IcpStation::waitForIdle() {
    m_drafting.wait();
    m_exemplar->waitForIdle();
    m_priorities->waitForIdle();
    m_fit->waitForIdle();
    m_leads->waitForIdle();
    m_overlap->waitForIdle();
    m_versions->waitForIdle();
    m_people->waitForIdle();
}

bool IcpStation::merged() const { return document() && document()->workshop().settings.consumers; }

QString IcpStation::purposeOf(View view) const {
    switch (view) {
        case Profile:
            return merged() ? tr("Who buys and what they need to hear, on one page.")
                            : tr("Change a card and watch the effect.");
        case Priorities:
            return tr("What the room thinks matters most.");
        case Companies:
            return m_pages->currentWidget() == m_leads
                       ? tr("Which companies of a list are worth a call, and why.")
                       : tr("How well each company fits, and why.");
        case Overlap:
            return tr("Which customers several profiles share.");
        case Versions:
            return tr("What was agreed, and what changed since.");
        case Implications:
            return tr("What follows, for whom and by when.");
    }
    return {};
}

/// The one thing to do next: agree what was changed, else go on.
void IcpStation::goOn() {
    const Icp icp = shown();
    if (icp.criteria.empty() || icp.agreed.isValid()) {
        if (merged())
            Q_EMIT Station::show(Id::Present, icp.id);
        else
            Q_EMIT goTo(Id::Personas);
        return;
    }
    show(Versions);
    m_versions->startAgreeing();
}

void IcpStation::refreshSteps() {
    const Icp icp = shown();
    const bool draft = !icp.criteria.empty() && !icp.agreed.isValid();
    const QString next = merged() ? tr("Next: present") : tr("Next: personas");
    const QString why =
        merged() ? tr("Show, print or export the sheet") : tr("Who decides inside a matching company");
    m_next->setText(draft ? tr("Save as v%1").arg(icp.version) : next);
    m_next->setIcon(ui::icon(draft      ? QStringLiteral("check")
                             : merged() ? QStringLiteral("present")
                                        : QStringLiteral("personas"),
                             &Tokens::onPrimary));
    m_next->setToolTip(draft ? tr("Agree the profile as it stands") : why);
}

void IcpStation::refreshView() {
    const int view = m_view->current();
    setPurpose(purposeOf(View(view)));
    if (!document()) return;
    if (view == Profile) m_exemplar->refresh();
    if (view == Priorities) m_priorities->refresh();
    if (view == Companies) {
        m_fit->refresh();
        m_leads->refresh();
    }
    if (view == Versions) m_versions->refresh();
    if (view == Implications) m_implications->refresh();
    if (view == Overlap || document()->workshop().icps.size() > 1)
        m_overlap->refresh();
    else
        m_shared->clear();
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
    m_exemplar->setDocument(document);
    m_priorities->setDocument(document);
    m_fit->setDocument(document);
    m_leads->setDocument(document);
    m_overlap->setDocument(document);
    m_versions->setDocument(document);
    m_implications->setDocument(document);
    m_people->setDocument(document);
    m_view->setCurrent(Profile);
    if (document) {
        const QString& company = document->workshop().settings.company;
        m_fresh.name = company.isEmpty() ? tr("Ideal customer") : tr("Ideal customer of %1").arg(company);
        connect(document, &Document::workshopChanged, this, &IcpStation::refreshIcp);
        connect(document, &Document::currentIcpChanged, this, &IcpStation::refreshIcp);
        connect(document, &Document::datasetChanged, this, &IcpStation::refreshData);
        connect(document, &Document::findingsChanged, this, &IcpStation::refreshData);
        connect(document, &Document::gaugeChanged, this, &IcpStation::refreshMeasured);
    }
    refreshData();
}

/// They stand where the customers do, and take turns.
void IcpStation::showLeads(bool on) {
    messages()->clear();
    m_pages->setCurrentWidget(on ? static_cast<QWidget*>(m_leads) : m_fit);
    setPurpose(purposeOf(Companies));
}

Icp IcpStation::shown() const {
    const Icp* current = document() ? document()->currentIcp() : nullptr;
    return current ? *current : m_fresh;
}

void IcpStation::showEvent(QShowEvent* event) {
    Station::showEvent(event);
    const bool stale = std::exchange(m_stale, false);
    if (stale) refreshData();
    if (std::exchange(m_viewStale, false) || stale) refreshView();
    remindOfReview();
}

/// A page that nobody sees waits, and follows in a quiet moment, so that it is quick to be shown.
bool IcpStation::isUnseen() {
    if (isVisible() || m_catchingUp) return false;
    m_stale = true;
    m_catchUp.start();
    return true;
}

void IcpStation::catchUp() {
    if (isVisible() || !std::exchange(m_stale, false)) return;
    m_catchingUp = m_viewStale = true;
    refreshData();
    m_catchingUp = false;
}

void IcpStation::refreshIcp() {
    if (isUnseen()) return;
    m_preview.reset();
    const Icp icp = shown();
    const bool stored = document() && document()->currentIcp();
    m_tabs->setIcps(stored ? document()->workshop().icps : std::vector<Icp>{icp}, icp.id);
    m_template->setIcp(icp);
    m_sentence->setIcp(icp, merged());
    if (document()) {
        const QStringList departments = departmentsOf(document()->workshop());
        m_criteria->setDepartments(departments);
        m_sentence->setDepartments(departments);
    }
    m_criteria->setIcp(icp);
    setPurpose(purposeOf(View(m_view->current())));
    m_people->setVisible(merged());
    if (merged()) m_people->refresh();
    if (m_view->current() == Implications) m_implications->refresh();
    if (m_view->current() == Versions) m_versions->refreshReadiness();
    if (m_view->current() == Priorities) m_priorities->refresh();
    if (m_view->current() == Versions) m_versions->refreshReaders();
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
    refreshEffect();
}

void IcpStation::refreshData() {
    if (isUnseen()) return;
    m_sealed = document() ? sealedDeals(document()->dataset(), document()->findings()) : Bitmap();
    if (document())
        m_criteria->setData(document()->sharedDataset(), document()->findings());
    else
        m_criteria->setData(std::make_shared<const Dataset>(), Findings());
    refreshIcp();
}

void IcpStation::refreshEffect() {
    if (isUnseen()) return;
    const bool hasData = document() && document()->dataset().accounts.rows() > 0;
    m_effect->show(shown(), document() ? document()->gauge() : Gauge(),
                   document() ? document()->findings().currency : QString(), hasData);
    if (!document()) {
        m_effect->showRanking({}, {}, EffectCard::Seal::None);
        return;
    }
    const bool kept = m_sealed.count() > 0;
    const bool open = kept && document()->sealOpened();
    m_effect->showRanking(rankingOf(document()->fit(), *document()->basis().totals),
                          open ? rankingOn(document()->fit(), document()->dataset(), m_sealed) : Ranking(),
                          open   ? EffectCard::Seal::Open
                          : kept ? EffectCard::Seal::Shut
                                 : EffectCard::Seal::None);
}

/// After the gauge, which follows every edit and every new dataset; while a criterion is dragged only what
/// stands beside it moves.
void IcpStation::refreshMeasured() {
    refreshEffect();
    if (isVisible() && !m_preview) refreshView();
}

void IcpStation::reveal(const QString& what) {
    show(Profile);
    const Icp icp = shown();
    const auto isPersona = [&](const Persona& persona) { return persona.id == what; };
    const auto& personas = document() ? document()->workshop().personas : std::vector<Persona>();
    if (icp.find(what))
        m_criteria->reveal(what);
    else if (merged() && (what == u"people" || std::any_of(personas.begin(), personas.end(), isPersona)))
        revealPeople(what);
    else
        m_criteria->reveal(sectionFromName(what));
}

/// The layout must know the new place first.
void IcpStation::revealPeople(const QString& persona) {
    m_people->reveal(persona);
    QTimer::singleShot(0, m_people, [this] {
        m_scroll->verticalScrollBar()->setValue(m_people->mapTo(m_scroll->widget(), QPoint(0, 0)).y());
    });
}

QVariant IcpStation::bookmark() const { return QVariantList{m_view->current(), m_criteria->current()}; }

void IcpStation::restore(const QVariant& bookmark) {
    const QVariantList parts = bookmark.toList();
    if (parts.size() != 2) return;
    m_view->setCurrent(parts[0].toInt());
    if (shown().find(parts[1].toString())) m_criteria->reveal(parts[1].toString());
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
    const int less = isRoomy() ? 0 : narrower;
    m_template->setVisible(uiScale() < projectorScale);
    m_columns->setWidths({templateWidth, 0, effectWidth - less});
}

}  // namespace icp::ui
