#include "ui/shell/menus.h"

#include "ui/stations/start/recentpanel.h"
#include "ui/theme/tokens.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QMenuBar>

namespace icp::ui {

namespace {
QString tr(const char* text) { return QCoreApplication::translate("icp::ui::Menus", text); }
}  // namespace

Menus::Menus(QMainWindow* window) : m_window(window) {
    QMenuBar* bar = window->menuBar();

    QMenu* file = bar->addMenu(tr("&File"));
    newWorkshop = add(file, tr("&New workshop"), QKeySequence(tr("Ctrl+N")), QStringLiteral("plus"));
    open = add(file, tr("&Open…"), QKeySequence(tr("Ctrl+O")), QStringLiteral("file"));
    recent = file->addMenu(tr("Open &recent"));
    saveCopy = add(file, tr("Save a &copy as…"), QKeySequence(tr("Ctrl+S")), QStringLiteral("copy"));
    file->addSeparator();
    importFiles = add(file, tr("&Import files…"), QKeySequence(tr("Ctrl+I")), QStringLiteral("import"));
    exportDeck = add(file, tr("&Export…"), QKeySequence(tr("Ctrl+P")), QStringLiteral("export"));
    file->addSeparator();
    quit = add(file, tr("&Quit"), QKeySequence(tr("Ctrl+Q")));
    quit->setMenuRole(QAction::QuitRole);

    QMenu* edit = bar->addMenu(tr("&Edit"));
    undo = add(edit, tr("&Undo"), QKeySequence(tr("Ctrl+Z")), QStringLiteral("undo"));
    redo = add(edit, tr("&Redo"), QKeySequence(tr("Shift+Ctrl+Z")), QStringLiteral("redo"));
    edit->addSeparator();
    find = add(edit, tr("&Find"), QKeySequence(tr("Ctrl+F")), QStringLiteral("search"));

    QMenu* view = bar->addMenu(tr("&View"));
    dark = add(view, tr("&Dark"), QKeySequence(tr("Shift+F11")));
    projector = add(view, tr("&Projector"), QKeySequence(tr("F11")));
    dark->setCheckable(true);
    projector->setCheckable(true);
    view->addSeparator();
    zoomIn = add(view, tr("&Larger"), QKeySequence(tr("Ctrl++")));
    zoomOut = add(view, tr("&Smaller"), QKeySequence(tr("Ctrl+-")));
    zoomReset = add(view, tr("&Usual size"));
    view->addSeparator();
    nextPane = add(view, tr("&Next pane"), QKeySequence(tr("F6")));

    QMenu* workshop = bar->addMenu(tr("&Workshop"));
    const std::pair<Station::Id, QString> names[] = {
        {Station::Id::Start, tr("Start")},         {Station::Id::Import, tr("Import")},
        {Station::Id::Customers, tr("Customers")}, {Station::Id::Patterns, tr("Patterns")},
        {Station::Id::Segments, tr("Segments")},   {Station::Id::Icp, tr("ICP")},
        {Station::Id::Personas, tr("Personas")},   {Station::Id::Validate, tr("Validate")},
        {Station::Id::Present, tr("Present")}};
    for (const auto& [id, name] : names) {
        stations[id] = add(workshop, name, QKeySequence(QStringLiteral("Ctrl+%1").arg(int(id))));
        if (id == Station::Id::Start) workshop->addSeparator();
    }

    QMenu* tools = bar->addMenu(tr("&Tools"));
    runAgain = add(tools, tr("&Run again"), QKeySequence(tr("F5")), QStringLiteral("refresh"));
    hideNames = add(tools, tr("&Hide customer names"));
    hideNames->setCheckable(true);
    consumers = add(tools, tr("Sell to &consumers: ICP and personas on one page"));
    consumers->setCheckable(true);
    rules = add(tools, tr("R&ules of this workshop…"));

    QMenu* help = bar->addMenu(tr("&Help"));
    shortcuts = add(help, tr("&Shortcuts"), QKeySequence(tr("F1")), QStringLiteral("keyboard"));
    about = add(help, tr("&About ICP Workshop"));
    about->setMenuRole(QAction::AboutRole);
}

// Actions belong to the window too, so that their keys work while the menu bar is hidden.
QAction* Menus::add(QMenu* menu, const QString& text, const QKeySequence& keys, const QString& iconName) {
    QAction* action = menu->addAction(text);
    action->setShortcut(keys);
    if (!iconName.isEmpty()) action->setIcon(icon(iconName, &Tokens::ink2));
    m_window->addAction(action);
    return action;
}

void Menus::setRecent(const std::vector<RecentWorkshop>& workshops) {
    recent->clear();
    recent->setEnabled(!workshops.empty());
    for (const RecentWorkshop& workshop : workshops) {
        QAction* action = recent->addAction(workshop.title.isEmpty() ? workshop.path : workshop.title);
        action->setData(workshop.path);
        action->setToolTip(workshop.path);
    }
}

std::vector<QAction*> Menus::all() const {
    std::vector<QAction*> result;
    for (QAction* action : m_window->actions())
        if (!action->shortcut().isEmpty()) result.push_back(action);
    return result;
}

}  // namespace icp::ui
