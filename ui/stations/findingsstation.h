#pragma once

#include "core/analysis/analyze.h"
#include "ui/stations/station.h"

class QStackedWidget;
class QVBoxLayout;

namespace icp::ui {

class EmptyState;
class FilterRow;
class ScopeRow;

/// A page about the findings: empty until there are data, then its scope row above what the page shows. A
/// page that nobody sees costs nothing; it catches up when it is shown.
class FindingsStation : public Station {
    Q_OBJECT
public:
    void setDocument(Document* document) override;

protected:
    FindingsStation(Id id, const QString& title, const QString& purpose, EmptyState* nothing,
                    QWidget* parent);

    QVBoxLayout* rows() const { return m_rows; }  ///< of the page, below the scope row
    bool hasData() const;
    FilterRow* filter() const { return m_filter; }
    /// There is something to show: called with every stage of an analysis while the page is seen.
    virtual void showFindings(Stage stage) = 0;
    /// Other data, or none; the findings follow.
    virtual void showDataset() {}
    /// What is known of accounts has come or changed (names hidden); only while the page is seen.
    virtual void showFacts() {}
    void showEvent(QShowEvent* event) override;

private:
    void changeDataset();
    void changeFindings();
    void changeFacts();

    QStackedWidget* m_pages;
    EmptyState* m_nothing;
    QWidget* m_page;
    ScopeRow* m_scope;
    FilterRow* m_filter;
    QVBoxLayout* m_rows;
    bool m_stale = true;  ///< something came while the page was hidden
};

}  // namespace icp::ui
