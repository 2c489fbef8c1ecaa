#pragma once

#include <QWidget>

#include <array>

namespace icp::ui {

/// Customers by fit: ideal, stretch and bad stacked with their counts inside, and the legend below with shape
/// and word.
class FitBar : public QWidget {
    Q_OBJECT
public:
    explicit FitBar(QWidget* parent = nullptr);

    void setCounts(qint64 ideal, qint64 stretch, qint64 bad);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::array<qint64, 3> m_counts{};
};

}  // namespace icp::ui
