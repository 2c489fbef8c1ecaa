#include "ui/stations/present/presentstation.h"

#include "core/workshop/workshop.h"
#include "ui/deck/slidepainter.h"
#include "ui/document/document.h"
#include "ui/models/slidelist.h"
#include "ui/stations/filterrow.h"
#include "ui/stations/present/checkscard.h"
#include "ui/stations/present/exportcard.h"
#include "ui/stations/present/exportjob.h"
#include "ui/stations/present/slideshow.h"
#include "ui/stations/present/slidestrip.h"
#include "ui/stations/present/slideview.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace icp::ui {

namespace {
enum Page { NoIcp, Slides };
constexpr int exportWidth = 296;
constexpr int nameLength = 18;  // letters of a profile's name that its chooser has room for
constexpr int settled = 150;    // ms without a further change before slides are made anew
}  // namespace

PresentStation::PresentStation(QWidget* parent)
    : Station(Id::Present, tr("Present and share"),
              tr("One slide everyone remembers, with the evidence behind it"), parent),
      m_askFile([](QWidget* window, const QString& title, const QString& suggested, const QString& filter) {
          return QFileDialog::getSaveFileName(window, title, suggested, filter);
      }),
      m_due(new QTimer(this)),
      m_slides(new SlideList(this)),
      m_pages(new QStackedWidget) {
    m_due->setSingleShot(true);
    m_due->setInterval(settled);
    connect(m_due, &QTimer::timeout, this, &PresentStation::build);
    buildHeader();
    auto* none = new EmptyState(
        QStringLiteral("present"), tr("No slides yet"),
        tr("Slides show the profile, the people who decide and the evidence. Write the profile first."));
    none->addPrimary(tr("Go to ICP"), QStringLiteral("icp"), [this] { Q_EMIT goTo(Id::Icp); });
    m_pages->addWidget(none);
    buildPage();
    content()->addWidget(m_pages, 1);
    setDocument(nullptr);
}

PresentStation::~PresentStation() {
    hide();  // what is being typed is kept
}

void PresentStation::buildHeader() {
    m_icps = new QComboBox;
    m_icps->setAccessibleName(tr("Ideal customer profile"));
    m_icps->setToolTip(tr("The profile that is presented and exported"));
    m_icps->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_icps->setMinimumContentsLength(nameLength);
    m_show = secondaryButton(tr("Start slide show"), QStringLiteral("play"));
    m_show->setToolTip(tr("On the whole screen. Arrows and Space turn, B blanks, Esc ends."));
    m_export = primaryButton(QString(), QStringLiteral("export"));
    m_export->setToolTip(QKeySequence(QKeySequence::Print).toString(QKeySequence::NativeText));
    addTool(m_show);
    addTool(m_icps);
    addTool(m_export);
    connect(m_icps, &QComboBox::activated, this,
            [this](int index) { choose(m_icps->itemData(index).toString()); });
    connect(m_show, &QPushButton::clicked, this, &PresentStation::startSlideShow);
    connect(m_export, &QPushButton::clicked, this, &PresentStation::startExport);
}

