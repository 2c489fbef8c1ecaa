#pragma once

#include "ui/document/background.h"
#include "ui/models/panelgap.h"
#include "ui/stations/station.h"

#include <optional>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace icp::ui {

class Card;
class ContactViews;
class PeopleCard;
class PersonaModel;
class PersonaSheet;
class SegmentedSwitch;
class Text;

/// The decision-making panel of an ICP: who decides, what each of them needs to hear, and who is not known
/// yet.
class PersonasStation : public Station {
    Q_OBJECT
public:
    explicit PersonasStation(QWidget* parent = nullptr);
    ~PersonasStation() override;

    void setDocument(Document* document) override;
    /// A persona by id.
    void reveal(const QString& what) override;
    QVariant bookmark() const override;
    void restore(const QVariant& bookmark) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildHeader();
    void buildMatrix();
    void refresh();
    void refreshGap();
    void count();
    void showView();
    void startPanel();

    Background m_counting;
    Background m_drafting;
    std::optional<PanelGap> m_gap;
    bool m_stale = false;      ///< something changed while nobody looked
    bool m_uncounted = false;  ///< and contacts are to be counted
    PersonaModel* m_model;
    QComboBox* m_icps;
    SegmentedSwitch* m_view;
    QStackedWidget* m_pages;
    PeopleCard* m_people;
    Card* m_gapCard;
    Text* m_gapTitle;
    Text* m_gapText;
    QPushButton* m_gapAction;
    PersonaSheet* m_sheet;
    QWidget* m_summary;  ///< people and gap
    QStackedWidget* m_views;
    ContactViews* m_contacts;
};

}  // namespace icp::ui
