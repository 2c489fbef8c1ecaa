#include "ui/shell/mainwindow.h"

#include "ui/shell/helpdialogs.h"
#include "ui/shell/jobbar.h"
#include "ui/shell/rail.h"
#include "ui/shell/rulesdialog.h"
#include "ui/shell/stations.h"
#include "ui/shell/statusline.h"
#include "ui/stations/import/importstation.h"
#include "ui/stations/start/startstation.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/messagebar.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

constexpr double zoomStep = 0.1;
const QString suffix = QStringLiteral(".icpw");

QString documentsFolder() { return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation); }

QString askForName(const QString& title, const QString& proposed) {
    QString path = QFileDialog::getSaveFileName(nullptr, title, documentsFolder() + u'/' + proposed,
                                                MainWindow::tr("Workshops (*.icpw)"));
    if (!path.isEmpty() && !path.endsWith(suffix)) path += suffix;
    return path;
}

QString askForWorkshop() {
    return QFileDialog::getOpenFileName(nullptr, MainWindow::tr("Open a workshop"), documentsFolder(),
                                        MainWindow::tr("Workshops (*.icpw)"));
}

/// A name that every file system takes.
QString fileName(const QString& title) {
    QString name = title.trimmed();
    for (QChar& c : name)
        if (QStringLiteral("/\\:*?\"<>|").contains(c) || c < u' ') c = u' ';
    return (name.simplified().isEmpty() ? QStringLiteral("ICP workshop") : name.simplified()) + suffix;
}

}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      // Before any widget is made, so that all of them start with the right fonts.
      m_menus((applyTheme(m_preferences.dark(), m_preferences.zoom()), this)),
      m_choices{askForWorkshop, [](const QString& p) { return askForName(tr("Create workshop"), p); },
                [](const QString& p) { return askForName(tr("Save a copy"), p); }} {
    m_menus.dark->setChecked(m_preferences.dark());
    m_rail = new Rail;
    m_stack = new QStackedWidget;
    m_jobs = new JobBar;
    m_status = new StatusLine;
    setAcceptDrops(true);
    setMinimumSize(1180, 720);
    resize(1440, 900);
    restoreGeometry(m_preferences.geometry());
    setStatusBar(m_status);
    new FocusRing(this);

    auto* middle = new QWidget;
    auto* row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto* page = new QVBoxLayout;
    page->setSpacing(0);
    page->addWidget(m_stack, 1);
    page->addWidget(m_jobs);
    row->addLayout(page, 1);
    setCentralWidget(middle);

    connect(m_rail, &Rail::chosen, this, &MainWindow::go);
    connect(m_jobs, &JobBar::cancelled, this, [this] {
        m_opening.cancel();
        m_jobs->end();
        if (m_document) m_document->cancel();
    });
    connect(&m_opening, &Background::progressed, m_jobs, [this](const Job::Progress& progress) {
        m_jobs->report(progress.what, progress.fraction, progress.done, progress.total);
    });
    m_builder.setInterval(0);
    connect(&m_builder, &QTimer::timeout, this, &MainWindow::buildNext);
    m_builder.start();
    connectMenus();
    refreshRecent();
    refreshTitles();
    refreshEdits();
    go(Station::Id::Start);
}

MainWindow::~MainWindow() { closeDocument(); }

void MainWindow::connectMenus() {
    connect(m_menus.newWorkshop, &QAction::triggered, this, [this] { go(Station::Id::Start); });
    connect(m_menus.open, &QAction::triggered, this, [this] { openPath(m_choices.open()); });
    connect(m_menus.recent, &QMenu::triggered, this,
            [this](QAction* action) { openPath(action->data().toString()); });
    connect(m_menus.saveCopy, &QAction::triggered, this, &MainWindow::saveCopy);
    connect(m_menus.importFiles, &QAction::triggered, this, [this] {
        go(Station::Id::Import);
        current()->reveal(QStringLiteral("files"));
    });
    connect(m_menus.exportDeck, &QAction::triggered, this, [this] { go(Station::Id::Present); });
    connect(m_menus.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_menus.undo, &QAction::triggered, this, [this] { step(true); });
    connect(m_menus.redo, &QAction::triggered, this, [this] { step(false); });
    connect(m_menus.find, &QAction::triggered, this, [this] { current()->find(); });
    connect(m_menus.dark, &QAction::toggled, this, [this](bool dark) {
        m_preferences.setDark(dark);
        applyLook();
    });
    connect(m_menus.projector, &QAction::toggled, this, [this](bool on) {
        m_projector = on;
        menuBar()->setVisible(!on);
        setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));
        m_status->setVisible(!on);
        applyLook();
    });
    connect(m_menus.zoomIn, &QAction::triggered, this, [this] { setZoom(m_preferences.zoom() + zoomStep); });
    connect(m_menus.zoomOut, &QAction::triggered, this, [this] { setZoom(m_preferences.zoom() - zoomStep); });
    connect(m_menus.zoomReset, &QAction::triggered, this, [this] { setZoom(1); });
    connect(m_menus.nextPane, &QAction::triggered, this, &MainWindow::nextPane);
    for (const auto& [id, action] : m_menus.stations)
        connect(action, &QAction::triggered, this, [this, station = id] { go(station); });
    connect(m_menus.runAgain, &QAction::triggered, this, [this] { m_document->analyse(); });
    connect(m_menus.hideNames, &QAction::triggered, this, &MainWindow::hideNames);
    connect(m_menus.consumers, &QAction::triggered, this, &MainWindow::sellTo);
    connect(m_menus.rules, &QAction::triggered, this, &MainWindow::askRules);
    connect(m_menus.shortcuts, &QAction::triggered, this,
            [this] { showShortcuts(this, m_menus.all(), allStations()); });
    connect(m_menus.about, &QAction::triggered, this, [this] { showAbout(this); });
}