void PresentStation::buildPage() {
    m_strip = new SlideStrip(m_slides);
    m_stripCard = new Card(tr("Slides"));
    m_stripCard->body()->setContentsMargins(1, 1, 1, 1);
    m_stripCard->body()->addWidget(m_strip);
    m_stripCard->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);

    m_previewCard = new Card(tr("Slide"));
    m_fits = new Badge;
    m_previewCard->addTool(m_fits);
    m_view = new SlideView;
    m_previewCard->body()->addWidget(m_view, 1);
    m_checks = new ChecksCard;
    m_checks->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_exportCard = new ExportCard;
    m_exportCard->setFixedWidth(px(exportWidth));

    auto* middle = new QVBoxLayout;
    middle->setSpacing(px(12));
    middle->addWidget(m_previewCard, 1);
    middle->addWidget(m_checks);
    auto* page = new QWidget;
    auto* columns = new QHBoxLayout(page);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(px(16));
    columns->addWidget(m_stripCard);
    columns->addLayout(middle, 1);
    columns->addWidget(m_exportCard);
    m_pages->addWidget(page);

    connect(m_strip, &SlideStrip::slideChosen, this, &PresentStation::showSlide);
    connect(m_strip, &QListView::activated, this, &PresentStation::startSlideShow);
    connect(m_checks, &ChecksCard::acted, this, [this](ShareCheck::Kind kind) { act(int(kind)); });
    connect(m_checks, &ChecksCard::notesWritten, this, [this](const QString& notes) {
        if (!document()) return;
        Settings settings = document()->workshop().settings;
        settings.presenterNotes = notes;
        document()->editSettings(settings, tr("Write presenter notes"), QStringLiteral("notes"));
    });
    connect(m_exportCard, &ExportCard::exportAsked, this, &PresentStation::startExport);
    connect(m_exportCard, &ExportCard::cancelAsked, &m_exporting, &Background::cancel);
    connect(m_exportCard, &ExportCard::hideNamesAsked, this, &PresentStation::hideNames);
    connect(m_exportCard, &ExportCard::changed, this, [this] {
        m_export->setText(m_exportCard->actionText());
        m_export->setEnabled(m_exportCard->canExport());
    });
    connect(&m_exporting, &Background::finished, this, [this] { m_exportCard->setBusy(false); });
}

void PresentStation::setDocument(Document* document) {
    if (QWidget* typedIn = focusWidget()) typedIn->clearFocus();  // keeps what is being typed
    if (Station::document()) Station::document()->disconnect(this);
    m_building.cancel();
    m_exporting.cancel();
    Station::setDocument(document);
    m_deck.reset();
    m_icp.clear();
    m_stale = true;
    m_slides->setSlides({});
    setEnabled(document != nullptr);
    if (document) {
        connect(document, &Document::workshopChanged, this, &PresentStation::refreshSettings);
        connect(document, &Document::workshopChanged, this, &PresentStation::schedule);
        connect(document, &Document::findingsChanged, this, &PresentStation::schedule);
        connect(document, &Document::gaugeChanged, this, &PresentStation::schedule);
    }
    refreshSettings();
    build();
}

/// Not the one that was looked at last: what is shown to others is what was agreed.
const Icp* PresentStation::chosen() const {
    if (!document()) return nullptr;
    const Icp* icp = m_icp.isEmpty() ? nullptr : document()->workshop().icp(m_icp);
    return icp ? icp : document()->workshop().presented();
}

void PresentStation::choose(const QString& icp) {
    m_icp = icp;
    refreshSettings();
    schedule();
}

void PresentStation::refreshSettings() {
    m_icps->clear();
    if (document())
        for (const Icp& icp : document()->workshop().icps) m_icps->addItem(icp.name, icp.id);
    m_icps->setVisible(m_icps->count() > 1);
    if (const Icp* icp = chosen()) {
        m_icps->setCurrentIndex(m_icps->findData(icp->id));
        m_icps->setToolTip(tr("“%1” is presented and exported").arg(icp->name));
    }
    const Settings settings = document() ? document()->workshop().settings : Settings();
    m_checks->setNotes(settings.presenterNotes);
    m_exportCard->setNamesHidden(settings.hideNames);
}

/// Slides nobody looks at are made when somebody does.
void PresentStation::schedule() {
    m_stale = true;
    m_exportCard->setReady(false);
    if (isVisible()) m_due->start();
}

void PresentStation::showEvent(QShowEvent* event) {
    Station::showEvent(event);
    if (m_stale) build();
}

