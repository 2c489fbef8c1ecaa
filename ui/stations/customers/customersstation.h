#pragma once

#include "ui/models/ranking.h"
#include "ui/stations/station.h"

#include <array>
#include <memory>

class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace icp::ui {

class Card;
class CustomerCard;
class EmptyState;
class HistogramChart;
class PinCard;
class SuccessCard;

/// What success means, and the three lists that follow from it.
class CustomersStation : public Station {
    Q_OBJECT
public:
    explicit CustomersStation(QWidget* parent = nullptr);

    void setDocument(Document* document) override;
    void reveal(const QString& what) override;  ///< an account's id or name
    QVariant bookmark() const override;
    void restore(const QVariant& bookmark) override;

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void refresh();  ///< when it is seen, else at the next time it is
    void rankAgain();
    void showHistogram();
    CustomerCard* focused() const;  ///< the list with the focus, or nullptr
    void askPin(CustomerCard* card);
    void pin(const Pin& pin);
    void unpin();
    void closePin();

    QStackedWidget* m_pages;
    EmptyState* m_nothing;
    QWidget* m_page;
    QToolButton* m_undo;
    QToolButton* m_redo;
    SuccessCard* m_success;
    Card* m_histogramCard;
    HistogramChart* m_histogram;
    QLineEdit* m_find;
    std::array<CustomerCard*, 3> m_lists;  ///< by CustomerList
    PinCard* m_pin;
    CustomerCard* m_pinFrom = nullptr;
    std::shared_ptr<const AccountFacts> m_facts;
    std::shared_ptr<const Ranking> m_ranking;
    Measure m_measure = Measure::Value;
    int m_bestSize = 0;
    int m_leastSize = 0;
    bool m_stale = true;
};

}  // namespace icp::ui
