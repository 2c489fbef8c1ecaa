#pragma once

#include "core/workshop/icp.h"
#include "ui/document/background.h"
#include "ui/stations/station.h"

#include <QTimer>

#include <functional>
#include <optional>

class QPushButton;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace icp::ui {

class Columns;
class CriteriaList;
class EffectCard;
class ExemplarCard;
class FitPage;
class ImplicationsPage;
class IcpTabs;
class LeadsPage;
class OverlapPage;
class PeopleBox;
class PrioritiesPage;
class SegmentedSwitch;
class SentenceCard;
class TemplateCard;
class Text;
class VersionsPage;

/// Writes the ideal customer profile: criteria by section, and beside them what they mean for the customers
/// at hand.
class IcpStation : public Station {
    Q_OBJECT
public:
    enum View { Profile, Priorities, Companies, Overlap, Versions, Implications };
    explicit IcpStation(QWidget* parent = nullptr);
    ~IcpStation() override;

    void setDocument(Document* document) override;
    /// A criterion or a persona by id, or a section by its name in files; "people" are the personas.
    void reveal(const QString& what) override;
    QVariant bookmark() const override;
    void restore(const QVariant& bookmark) override;
    void show(View view);
    /// Asks where a file goes; empty = nowhere. Tests answer without a dialog.
    using AskFile = std::function<QString(QWidget* parent, const QString& title, const QString& suggested,
                                          const QString& filter)>;
    void setAskFile(AskFile ask) { m_askFile = std::move(ask); }
    /// What runs beside runs to its end; for tests and for closing.
    void waitForIdle();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHeader();
    void buildPage();
    QWidget* buildProfile();
    bool merged() const;  ///< with the people on the same page
    bool isUnseen();
    void catchUp();
    void refreshIcp();
    void refreshSteps();
    void refreshMeasured();
    void refreshView();
    QString purposeOf(View view) const;
    void remindOfReview();
    void refreshData();
    void refreshEffect();
    void store(const Icp& icp, const QString& text, const QString& field = {});
    void vote(int tooBroad, int comfortable, int tooNarrow);
    void addIcp();
    void draft();
    void removeIcp(const QString& id);
    void offerUndo(const QString& text);
    void exportSearch();
    void saveLeads();
    void showLeads(bool on);
    void revealPeople(const QString& persona);
    void undo();
    void redo();
    void goOn();
    Icp shown() const;

    /// What an empty workshop starts from; stored with its first criterion.
    Icp m_fresh;
    std::optional<Icp> m_preview;
    Bitmap m_sealed;       ///< deals
    bool m_stale = false;  ///< something changed while nobody looked
    bool m_catchingUp = false;
    bool m_viewStale = false;  ///< it caught up while nobody looked, all but the view
    QTimer m_catchUp;
    AskFile m_askFile;
    Background m_drafting;
    QToolButton* m_undo;
    QToolButton* m_redo;
    SegmentedSwitch* m_view;
    QPushButton* m_next;
    IcpTabs* m_tabs;
    Text* m_shared;
    QStackedWidget* m_pages;
    PrioritiesPage* m_priorities;
    FitPage* m_fit;
    LeadsPage* m_leads;  ///< in the place of Companies
    OverlapPage* m_overlap;
    VersionsPage* m_versions;
    ImplicationsPage* m_implications;
    Columns* m_columns;
    TemplateCard* m_template;
    SentenceCard* m_sentence;
    QPushButton* m_draft;
    CriteriaList* m_criteria;
    PeopleBox* m_people;
    QScrollArea* m_scroll;
    ExemplarCard* m_exemplar;
    EffectCard* m_effect;
};

}  // namespace icp::ui
