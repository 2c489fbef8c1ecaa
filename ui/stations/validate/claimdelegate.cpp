#include "ui/stations/validate/claimdelegate.h"

#include "ui/models/claimlist.h"
#include "ui/stations/twolines.h"
#include "ui/stations/validate/verdictbadge.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/wraptext.h"

#include <QPainter>

namespace icp::ui {

namespace {

constexpr int margin = 14;
constexpr int rowHeight = 76;
constexpr int badgeHeight = 22;
constexpr double rightShare = 0.34;

/// At most two lines; the second ends in an ellipsis where more would follow.
QString twoLines(const QFont& font, const QString& text, double width) {
    const QFontMetrics metrics(font);
    const double most = 2.2 * metrics.lineSpacing();
    if (wrappedHeight(font, text, width) <= most) return text;
    qsizetype low = 0;
    qsizetype high = text.size();
    while (low < high) {  // the longest start that fits
        const qsizetype middle = (low + high + 1) / 2;
        if (wrappedHeight(font, text.left(middle) + u'…', width) <= most)
            low = middle;
        else
            high = middle - 1;
    }
    return text.left(low).trimmed() + u'…';
}

}  // namespace

QSize ClaimDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {px(200), px(rowHeight)};
}

void ClaimDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const Tokens& tokens = Tokens::of(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintCellGround(*painter, option);
    const QRect all = option.rect.adjusted(px(margin), px(9), -px(margin), -px(8));
    const int rightWidth = int(all.width() * rightShare);
    const QRect left = all.adjusted(0, 0, -rightWidth - px(16), 0);
    const QRect right(all.right() - rightWidth + 1, all.top(), rightWidth, all.height());

    const QFont words = ui::font(Type::Body, QFont::Medium);
    const QString statement = twoLines(words, index.data().toString(), left.width());
    painter->setFont(words);
    painter->setPen(tokens.ink);
    paintWrapped(*painter, left, statement);
    const QFont note = ui::font(Type::Note);
    const QFontMetrics metrics(note);
    painter->setFont(note);
    painter->setPen(tokens.ink2);
    const double below = wrappedHeight(words, statement, left.width()) + px(3);
    painter->drawText(
        left.adjusted(0, int(below), 0, 0), Qt::AlignTop | Qt::AlignLeft,
        metrics.elidedText(index.data(ClaimListModel::DetailRole).toString(), Qt::ElideRight, left.width()));

    const QVariant verdict = index.data(ClaimListModel::VerdictRole);
    const QString text = index.data(ClaimListModel::VerdictTextRole).toString();
    if (!verdict.isValid()) {
        painter->drawText(right, Qt::AlignTop | Qt::AlignLeft, text);
    } else {
        const auto [ground, ink] = verdictColours(ClaimVerdict(verdict.toInt()), tokens);
        painter->setFont(ui::font(Type::Note, QFont::Medium));
        const int width =
            std::min(right.width(), QFontMetrics(painter->font()).horizontalAdvance(text) + px(14));
        const QRect badge(right.left(), right.top(), width, px(badgeHeight));
        painter->setPen(Qt::NoPen);
        painter->setBrush(ground);
        painter->drawRoundedRect(badge, px(4), px(4));
        painter->setPen(ink);
        painter->drawText(badge, Qt::AlignCenter,
                          QFontMetrics(painter->font()).elidedText(text, Qt::ElideRight, width - px(10)));
    }
    painter->setFont(note);
    painter->setPen(tokens.ink2);
    const QRect numbers = right.adjusted(0, px(badgeHeight + 5), 0, 0);
    paintWrapped(*painter, numbers,
                 twoLines(note, index.data(ClaimListModel::NumbersRole).toString(), numbers.width()));
    painter->restore();
}

}  // namespace icp::ui
