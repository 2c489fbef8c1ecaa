// What the window shows of its own: look, titles, marks, panes; and the events it gets.
#include "ui/shell/jobbar.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/rail.h"
#include "ui/shell/statusline.h"
#include "ui/stations/import/importstation.h"
#include "ui/stations/start/startstation.h"
#include "ui/theme/tokens.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QMenuBar>
#include <QMimeData>
#include <QStackedWidget>

#include <algorithm>
#include <cmath>
#include <optional>

namespace icp::ui {

namespace {

constexpr double projectorScale = 1.3;
constexpr double fontPixels = 15;  // of the body: scales are told apart by whole pixels of it
constexpr int foldBelow = 1360;

QStringList localFiles(const QMimeData* data) {
    QStringList paths;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile()) paths << url.toLocalFile();
    return paths;
}

}  // namespace

/// How much larger the projector shows everything: never so large that the window holds less than the
/// smallest one does.
double MainWindow::projectorFactor() const {
    if (!m_projector) return 1;
    const QSizeF least = QSizeF(minimumSize()) * m_preferences.zoom();
    const double room = std::min(width() / least.width(), height() / least.height());
    return std::clamp(std::floor(room * fontPixels) / fontPixels, 1.0, projectorScale);
}

/// Another size builds the pages anew, the one that is seen first.
void MainWindow::applyLook() {
    const bool dark = m_menus.dark->isChecked();
    const double scale = m_preferences.zoom() * projectorFactor();
    const bool resized = scale != m_scale;
    if (!resized && dark == Tokens::of(this).dark) return;
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    if (!resized) {
        applyTheme(dark, scale);
    } else {
        const Station::Id here = current()->id();
        std::optional<ImportStation::Draft> draft;
        if (const ImportStation* import = importStation()) draft = import->draft();
        for (const auto& [id, page] : m_stations) m_bookmarks.try_emplace(id, page->bookmark());
        dropPages();
        applyTheme(dark, scale);
        m_scale = scale;
        if (draft) static_cast<ImportStation*>(station(Station::Id::Import))->setDraft(*draft);
        m_rail->rescale();
        m_status->setFixedHeight(px(30));
        refreshRecent();
        go(here);
        m_rail->setFolded(width() < px(foldBelow));
    }
    QGuiApplication::restoreOverrideCursor();
}

void MainWindow::setZoom(double zoom) {
    m_preferences.setZoom(std::clamp(zoom, 0.9, 1.5));
    applyLook();
}

void MainWindow::nextPane() {
    const bool inRail = m_rail->isAncestorOf(focusWidget());
    if (!inRail && m_rail->isVisible()) {
        m_rail->takeFocus();
        return;
    }
    for (QWidget* next = current()->nextInFocusChain(); next != current(); next = next->nextInFocusChain())
        if (current()->isAncestorOf(next) && next->isVisible() && next->isEnabled() &&
            (next->focusPolicy() & Qt::TabFocus)) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
}

void MainWindow::refreshRecent() {
    const auto recent = m_preferences.recent();
    m_menus.setRecent(recent);
    static_cast<StartStation*>(station(Station::Id::Start))->setRecent(recent);
}

void MainWindow::refreshTitles() {
    const QString name = QStringLiteral("ICP Workshop");
    if (!m_document) {
        setWindowTitle(name);
        return;
    }
    const Settings& settings = m_document->workshop().settings;
    setWindowTitle(settings.title.isEmpty() ? name : QStringLiteral("%1 – %2").arg(settings.title, name));
    m_rail->setWorkshop(settings.company, settings.title);
}

ImportStation* MainWindow::importStation() const {
    const auto found = m_stations.find(Station::Id::Import);
    return found == m_stations.end() ? nullptr : static_cast<ImportStation*>(found->second);
}

void MainWindow::step(bool back) {
    ImportStation* import = importStation();
    if (import && !(back ? import->undoText() : import->redoText()).isEmpty())
        back ? import->undoStep() : import->redoStep();
    else
        back ? m_document->undo() : m_document->redo();
    refreshEdits();
}

void MainWindow::refreshEdits() {
    const bool open = m_document != nullptr;
    const auto label = [](const QString& verb, const QString& text) {
        return text.isEmpty() ? verb : QStringLiteral("%1: %2").arg(verb, text);
    };
    const ImportStation* import = open ? importStation() : nullptr;
    QString undo = import ? import->undoText() : QString();
    QString redo = import ? import->redoText() : QString();
    m_menus.undo->setEnabled(open && (!undo.isEmpty() || m_document->canUndo()));
    m_menus.redo->setEnabled(open && (!redo.isEmpty() || m_document->canRedo()));
    if (undo.isEmpty() && m_menus.undo->isEnabled()) undo = m_document->undoText();
    if (redo.isEmpty() && m_menus.redo->isEnabled()) redo = m_document->redoText();
    m_menus.undo->setText(label(tr("&Undo"), undo));
    m_menus.redo->setText(label(tr("&Redo"), redo));
    m_menus.hideNames->setChecked(open && m_document->workshop().settings.hideNames);
    m_menus.consumers->setChecked(isMerged());
    for (QAction* action : {m_menus.saveCopy, m_menus.importFiles, m_menus.exportDeck, m_menus.hideNames,
                            m_menus.consumers, m_menus.rules, m_menus.runAgain})
        action->setEnabled(open);
    for (const auto& [id, action] : m_menus.stations) action->setEnabled(open || id == Station::Id::Start);
    m_menus.stations.at(Station::Id::Personas)->setVisible(!isMerged());
    m_rail->setMerged(isMerged());
}

void MainWindow::refreshMarks() {
    if (!m_document) return;
    using Mark = Rail::Mark;
    const auto done = [](bool yes) { return yes ? Mark::Done : Mark::None; };
    const bool imported = !m_document->dataset().files.empty();
    const Workshop& workshop = m_document->workshop();
    m_rail->setMark(Station::Id::Import, done(imported));
    m_rail->setMark(Station::Id::Customers, done(imported));
    m_rail->setMark(Station::Id::Patterns, done(imported && m_document->stage() >= Stage::Attributes));
    m_rail->setMark(Station::Id::Segments, done(imported && m_document->stage() >= Stage::Segments));
    const Icp* icp = m_document->currentIcp();
    m_rail->setMark(Station::Id::Icp, Mark::None, icp ? tr("v%1").arg(icp->version) : QString());
    const bool written =
        !workshop.personas.empty() && std::all_of(workshop.personas.begin(), workshop.personas.end(),
                                                  [](const Persona& p) { return p.filled() > 0; });
    m_rail->setMark(Station::Id::Personas, written ? Mark::Done : icp ? Mark::Attention : Mark::None);
}

QString MainWindow::stateInWords() const {
    const Workshop& workshop = m_document->workshop();
    if (!workshop.icps.empty())
        return tr("ICP v%1, %2 of %3 sections")
            .arg(workshop.icps.front().version)
            .arg(filledSections(workshop.icps.front()))
            .arg(sectionCount);
    return m_document->dataset().files.empty() ? tr("No data yet") : tr("Data imported, no ICP yet");
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    if (m_projector) applyLook();
    m_rail->setFolded(width() < px(foldBelow));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    setWindowState(windowState().setFlag(Qt::WindowFullScreen, false));  // the next start has no projector
    m_preferences.setGeometry(saveGeometry());
    closeDocument();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFiles(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    takeFiles(localFiles(event->mimeData()));
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_projector) {
        m_menus.projector->setChecked(false);
        return;
    }
    QMainWindow::keyPressEvent(event);
}

}  // namespace icp::ui
