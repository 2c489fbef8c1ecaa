#include "ui/stations/personaheader.h"

#include "core/base/shown.h"
#include "core/workshop/persona.h"
#include "ui/models/personamodel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/gaugebar.h"

#include <QPainter>

namespace icp::ui {

namespace {
constexpr int headHeight = 88;
constexpr double weak = 0.2;  // below it the role counts as missing
}  // namespace

QString roleIcon(int role) {
    switch (BuyingRole(role)) {
        case BuyingRole::Champion:
            return QStringLiteral("star");
        case BuyingRole::EconomicBuyer:
            return QStringLiteral("money");
        case BuyingRole::TechnicalCheck:
            return QStringLiteral("chip");
        case BuyingRole::EndUser:
            return QStringLiteral("cursor");
        case BuyingRole::Adviser:
            return QStringLiteral("quote");
        case BuyingRole::Blocker:
            return QStringLiteral("ban");
    }
    return {};
}

PersonaHeader::PersonaHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
    setSectionsClickable(true);
    setHighlightSections(false);
    setAccessibleName(tr("Personas"));
}

QSize PersonaHeader::sizeHint() const { return {QHeaderView::sizeHint().width(), px(headHeight)}; }

void PersonaHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const Tokens& tokens = Tokens::of(this);
    const auto fact = [&](int role) { return model()->headerData(section, Qt::Horizontal, role); };
    const QVariant coverage = fact(PersonaModel::CoverageRole);
    const bool missing = coverage.isValid() && coverage.toDouble() < weak;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(rect, missing ? tokens.warnBg : tokens.surface2);
    painter->setPen(tokens.line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());

    const QRect inner = rect.adjusted(px(10), px(8), -px(10), -px(8));
    const int icon = px(17);
    painter->drawPixmap(
        inner.left(), inner.top() + px(3),
        iconPixmap(roleIcon(fact(PersonaModel::RoleRole).toInt()), tokens.ink2, icon, devicePixelRatioF()));
    const auto line = [&](const QString& text, Type type, int weight, const QColor& colour, int left, int top,
                          int high, int right) {
        painter->setFont(ui::font(type, weight));
        painter->setPen(colour);
        const QRect place(left, top, right - left, high);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(painter->font()).elidedText(text, Qt::ElideRight, place.width()));
    };
    const QString tier = tr("%1, T%2", "8/11 fields known, tier 1")
                             .arg(fact(PersonaModel::CompleteRole).toString())
                             .arg(fact(PersonaModel::TierRole).toInt());
    const int tierWidth = QFontMetrics(ui::font(Type::Note)).horizontalAdvance(tier);
    line(fact(Qt::DisplayRole).toString(), Type::Body, QFont::DemiBold, missing ? tokens.warnInk : tokens.ink,
         inner.left() + icon + px(8), inner.top(), px(23), inner.right() + 1);
    line(tier, Type::Note, -1, tokens.ink3, inner.right() - tierWidth, inner.top() + px(48), px(22),
         inner.right() + 1);
    const QString title = fact(PersonaModel::TitleRole).toString();
    line(title.isEmpty() ? tr("No title yet") : title, Type::Note, -1,
         title.isEmpty() ? tokens.ink3 : tokens.ink2, inner.left(), inner.top() + px(24), px(20),
         inner.right() + 1);
    if (coverage.isValid()) {
        const int right = inner.right() - tierWidth - px(8);
        const QString percent = percentText(coverage.toDouble());
        const int width =
            QFontMetrics(ui::font(Type::Table, QFont::DemiBold)).horizontalAdvance(QStringLiteral("100%"));
        const QRectF bar(inner.left(), inner.top() + px(54), right - width - px(8) - inner.left(), px(10));
        paintShareBar(*painter, bar, coverage.toDouble(), missing ? tokens.least : tokens.best,
                      missing ? tokens.surface : tokens.restSoft);
        line(percent, Type::Table, QFont::DemiBold, tokens.ink, right - width, inner.top() + px(48), px(22),
             inner.right() + 1);
    }
    painter->restore();
}

}  // namespace icp::ui
