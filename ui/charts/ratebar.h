#pragma once

#include "core/analysis/findings.h"

#include <QWidget>

namespace icp::ui {

/// paintRateBar() as a widget, read out as text.
class RateBar : public QWidget {
    Q_OBJECT
public:
    explicit RateBar(QWidget* parent = nullptr);

    /// `spoken`: what a screen reader says, "57%, range 49% to 64%".
    void setRate(const Rate& rate, double base, double maximum, const QString& spoken);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Rate m_rate;
    double m_base = 0;
    double m_maximum = 1;
};

}  // namespace icp::ui
