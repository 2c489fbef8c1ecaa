#include "ui/stations/present/slidestrip.h"

#include "ui/models/slidelist.h"
#include "ui/stations/present/slideview.h"
#include "ui/theme/tokens.h"

#include <QHash>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <cmath>

namespace icp::ui {

namespace {

constexpr int markWidth = 40;
constexpr int thumbnail = 174;
constexpr int space = 10;

int thumbnailHeight() { return int(std::lround(px(thumbnail) * slideHeight / slideWidth)); }

/// Paints thumbnails, each once per change of its slide.
class ThumbnailDelegate : public QStyledItemDelegate {
public:
    ThumbnailDelegate(SlideList* slides, QObject* parent) : QStyledItemDelegate(parent), m_slides(slides) {
        connect(slides, &QAbstractItemModel::modelReset, this, [this] { m_pictures.clear(); });
        connect(slides, &QAbstractItemModel::dataChanged, this, [this] { m_pictures.clear(); });
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {px(markWidth + thumbnail + space), thumbnailHeight() + px(2 * space)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Tokens& tokens = Tokens::of(option.palette);
        const bool chosen = option.state & QStyle::State_Selected;
        painter->save();
        if (chosen) {
            painter->fillRect(option.rect, tokens.sel);
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), px(4), option.rect.height()),
                              tokens.primary);
        }
        painter->setFont(ui::font(Type::Table));
        painter->setPen(tokens.ink2);
        painter->drawText(QRect(option.rect.left(), option.rect.top() + px(space), px(markWidth - 8), px(20)),
                          Qt::AlignRight | Qt::AlignVCenter, index.data(SlideList::MarkRole).toString());

        const double ratio = painter->device()->devicePixelRatioF();
        QPixmap& picture = m_pictures[index.row()];
        if (picture.isNull())
            picture = slidePicture(m_slides->slides()[std::size_t(index.row())], px(thumbnail), ratio);
        const QRect place(option.rect.left() + px(markWidth), option.rect.top() + px(space), px(thumbnail),
                          thumbnailHeight());
        painter->drawPixmap(place.topLeft(), picture);
        painter->setPen(QPen(chosen ? tokens.primary : tokens.ctl, chosen ? 2 : 1));
        painter->drawRect(place);
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(tokens.focus, 2));
            painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }

private:
    SlideList* m_slides;
    mutable QHash<int, QPixmap> m_pictures;
};

}  // namespace

SlideStrip::SlideStrip(SlideList* slides, QWidget* parent) : QListView(parent) {
    setModel(slides);
    setItemDelegate(new ThumbnailDelegate(slides, this));
    setAccessibleName(tr("Slides"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalScrollBar()->setSingleStep(px(40));
    setUniformItemSizes(true);
    setFixedWidth(px(markWidth + thumbnail + space + 12) + 2);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) { Q_EMIT slideChosen(current.row()); });
}

}  // namespace icp::ui
