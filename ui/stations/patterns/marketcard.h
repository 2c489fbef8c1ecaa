#pragma once

#include "core/analysis/findings.h"
#include "ui/widgets/card.h"

#include <vector>

class QDateEdit;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace icp::ui {

class Text;

/// Asks what the market is made of, by one attribute: a share for every level, who says so and as of when.
/// Levels that are left open share what is missing to 100%. Enter keeps, Esc forgets.
class MarketCard : public Card {
    Q_OBJECT
public:
    explicit MarketCard(QWidget* parent = nullptr);

    /// `known` is what was said before, or nullptr.
    void ask(const AttributeProfile& attribute, const MarketMix* known);
    /// What stands in the fields; invalid ones count as not said.
    MarketMix mix() const;
    QString problem() const;  ///< why it cannot be kept, one sentence; empty when it can

Q_SIGNALS:
    void kept(const icp::MarketMix& mix);
    void removed(const QString& id);
    void closed();

private:
    struct Row {
        QString level;    ///< empty: what stands in `name`
        QLineEdit* name;  ///< nullptr for levels of the data
        QLineEdit* share;
    };
    void addRow(const QString& level, double share);
    void addOpenRow();
    void check();
    void keep();

    Text* m_title;
    QGridLayout* m_grid;
    QLineEdit* m_source;
    QDateEdit* m_asOf;
    Text* m_state;
    QPushButton* m_keep;
    QPushButton* m_remove;
    std::vector<Row> m_rows;
    QString m_id;
    QString m_attribute;
};

}  // namespace icp::ui
