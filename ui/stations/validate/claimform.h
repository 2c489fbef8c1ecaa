#pragma once

#include "core/workshop/workshop.h"
#include "ui/document/background.h"
#include "ui/widgets/card.h"

#include <memory>
#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace icp {
struct Study;
}

namespace icp::ui {

class AttributeBox;
class Badge;
class ConditionPanel;
class Text;
class WrapText;

/// Writes a claim: what is said, by whom, and what of it can be measured. What the data say is told while it
/// is written; nothing is kept before Keep.
class ClaimForm : public Card {
    Q_OBJECT
public:
    explicit ClaimForm(QWidget* parent = nullptr);

    void open(const Claim& claim, bool isNew, const QStringList& departments,
              std::shared_ptr<const Dataset> dataset, const Study& study);
    void waitForIdle() { m_checking.wait(); }

Q_SIGNALS:
    void kept(const icp::Claim& claim);
    void closed();  ///< without keeping

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    QLayout* buildWhom();
    Claim claim() const;
    void chooseAttribute();
    void settleOpen();  ///< the condition in the panel joins the others
    void showConditions();
    void changed();
    void keep();

    Claim m_claim;
    bool m_filling = false;  ///< nobody is asked while the fields are set
    std::shared_ptr<const Dataset> m_dataset;
    std::shared_ptr<const Study> m_study;
    std::vector<Condition> m_conditions;  ///< without the one in the panel
    Background m_checking;
    QLineEdit* m_statement;
    QComboBox* m_author;
    QLineEdit* m_evidence;
    QComboBox* m_metric;
    QComboBox* m_direction;
    QComboBox* m_against;
    QDoubleSpinBox* m_number;
    QWidget* m_whom;
    QVBoxLayout* m_chips;
    AttributeBox* m_attribute;
    QVBoxLayout* m_panelPlace;
    ConditionPanel* m_panel = nullptr;
    Badge* m_badge;
    WrapText* m_told;
    QPushButton* m_keep;
};

}  // namespace icp::ui