/// Pages are built when they are first asked for; those nobody asked for yet one by one, whenever nothing
/// else is to be done.
Station* MainWindow::station(Station::Id id) {
    if (const auto found = m_stations.find(id); found != m_stations.end()) return found->second;
    Station* page = makeStation(id, m_stack);
    m_stations.emplace(id, page);
    m_stack->addWidget(page);
    connect(page, &Station::goTo, this, &MainWindow::go);
    connect(page, &Station::show, this, [this](Station::Id other, const QString& what) {
        go(other);
        current()->reveal(what);
    });
    if (auto* start = qobject_cast<StartStation*>(page)) connectStart(start);
    if (auto* import = qobject_cast<ImportStation*>(page)) {
        connect(import, &ImportStation::exampleRequested, this, &MainWindow::exampleRequested);
        connect(import, &ImportStation::stepsChanged, this, &MainWindow::refreshEdits);
    }
    page->setDocument(m_document.get());
    return page;
}

void MainWindow::buildNext() {
    for (const Station::Id id : stationOrder())
        if (!m_stations.contains(id)) {
            station(id);
            return;
        }
    m_builder.stop();
}

std::vector<Station*> MainWindow::allStations() {
    std::vector<Station*> all;
    for (const Station::Id id : stationOrder()) all.push_back(station(id));
    return all;
}

/// Pages are built for the scale at hand, so a new scale builds them anew.
void MainWindow::dropPages() {
    for (const auto& [id, page] : std::exchange(m_stations, {})) {
        m_stack->removeWidget(page);
        delete page;
    }
    m_builder.start();
}

void MainWindow::connectStart(StartStation* start) {
    connect(start, &StartStation::createRequested, this, &MainWindow::createWorkshop);
    connect(start, &StartStation::openRequested, this, [this](const QString& path) {
        if (m_document && path == m_document->path())
            go(m_preferences.lastStation());
        else
            openPath(path.isEmpty() ? m_choices.open() : path);
    });
    connect(start, &StartStation::exampleRequested, this, &MainWindow::exampleRequested);
    connect(start, &StartStation::shortcutsRequested, m_menus.shortcuts, &QAction::trigger);
    connect(start, &StartStation::darkRequested, m_menus.dark, &QAction::trigger);
    connect(start, &StartStation::backRequested, this, [this] { go(m_preferences.lastStation()); });
}

Station* MainWindow::current() const { return static_cast<Station*>(m_stack->currentWidget()); }

void MainWindow::go(Station::Id id) {
    if (id == Station::Id::Personas && isMerged()) {
        go(Station::Id::Icp);
        current()->reveal(QStringLiteral("people"));
        return;
    }
    const bool start = id == Station::Id::Start;
    if (!m_document && !start) return;
    Station* page = station(id);
    m_rail->setVisible(!start);
    m_status->setVisible(!m_projector);
    m_rail->setCurrent(id);
    m_stack->setCurrentWidget(page);
    if (!start) m_preferences.setLastStation(id);
    page->setFocus(Qt::OtherFocusReason);
    refreshEdits();
    if (auto bookmark = m_bookmarks.extract(id)) page->restore(bookmark.mapped());
}

void MainWindow::openPath(const QString& path) {
    if (path.isEmpty()) return;
    m_jobs->begin(tr("Opening %1").arg(QFileInfo(path).fileName()));
    m_opening.start([this, path](const Job& job, const Background::Deliver& deliver) {
        // Shared, because what is delivered must be copyable.
        auto file = std::make_shared<Result<std::unique_ptr<WorkshopFile>>>(WorkshopFile::open(path, job));
        deliver([this, file] {
            m_jobs->end();
            if (*file)
                openDocument(std::move(**file));
            else if (file->error().code != ErrorCode::Cancelled)
                current()->showFailure(file->error());
        });
    });
}

