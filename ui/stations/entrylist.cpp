#include "ui/stations/entrylist.h"

#include "ui/models/entrytable.h"
#include "ui/theme/tokens.h"

#include <QComboBox>
#include <QDateEdit>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace icp::ui {

namespace {

constexpr int margin = 10;
constexpr int tickExtent = 18;

EntryTable::Kind kindOf(const QModelIndex& index) {
    return EntryTable::Kind(index.data(EntryTable::KindRole).toInt());
}

void paintTick(QPainter& painter, const QRect& cell, bool on, const Tokens& tokens) {
    const int size = px(tickExtent);
    const QRect box(cell.center().x() - size / 2, cell.center().y() - size / 2, size, size);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(on ? tokens.primary : tokens.ctl);
    painter.setBrush(on ? tokens.primary : tokens.surface);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3));
    if (on)
        painter.drawPixmap(box.topLeft(), iconPixmap(QStringLiteral("check"), tokens.onPrimary, size,
                                                     painter.device()->devicePixelRatioF()));
}

}  // namespace

void EntryCell::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& tokens = Tokens::of(option.palette);
    painter->save();
    paintCellGround(*painter, option);
    const QVariant ticked = index.data(Qt::CheckStateRole);
    if (ticked.isValid()) {
        paintTick(*painter, option.rect, ticked.toInt() == Qt::Checked, tokens);
    } else {
        const bool alarm = index.data(EntryTable::AlarmRole).toBool();
        const QRect rect = option.rect.adjusted(px(margin), 0, -px(margin), 0);
        painter->setFont(ui::font(Type::Table));
        painter->setPen(alarm                                        ? tokens.leastInk
                        : index.data(EntryTable::QuietRole).toBool() ? tokens.ink3
                                                                     : tokens.ink);
        painter->drawText(
            rect, int(index.data(Qt::TextAlignmentRole).value<Qt::Alignment>()),
            QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(tokens.focus, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

QWidget* EntryCell::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                 const QModelIndex& index) const {
    const QString name = m_table->headerData(index.column(), Qt::Horizontal).toString();
    QWidget* editor = nullptr;
    switch (kindOf(index)) {
        case EntryTable::Kind::Choice:
        case EntryTable::Kind::Offer: {
            auto* combo = new QComboBox(parent);
            combo->setEditable(kindOf(index) == EntryTable::Kind::Offer);
            for (const EntryTable::Choice& choice : m_table->choices(index.column()))
                combo->addItem(choice.text, choice.value);
            connect(combo, &QComboBox::activated, this, [this, combo] {
                auto* self = const_cast<EntryCell*>(this);
                Q_EMIT self->commitData(combo);
                Q_EMIT self->closeEditor(combo);
            });
            editor = combo;
            break;
        }
        case EntryTable::Kind::Day: {
            auto* day = new QDateEdit(parent);
            day->setCalendarPopup(true);
            day->setMinimumDate(QDate(2000, 1, 1));
            editor = day;
            break;
        }
        default:
            editor = new QLineEdit(parent);
    }
    editor->setProperty("small", true);
    editor->setAccessibleName(name);
    return editor;
}

void EntryCell::setEditorData(QWidget* editor, const QModelIndex& index) const {
    const QVariant value = index.data(Qt::EditRole);
    if (auto* combo = qobject_cast<QComboBox*>(editor)) {
        combo->setCurrentIndex(combo->findData(value));
        if (combo->isEditable()) combo->setEditText(index.data().toString());
    } else if (auto* day = qobject_cast<QDateEdit*>(editor)) {
        day->setDate(value.toDate().isValid() ? value.toDate() : QDate::currentDate());
    } else {
        auto* line = static_cast<QLineEdit*>(editor);
        line->setText(value.toString());
        line->selectAll();
    }
}

void EntryCell::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    if (const auto* combo = qobject_cast<QComboBox*>(editor)) {
        const int known = combo->isEditable() ? combo->findText(combo->currentText()) : combo->currentIndex();
        model->setData(index, known >= 0 ? combo->itemData(known) : QVariant(combo->currentText()));
    } else if (const auto* day = qobject_cast<QDateEdit*>(editor)) {
        model->setData(index, day->date());
    } else {
        model->setData(index, static_cast<QLineEdit*>(editor)->text());
    }
}

EntryList::EntryList(EntryTable* table, const QString& name, QWidget* parent)
    : PlainTable(table, name, parent), m_table(table) {
    setItemDelegate(new EntryCell(table, this));
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setToolTip(
        tr("Enter or a double click writes, Backspace empties, Space ticks, Delete takes the row away"));
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (kindOf(index) == EntryTable::Kind::Tick)
            toggle(index);
        else if (m_table->idAt(index.row()).isEmpty())
            begin();
    });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (!index.isValid()) return;  // the rows are set anew
        m_chosen = m_table->idAt(index.row());
        m_column = index.column();
    });
    connect(table, &QAbstractItemModel::modelReset, this, [this] {
        const QString wanted =
            m_chosen.isEmpty() && m_table->rowOf(m_table->newest()) >= 0 ? m_table->newest() : m_chosen;
        const int row = m_table->rowOf(wanted);
        if (row >= 0) setCurrentIndex(m_table->index(row, m_column));
    });
}

void EntryList::begin() {
    const QModelIndex last = m_table->index(m_table->rowCount() - 1, 0);
    setCurrentIndex(last);
    scrollTo(last);
    edit(last);
}

void EntryList::toggle(const QModelIndex& index) {
    if (!index.isValid() || !index.data(Qt::CheckStateRole).isValid()) return;
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    m_table->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

void EntryList::keyPressEvent(QKeyEvent* event) {
    const QModelIndex index = currentIndex();
    const bool writing = state() == QAbstractItemView::EditingState;
    const QString id = m_table->idAt(index.row());
    if (!writing && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && index.isValid()) {
        if (kindOf(index) == EntryTable::Kind::Tick)
            toggle(index);
        else
            edit(id.isEmpty() ? index.siblingAtColumn(0) : index);
    } else if (!writing && event->key() == Qt::Key_Space && !id.isEmpty()) {
        for (int column = 0; column < m_table->columnCount(); ++column) toggle(index.siblingAtColumn(column));
    } else if (!writing && event->key() == Qt::Key_Delete && !id.isEmpty()) {
        Q_EMIT removeAsked(id);
    } else if (!writing && event->key() == Qt::Key_Backspace && !id.isEmpty() && index.column() > 0) {
        if (index.flags().testFlag(Qt::ItemIsEditable))
            m_table->setData(
                index, kindOf(index) == EntryTable::Kind::Day ? QVariant(QDate()) : QVariant(QString()));
    } else {
        PlainTable::keyPressEvent(event);
    }
}

void EntryList::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) {
    PlainTable::closeEditor(editor, hint);
    Q_EMIT left();
}

}  // namespace icp::ui
