#pragma once

#include <QWidget>

namespace icp::ui {

/// Three zones 27 / 46 / 27 with a marker: 0 is the broadest ICP, 1 the narrowest.
class NarrownessMeter : public QWidget {
    Q_OBJECT
public:
    explicit NarrownessMeter(QWidget* parent = nullptr);

    /// No marker when `position` is negative. `words` names the zone, for screen readers.
    void setPosition(double position, const QString& words);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_position = -1;
};

}  // namespace icp::ui
