#pragma once

#include "core/analysis/analyze.h"
#include "ui/stations/station.h"

#include <memory>

class QSplitter;
class QStackedWidget;

namespace icp::ui {

class AccountFacts;
class AccountsPanel;
class AttributeCard;
class ChartCard;
class EmptyState;
class FindingsPanel;
class ScopeRow;

/// What sets the best customers and the wins apart: attributes by strength, two charts of the chosen one,
/// findings.
class PatternsStation : public Station {
    Q_OBJECT
public:
    explicit PatternsStation(QWidget* parent = nullptr);

    void setDocument(Document* document) override;
    void reveal(const QString& what) override;  ///< an attribute's name

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void showDataset();
    void gatherFacts();
    void showFindings(Stage stage);
    void showMode();
    void showAttribute();
    void showAccounts(int level);
    void closeAccounts();
    void add();
    void excludeHere();
    void sizeColumns();

    QStackedWidget* m_pages;
    EmptyState* m_nothing;
    QWidget* m_page;
    ScopeRow* m_scope;
    QSplitter* m_columns;
    AttributeCard* m_attributes;
    ChartCard* m_charts;
    QStackedWidget* m_side;
    FindingsPanel* m_findings;
    AccountsPanel* m_accounts;
    std::shared_ptr<const AccountFacts> m_facts;
    bool m_stale = true;  ///< findings came while the page was hidden
    int m_level = -1;     ///< whose accounts are shown
    bool m_toldMode = false;
};

}  // namespace icp::ui
