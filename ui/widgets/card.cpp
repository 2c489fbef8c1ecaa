#include "ui/widgets/card.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace icp::ui {

namespace {
constexpr int headHeight = 46;
constexpr int padding = 14;

/// Gives way to the tools of the head where there is no room for all.
class Note final : public Text {
public:
    Note() : Text({}, int(Type::Table), Text::Ink::Third) {}
    QSize minimumSizeHint() const override { return {px(16), Text::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(rect(), int(alignment()), fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

}  // namespace

Card::Card(QWidget* parent) : QFrame(parent), m_outer(new QVBoxLayout(this)) {
    m_outer->setContentsMargins(1, 1, 1, 1);
    m_outer->setSpacing(0);
    auto* middle = new QWidget;  // takes what is left below the head, however small the content
    m_body = new QVBoxLayout(middle);
    m_outer->addWidget(middle, 1);
    m_body->setContentsMargins(px(padding), px(12), px(padding), px(padding));
    m_body->setSpacing(px(8));
}

Card::Card(const QString& title, QWidget* parent) : Card(parent) { setTitle(title); }

void Card::ensureHead() {
    if (m_head) return;
    auto* strip = new QWidget;
    strip->setFixedHeight(px(headHeight));
    m_head = new QHBoxLayout(strip);
    m_head->setContentsMargins(px(padding), 0, px(8), 0);
    m_head->setSpacing(px(8));
    m_title = new Text({}, int(Type::CardTitle));
    m_note = new Note;
    m_note->hide();
    m_head->addWidget(m_title);
    m_head->addWidget(m_note);
    m_head->addStretch(1);
    m_outer->insertWidget(0, strip);
}

void Card::setTitle(const QString& title) {
    ensureHead();
    m_title->setText(title);
    setAccessibleName(title);
}

void Card::setNote(const QString& note) {
    ensureHead();
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void Card::addTool(QWidget* tool) {
    ensureHead();
    m_head->addWidget(tool);
}

void Card::setEdge(const QColor& colour, Qt::Edge edge) {
    m_edge = colour;
    m_edgeSide = edge;
    update();
}

void Card::paintEvent(QPaintEvent*) {
    const Tokens& tokens = Tokens::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(frame, px(8), px(8));
    painter.fillPath(shape, tokens.surface);
    if (m_head) {
        painter.setPen(tokens.line);
        const double y = m_head->parentWidget()->geometry().bottom() + 0.5;
        painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y));
    }
    painter.strokePath(shape, QPen(tokens.line, 1));
    if (!m_edge.isValid()) return;
    painter.setClipPath(shape);
    const int width = px(4);
    const QRectF edge = m_edgeSide == Qt::LeftEdge  ? QRectF(0, 0, width, height())
                        : m_edgeSide == Qt::TopEdge ? QRectF(0, 0, this->width(), width)
                                                    : QRectF();
    painter.fillRect(edge, m_edge);
}

}  // namespace icp::ui
