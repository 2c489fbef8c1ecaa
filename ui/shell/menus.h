#pragma once

#include "ui/stations/station.h"

#include <QAction>

#include <map>
#include <vector>

class QMainWindow;
class QMenu;

namespace icp::ui {

struct RecentWorkshop;

/// The menu bar and its actions. Knows how they are called and which keys they have; the window says what
/// they do.
struct Menus {
    explicit Menus(QMainWindow* window);

    void setRecent(const std::vector<RecentWorkshop>& workshops);
    std::vector<QAction*> all() const;  ///< for the list of shortcuts

    QAction *newWorkshop, *open, *saveCopy, *importFiles, *exportDeck, *quit;
    QAction *undo, *redo, *find;
    QAction *dark, *projector, *zoomIn, *zoomOut, *zoomReset;
    QAction *runAgain, *hideNames, *consumers, *rules;
    QAction *shortcuts, *about;
    QAction* nextPane;
    std::map<Station::Id, QAction*> stations;
    QMenu* recent;

private:
    QAction* add(QMenu* menu, const QString& text, const QKeySequence& keys = {},
                 const QString& iconName = {});

    QMainWindow* m_window;
};

}  // namespace icp::ui
