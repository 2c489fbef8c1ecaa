#pragma once

#include "core/analysis/analyze.h"
#include "ui/stations/findingsstation.h"
#include "ui/stations/patterns/narrowing.h"

class QStackedWidget;

namespace icp::ui {

class AccountsPanel;
class AttributeCard;
class ChartCard;
class Columns;
class CompareCard;
class FindingsPanel;
class MarketCard;
class SegmentedSwitch;

/// What sets the best customers and the wins apart: attributes by strength, two charts of the chosen one,
/// findings.
class PatternsStation : public FindingsStation {
    Q_OBJECT
public:
    explicit PatternsStation(QWidget* parent = nullptr);

    void setDocument(Document* document) override;
    void reveal(const QString& what) override;  ///< an attribute's name
    QVariant bookmark() const override;
    void restore(const QVariant& bookmark) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showFindings(Stage stage) override;
    void showDataset() override;
    void showFacts() override;

private:
    void build();
    void connectCards();
    void setLens(int lens);
    /// The chosen attribute as it is shown, and what it is shown from; nullptr when there is none.
    const AttributeProfile* shown() const;
    const Findings& shownFindings() const;
    void chooseLevel(int level);  ///< everything is narrowed to it, or to all again
    void compareLevel(int level);
    void askMarket();
    void closeSide(QWidget* beside);
    void showMode();
    void showAttribute();
    void showAccounts(int level);
    void closeAccounts();
    void add();
    void askWhetherBelow(const AttributeProfile& attribute, const Level& level, const Findings& findings);
    void excludeHere();
    void claimHere();
    void sizeColumns();

    Columns* m_columns;
    AttributeCard* m_attributes;
    ChartCard* m_charts;
    QStackedWidget* m_side;
    FindingsPanel* m_findings;
    AccountsPanel* m_accounts;
    CompareCard* m_compare;
    MarketCard* m_market;
    SegmentedSwitch* m_lens;
    Narrowing m_narrowing;
    int m_level = -1;   ///< whose accounts are shown
    QString m_levelOf;  ///< its attribute
    bool m_toldMode = false;
};

}  // namespace icp::ui
