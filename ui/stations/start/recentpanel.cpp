#include "ui/stations/start/recentpanel.h"

#include "ui/theme/tokens.h"

#include <QAbstractButton>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

/// Words on navy, which is navy in both themes.
class NavText final : public QWidget {
public:
    NavText(QString text, Type type, QColor Tokens::*colour, int weight = -1)
        : m_text(std::move(text)), m_type(type), m_colour(colour), m_weight(weight) {
        setAccessibleName(m_text);
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override {
        return QFontMetrics(ui::font(m_type, m_weight))
                   .boundingRect(0, 0, width, 10000, Qt::TextWordWrap, m_text)
                   .height() +
               px(4);
    }
    QSize sizeHint() const override { return {px(120), heightForWidth(px(360))}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setFont(ui::font(m_type, m_weight));
        painter.setPen(Tokens::of(this).*m_colour);
        painter.drawText(rect(), Qt::TextWordWrap | Qt::AlignVCenter, m_text);
    }

private:
    QString m_text;
    Type m_type;
    QColor Tokens::*m_colour;
    int m_weight;
};

class NavLink final : public QAbstractButton {
public:
    NavLink(const QString& iconName, const QString& text) : m_icon(iconName) {
        setText(text);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
    }
    QSize sizeHint() const override {
        return {px(32) + QFontMetrics(ui::font(Type::Table)).horizontalAdvance(text()), px(32)};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = Tokens::of(this);
        QPainter painter(this);
        painter.drawPixmap(0, (height() - px(18)) / 2,
                           iconPixmap(m_icon, t.navInk2, px(18), devicePixelRatioF()));
        painter.setFont(ui::font(Type::Table));
        painter.setPen(underMouse() ? t.navInk : t.navInk2);
        painter.drawText(rect().adjusted(px(26), 0, 0, 0), Qt::AlignVCenter, text());
    }

private:
    QString m_icon;
};

QString whenText(const QDateTime& time) {
    const QLocale locale;
    const QDateTime local = time.toLocalTime();
    if (local.date() == QDate::currentDate())
        return RecentPanel::tr("Today, %1").arg(locale.toString(local.time(), QStringLiteral("HH:mm")));
    return locale.toString(local.date(), QStringLiteral("d MMM yyyy"));
}

class RecentRow final : public QAbstractButton {
public:
    explicit RecentRow(const RecentWorkshop& workshop)
        : m_workshop(workshop), m_when(whenText(workshop.opened)) {
        setText(workshop.title);
        setAccessibleName(workshop.title);
        setAccessibleDescription(workshop.state + QStringLiteral(", ") + m_when);
        setToolTip(workshop.path);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {px(300), px(65)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = Tokens::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (underMouse() || hasFocus()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.navSel);
            painter.drawRoundedRect(rect(), px(8), px(8));
        }
        const QFontMetrics title(ui::font(Type::CardTitle));
        const QFontMetrics note(ui::font(Type::Note));
        const QFontMetrics line(ui::font(Type::Table));
        const int left = px(48);
        const int right = width() - px(14);
        const int base = px(13) + title.ascent();
        painter.drawPixmap(px(16), px(14),
                           iconPixmap(QStringLiteral("file"), t.navInk2, px(20), devicePixelRatioF()));
        painter.setFont(ui::font(Type::Note));
        painter.setPen(t.navInk2);
        const int whenWidth = note.horizontalAdvance(m_when);
        painter.drawText(right - whenWidth, base, m_when);
        painter.setFont(ui::font(Type::Table));
        painter.drawText(left, base + px(6) + line.ascent(),
                         line.elidedText(m_workshop.state, Qt::ElideRight, right - left));
        painter.setFont(ui::font(Type::CardTitle));
        painter.setPen(t.navInk);
        painter.drawText(left, base,
                         title.elidedText(text(), Qt::ElideRight, right - whenWidth - px(12) - left));
    }

private:
    RecentWorkshop m_workshop;
    QString m_when;
};

class Mark final : public QWidget {
public:
    Mark() { setFixedSize(px(40), px(40)); }

protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = Tokens::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF middle = QRectF(rect()).center();
        painter.setPen(QPen(t.navMark, 2.5 * uiScale()));
        painter.drawEllipse(middle, px(17), px(17));
        painter.setPen(QPen(t.navInk, 2.5 * uiScale()));
        painter.drawEllipse(middle, px(9), px(9));
        painter.setPen(Qt::NoPen);
        painter.setBrush(Tokens::darkTokens().least);
        painter.drawEllipse(middle, px(3), px(3));
    }
};

}  // namespace

