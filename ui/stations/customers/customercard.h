#pragma once

#include "ui/models/customerlists.h"
#include "ui/widgets/card.h"

class QPushButton;
class QTableView;

namespace icp::ui {

class CustomerTableModel;
class Text;

/// One of the three lists: best, the rest, least ideal.
class CustomerCard : public Card {
    Q_OBJECT
public:
    explicit CustomerCard(AccountList list, QWidget* parent = nullptr);

    CustomerTableModel* model() const { return m_model; }
    QTableView* view() const { return m_view; }
    void setLists(std::shared_ptr<const AccountFacts> facts, std::shared_ptr<const CustomerLists> lists,
                  const std::vector<Pin>& pins);
    void setSearch(const QString& text);
    /// The account of the current row, or noRow.
    std::uint32_t current() const;
    void select(std::uint32_t account);

Q_SIGNALS:
    void sizeChosen(int size);
    void pinRequested();  ///< of the current row

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void chooseSize();
    void showCount();
    void restyle();

    AccountList m_list;
    CustomerTableModel* m_model;
    QTableView* m_view;
    Text* m_footer;
    QPushButton* m_size = nullptr;
    qint64 m_customers = 0;
};

}  // namespace icp::ui
