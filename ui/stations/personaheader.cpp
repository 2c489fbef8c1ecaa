#include "ui/stations/personaheader.h"

#include "core/base/shown.h"
#include "core/workshop/persona.h"
#include "ui/models/personamodel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/gaugebar.h"
#include "ui/widgets/wraptext.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace icp::ui {

namespace {
constexpr int roleIconSize = 17;
constexpr int side = 10;  // left and right of the words
constexpr int above = 8;  // and below
constexpr int nameHeight = 23;
constexpr int titleHeight = 20;
constexpr int factsHeight = 22;  // bar, completeness and tier
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

QString PersonaHeader::titleOf(int section) const {
    const QString title = model()->headerData(section, Qt::Horizontal, PersonaModel::TitleRole).toString();
    return title.isEmpty() ? tr("No title yet") : title;
}

int PersonaHeader::nameHeightOf(int section) const {
    const QString name = model()->headerData(section, Qt::Horizontal).toString();
    const int width = sectionSize(section) - px(2 * side + roleIconSize + 8);
    return std::max(px(nameHeight),
                    int(std::ceil(wrappedHeight(ui::font(Type::Body, QFont::DemiBold), name, width))));
}

int PersonaHeader::titleHeightOf(int section) const {
    const int width = sectionSize(section) - px(2 * side);
    return std::max(px(titleHeight),
                    int(std::ceil(wrappedHeight(ui::font(Type::Note), titleOf(section), width))));
}

/// As high as the longest name and title need.
QSize PersonaHeader::sizeHint() const {
    int highest = px(nameHeight + titleHeight);
    for (int section = 0; section < count(); ++section)
        if (!isSectionHidden(section))
            highest = std::max(highest, nameHeightOf(section) + titleHeightOf(section));
    return {QHeaderView::sizeHint().width(), highest + px(2 * above + factsHeight + 7)};
}

void PersonaHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const Tokens& tokens = Tokens::of(this);
    const auto fact = [&](int role) { return model()->headerData(section, Qt::Horizontal, role); };
    const QVariant coverage = fact(PersonaModel::CoverageRole);
    const bool missing = fact(PersonaModel::RoleMissingRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(rect, missing ? tokens.warnBg : tokens.surface2);
    painter->setPen(tokens.line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());

    const QRect inner = rect.adjusted(px(side), px(above), -px(side), -px(above));
    const int icon = px(roleIconSize);
    painter->drawPixmap(
        inner.left(), inner.top() + px(3),
        iconPixmap(roleIcon(fact(PersonaModel::RoleRole).toInt()), tokens.ink2, icon, devicePixelRatioF()));
    const auto write = [&](const QString& text, Type type, int weight, const QColor& colour, QRect place) {
        painter->setFont(ui::font(type, weight));
        painter->setPen(colour);
        const int height = int(std::ceil(wrappedHeight(painter->font(), text, place.width())));
        place.translate(0, std::max(0, (place.height() - height) / 2));
        paintWrapped(*painter, place, text);
    };
    const int nameLeft = inner.left() + icon + px(8);
    const int nameRoom = nameHeightOf(section);
    write(fact(Qt::DisplayRole).toString(), Type::Body, QFont::DemiBold,
          missing ? tokens.warnInk : tokens.ink,
          {nameLeft, inner.top(), inner.right() + 1 - nameLeft, nameRoom});
    write(titleOf(section), Type::Note, -1,
          fact(PersonaModel::TitleRole).toString().isEmpty() ? tokens.ink3 : tokens.ink2,
          {inner.left(), inner.top() + nameRoom, inner.width(), titleHeightOf(section)});

    const QRect facts(inner.left(), inner.bottom() + 1 - px(factsHeight), inner.width(), px(factsHeight));
    const QString tier = tr("%1, T%2", "8/11 fields known, tier 1")
                             .arg(fact(PersonaModel::CompleteRole).toString())
                             .arg(fact(PersonaModel::TierRole).toInt());
    painter->setFont(ui::font(Type::Note));
    painter->setPen(tokens.ink3);
    painter->drawText(facts, Qt::AlignRight | Qt::AlignVCenter, tier);
    const int tierWidth = painter->fontMetrics().horizontalAdvance(tier);
    if (coverage.isValid()) {
        const int right = facts.right() - tierWidth - px(8);
        painter->setFont(ui::font(Type::Table, QFont::DemiBold));
        painter->setPen(tokens.ink);
        const int width = painter->fontMetrics().horizontalAdvance(QStringLiteral("100%"));
        painter->drawText(QRect(right - width, facts.top(), width, facts.height()),
                          Qt::AlignLeft | Qt::AlignVCenter, percentText(coverage.toDouble()));
        const QRectF bar(facts.left(), facts.top() + px(6), right - width - px(8) - facts.left(), px(10));
        paintShareBar(*painter, bar, coverage.toDouble(), missing ? tokens.least : tokens.best,
                      missing ? tokens.surface : tokens.restSoft);
    }
    painter->restore();
}

}  // namespace icp::ui
