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
    /// Names that look like an account's and wait to be confirmed, and their rows.
    void setSimilar(int names, qint64 rows);
    /// How the rows come to their account where they name none by themselves; nothing is said when empty.
    void setThrough(const QString& sentence);

Q_SIGNALS:
    void confirmWanted();

private:
    QLabel* m_share;
    class Bars;
    Bars* m_bars;
    QLabel* m_total;
    QLabel* m_through;
    QPushButton* m_show;
    void refresh();

    QPushButton* m_confirm;
    Entity m_entity = Entity::Account;
    Links m_links;
    int m_similarNames = 0;
    qint64 m_similarRows = 0;
};

}  // namespace icp::ui
