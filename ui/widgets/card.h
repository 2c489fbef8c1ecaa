#pragma once

#include <QColor>
#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace icp::ui {

/// Surface with a 1 px border and radius 8, an optional head (title, note, tools) and a body to lay things
/// into.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(QWidget* parent = nullptr);
    explicit Card(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setNote(const QString& note);  ///< small text beside the title
    void addTool(QWidget* tool);        ///< right end of the head
    /// 4 px edge at the left (finding cards) or at the top (lists of customers); invalid colour = none.
    void setEdge(const QColor& colour, Qt::Edge edge = Qt::LeftEdge);
    QVBoxLayout* body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void ensureHead();
    QHBoxLayout* m_head = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_note = nullptr;
    QVBoxLayout* m_outer = nullptr;
    QVBoxLayout* m_body;
    QColor m_edge;
    Qt::Edge m_edgeSide = Qt::LeftEdge;
};

}  // namespace icp::ui
