#include "ui/widgets/levelpicker.h"

#include "ui/theme/tokens.h"

#include <QMenu>
#include <QPainter>

#include <array>

namespace icp::ui {

namespace {
constexpr std::array levels{LevelPicker::Level::Must, LevelPicker::Level::Should, LevelPicker::Level::Nice,
                            LevelPicker::Level::Exclude};
constexpr std::array keys{'M', 'S', 'N', 'X'};
}  // namespace

LevelPicker::LevelPicker(QWidget* parent) : QToolButton(parent) {
    setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(this);
    for (std::size_t i = 0; i < levels.size(); ++i) {
        QAction* action = menu->addAction(word(levels[i]) + QLatin1Char('\t') + QLatin1Char(keys[i]));
        connect(action, &QAction::triggered, this, [this, i] { Q_EMIT chosen(levels[i]); });
    }
    setMenu(menu);
    setLevel(Level::Should);
}

QString LevelPicker::word(Level level) {
    switch (level) {
        case Level::Must:
            return tr("Must");
        case Level::Should:
            return tr("Should");
        case Level::Nice:
            return tr("Nice");
        case Level::Exclude:
            return tr("Exclude");
    }
    return {};
}

void LevelPicker::setLevel(Level level) {
    m_level = level;
    setText(word(level));
    setAccessibleName(tr("Level: %1").arg(word(level)));
    setToolTip(tr("Level: %1. Keys M, S, N and X set it.").arg(word(level)));
    update();
}

QSize LevelPicker::sizeHint() const {
    const QFontMetrics metrics(icp::ui::font(Type::Table, QFont::DemiBold));
    int widest = 0;
    for (const Level level : levels) widest = std::max(widest, metrics.horizontalAdvance(word(level)));
    return {widest + px(16 + 10 + 22), px(30)};
}

void LevelPicker::paintEvent(QPaintEvent*) {
    const Tokens& tokens = Tokens::of(this);
    QColor back = tokens.restSoft;
    QColor ink = tokens.ink2;
    if (m_level == Level::Must) {
        back = underMouse() ? tokens.primaryHover : tokens.primary;
        ink = tokens.onPrimary;
    } else if (m_level == Level::Should) {
        back = tokens.bestSoft;
        ink = tokens.infoInk;
    } else if (m_level == Level::Exclude) {
        back = tokens.leastSoft;
        ink = tokens.leastInk;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(tokens.focus, 2) : QPen(Qt::NoPen));
    painter.setBrush(back);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);

    int left = px(9);
    if (m_level == Level::Exclude) {
        painter.drawPixmap(px(7), (height() - px(14)) / 2,
                           iconPixmap(QStringLiteral("ban"), ink, px(14), devicePixelRatioF()));
        left = px(24);
    }
    painter.setFont(icp::ui::font(Type::Table, QFont::DemiBold));
    painter.setPen(ink);
    painter.drawText(rect().adjusted(left, 0, -px(16), 0), Qt::AlignLeft | Qt::AlignVCenter, word(m_level));
    painter.drawPixmap(width() - px(20), (height() - px(14)) / 2,
                       iconPixmap(QStringLiteral("down"), ink, px(14), devicePixelRatioF()));
}

}  // namespace icp::ui
