#pragma once

#include "core/workshop/overlap.h"

#include <QStringList>
#include <QWidget>

namespace icp::ui {

/// An UpSet chart (Lex et al. 2014, "UpSet: Visualization of Intersecting Sets"): a column per group of
/// customers that are inside the same ICPs, its height how many they are; below it dots for these ICPs. Left
/// and right choose a column.
class OverlapChart : public QWidget {
    Q_OBJECT
public:
    explicit OverlapChart(QWidget* parent = nullptr);

    void setOverlap(const Overlap& overlap, const QStringList& icps);
    int current() const { return m_current; }  ///< index into Overlap::parts, -1 = none
    void setCurrent(int part);
    /// "Multi-entity finance teams and Wholesale growers", "None of them".
    QString partText(int part) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(int part);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Geometry {
        QRectF names;
        QRectF bars;
        double column;
        double line;
    };
    Geometry geometryOf() const;
    QRectF columnRect(const Geometry& at, int part) const;
    int partAt(QPointF position) const;
    void paintBars(QPainter& painter, const Geometry& at) const;
    void paintSets(QPainter& painter, const Geometry& at) const;
    void paintLabels(QPainter& painter, const Geometry& at) const;
    QString columnText(int part) const;

    Overlap m_overlap;
    QStringList m_icps;
    int m_current = -1;
};

}  // namespace icp::ui
