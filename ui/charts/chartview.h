#pragma once

#include "ui/charts/standing.h"
#include "ui/theme/tokens.h"

#include <QtCharts/QChartView>

#include <vector>

class QAbstractSeries;
class QBarCategoryAxis;
class QValueAxis;

namespace icp::ui {

/// What all charts of the program share: axes by the style guide, one column per level with its labels below,
/// a current column that mouse and arrows choose, tooltips, copying as picture and table, words for screen
/// readers. What Qt Charts has not (ranges, base line, labels) derived charts draw in paintOver().
class ChartView : public QChartView {
    Q_OBJECT
public:
    explicit ChartView(QWidget* parent = nullptr);

    int columns() const { return int(m_labels.size()); }
    int current() const { return m_current; }  ///< -1 = none
    void setCurrent(int column);
    /// The column that everything else is narrowed to, underlined; -1 = none.
    void setMarked(int column);
    int marked() const { return m_marked; }
    /// The chart in words: header row, then one row per column.
    virtual std::vector<QStringList> table() const = 0;
    virtual QString tip(int column) const = 0;
    /// What is written below a label, as "n 139"; shorter where one column of the chart is too narrow for it.
    QString noteOf(int column) const;

    QString tableText() const;           ///< tab-separated, for spreadsheets
    QImage picture();                    ///< twice the size on screen, in light colours, with its title
    void copy() { copyAs(true, true); }  ///< both, to the clipboard
    /// Read by screen readers and written above the copied picture.
    void setTitle(const QString& title);
    const QString& title() const { return m_title; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void levelClicked(int column);   ///< by mouse, Enter or Space
    void levelCompared(int column);  ///< the same with Ctrl
    void copied();                   ///< from the menu or by key
    void currentChanged(int column);

protected:
    struct ColumnLabel {
        QString text;
        QString note;  ///< second line, such as "n 139"
        bool warn = false;
        QString brief = {};  ///< the note where columns are too narrow for it; neither is ever cut
    };
    /// Drops the old series and makes new axes; `scale` is in the unit of the series, `format` one of printf.
    void begin(const std::vector<ColumnLabel>& labels, const Scale& scale, const QString& format);
    void attach(QAbstractSeries* series);
    void finish();  ///< accessibility, colours, layout

    /// Where a value stands in the middle of a column, in coordinates of the chart.
    QPointF position(int column, double value) const;
    QRectF columnRect(int column) const;  ///< from the top of the plot to the last label
    double columnWidth() const;
    /// Width of the bars of one column as part of it, so that bars never get wider than 72 px.
    double barShare(double wanted) const;

    virtual void recolour(const Tokens& tokens) = 0;
    virtual void resized() {}
    virtual void paintOver(QPainter& painter, const Tokens& tokens) const = 0;
    virtual bool labelsAtEdges() const { return false; }

    /// Text that stays readable on bars and lines: with an outline in the colour of the surface.
    static void drawOutlined(QPainter& painter, const QPointF& baseline, const QString& text,
                             const QColor& ink, const QColor& outline);

    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    class Overlay;
    void layOut();
    void applyTokens(const Tokens& tokens);
    void paintLabels(QPainter& painter, const Tokens& tokens) const;
    int columnAt(const QPointF& viewPosition) const;
    void choose(int column, Qt::KeyboardModifiers modifiers);
    void copyAs(bool picture, bool numbers);
    void announce();

    Overlay* m_overlay;
    QBarCategoryAxis* m_x = nullptr;
    QValueAxis* m_y = nullptr;
    QAbstractSeries* m_mapped = nullptr;
    std::vector<ColumnLabel> m_labels;
    QString m_title;
    int m_labelLines = 1;
    int m_current = -1;
    int m_pressed = -1;
    int m_marked = -1;
    const Tokens* m_tokens;
};

}  // namespace icp::ui
