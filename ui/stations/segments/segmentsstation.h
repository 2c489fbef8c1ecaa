#pragma once

#include "core/analysis/analyze.h"
#include "ui/stations/station.h"

#include <memory>

class QComboBox;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace icp::ui {

class AccountFacts;
class AccountsPanel;
class Card;
class EmptyState;
class ExclusionsCard;
class ScopeRow;
class SegmentCheck;
class SegmentDelegate;
class SegmentedSwitch;
class SegmentTableModel;
class Text;

/// Combinations of conditions that stand out, checked on the newest data; the companies behind them; what to
/// leave alone.
class SegmentsStation : public Station {
    Q_OBJECT
public:
    explicit SegmentsStation(QWidget* parent = nullptr);

    void setDocument(Document* document) override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    QWidget* buildTable();
    void showDataset();
    void gatherFacts();
    void showFindings(Stage stage);
    void showSegment();
    void addSegment();
    void excludeCurrent();
    void setDepth(int depth);
    void arrange();
    void fitRows();

    QStackedWidget* m_pages;
    EmptyState* m_nothing;
    QWidget* m_page;
    ScopeRow* m_scope;
    SegmentedSwitch* m_tabs;
    QSplitter* m_columns;
    QWidget* m_left;
    Card* m_tableCard;
    QComboBox* m_depth;
    SegmentTableModel* m_model;
    SegmentDelegate* m_delegate;
    QTableView* m_view;
    Text* m_hint;
    QWidget* m_below;
    AccountsPanel* m_accounts;
    SegmentCheck* m_check;
    ExclusionsCard* m_exclusions;
    std::shared_ptr<const AccountFacts> m_facts;
    bool m_stale = true;  ///< findings came while the page was hidden
};

}  // namespace icp::ui