void MainWindow::openDocument(std::unique_ptr<WorkshopFile> file) {
    closeDocument();
    m_document = std::make_unique<Document>(std::move(file));
    m_document->setMemoryPath(m_memoryPath);
    watchDocument();
    for (const auto& [id, page] : m_stations) {
        page->messages()->clear();  // they were of what was open before
        page->setDocument(m_document.get());
    }
    m_status->setDocument(m_document.get());
    remember();
    refreshTitles();
    refreshEdits();
    refreshMarks();
    const bool empty = m_document->dataset().files.empty();
    go(empty ? Station::Id::Import : m_preferences.lastStation());
    if (!current() || current()->id() == Station::Id::Start) go(Station::Id::Import);
    if (m_document->analysing()) m_jobs->begin(tr("Looking for patterns"));
    takeFiles(std::exchange(m_waiting, {}));
}

void MainWindow::closeDocument() {
    if (!m_document) return;
    remember();
    m_bookmarks.clear();
    m_jobs->end();
    m_status->setDocument(nullptr);
    for (const auto& [id, page] : m_stations) page->setDocument(nullptr);
    m_document.reset();
    refreshRecent();
}

void MainWindow::remember() {
    m_preferences.remember({m_document->path(), m_document->workshop().settings.title, stateInWords(),
                            QDateTime::currentDateTimeUtc()});
    refreshRecent();
}

void MainWindow::watchDocument() {
    Document* document = m_document.get();
    connect(document, &Document::workshopChanged, this, [this] {
        if (isMerged() && current()->id() == Station::Id::Personas) go(Station::Id::Icp);
        refreshTitles();
        refreshEdits();
        refreshMarks();
    });
    connect(document, &Document::datasetChanged, this, &MainWindow::refreshMarks);
    connect(document, &Document::findingsChanged, this, &MainWindow::refreshMarks);
    connect(document, &Document::failed, this, [this](const Error& error) { current()->showFailure(error); });
    connect(document, &Document::workStarted, m_jobs, &JobBar::begin);
    connect(document, &Document::progressed, m_jobs, &JobBar::report);
    connect(document, &Document::workFinished, m_jobs, &JobBar::end);
    connect(document, &Document::copied, this, [this](const QString& path) {
        current()->messages()->showMessage(MessageBar::Kind::Ok,
                                           tr("Copied to %1.").arg(QDir::toNativeSeparators(path)));
    });
    connect(document, &Document::versionUndone, this, &MainWindow::tellVersionUndone);
}

/// What was agreed is not taken back unseen; the offer to have it again ends with the next edit.
void MainWindow::tellVersionUndone(const QString& step) {
    MessageBar* bar = current()->messages();
    bar->showMessage(MessageBar::Kind::Warning,
                     tr("Undone: %1. The version is no longer in the history.").arg(step));
    bar->addAction(tr("Redo"), [this] { m_document->redo(); });
    connect(m_document.get(), &Document::saved, bar, &MessageBar::clear, Qt::SingleShotConnection);
}

void MainWindow::createWorkshop(const Settings& settings) {
    const QString path = m_choices.create(fileName(settings.title));
    if (path.isEmpty()) return;
    // The dialog asked before it let an existing file be chosen.
    auto file = WorkshopFile::create(path, settings, true);
    if (!file) {
        current()->showFailure(file.error());
        return;
    }
    openDocument(std::move(*file));
}

/// Dropped files: a workshop is opened, everything else is for Import.
void MainWindow::takeFiles(const QStringList& paths) {
    QStringList tables;
    for (const QString& path : paths) {
        if (path.endsWith(suffix, Qt::CaseInsensitive)) {
            openPath(path);
            return;
        }
        tables << path;
    }
    if (tables.isEmpty()) return;
    if (!m_document) {
        m_waiting = tables;
        current()->messages()->showMessage(
            MessageBar::Kind::Info, tr("%n file(s) wait for a workshop. Create it, then they are read.",
                                       nullptr, int(tables.size())));
        return;
    }
    go(Station::Id::Import);
    static_cast<ImportStation*>(station(Station::Id::Import))->addFiles(tables);
}

void MainWindow::saveCopy() {
    const QString path = m_choices.copy(fileName(tr("%1, copy").arg(m_document->workshop().settings.title)));
    if (!path.isEmpty()) m_document->saveCopy(path);
}

bool MainWindow::isMerged() const { return m_document && m_document->workshop().settings.consumers; }

void MainWindow::sellTo(bool consumers) {
    Settings settings = m_document->workshop().settings;
    settings.consumers = consumers;
    m_document->editSettings(settings, consumers ? tr("Sell to consumers") : tr("Sell to companies"));
}

void MainWindow::askRules() {
    auto* dialog = new RulesDialog(m_document->workshop().settings, this);
    connect(dialog, &RulesDialog::chosen, m_document.get(),
            [this](const Settings& settings) { m_document->editSettings(settings, tr("Change the rules")); });
    dialog->open();
}

void MainWindow::hideNames(bool hide) {
    Settings settings = m_document->workshop().settings;
    settings.hideNames = hide;
    m_document->editSettings(settings, hide ? tr("Hide customer names") : tr("Show customer names"));
}

}  // namespace icp::ui
