#include "ui/stations/personacell.h"

#include "core/workshop/persona.h"
#include "ui/models/personamodel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/wraptext.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>

#include <cmath>

namespace icp::ui {

namespace {

constexpr int margin = 10;
constexpr int badgeHeight = 22;
constexpr int lowest = 48;

bool isMessage(const QModelIndex& index) { return index.row() >= int(PersonaField::Message); }
bool isEmpty(const QModelIndex& index) { return index.data(Qt::EditRole).toString().isEmpty(); }

QFont cellFont(const QModelIndex& index) {
    return ui::font(Type::Table, isMessage(index) && !isEmpty(index) ? QFont::DemiBold : QFont::Normal);
}

int textHeight(const QModelIndex& index, int width) {
    return int(std::ceil(wrappedHeight(cellFont(index), index.data().toString(), width)));
}

}  // namespace

void PersonaCell::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const Tokens& tokens = Tokens::of(option.palette);
    const bool missing = index.data(PersonaModel::MissingRole).toBool();
    const bool anecdote = index.data(PersonaModel::AnecdoteRole).toBool();
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor back = selected           ? tokens.sel
                        : missing          ? tokens.missingCell
                        : isMessage(index) ? tokens.bestSoft
                                           : tokens.surface;
    painter->fillRect(option.rect, back);

    const QRect inner = option.rect.adjusted(px(margin), px(6), -px(margin), -px(6));
    const double ratio = painter->device()->devicePixelRatioF();
    painter->setFont(cellFont(index));
    if (missing) {
        const int size = px(14);
        painter->drawPixmap(inner.left(), inner.center().y() - size / 2 + 1,
                            iconPixmap(QStringLiteral("plus"), tokens.warnInk, size, ratio));
        painter->setFont(ui::font(Type::Table));
        painter->setPen(tokens.warnInk);
        painter->drawText(inner.adjusted(size + px(7), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          index.data().toString());
    } else {
        const int height = textHeight(index, inner.width());
        const int whole = height + (anecdote ? px(badgeHeight + 4) : 0);
        const int top = inner.top() + std::max(0, (inner.height() - whole) / 2);
        painter->setPen(isEmpty(index)                  ? tokens.ink2
                        : isMessage(index) && !selected ? tokens.infoInk
                                                        : tokens.ink);
        paintWrapped(*painter, QRectF(inner.left(), top, inner.width(), height), index.data().toString());
        if (anecdote) {
            const QString word = tr("anecdote");
            const QFont wordFont = ui::font(Type::Note, QFont::Medium);
            const int width = QFontMetrics(wordFont).horizontalAdvance(word) + px(33);
            const QRectF badge(inner.left(), top + height + px(4), std::min(width, inner.width()),
                               px(badgeHeight));
            painter->setPen(Qt::NoPen);
            painter->setBrush(tokens.warnBg);
            painter->drawRoundedRect(badge, px(4), px(4));
            const int size = px(14);
            painter->drawPixmap(QPointF(badge.left() + px(6), badge.center().y() - size / 2.0),
                                iconPixmap(QStringLiteral("quote"), tokens.warnInk, size, ratio));
            painter->setFont(wordFont);
            painter->setPen(tokens.warnInk);
            painter->drawText(badge.adjusted(px(25), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, word);
        }
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(tokens.focus, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

QSize PersonaCell::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int width = option.rect.width() > 0 ? option.rect.width() : px(160);
    int height = textHeight(index, width - px(2 * margin)) + px(14);
    if (index.data(PersonaModel::AnecdoteRole).toBool()) height += px(badgeHeight + 4);
    return {width, std::max(height, px(lowest))};
}

QWidget* PersonaCell::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                   const QModelIndex& index) const {
    auto* editor = new QPlainTextEdit(parent);
    editor->setFont(cellFont(index));
    editor->setFrameShape(QFrame::NoFrame);
    editor->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    editor->setToolTip(tr("Enter is done, Shift+Enter a new line, Esc keeps what was there"));
    return editor;
}

void PersonaCell::setEditorData(QWidget* editor, const QModelIndex& index) const {
    auto* field = static_cast<QPlainTextEdit*>(editor);
    field->setPlainText(index.data(Qt::EditRole).toString());
    field->selectAll();
}

void PersonaCell::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    model->setData(index, static_cast<QPlainTextEdit*>(editor)->toPlainText(), Qt::EditRole);
}

void PersonaCell::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                       const QModelIndex&) const {
    // At least three lines, within the table.
    QRect place = option.rect;
    place.setHeight(std::max(place.height(), px(78)));
    const QRect room = editor->parentWidget()->rect();
    if (place.bottom() > room.bottom()) place.moveBottom(std::max(room.bottom(), place.height()));
    editor->setGeometry(place);
}

bool PersonaCell::eventFilter(QObject* editor, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        // A text field would keep these keys to itself.
        const auto* key = static_cast<QKeyEvent*>(event);
        const auto done = [this, field = static_cast<QWidget*>(editor)](EndEditHint hint) {
            Q_EMIT commitData(field);
            Q_EMIT closeEditor(field, hint);
            return true;
        };
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !(key->modifiers() & Qt::ShiftModifier)) return done(NoHint);
        if (key->key() == Qt::Key_Tab) return done(EditNextItem);
        if (key->key() == Qt::Key_Backtab) return done(EditPreviousItem);
    }
    return QStyledItemDelegate::eventFilter(editor, event);
}

}  // namespace icp::ui