RecentPanel::RecentPanel(QWidget* parent) : QWidget(parent), m_list(new QVBoxLayout) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(18), px(44), px(18), px(16));
    column->setSpacing(0);
    const auto inset = [](QLayout* layout) { layout->setContentsMargins(px(14), 0, px(14), 0); };

    auto* name = new QHBoxLayout;
    inset(name);
    name->setSpacing(px(12));
    name->addWidget(new Mark);
    auto* title = new NavText(QStringLiteral("ICP Workshop"), Type::KeyNumber, &Tokens::navInk);
    name->addWidget(title, 1);
    column->addLayout(name);
    column->addSpacing(px(6));
    auto* purpose = new QHBoxLayout;
    inset(purpose);
    purpose->addWidget(
        new NavText(tr("Agree on your ideal customer in one room, with your own data on the wall."),
                    Type::CardTitle, &Tokens::navInk2, QFont::Normal));
    purpose->addSpacing(px(30));
    column->addLayout(purpose);
    column->addSpacing(px(32));
    auto* recent = new QHBoxLayout;
    inset(recent);
    recent->addWidget(new NavText(tr("Recent"), Type::Body, &Tokens::navInk, QFont::DemiBold));
    column->addLayout(recent);
    column->addSpacing(px(6));
    m_list->setSpacing(0);
    column->addLayout(m_list);
    column->addStretch(1);

    auto* foot = new QHBoxLayout;
    inset(foot);
    foot->setSpacing(px(24));
    auto* shortcuts = new NavLink(QStringLiteral("keyboard"), tr("Shortcuts"));
    auto* dark = new NavLink(QStringLiteral("moon"), tr("Dark"));
    shortcuts->setToolTip(tr("F1"));
    dark->setToolTip(tr("Shift+F11"));
    foot->addWidget(shortcuts);
    foot->addWidget(dark);
    foot->addStretch(1);
    column->addLayout(foot);
    connect(shortcuts, &QAbstractButton::clicked, this, &RecentPanel::shortcutsRequested);
    connect(dark, &QAbstractButton::clicked, this, &RecentPanel::darkRequested);
    setRecent({});
}

void RecentPanel::setRecent(const std::vector<RecentWorkshop>& workshops) {
    while (QLayoutItem* item = m_list->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    if (workshops.empty()) {
        auto* empty = new NavText(tr("Nothing yet. Workshops you create or open are listed here."),
                                  Type::Table, &Tokens::navInk2);
        empty->setContentsMargins(px(14), 0, px(14), 0);
        auto* holder = new QWidget;
        auto* row = new QHBoxLayout(holder);
        row->setContentsMargins(px(14), 0, px(14), 0);
        row->addWidget(empty);
        m_list->addWidget(holder);
    }
    for (const RecentWorkshop& workshop : workshops) {
        auto* row = new RecentRow(workshop);
        connect(row, &QAbstractButton::clicked, this,
                [this, path = workshop.path] { Q_EMIT openRequested(path); });
        m_list->addWidget(row);
    }
}

void RecentPanel::paintEvent(QPaintEvent*) {
    const Tokens& t = Tokens::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), t.nav);
    painter.setPen(t.navSel);
    const int y = height() - px(60);
    painter.drawLine(px(32), y, width() - px(32), y);
}

}  // namespace icp::ui
