#pragma once

#include "ui/document/background.h"
#include "ui/document/document.h"
#include "ui/shell/menus.h"
#include "ui/shell/preferences.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

class QStackedWidget;

namespace icp::ui {

class ImportStation;
class JobBar;
class Rail;
class StartStation;
class StatusLine;

/// The window: rail, pages, menus, status. It opens and closes workshops and leads from page to page; what is
/// on a page is the page's own affair. Closing is always safe: everything was saved when it was done.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// How the user is asked for files; empty answers mean that he thought better of it.
    struct FileChoices {
        std::function<QString()> open;
        std::function<QString(const QString& proposed)> create;
        std::function<QString(const QString& proposed)> copy;
    };

    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    void openDocument(std::unique_ptr<WorkshopFile> file);
    /// Reads it in the background, then opens it; says so on the page when it cannot be opened.
    void openPath(const QString& path);
    Document* document() const { return m_document.get(); }
    Station* station(Station::Id id);
    Station* current() const;
    void go(Station::Id id);
    /// See Document::setMemoryPath().
    void setMemoryPath(const QString& path) { m_memoryPath = path; }
    void setFileChoices(FileChoices choices) { m_choices = std::move(choices); }
    const Menus& menus() const { return m_menus; }
    Rail* rail() const { return m_rail; }

Q_SIGNALS:
    void exampleRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void connectMenus();
    void connectStart(StartStation* start);
    void buildNext();
    void dropPages();  ///< they are built anew, in the look there is then
    std::vector<Station*> allStations();
    void watchDocument();
    void closeDocument();
    void tellVersionUndone(const QString& step);

    void createWorkshop(const Settings& settings);
    void takeFiles(const QStringList& paths);
    void saveCopy();
    void hideNames(bool hide);
    void sellTo(bool consumers);
    void askRules();
    bool isMerged() const;  ///< ICP and personas are one page
    void applyLook();
    double projectorFactor() const;
    void setZoom(double zoom);
    void nextPane();

    void remember();
    void refreshRecent();
    void refreshTitles();
    void refreshEdits();
    ImportStation* importStation() const;  ///< nullptr as long as it is not built
    void step(bool back);  ///< undo or redo: an import's own steps and those of the journal, in their order
    void refreshMarks();
    QString stateInWords() const;

    Preferences m_preferences;
    Menus m_menus;
    FileChoices m_choices;
    QString m_memoryPath;
    QStringList m_waiting;  ///< files dropped before there was a workshop to take them
    Rail* m_rail;
    QStackedWidget* m_stack;
    JobBar* m_jobs;
    StatusLine* m_status;
    std::map<Station::Id, Station*> m_stations;  ///< those that are built
    QTimer m_builder;
    std::map<Station::Id, QVariant> m_bookmarks;  ///< of pages that were built anew and not seen since
    std::unique_ptr<Document> m_document;
    bool m_projector = false;
    double m_scale = m_preferences.zoom();  ///< that the pages were built with
    Background m_opening;
};

}  // namespace icp::ui
