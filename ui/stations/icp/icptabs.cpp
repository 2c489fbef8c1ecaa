#include "ui/stations/icp/icptabs.h"

#include "ui/theme/tokens.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>

#include <utility>

namespace icp::ui {

namespace {

constexpr int tabHeight = 40;
constexpr int padding = 16;
constexpr int iconExtent = 18;
constexpr int widestName = 320;

QString stateOf(const Icp& icp) {
    if (icp.hypothesis) return IcpTabs::tr("hypothesis");
    return icp.agreed.isValid() ? IcpTabs::tr("v%1").arg(icp.version)
                                : IcpTabs::tr("v%1 draft").arg(icp.version);
}

QFont nameFont(bool chosen) { return ui::font(Type::Body, chosen ? QFont::DemiBold : QFont::Normal); }

}  // namespace

IcpTabs::IcpTabs(QWidget* parent) : QTabBar(parent), m_field(new QLineEdit(this)) {
    setExpanding(false);
    setDrawBase(false);
    setElideMode(Qt::ElideRight);
    setUsesScrollButtons(true);
    setAccessibleName(tr("Ideal customer profiles"));
    m_field->setProperty("small", true);
    m_field->setAccessibleName(tr("Name of the profile"));
    m_field->hide();
    connect(m_field, &QLineEdit::editingFinished, this, &IcpTabs::finishRename);
    connect(this, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0) Q_EMIT chosen(idAt(index));
    });
}

void IcpTabs::setIcps(const std::vector<Icp>& icps, const QString& current) {
    const QSignalBlocker quiet(this);
    while (count() > int(icps.size())) removeTab(count() - 1);
    m_states.clear();
    m_names.clear();
    for (const Icp& icp : icps) {
        m_states << stateOf(icp);
        m_names << icp.name;
    }
    for (int i = 0; i < int(icps.size()); ++i) {
        const Icp& icp = icps[std::size_t(i)];
        if (i >= count()) addTab(QString());
        setTabData(i, icp.id);
        setTabText(i, QString(icp.name).replace(QLatin1Char('&'), QLatin1String("&&")));
        setTabToolTip(i, tr("%1, %2. F2 renames.").arg(icp.name, m_states[i]));
        if (icp.id == current) setCurrentIndex(i);
    }
    update();
}

QSize IcpTabs::tabSizeHint(int index) const {
    const int name =
        std::min(QFontMetrics(nameFont(true)).horizontalAdvance(m_names.value(index)), px(widestName));
    const int state =
        QFontMetrics(ui::font(Type::Note, QFont::Medium)).horizontalAdvance(m_states.value(index));
    return {px(2 * padding + iconExtent + 8 + 8 + 14 + 4) + name + state, px(tabHeight)};
}

QSize IcpTabs::minimumTabSizeHint(int index) const { return tabSizeHint(index); }

void IcpTabs::paintEvent(QPaintEvent*) {
    const Tokens& tokens = Tokens::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.line);
    painter.drawLine(QPointF(0, height() - 0.5), QPointF(width(), height() - 0.5));
    for (int i = 0; i < count(); ++i) {
        const QRect tab = tabRect(i);
        const bool chosen = i == currentIndex();
        if (chosen) {
            painter.fillRect(tab, tokens.surface);
            painter.setPen(tokens.line);
            painter.drawLine(tab.topLeft(), tab.bottomLeft());
            painter.drawLine(tab.topRight(), tab.bottomRight());
            painter.fillRect(QRect(tab.left(), tab.top(), tab.width(), px(3)), tokens.primary);
        }
        int left = tab.left() + px(padding);
        painter.drawPixmap(
            left, tab.center().y() - px(iconExtent) / 2,
            iconPixmap(QStringLiteral("icp"), tokens.ink2, px(iconExtent), devicePixelRatioF()));
        left += px(iconExtent + 8);

        const QFont stateFont = ui::font(Type::Note, QFont::Medium);
        const int stateWidth = QFontMetrics(stateFont).horizontalAdvance(m_states.value(i)) + px(14);
        const QRect name(left, tab.top(), tab.right() - px(padding) - stateWidth - px(8) - left,
                         tab.height());
        painter.setFont(nameFont(chosen));
        painter.setPen(chosen ? tokens.ink : tokens.ink2);
        painter.drawText(
            name, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(painter.font()).elidedText(m_names.value(i), Qt::ElideRight, name.width()));

        const QRectF badge(tab.right() - px(padding) - stateWidth, tab.center().y() - px(10), stateWidth,
                           px(22));
        const bool hypothesis = m_states.value(i) == tr("hypothesis");
        painter.setPen(Qt::NoPen);
        painter.setBrush(hypothesis ? tokens.restSoft : tokens.bestSoft);
        painter.drawRoundedRect(badge, px(4), px(4));
        painter.setFont(stateFont);
        painter.setPen(hypothesis ? tokens.ink2 : tokens.infoInk);
        painter.drawText(badge, Qt::AlignCenter, m_states.value(i));
        if (chosen && hasFocus()) {
            painter.setPen(QPen(tokens.focus, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(tab).adjusted(3, 5, -3, -3), px(4), px(4));
        }
    }
}

void IcpTabs::rename(int index) {
    if (index < 0 || index >= count()) return;
    m_renaming = idAt(index);
    m_field->setText(m_names.value(index));
    placeField();
    m_field->show();
    m_field->selectAll();
    m_field->setFocus();
}

/// Over the tab that is renamed, wherever that moves while there is another tab to make room for.
void IcpTabs::placeField() {
    for (int i = 0; i < count() && !m_renaming.isEmpty(); ++i)
        if (idAt(i) == m_renaming) m_field->setGeometry(tabRect(i).adjusted(px(4), px(4), -px(4), -px(4)));
}

void IcpTabs::tabLayoutChange() {
    QTabBar::tabLayoutChange();
    placeField();
}

void IcpTabs::resizeEvent(QResizeEvent* event) {
    QTabBar::resizeEvent(event);
    placeField();
}

void IcpTabs::finishRename() {
    const QString id = std::exchange(m_renaming, QString());
    if (id.isEmpty()) return;
    const bool hadFocus = m_field->hasFocus();
    m_field->hide();
    if (hadFocus) setFocus();
    const QString name = m_field->text().simplified();
    if (!name.isEmpty()) Q_EMIT renamed(id, name);
}

void IcpTabs::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_F2) {
        rename(currentIndex());
    } else if (event->key() == Qt::Key_Escape && m_field->isVisible()) {
        m_renaming.clear();
        m_field->hide();
        setFocus();
    } else if (event->key() == Qt::Key_Delete && currentIndex() >= 0) {
        Q_EMIT removeAsked(idAt(currentIndex()));
    } else {
        QTabBar::keyPressEvent(event);
    }
}

void IcpTabs::mouseDoubleClickEvent(QMouseEvent* event) { rename(tabAt(event->pos())); }

void IcpTabs::contextMenuEvent(QContextMenuEvent* event) {
    const int index = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : tabAt(event->pos());
    if (index < 0) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString id = idAt(index);
    connect(menu->addAction(tr("Rename") + QStringLiteral("\tF2")), &QAction::triggered, this,
            [this, index] { rename(index); });
    connect(menu->addAction(tr("Remove") + QStringLiteral("\tDel")), &QAction::triggered, this,
            [this, id] { Q_EMIT removeAsked(id); });
    menu->popup(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(tabRect(index).bottomLeft())
                                                               : event->globalPos());
}

}  // namespace icp::ui
