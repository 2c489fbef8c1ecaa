#pragma once

#include "core/analysis/analyze.h"
#include "ui/stations/findingsstation.h"

class QComboBox;
class QStackedWidget;
class QTableView;

namespace icp::ui {

class AccountsPanel;
class Card;
class Columns;
class ExclusionsCard;
class SegmentCheck;
class SegmentDelegate;
class SegmentedSwitch;
class SegmentTableModel;
class Text;
class TimesPanel;

/// Combinations of conditions that stand out, checked on the newest data; the companies behind them; what to
/// leave alone.
class SegmentsStation : public FindingsStation {
    Q_OBJECT
public:
    explicit SegmentsStation(QWidget* parent = nullptr);

    QVariant bookmark() const override;
    void restore(const QVariant& bookmark) override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showFindings(Stage stage) override;
    void showDataset() override;
    void showFacts() override;

private:
    void build();
    QWidget* buildTable();
    void connectParts();
    void showSegment();
    void showTimes();
    void askForSeal();  ///< opening is counted, so it takes a second, deliberate step
    void keepSealed();
    void openSeal();
    void lookInside();  ///< narrows everything to the chosen segment
    void addSegment();
    void claimSegment();
    void excludeCurrent();
    void setDepth(int depth);
    void setQuality(int index);
    void arrange();
    void fitRows();

    enum View { Companies, Stages, Closing, Reasons, Staying, Excluding };
    SegmentedSwitch* m_tabs;
    Columns* m_columns;
    QWidget* m_left;
    Card* m_tableCard;
    QComboBox* m_quality;
    QComboBox* m_depth;
    SegmentTableModel* m_model;
    SegmentDelegate* m_delegate;
    QTableView* m_view;
    Text* m_hint;
    Columns* m_below;
    AccountsPanel* m_accounts;
    SegmentCheck* m_check;
    QStackedWidget* m_lower;
    TimesPanel* m_times;
    ExclusionsCard* m_exclusions;
    QString m_sealAsked;     ///< questionOf() what the open question about the seal is about; empty = none
    bool m_filling = false;  ///< the table is filled; its row is shown once, at the end
};

}  // namespace icp::ui
