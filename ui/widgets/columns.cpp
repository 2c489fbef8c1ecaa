#include "ui/widgets/columns.h"

#include "ui/theme/tokens.h"

#include <QResizeEvent>
#include <QSettings>

#include <algorithm>

namespace icp::ui {

namespace {
QString keyOf(const QString& name) { return QStringLiteral("columns/") + name; }
}  // namespace

Columns::Columns(const QString& name, QWidget* parent) : QSplitter(parent), m_name(name) {
    setChildrenCollapsible(false);
    setHandleWidth(px(16));
    for (const QVariant& width : QSettings().value(keyOf(name)).toList()) m_dragged.push_back(width.toInt());
    connect(this, &QSplitter::splitterMoved, this, &Columns::remember);
}

void Columns::setWidths(const std::vector<int>& usual) {
    m_usual = usual;
    m_dragged.resize(usual.size());
    apply();
}

int Columns::widthOf(int column) const {
    const auto i = std::size_t(column);
    if (i >= m_usual.size() || m_usual[i] == 0) return 0;
    return m_dragged[i] > 0 ? m_dragged[i] : m_usual[i];
}

void Columns::resizeEvent(QResizeEvent* event) {
    QSplitter::resizeEvent(event);
    apply();
}

void Columns::apply() {
    if (int(m_usual.size()) != count()) return;
    int left = width();
    int shown = 0;
    QList<int> sizes;
    for (int i = 0; i < count(); ++i) {
        sizes << px(widthOf(i));
        if (widget(i)->isHidden()) continue;
        left -= sizes.back();
        ++shown;
    }
    left -= std::max(0, shown - 1) * handleWidth();
    for (int i = 0; i < count(); ++i)
        if (m_usual[std::size_t(i)] == 0) sizes[i] = std::max(1, left);
    setSizes(sizes);
}

void Columns::remember() {
    if (int(m_usual.size()) != count()) return;
    const QList<int> now = sizes();
    QVariantList kept;
    for (int i = 0; i < count(); ++i) {
        int& dragged = m_dragged[std::size_t(i)];
        const bool moved = m_usual[std::size_t(i)] > 0 && !widget(i)->isHidden() && now[i] != px(widthOf(i));
        if (moved) dragged = qRound(now[i] / uiScale());
        kept << dragged;
    }
    QSettings().setValue(keyOf(m_name), kept);
}

}  // namespace icp::ui
