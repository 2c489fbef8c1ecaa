#pragma once

#include "core/analysis/listcontrast.h"
#include "ui/widgets/card.h"

class QLineEdit;
class QListWidget;

namespace icp::ui {

class Legend;
class ListChart;
class Text;

/// What sets the best customers apart from the rest and the least ideal: the attributes, those that differ
/// most first, and the chart of the chosen one.
class ContrastCard : public Card {
    Q_OBJECT
public:
    explicit ContrastCard(QWidget* parent = nullptr);

    void setContrasts(const std::vector<ListContrast>& contrasts);
    void setWaiting();
    ListChart* chart() const { return m_chart; }
    QListWidget* list() const { return m_list; }

Q_SIGNALS:
    void copied(const QString& what);
    void showRequested(const QString& attribute);  ///< in Patterns

private:
    void fill();
    void showChosen();

    std::vector<ListContrast> m_contrasts;
    QLineEdit* m_search;
    QListWidget* m_list;
    Text* m_title;
    Text* m_numbers;
    Text* m_caution;  ///< why what is shown may follow the result
    Legend* m_legend;
    ListChart* m_chart;
    Text* m_hint;
    QWidget* m_right;
};

}  // namespace icp::ui
