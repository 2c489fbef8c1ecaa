#include "ui/stations/import/filecard.h"

#include "ui/stations/import/words.h"
#include "ui/theme/tokens.h"

#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QLocale>
#include <QMenu>
#include <QPainter>

namespace icp::ui {

namespace {

constexpr int cardHeight = 153;

/// A filled or framed word, as badges and chips are drawn; returns its right end.
int drawWord(QPainter& painter, int x, int y, int height, const QString& text, const QColor& back,
             const QColor& line, const QColor& ink, double radius) {
    const QFontMetrics metrics(painter.font());
    const int width = metrics.horizontalAdvance(text) + px(16);
    painter.setPen(line.isValid() ? QPen(line, 1) : QPen(Qt::NoPen));
    painter.setBrush(back);
    painter.drawRoundedRect(QRectF(x + 0.5, y + 0.5, width - 1, height - 1), radius, radius);
    painter.setPen(ink);
    painter.drawText(QRect(x, y, width, height), Qt::AlignCenter, text);
    return x + width;
}

}  // namespace

FileCard::FileCard(const QString& name, QWidget* parent)
    : QAbstractButton(parent), m_name(name), m_icon(QStringLiteral("table")) {
    setText(name);
    setAccessibleName(name);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setState(State::Reading, tr("Reading"));
}

void FileCard::setSource(const SourceFile& source) {
    const QLocale locale;
    m_icon = entityIcon(source.role);
    setText(entityTitle(source.role));
    setAccessibleName(tr("%1: %2").arg(text(), m_name));
    const QString vendor = vendorTitle(source.vendor);
    m_vendor =
        vendor.isEmpty() ? QString() : tr("%1, %2% sure").arg(vendor).arg(qRound(source.vendorSure * 100));
    m_facts = tr("%1 rows, %2 columns").arg(locale.toString(source.rows), locale.toString(source.columns));
    m_details.clear();
    if (source.format == u"xlsx") {
        m_details << tr("Excel");
        if (!source.sheet.isEmpty()) m_details << tr("sheet %1").arg(source.sheet);
    } else {
        m_details << source.encoding << delimiterTitle(source.delimiter);
    }
    if (!source.decimal.isEmpty()) m_details << decimalTitle(source.decimal);
    m_details.removeAll(QString());
    if (source.rejected > 0)
        setState(State::Check, tr("%1 set aside").arg(locale.toString(source.rejected)));
    else
        setState(State::Ready, tr("Ready"));
    setToolTip(m_name);
    update();
}

void FileCard::setState(State state, const QString& text) {
    m_state = state;
    m_stateText = text;
    setAccessibleDescription(text + QStringLiteral(". ") + m_facts);
    update();
}

QSize FileCard::sizeHint() const { return {px(300), px(cardHeight)}; }

void FileCard::contextMenuEvent(QContextMenuEvent* event) {
    if (!m_roleEditable) return;
    QMenu menu(this);
    for (const Entity entity : entities)
        menu.addAction(ui::icon(entityIcon(entity), &Tokens::ink2),
                       tr("This file holds: %1").arg(entityTitle(entity)), this,
                       [this, entity] { Q_EMIT roleChosen(entity); });
    menu.exec(event->globalPos());
}

void FileCard::paintEvent(QPaintEvent*) {
    const Tokens& t = Tokens::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double pen = isChecked() ? 2 : 1;
    painter.setPen(QPen(isChecked() ? t.primary : m_state == State::Failed ? t.errLine : t.line, pen));
    painter.setBrush(m_state == State::Failed ? t.errBg : t.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), px(8), px(8));

    const int left = px(14);
    const int side = px(40);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.bestSoft);
    painter.drawRoundedRect(QRectF(left, px(14), side, side), px(6), px(6));
    painter.drawPixmap(left + px(10), px(24), iconPixmap(m_icon, t.infoInk, px(20), devicePixelRatioF()));

    // State at the right end of the first line.
    painter.setFont(ui::font(Type::Note, QFont::Medium));
    const QFontMetrics note(painter.font());
    struct Look {
        QColor back;
        QColor ink;
        QString icon;
    };
    const Look look = m_state == State::Ready    ? Look{t.okBg, t.okInk, QStringLiteral("check")}
                      : m_state == State::Check  ? Look{t.warnBg, t.warnInk, QStringLiteral("warning")}
                      : m_state == State::Failed ? Look{t.surface, t.errInk, QStringLiteral("cross")}
                                                 : Look{t.bestSoft, t.infoInk, QStringLiteral("refresh")};
    const int badgeWidth = note.horizontalAdvance(m_stateText) + px(34);
    const QRect badge(width() - left - badgeWidth, px(13), badgeWidth, px(23));
    painter.setBrush(look.back);
    painter.drawRoundedRect(badge, px(4), px(4));
    painter.drawPixmap(badge.x() + px(8), badge.y() + px(4),
                       iconPixmap(look.icon, look.ink, px(15), devicePixelRatioF()));
    painter.setPen(look.ink);
    painter.drawText(badge.adjusted(px(26), 0, 0, 0), Qt::AlignVCenter, m_stateText);

    const int x = left + side + px(12);
    const QFontMetrics title(ui::font(Type::MainCardTitle));
    const QFontMetrics line(ui::font(Type::Table));
    painter.setFont(ui::font(Type::MainCardTitle));
    painter.setPen(t.ink);
    painter.drawText(x, px(14) + title.ascent(),
                     title.elidedText(text(), Qt::ElideRight, badge.x() - x - px(6)));
    painter.setFont(ui::font(Type::Table));
    painter.setPen(t.ink2);
    if (text() != m_name)
        painter.drawText(x, px(37) + line.ascent(),
                         line.elidedText(m_name, Qt::ElideMiddle, width() - x - left));

    int y = px(64);
    painter.setFont(ui::font(Type::Note, QFont::Medium));
    if (!m_vendor.isEmpty()) {
        drawWord(painter, left, y, px(22), m_vendor, t.bestSoft, {}, t.infoInk, px(4));
        y += px(25);
    }
    painter.setFont(ui::font(Type::Note));
    painter.setPen(t.ink2);
    const QRect facts(left, y, width() - left - px(8), px(22));
    painter.drawText(facts, Qt::AlignVCenter, note.elidedText(m_facts, Qt::ElideRight, facts.width()));
    y = px(116);
    int at = left;
    for (const QString& detail : m_details) {
        if (at + note.horizontalAdvance(detail) + px(18) > width() - px(6)) break;
        at = drawWord(painter, at, y, px(24), detail, t.surface, t.line, t.ink2, px(12)) + px(6);
    }
}

DropField::DropField(const QString& text, QWidget* parent) : QAbstractButton(parent) {
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize DropField::sizeHint() const { return {px(150), px(cardHeight)}; }

void DropField::paintEvent(QPaintEvent*) {
    const Tokens& t = Tokens::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen dashed(t.ctl, 1, Qt::CustomDashLine);
    dashed.setDashPattern({4, 3});
    painter.setPen(dashed);
    painter.setBrush(underMouse() ? t.sel : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8));
    const int side = px(24);
    const int middle = height() / 2;
    painter.drawPixmap((width() - side) / 2, middle - px(34),
                       iconPixmap(QStringLiteral("import"), t.ink2, side, devicePixelRatioF()));
    painter.setFont(ui::font(Type::Table));
    painter.setPen(t.ink2);
    painter.drawText(QRect(px(10), middle - px(4), width() - px(20), px(48)),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, text());
}

}  // namespace icp::ui
