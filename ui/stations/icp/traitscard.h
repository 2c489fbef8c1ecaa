#pragma once

#include "core/draft/examples.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace icp::ui {

class PlainTable;
class Text;
class TextRows;

/// What chosen companies share, and how surprising that is; a trait becomes a criterion.
class TraitsCard : public Card {
    Q_OBJECT
public:
    explicit TraitsCard(QWidget* parent = nullptr);

    void show(const std::vector<SharedTrait>& traits, const QStringList& companies, const Dataset& dataset);

Q_SIGNALS:
    void traitAsked(const icp::SharedTrait& trait);

private:
    void add();

    std::vector<SharedTrait> m_traits;
    Text* m_companies;
    Text* m_note;
    TextRows* m_rows;
    PlainTable* m_table;
    QPushButton* m_add;
};

}  // namespace icp::ui
