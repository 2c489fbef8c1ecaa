#pragma once

#include "core/workshop/icp.h"
#include "ui/widgets/card.h"

class QListView;
class QProgressBar;

namespace icp::ui {

class SectionModel;
class Text;

/// The eight sections with their counts, and how complete the template is.
class TemplateCard : public Card {
    Q_OBJECT
public:
    explicit TemplateCard(QWidget* parent = nullptr);

    void setIcp(const Icp& icp);

Q_SIGNALS:
    void chosen(icp::Section section);

private:
    SectionModel* m_model;
    QListView* m_list;
    Text* m_complete;
    Text* m_filled;
    QProgressBar* m_bar;
};

}  // namespace icp::ui
