#pragma once

#include "core/table/dataset.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace icp::ui {

/// How the rows of a file's kind found their account: one bar per way of linking, and what found none.
class LinksCard : public Card {
    Q_OBJECT
public:
    explicit LinksCard(QWidget* parent = nullptr);
    /// Hides itself when there is nothing to link.
    void setLinks(Entity entity, const Links& links);

private:
    QLabel* m_share;
    class Bars;
    Bars* m_bars;
    QLabel* m_total;
    QPushButton* m_show;
    Links m_links;
};

}  // namespace icp::ui
