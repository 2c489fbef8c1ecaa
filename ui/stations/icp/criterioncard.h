#pragma once

#include "core/workshop/icp.h"
#include "ui/models/criterionevidence.h"

#include <QFrame>
#include <QKeySequence>

#include <vector>

class QLabel;
class QToolButton;

namespace icp::ui {

class Badge;
class LevelPicker;
class WrapText;

/// What a person can ask of a criterion, by key, menu or mouse.
enum class CriterionAct {
    Edit,
    Duplicate,
    Remove,
    Up,
    Down,
    Must,
    Should,
    Nice,
    Exclude,
    Heavier,
    Lighter,
    Spawn,
    Counter
};

/// What keys do on a focused criterion; its menu, its keys and Help are made of this.
struct CriterionKey {
    CriterionAct act;
    QString text;
    QList<QKeySequence> keys;
};
std::vector<CriterionKey> criterionKeys();

/// The six dots a card is dragged by; says where the mouse is, in screen coordinates.
class DragHandle : public QWidget {
    Q_OBJECT
public:
    explicit DragHandle(QWidget* parent = nullptr);

Q_SIGNALS:
    void started();
    void dragged(const QPoint& global);
    void dropped(const QPoint& global);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QPoint m_pressed;
    bool m_dragging = false;
};

/// One criterion as a card, or as a plain row among exclusions and stretch limits.
class CriterionCard : public QFrame {
    Q_OBJECT
public:
    explicit CriterionCard(bool compact, QWidget* parent = nullptr);

    bool isCompact() const { return m_compact; }
    const QString& id() const { return m_id; }
    void show(const Criterion& criterion, int weight, const EvidenceBadge& badge, Outcome outcome);
    DragHandle* handle() const { return m_handle; }

Q_SIGNALS:
    void asked(icp::ui::CriterionAct act);
    void focused();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void buildMenu();

    QString m_id;
    bool m_compact;
    DragHandle* m_handle;
    LevelPicker* m_level;
    WrapText* m_text;
    WrapText* m_line;
    Badge* m_badge;
    QLabel* m_weight;
    QToolButton* m_more;
};

}  // namespace icp::ui
