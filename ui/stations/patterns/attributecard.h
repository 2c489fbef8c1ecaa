#pragma once

#include "ui/widgets/card.h"

#include <array>

class QLineEdit;
class QListView;
class QPushButton;

namespace icp {
struct AttributeProfile;
struct Findings;
}  // namespace icp

namespace icp::ui {

class AttributeDelegate;
class AttributeListModel;
class Text;

/// The list of attributes with its order, its search and its folded groups. Keeps what is chosen when
/// findings change.
class AttributeCard : public Card {
    Q_OBJECT
public:
    explicit AttributeCard(QWidget* parent = nullptr);

    /// `complete`: no more attributes will come.
    void setFindings(const Findings& findings, bool complete);
    const AttributeProfile* current() const;  ///< nullptr when there is none
    void select(const QString& name);
    void step(int rows);  ///< moves the choice up or down
    QListView* view() const { return m_view; }
    AttributeListModel* model() const { return m_model; }

Q_SIGNALS:
    void currentChanged();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void chooseOrder();
    void showOrder();
    void restore();
    void pinGroups();
    void fold(int group);

    AttributeListModel* m_model;
    AttributeDelegate* m_delegate;
    QListView* m_view;
    QLineEdit* m_search;
    QPushButton* m_order;
    Text* m_waiting;
    std::array<QPushButton*, 2> m_groups;  ///< by AttributeListModel::Group, below the list
    QString m_chosen;
};

}  // namespace icp::ui
