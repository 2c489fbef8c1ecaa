#pragma once

#include "core/draft/stretch.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace icp::ui {

class PlainTable;
class Text;
class TextRows;

/// What became of accounts by their fit, and whether those that are a stretch for one reason belong to the
/// ideal or the bad ones by now.
class StretchCard : public Card {
    Q_OBJECT
public:
    explicit StretchCard(QWidget* parent = nullptr);
    void show(const StretchOutcomes& outcomes, const Icp& icp, const Dataset& dataset);
    void showNothing(const QString& why);

Q_SIGNALS:
    void accepted(const icp::StretchGroup& group);

private:
    void addGroup(const StretchGroup& group, const StretchOutcomes& outcomes, const Icp& icp,
                  const Dataset& dataset);

    Text* m_why;
    QWidget* m_content;
    TextRows* m_rows;
    PlainTable* m_table;
    QWidget* m_groups = nullptr;
    QVBoxLayout* m_page;
    Text* m_method;
};

}  // namespace icp::ui
