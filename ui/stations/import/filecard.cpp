#include "ui/stations/import/filecard.h"

#include "ui/stations/import/words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/wraptext.h"

#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace icp::ui {

namespace {

constexpr int cardHeight = 172;
constexpr int moreSide = 30;

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
    : QAbstractButton(parent), m_name(name), m_icon(QStringLiteral("table")), m_more(new QToolButton(this)) {
    setText(name);
    setAccessibleName(name);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_more->setIcon(ui::icon(QStringLiteral("more"), &Tokens::ink2));
    m_more->setIconSize(QSize(px(18), px(18)));
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setCursor(Qt::ArrowCursor);
    m_more->setObjectName(QStringLiteral("fileMenu"));
    m_more->setAccessibleName(tr("How %1 is read").arg(name));
    m_more->setToolTip(tr("What it holds, sheet, encoding, delimiter"));
    m_more->hide();
    connect(m_more, &QToolButton::clicked, this,
            [this] { makeMenu()->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    setState(State::Reading, tr("Reading"));
}

void FileCard::setSource(const SourceFile& source) {
    const QLocale locale;
    m_icon = entityIcon(source.role);
    setText(entityTitle(source.role));
    setAccessibleName(tr("%1: %2").arg(text(), m_name));
    const QString vendor = vendorTitle(source.vendor);
    const QString day = locale.toString(source.remembered, tr("d MMMM"));
    m_vendor = source.remembered.isValid() ? (vendor.isEmpty() ? tr("As decided on %1").arg(day)
                                                               : tr("%1, as decided on %2").arg(vendor, day))
               : vendor.isEmpty()          ? QString()
                                  : tr("%1, %2% sure").arg(vendor).arg(qRound(source.vendorSure * 100));
    m_age = source.asOf.isValid() ? tr("As of %1").arg(locale.toString(source.asOf, tr("d MMM yyyy")))
                                  : QString();
    if (source.stale > 0) m_age += tr(", %1 out of date").arg(locale.toString(source.stale));
    m_facts = tr("%1 rows, %2 columns").arg(locale.toString(source.rows), locale.toString(source.columns));
    m_details.clear();
    m_details << formatTitle(source.format) << source.encoding << delimiterTitle(source.delimiter);
    if (!source.sheet.isEmpty()) m_details << source.sheet.simplified();
    if (!source.decimal.isEmpty()) m_details << decimalTitle(source.decimal);
    m_details.removeAll(QString());
    if (source.rejected > 0)
        setState(State::Check, tr("%1 set aside").arg(locale.toString(source.rejected)));
    else
        setState(State::Ready, tr("Ready"));
    setToolTip(
        source.stale > 0
            ? tr("%1\nOut of date: nobody has looked at these rows for so long that less than %2% of them "
                 "should still hold.")
                  .arg(m_name)
                  .arg(qRound(staleBelow * 100))
            : m_name);
    update();
}

void FileCard::setState(State state, const QString& text, const QString& why) {
    m_state = state;
    m_stateText = text;
    m_why = why;
    setAccessibleDescription(text + QStringLiteral(". ") + (why.isEmpty() ? m_facts : why));
    update();
}

QSize FileCard::sizeHint() const { return {px(300), px(cardHeight)}; }

void FileCard::setChoices(const Choices& choices) {
    m_choices = choices;
    m_more->show();
}

QMenu* FileCard::makeMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [](QMenu* to, const QString& text, bool checked, auto act) {
        QAction* action = to->addAction(QString(text).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(checked);
        QObject::connect(action, &QAction::triggered, to, act);
    };
    QMenu* roles = menu->addMenu(tr("This file holds"));
    for (const Entity entity : entities)
        offer(roles, entityTitle(entity), m_choices.request.role == entity,
              [this, entity] { Q_EMIT roleChosen(entity); });
    if (m_choices.sheets.size() > 1) {
        QMenu* sheets = menu->addMenu(tr("Sheet or table"));
        QMenu* more = menu->addMenu(tr("Read also"));
        for (const QString& sheet : m_choices.sheets) {
            offer(sheets, sheet, sheet == m_choices.sheet, [this, sheet] { Q_EMIT sheetChosen(sheet); });
            if (sheet != m_choices.sheet)
                more->addAction(QString(sheet).replace(u'&', QStringLiteral("&&")), this,
                                [this, sheet] { Q_EMIT sheetAdded(sheet); });
        }
    }
    if (m_choices.text) {
        QMenu* encodings = menu->addMenu(tr("Encoding"));
        offer(encodings, tr("As detected"), m_choices.request.encoding.isEmpty(),
              [this] { Q_EMIT encodingChosen({}); });
        for (const char* name : {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "windows-1250",
                                 "windows-1251", "ISO-8859-15", "Shift_JIS", "GB18030", "KOI8-R"})
            offer(encodings, QLatin1StringView(name),
                  m_choices.request.encoding.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0,
                  [this, name] { Q_EMIT encodingChosen(QLatin1StringView(name)); });
        QMenu* delimiters = menu->addMenu(tr("Delimiter"));
        offer(delimiters, tr("As detected"), m_choices.request.delimiter.isEmpty(),
              [this] { Q_EMIT delimiterChosen({}); });
        for (const char* mark : {",", ";", "\t", "|"})
            offer(delimiters, delimiterTitle(QLatin1StringView(mark)),
                  m_choices.request.delimiter == QLatin1StringView(mark),
                  [this, mark] { Q_EMIT delimiterChosen(QLatin1StringView(mark)); });
    }
    menu->addSeparator();
    menu->addAction(tr("Leave this file out"), this, [this] { Q_EMIT removed(); });
    return menu;
}

void FileCard::contextMenuEvent(QContextMenuEvent* event) {
    if (m_more->isHidden()) return;
    makeMenu()->popup(event->globalPos());
}

void FileCard::resizeEvent(QResizeEvent* event) {
    QAbstractButton::resizeEvent(event);
    m_more->setGeometry(width() - px(moreSide + 8), height() - px(moreSide + 8), px(moreSide), px(moreSide));
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

    // State at the right end of the first line; of the next one where the title needs all of the first.
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
    const int x = left + side + px(12);
    const QFontMetrics title(ui::font(Type::MainCardTitle));
    const QFontMetrics line(ui::font(Type::Table));
    const int atRight = width() - left - badgeWidth;
    const bool below = x + title.horizontalAdvance(text()) + px(6) > atRight;
    const QRect badge(below && m_vendor.isEmpty() ? left : atRight, below ? px(63) : px(13), badgeWidth,
                      px(23));
    painter.setBrush(look.back);
    painter.drawRoundedRect(badge, px(4), px(4));
    painter.drawPixmap(badge.x() + px(8), badge.y() + px(4),
                       iconPixmap(look.icon, look.ink, px(15), devicePixelRatioF()));
    painter.setPen(look.ink);
    painter.drawText(badge.adjusted(px(26), 0, 0, 0), Qt::AlignVCenter, m_stateText);

    painter.setFont(ui::font(Type::MainCardTitle));
    painter.setPen(t.ink);
    painter.drawText(x, px(14) + title.ascent(),
                     title.elidedText(text(), Qt::ElideMiddle, width() - left - x));
    painter.setFont(ui::font(Type::Table));
    painter.setPen(t.ink2);
    if (text() != m_name)
        painter.drawText(x, px(37) + line.ascent(),
                         line.elidedText(m_name, Qt::ElideMiddle, width() - x - left));

    int y = px(64);
    painter.setFont(ui::font(Type::Note, QFont::Medium));
    if (!m_vendor.isEmpty()) {
        drawWord(painter, left, y, px(22),
                 note.elidedText(m_vendor, Qt::ElideRight,
                                 (below ? badge.x() - px(8) : width() - left) - left - px(16)),
                 t.bestSoft, {}, t.infoInk, px(4));
    }
    if (!m_vendor.isEmpty() || below) y += px(25);
    painter.setFont(ui::font(Type::Note));
    if (!m_why.isEmpty()) {
        painter.setPen(m_state == State::Failed ? t.errInk : t.ink2);
        const QRectF place(left, y, width() - 2 * left, height() - y - px(36));
        painter.setClipRect(place);
        paintWrapped(painter, place, m_why);
        painter.setClipping(false);
        y += int(place.height());
    }
    for (const QString& words : {m_facts, m_age}) {
        painter.setPen(t.ink2);
        const QRect place(left, y, width() - left - px(8), px(20));
        painter.drawText(place, Qt::AlignVCenter, note.elidedText(words, Qt::ElideRight, place.width()));
        y += px(20);
    }
    y = height() - px(36);
    int at = left;
    const int end = width() - px(m_more->isHidden() ? 6 : moreSide + 12);
    for (const QString& detail : m_details) {
        if (at + note.horizontalAdvance(detail) + px(18) > end) break;
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
