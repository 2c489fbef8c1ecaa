#pragma once

#include <QColor>
#include <QPainter>
#include <QWidget>

namespace icp::ui {

/// A share as a bar of full width with its track; `share` is 0 to 1. Used by widgets and delegates alike.
void paintShareBar(QPainter& painter, const QRectF& bar, double share, const QColor& colour,
                   const QColor& track);

/// One line of the live effect: name, percent, "120 of 308", and a bar below.
class GaugeBar : public QWidget {
    Q_OBJECT
public:
    explicit GaugeBar(const QString& name, QWidget* parent = nullptr);

    /// `note` says what the share is of.
    void setShare(double share, const QString& note);
    /// Nothing to show: the note says why.
    void clearShare(const QString& note);
    double share() const { return m_share; }
    QString note() const { return m_note; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    QString m_name;
    QString m_note;
    double m_share = 0;
    bool m_known = false;
};

/// A rate with its 95% range: name over "47 of 85", bar with whisker, percent. Both bars of a pair share the
/// scale 0 to 100%.
class RateBar : public QWidget {
    Q_OBJECT
public:
    /// `inside` gives the colour: best, else rest.
    RateBar(const QString& name, bool inside, QWidget* parent = nullptr);

    void setRate(qint64 positives, qint64 n, double rate, double low, double high);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    bool m_inside;
    qint64 m_positives = 0;
    qint64 m_n = 0;
    double m_rate = 0;
    double m_low = 0;
    double m_high = 1;
};

}  // namespace icp::ui
