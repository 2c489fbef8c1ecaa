#pragma once

#include "ui/document/background.h"
#include "ui/stations/customers/customerwork.h"
#include "ui/stations/station.h"

#include <array>

class QGridLayout;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace icp::ui {

class ContrastCard;
class CustomerCard;
class EmptyState;
class PinCard;
class QuestionsCard;
class ScoreCard;
class SegmentedSwitch;
class SuccessCard;

/// What success means, and what follows from it: three lists of customers, what sets the best apart, and the
/// four questions.
class CustomersStation : public Station {
    Q_OBJECT
public:
    explicit CustomersStation(QWidget* parent = nullptr);

    void setDocument(Document* document) override;
    void reveal(const QString& what) override;  ///< an account's id or name
    QVariant bookmark() const override;
    void restore(const QVariant& bookmark) override;
    /// Everything in the background has come; for tests.
    void waitForIdle();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum View { Lists, Contrast, Questions };
    void build();
    void buildHeader();
    void connectCards();
    void refresh();  ///< when it is seen, else at the next time it is
    void listAgain();
    void take(const CustomerWork& work);
    void contrastAgain();
    void setView(int view);
    void sayWhatIsSize();
    void editBlend(const std::vector<SuccessPart>& blend, const QString& text, const QString& field = {});
    CustomerCard& card(AccountList list) const { return *m_lists[std::size_t(list)]; }
    CustomerCard* focused() const;  ///< the list with the focus, or nullptr
    void follow(std::uint32_t account);
    void askPin(CustomerCard* card);
    void pin(const Pin& pin);
    void unpin();
    void closePin();

    QStackedWidget* m_pages;
    EmptyState* m_nothing;
    QWidget* m_page;
    SegmentedSwitch* m_view;
    QToolButton* m_undo;
    QToolButton* m_redo;
    SuccessCard* m_success;
    ScoreCard* m_score;
    QLineEdit* m_find;
    std::array<CustomerCard*, 3> m_lists;  ///< by AccountList
    QStackedWidget* m_views;
    ContrastCard* m_contrast;
    QuestionsCard* m_questions;
    PinCard* m_pin;
    CustomerCard* m_pinFrom = nullptr;
    CustomerWork m_work;
    QString m_sizeSaid;  ///< see sayWhatIsSize()
    int m_bestSize = 0;
    int m_leastSize = 0;
    std::uint32_t m_follow = noRow;  ///< chosen again once the lists have come
    bool m_stale = true;
    bool m_contrastStale = true;
    Background m_working;
    Background m_contrasting;
};

}  // namespace icp::ui
