#pragma once

#include "ui/models/customerlists.h"

#include <QWidget>

#include <array>

class QComboBox;
class QSlider;

namespace icp::ui {

class Text;

/// What success is a blend of: one row each for value, staying, growth and advocacy, with its measure, its
/// weight and of how many it is known. What the data cannot answer is off and says why.
class BlendForm : public QWidget {
    Q_OBJECT
public:
    explicit BlendForm(QWidget* parent = nullptr);

    void setSuccess(const Success& success);
    /// Less height for each row.
    void setTight(bool tight);

Q_SIGNALS:
    void changed(const std::vector<icp::BlendPart>& parts);

private:
    struct Row {
        QComboBox* measure;
        QSlider* weight;
        Text* percent;
        Text* known;
    };
    void show(std::size_t row, const SuccessOffer& offer);
    void showPercents();
    void tell();

    std::array<Row, 4> m_rows;
    Success m_success;
};

/// "Value", "Retention", "Growth", "Advocacy".
QString partName(Outcome outcome);

}  // namespace icp::ui