void PresentStation::build() {
    m_due->stop();
    if (!isVisible()) return;
    m_stale = false;
    const Icp* icp = chosen();
    m_pages->setCurrentIndex(icp ? Slides : NoIcp);
    m_show->setEnabled(icp && m_slides->rowCount() > 0);
    if (!icp) {
        m_building.cancel();
        m_exportCard->setContent(0, 0, false, false);
        return;
    }
    const auto dataset = document()->sharedDataset();
    const Icp* looked = document()->currentIcp();
    const bool measured = looked && looked->id == icp->id;
    // Values of this moment: the worker looks at nothing that can change.
    m_building.start([this, workshop = document()->workshop(), icp = *icp, dataset,
                      findings = document()->findings(), sealed = !document()->sealOpened(), measured,
                      gauge = document()->gauge(),
                      fit = document()->fit()](const Job& job, const Background::Deliver& deliver) mutable {
        if (!measured) {
            GaugeModel model(*dataset);
            model.fit().setByHand(handFits(workshop.fits, icp.id, *dataset));
            model.setBands(workshop.settings.bands);
            gauge = model.evaluate(icp);
            fit = model.fit().table();
        }
        if (job.cancelled()) return;
        DeckInput input;
        input.workshop = &workshop;
        input.icp = workshop.icp(icp.id);
        input.dataset = dataset.get();
        input.findings = &findings;
        input.gauge = &gauge;
        input.fit = &fit;
        input.sealed = sealed;
        input.hideNames = workshop.settings.hideNames;
        input.today = QDate::currentDate();
        input.panel = panelSize(*dataset);
        if (input.panel.known) input.coverage = coverage(*dataset, workshop.personasOf(icp.id));
        if (job.cancelled()) return;
        const Deck deck = buildDeck(input, slideMeasure());
        deliver([this, deck, icp] { showDeck(deck, icp); });
    });
}

void PresentStation::showDeck(const Deck& deck, const Icp& icp) {
    if (!document()) return;
    m_deck = deck;
    const int row = std::max(std::exchange(m_row, 0), m_strip->currentIndex().row());
    m_slides->setSlides(deck.all());
    m_strip->setCurrentIndex(m_slides->index(std::min(row, m_slides->rowCount() - 1)));
    showSlide(m_strip->currentIndex().row());
    m_stripCard->setNote(QString::number(m_slides->rowCount()));
    m_checks->setChecks(shareChecks(document()->workshop(), icp, document()->dataset(), deck,
                                    chosenConditions(document()->study())));
    m_exportCard->setContent(int(deck.summaries()), int(deck.appendix.size()),
                             document()->dataset().accounts.rows() > 0, document()->findings().base.n > 0);
    m_exportCard->setReady(!m_stale);
    m_show->setEnabled(true);
}

void PresentStation::showSlide(int row) {
    if (!m_deck || row < 0 || row >= m_slides->rowCount()) return;
    const Slide& slide = m_slides->slides()[std::size_t(row)];
    m_view->setSlide(slide);
    const int summaries = int(m_deck->summaries());
    m_previewCard->setTitle(row == 0          ? tr("One-slide ICP")
                            : row < summaries ? tr("Persona matrix")
                                              : tr("Appendix %1").arg(slide.mark));
    const Deck::Moved moved = row == 0          ? m_deck->icpMoved
                              : row < summaries ? m_deck->personasMoved
                                                : Deck::Moved();
    m_fits->setTone(moved.entries > 0 ? Badge::Tone::Warn : Badge::Tone::Ok);
    m_fits->setText(moved.entries == 0   ? tr("Fits on one page")
                    : moved.entries == 1 ? tr("1 entry moved to %1").arg(moved.to)
                                         : tr("%1 entries moved to %2").arg(moved.entries).arg(moved.to));
    m_fits->setVisible(row < summaries);
}

void PresentStation::act(int kind) {
    switch (ShareCheck::Kind(kind)) {
        case ShareCheck::Kind::Names:
            hideNames(true);
            break;
        case ShareCheck::Kind::Anecdotes:
            Q_EMIT goTo(Id::Personas);
            break;
        case ShareCheck::Kind::Numbers:
            Q_EMIT goTo(document()->dataset().accounts.rows() > 0 ? Id::Icp : Id::Import);
            break;
        case ShareCheck::Kind::Narrowed:
            document()->setStudy(narrowedTo(document()->study(), {}));
            break;
        case ShareCheck::Kind::Fit:
            reveal(m_deck->icpMoved.entries > 0 ? m_deck->icpMoved.to : m_deck->personasMoved.to);
            break;
        case ShareCheck::Kind::Hypothesis:
            break;
    }
}

