#include "ui/charts/chartview.h"

#include "ui/charts/wrapped.h"

#include <QAccessible>
#include <QClipboard>
#include <QGraphicsLayout>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainterPath>
#include <QToolTip>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace icp::ui {

namespace {
constexpr double labelTop = 5;  // from the axis to the first label
}

/// Lies over the series and draws what belongs to the view.
class ChartView::Overlay : public QGraphicsItem {
public:
    explicit Overlay(ChartView* view) : QGraphicsItem(view->chart()), m_view(view) { setZValue(100); }
    QRectF boundingRect() const override { return m_view->chart()->rect(); }
    void moved() { prepareGeometryChange(); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override {
        if (m_view->columns() == 0) return;
        painter->setRenderHint(QPainter::Antialiasing);
        m_view->paintLabels(*painter, *m_view->m_tokens);
        m_view->paintOver(*painter, *m_view->m_tokens);
    }

private:
    ChartView* m_view;
};

ChartView::ChartView(QWidget* parent) : QChartView(parent), m_tokens(&Tokens::of(this)) {
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setRubberBand(QChartView::NoRubberBand);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setSizePolicy(policy);
    chart()->setBackgroundVisible(false);
    chart()->setPlotAreaBackgroundVisible(false);
    chart()->setDropShadowEnabled(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->legend()->hide();
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    m_overlay = new Overlay(this);
}

void ChartView::begin(const std::vector<ColumnLabel>& labels, const Scale& scale, const QString& format) {
    const bool sameColumns = labels.size() == m_labels.size();
    m_labels = labels;
    if (!sameColumns || m_current >= columns()) m_current = -1;
    m_marked = -1;
    m_mapped = nullptr;
    chart()->removeAllSeries();
    for (QAbstractAxis* axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    m_x = new QBarCategoryAxis(chart());
    QStringList numbers;
    for (int i = 0; i < columns(); ++i) numbers << QString::number(i);
    m_x->append(numbers);
    m_x->setLabelsVisible(false);
    m_x->setGridLineVisible(false);
    m_x->setLineVisible(false);  // it has ticks; paintLabels() draws it without
    chart()->addAxis(m_x, Qt::AlignBottom);
    m_y = new QValueAxis(chart());
    m_y->setRange(0, scale.maximum);
    m_y->setTickCount(scale.ticks());
    m_y->setLabelFormat(format);
    m_y->setLineVisible(false);
    chart()->addAxis(m_y, Qt::AlignLeft);
}

void ChartView::attach(QAbstractSeries* series) {
    chart()->addSeries(series);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
    m_mapped = series;
}

void ChartView::finish() {
    applyTokens(Tokens::of(this));
    layOut();
    announce();
}

void ChartView::setTitle(const QString& title) {
    m_title = title;
    announce();
}

QSize ChartView::sizeHint() const { return {px(420), px(230)}; }
QSize ChartView::minimumSizeHint() const { return {px(180), px(130)}; }

void ChartView::applyTokens(const Tokens& tokens) {
    m_tokens = &tokens;
    if (m_y == nullptr) return;
    m_y->setLabelsFont(ui::font(Type::Note));
    m_y->setLabelsColor(tokens.ink2);
    m_y->setGridLinePen(QPen(tokens.grid, 1));
    recolour(tokens);
    m_overlay->update();
}

void ChartView::layOut() {
    if (m_y == nullptr) return;
    const QFontMetricsF metrics(ui::font(Type::Note));
    const double left = metrics.horizontalAdvance(QStringLiteral("100%")) + px(12);
    const QSizeF size = viewport()->size();
    chart()->resize(size);
    const double width = std::max(1.0, size.width() - left - px(4));
    m_labelLines = 1;
    bool notes = false;
    for (const ColumnLabel& label : m_labels) {
        const auto lines = wrapped(label.text, metrics, width / columns() - px(4), 2);
        m_labelLines = std::max(m_labelLines, int(lines.size()));
        notes = notes || !label.note.isEmpty();
    }
    const double below = px(labelTop) + metrics.lineSpacing() * (m_labelLines + (notes ? 1 : 0)) + px(4);
    const double top = px(10);
    chart()->setPlotArea({left, top, width, std::max(10.0, size.height() - top - below)});
    // A fixed plot area alone leaves the axes where they were.
    chart()->layout()->invalidate();
    chart()->layout()->activate();
    m_overlay->moved();
    resized();
}

QPointF ChartView::position(int column, double value) const {
    return m_mapped != nullptr ? chart()->mapToPosition({double(column), value}, m_mapped) : QPointF();
}

double ChartView::columnWidth() const { return columns() > 0 ? chart()->plotArea().width() / columns() : 0; }

QRectF ChartView::columnRect(int column) const {
    const QRectF plot = chart()->plotArea();
    const double width = columnWidth();
    return {plot.left() + column * width, plot.top(), width, chart()->rect().bottom() - plot.top()};
}

double ChartView::barShare(double wanted) const {
    const double width = columnWidth();
    return width > 0 ? std::min(wanted, px(72) / width) : wanted;
}

QString ChartView::noteOf(int column) const {
    const QFontMetricsF metrics(ui::font(Type::Note));
    const bool narrow = std::any_of(m_labels.begin(), m_labels.end(), [&](const ColumnLabel& label) {
        return metrics.horizontalAdvance(label.note) > columnWidth();
    });
    const ColumnLabel& label = m_labels[std::size_t(column)];
    return narrow && !label.brief.isEmpty() ? label.brief : label.note;
}

void ChartView::paintLabels(QPainter& painter, const Tokens& tokens) const {
    painter.setFont(ui::font(Type::Note));
    const QFontMetricsF metrics(painter.font());
    const QRectF plot = chart()->plotArea();
    const double width = columnWidth();
    painter.setPen(QPen(tokens.ctl, 1.5));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    const double shift = labelsAtEdges() ? width / 2 : 0;
    const double room = (labelsAtEdges() ? width + px(80) : width) - px(4);
    QStringList names;
    for (const ColumnLabel& label : m_labels) names << label.text;
    const std::vector<QStringList> written = wrappedApart(names, metrics, room, m_labelLines);
    for (int i = 0; i < columns(); ++i) {
        const ColumnLabel& label = m_labels[std::size_t(i)];
        QRectF line(plot.left() + i * width - shift, plot.bottom() + px(labelTop), width,
                    metrics.lineSpacing());
        if (labelsAtEdges()) line.adjust(-px(40), 0, px(40), 0);
        painter.setPen(labelsAtEdges() ? tokens.ink2 : tokens.ink);
        for (const QString& text : written[std::size_t(i)]) {
            painter.drawText(line, Qt::AlignCenter, text);
            line.translate(0, metrics.lineSpacing());
        }
        if (label.note.isEmpty()) continue;
        line.moveTop(plot.bottom() + px(labelTop) + m_labelLines * metrics.lineSpacing());
        painter.save();
        if (label.warn) painter.setFont(ui::font(Type::Note, QFont::DemiBold));
        painter.setPen(label.warn ? tokens.warnInk : tokens.ink3);
        painter.drawText(line, Qt::AlignCenter | Qt::TextDontClip, noteOf(i));
        painter.restore();
    }
    if (m_marked >= 0) {
        const QRectF column = columnRect(m_marked);
        painter.fillRect(
            QRectF(column.left() + px(4), column.bottom() - px(3), column.width() - px(8), px(3)),
            tokens.primary);
    }
    if (hasFocus() && m_current >= 0) {
        painter.setPen(QPen(tokens.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(columnRect(m_current).adjusted(1, -px(4), -1, -1), px(4), px(4));
    }
}

void ChartView::drawOutlined(QPainter& painter, const QPointF& baseline, const QString& text,
                             const QColor& ink, const QColor& outline) {
    QPainterPath path;
    path.addText(baseline, painter.font(), text);
    painter.strokePath(path, QPen(outline, px(3), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setPen(ink);
    painter.drawText(baseline, text);
}

int ChartView::columnAt(const QPointF& viewPosition) const {
    const QPointF point = chart()->mapFromScene(mapToScene(viewPosition.toPoint()));
    for (int i = 0; i < columns(); ++i) {
        if (columnRect(i).contains(point)) return i;
    }
    return -1;
}

void ChartView::setCurrent(int column) {
    if (column == m_current || column < -1 || column >= columns()) return;
    m_current = column;
    m_overlay->update();
    announce();
    Q_EMIT currentChanged(column);
}

void ChartView::setMarked(int column) {
    if (column < -1 || column >= columns()) return;
    m_marked = column;
    m_overlay->update();
}

void ChartView::announce() {
    setAccessibleName(m_current >= 0 ? m_title + QStringLiteral(": ") + tip(m_current).simplified()
                                     : m_title);
    setAccessibleDescription(tableText());
    if (hasFocus() && QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

QString ChartView::tableText() const {
    QString text;
    for (const QStringList& row : table()) text += row.join(u'\t') + u'\n';
    return text;
}

QImage ChartView::picture() {
    const Tokens& shown = *m_tokens;
    applyTokens(Tokens::light());
    const double margin = px(16);
    const QFontMetricsF metrics(ui::font(Type::CardTitle));
    const double head = m_title.isEmpty() ? 0 : metrics.lineSpacing() + px(8);
    const QSizeF size = QSizeF(viewport()->size()) + QSizeF(2 * margin, 2 * margin + head);
    QImage image((size * 2).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(2);
    image.fill(Tokens::light().surface);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(ui::font(Type::CardTitle));
    painter.setPen(Tokens::light().ink);
    painter.drawText(QPointF(margin, margin + metrics.ascent()), m_title);
    scene()->render(&painter, QRectF(QPointF(margin, margin + head), QSizeF(viewport()->size())),
                    QRectF(chart()->scenePos(), QSizeF(viewport()->size())));
    painter.end();
    applyTokens(shown);
    return image;
}

void ChartView::copyAs(bool asPicture, bool asNumbers) {
    auto* contents = new QMimeData;
    if (asPicture) contents->setImageData(picture());
    if (asNumbers) contents->setText(tableText());
    QGuiApplication::clipboard()->setMimeData(contents);
    Q_EMIT copied();
}

void ChartView::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy picture and numbers"), QKeySequence::Copy, this, [this] { copyAs(true, true); });
    menu->addAction(tr("Copy as picture"), this, [this] { copyAs(true, false); });
    menu->addAction(tr("Copy as numbers"), this, [this] { copyAs(false, true); });
    menu->popup(event->globalPos());
}

void ChartView::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    layOut();
}

void ChartView::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        applyTokens(Tokens::of(this));
        layOut();
    }
}

void ChartView::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->button() == Qt::LeftButton ? columnAt(event->position()) : -1;
    if (m_pressed >= 0) setCurrent(m_pressed);
}

void ChartView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_pressed >= 0 && columnAt(event->position()) == m_pressed)
        choose(m_pressed, event->modifiers());
    m_pressed = -1;
}

void ChartView::choose(int column, Qt::KeyboardModifiers modifiers) {
    if (modifiers.testFlag(Qt::ControlModifier))
        Q_EMIT levelCompared(column);
    else
        Q_EMIT levelClicked(column);
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
    viewport()->setCursor(columnAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return copy();
    switch (event->key()) {
        case Qt::Key_Left:
            return setCurrent(std::max(0, m_current - 1));
        case Qt::Key_Right:
            return setCurrent(std::min(columns() - 1, m_current + 1));
        case Qt::Key_Home:
            return setCurrent(columns() > 0 ? 0 : -1);
        case Qt::Key_End:
            return setCurrent(columns() - 1);
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (m_current >= 0) choose(m_current, event->modifiers());
            return;
        default:
            break;
    }
    event->ignore();  // up, down and letters belong to the page
}

void ChartView::focusInEvent(QFocusEvent* event) {
    QChartView::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (m_current < 0 && columns() > 0 && byKey) setCurrent(0);
    m_overlay->update();
}

void ChartView::focusOutEvent(QFocusEvent* event) {
    QChartView::focusOutEvent(event);
    m_overlay->update();
}

bool ChartView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int column = columnAt(help->pos());
        if (column >= 0) {
            QToolTip::showText(help->globalPos(), tip(column), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QChartView::viewportEvent(event);
}

}  // namespace icp::ui
