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

}  // namespace icp::ui
