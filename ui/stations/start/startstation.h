#pragma once

#include "core/workshop/workshop.h"
#include "ui/stations/start/recentpanel.h"
#include "ui/stations/station.h"

class QButtonGroup;
class QLineEdit;
class QPushButton;

namespace icp::ui {

class Chip;
class SegmentedSwitch;

/// Where a workshop begins: a new one with its few facts, an older one, or the example.
class StartStation : public Station {
    Q_OBJECT
public:
    explicit StartStation(QWidget* parent = nullptr);

    void setRecent(const std::vector<RecentWorkshop>& workshops) { m_recent->setRecent(workshops); }
    Settings settings() const;  ///< as filled in
    void setDocument(Document* document) override;
    QVariant bookmark() const override;
    void restore(const QVariant& bookmark) override;

Q_SIGNALS:
    void createRequested(const icp::Settings& settings);
    void openRequested(const QString& path);  ///< empty: ask which
    void exampleRequested();
    void shortcutsRequested();
    void darkRequested();
    void backRequested();  ///< to the workshop that is open

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* form();
    QWidget* foot();
    QLayout* firstChoice();
    QLayout* names();
    QLayout* stages();
    QLayout* departments();
    QWidget* journey();

    void showBack();

    RecentPanel* m_recent;
    QPushButton* m_back;
    QWidget* m_form = nullptr;
    QWidget* m_foot = nullptr;
    QLineEdit* m_title = nullptr;
    QLineEdit* m_company = nullptr;
    SegmentedSwitch* m_sellTo = nullptr;
    QButtonGroup* m_stage = nullptr;
    std::vector<Chip*> m_departments;
};

}  // namespace icp::ui
