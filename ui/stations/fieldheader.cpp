#include "ui/stations/fieldheader.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/wraptext.h"

#include <QPainter>

#include <algorithm>

namespace icp::ui {

namespace {
constexpr int fieldWidth = 112;
}

FieldHeader::FieldHeader(QWidget* parent) : QHeaderView(Qt::Vertical, parent) {
    setFixedWidth(px(fieldWidth));
    setSectionsClickable(false);
    setSectionResizeMode(QHeaderView::Fixed);
    setAccessibleName(tr("Fields"));
}

void FieldHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const Tokens& tokens = Tokens::of(this);
    painter->save();
    painter->fillRect(rect, tokens.surface2);
    painter->setPen(tokens.line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());
    painter->setFont(ui::font(Type::Table, QFont::DemiBold));
    painter->setPen(tokens.ink);
    const QRect words = rect.adjusted(px(10), 0, -px(6), 0);
    const QString name = model()->headerData(section, Qt::Vertical).toString();
    const double height = wrappedHeight(painter->font(), name, words.width());
    paintWrapped(*painter,
                 QRectF(words.left(), words.top() + std::max(0.0, (words.height() - height) / 2),
                        words.width(), height),
                 name);
    painter->restore();
}

}  // namespace icp::ui
