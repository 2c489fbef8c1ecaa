#pragma once

#include "ui/document/accountfacts.h"
#include "ui/widgets/card.h"

class QAbstractItemDelegate;
class QLineEdit;
class QPushButton;
class QTableView;
class QToolButton;

namespace icp::ui {

class AccountTableModel;
class Text;

/// The companies behind a bar or a segment, with search, and what can be done with them.
class AccountsPanel : public Card {
    Q_OBJECT
public:
    explicit AccountsPanel(QWidget* parent = nullptr);

    /// `summary`: "86 of 188 won, range 39% to 53%".
    void showAccounts(const QString& title, const QString& summary, std::shared_ptr<const AccountFacts> facts,
                      const std::vector<std::uint32_t>& accounts);
    /// For a panel that belongs to the page: no way to close it or to exclude, the search beside the title.
    void settle();
    /// Why nothing can be added or excluded here; empty = it can.
    void setActionsOff(const QString& reason);
    AccountTableModel* model() const { return m_model; }
    void focusList();

Q_SIGNALS:
    void addRequested();
    void excludeRequested();
    void claimRequested();
    void insideRequested();  ///< only of a panel that belongs to the page
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void updateCount();

    AccountTableModel* m_model;
    Text* m_title;
    Text* m_summary;
    Text* m_count;
    QLineEdit* m_search;
    QTableView* m_view;
    QAbstractItemDelegate* m_oneLine;
    QAbstractItemDelegate* m_twoLines;
    QPushButton* m_add;
    QPushButton* m_exclude;
    QPushButton* m_inside;
    QToolButton* m_claim;
    QToolButton* m_close;
    QHBoxLayout* m_head;
    QHBoxLayout* m_actions;
};

}  // namespace icp::ui
