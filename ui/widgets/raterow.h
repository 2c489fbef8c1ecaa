#pragma once

#include <QPointer>
#include <QWidget>

namespace icp::ui {

/// A rate with its 95% range: name over "47 of 85", bar with whisker, percent. Both bars of a pair share the
/// scale 0 to 100%.
class RateRow : public QWidget {
    Q_OBJECT
public:
    /// `inside` gives the colour: best, else rest.
    RateRow(const QString& name, bool inside, QWidget* parent = nullptr);

    /// Two of a pair give their counts the same room, so that their bars share the scale.
    static void pair(RateRow* one, RateRow* other);
    void setRate(qint64 positives, qint64 n, double rate, double low, double high);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString counts() const;
    int nameWidth() const;

    QPointer<RateRow> m_other;
    QString m_name;
    bool m_inside;
    qint64 m_positives = 0;
    qint64 m_n = 0;
    double m_rate = 0;
    double m_low = 0;
    double m_high = 1;
};

}  // namespace icp::ui
