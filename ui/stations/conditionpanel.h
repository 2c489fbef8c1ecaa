#pragma once

#include "core/table/condition.h"
#include "ui/models/rangescale.h"

#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace icp::ui {

class LevelModel;
class LimitSpin;
class RangeSlider;

/// Chooses what an attribute must be: levels from a check list, or a range by two fields and a slider.
class ConditionPanel : public QWidget {
    Q_OBJECT
public:
    explicit ConditionPanel(std::shared_ptr<const Dataset> dataset, QWidget* parent = nullptr);

    /// Starts over with this attribute; an unknown or empty name shows nothing.
    void setAttribute(const QString& name);
    void setCondition(const Condition& condition);
    /// Nothing while no level is chosen, or both ends of the range are open.
    std::optional<Condition> condition() const;
    bool isDragged() const;

Q_SIGNALS:
    void previewed();  ///< still being dragged
    void changed();

private:
    void fillOperators();
    void showOperator();
    void limitsTyped();
    void sliderMoved(int low, int high);
    bool ranged() const;

    std::shared_ptr<const Dataset> m_dataset;
    QString m_attribute;
    RangeScale m_scale;
    QComboBox* m_operator;
    LevelModel* m_levels;
    QSortFilterProxyModel* m_found;
    QLineEdit* m_find;
    QListView* m_list;
    QWidget* m_range;
    LimitSpin* m_low;
    LimitSpin* m_high;
    QLabel* m_unit;
    RangeSlider* m_slider;
};

}  // namespace icp::ui
