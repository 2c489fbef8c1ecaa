#pragma once

#include "core/table/column.h"

#include <QDoubleSpinBox>

namespace icp::ui {

/// One end of a range over a column: a number, percent, amount or date; its lowest (or highest) place leaves
/// it open.
class LimitSpin : public QDoubleSpinBox {
    Q_OBJECT
public:
    enum class End { Low, High };
    explicit LimitSpin(End end, QWidget* parent = nullptr);

    /// `smallest` and `largest` are the values of the column; `whole` shows the upper end included;
    /// `years` writes years without thousands marks.
    void setUp(ColumnType type, bool whole, double smallest, double largest, bool years = false);
    /// As a Condition has it: low included, high excluded, infinite = open.
    double limit() const;
    void setLimit(double value);

protected:
    QString textFromValue(double value) const override;
    double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& position) const override;

private:
    bool isOpen(double value) const;
    double parsed(const QString& text, bool* ok) const;

    End m_end;
    ColumnType m_type = ColumnType::Number;
    bool m_whole = false;
    bool m_years = false;
};

}  // namespace icp::ui