void PresentStation::hideNames(bool hide) {
    if (!document()) return;
    Settings settings = document()->workshop().settings;
    settings.hideNames = hide;
    document()->editSettings(settings, hide ? tr("Hide customer names") : tr("Show customer names"));
}

void PresentStation::reveal(const QString& what) {
    if (document() && document()->workshop().icp(what)) {
        choose(what);
        return;
    }
    for (int row = 0; row < m_slides->rowCount(); ++row)
        if (m_slides->slides()[std::size_t(row)].mark == what) m_strip->setCurrentIndex(m_slides->index(row));
}

void PresentStation::startSlideShow() {
    if (m_slides->rowCount() == 0) return;
    auto* show = new SlideShow(m_slides->slides(), std::max(0, m_strip->currentIndex().row()), this);
    connect(show, &SlideShow::turned, this,
            [this](int slide) { m_strip->setCurrentIndex(m_slides->index(slide)); });
    show->showFullScreen();
}

void PresentStation::startExport() {
    const Icp* icp = chosen();
    if (!icp || !m_deck || !m_exportCard->canExport()) return;
    ExportJob job;
    job.format = m_exportCard->format();
    job.title = icp->name;
    job.slides = {m_deck->icp};
    if (m_deck->personas) job.slides.push_back(*m_deck->personas);
    if (m_exportCard->withAppendix())
        job.slides.insert(job.slides.end(), m_deck->appendix.begin(), m_deck->appendix.end());
    job.icp = *icp;
    job.byHand = handFits(document()->workshop().fits, icp->id, document()->dataset());
    job.dataset = document()->sharedDataset();
    job.workshop = document()->workshop();
    job.findings = document()->findings();
    job.workshopPath = document()->path();

    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString path = m_askFile(this, tr("Export"), folder + u'/' + job.suggestedName(), job.filter());
    if (path.isEmpty()) return;
    const QString suffix = QFileInfo(job.suggestedName()).suffix();
    if (QFileInfo(path).suffix().compare(suffix, Qt::CaseInsensitive) != 0) path += u'.' + suffix;
    messages()->clear();
    m_exportCard->setBusy(true, tr("Writing %1").arg(QFileInfo(path).fileName()));
    m_exporting.start([this, job, path](const Job& running, const Background::Deliver& deliver) {
        const Result<void> written = job.run(path, running);
        if (written)
            deliver([this, path] { exported(path); });
        else if (written.error().code != ErrorCode::Cancelled)
            deliver([this, error = written.error()] {
                messages()->showMessage(MessageBar::Kind::Error, error.message);
            });
    });
}

void PresentStation::exported(const QString& path) {
    const QFileInfo file(path);
    messages()->showMessage(MessageBar::Kind::Ok, tr("“%1” is written.").arg(file.fileName()));
    messages()->addAction(tr("Open folder"), [folder = file.absolutePath()] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    });
}

void PresentStation::waitForIdle() {
    if (m_due->isActive()) build();
    m_building.wait();
    m_exporting.wait();
}

QVariant PresentStation::bookmark() const {
    return QVariantList{std::max(m_row, m_strip->currentIndex().row()), m_icp};
}

void PresentStation::restore(const QVariant& bookmark) {
    const QVariantList parts = bookmark.toList();
    if (parts.size() != 2) return;
    if (const QString icp = parts[1].toString(); icp != m_icp) choose(icp);
    m_row = parts[0].toInt();
    if (m_row < m_slides->rowCount()) m_strip->setCurrentIndex(m_slides->index(std::exchange(m_row, 0)));
}

void PresentStation::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Print))
        startExport();
    else if (document() && event->matches(QKeySequence::Undo))
        document()->undo();
    else if (document() && event->matches(QKeySequence::Redo))
        document()->redo();
    else
        Station::keyPressEvent(event);
}

}  // namespace icp::ui
