#include "ui/stations/personamatrix.h"

#include "core/workshop/persona.h"
#include "ui/models/personamodel.h"
#include "ui/stations/fieldheader.h"
#include "ui/stations/personacell.h"
#include "ui/stations/personaheader.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

namespace icp::ui {

namespace {
constexpr int narrowestColumn = 160;  // six of them on a projector of 1440
}  // namespace

PersonaMatrix::PersonaMatrix(PersonaModel* model, QWidget* parent) : QTableView(parent), m_model(model) {
    setModel(model);
    setHorizontalHeader(new PersonaHeader(this));
    setVerticalHeader(new FieldHeader(this));
    setItemDelegate(new PersonaCell(this));
    setAccessibleName(tr("Persona matrix"));
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                    QAbstractItemView::AnyKeyPressed);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(true);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QHeaderView::sectionDoubleClicked, this, &PersonaMatrix::personaAsked);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        const int column = horizontalHeader()->logicalIndexAt(at);
        if (column >= 0) showColumnMenu(column, horizontalHeader()->mapToGlobal(at));
    });
    connect(model, &QAbstractItemModel::modelReset, this, &PersonaMatrix::fit);
    connect(model, &QAbstractItemModel::dataChanged, this, &PersonaMatrix::fit);
}

void PersonaMatrix::showMessagesOnly(bool only) {
    for (int row = 0; row < personaFieldCount; ++row)
        setRowHidden(row, only && row < int(PersonaField::Objections));
    fit();
}

void PersonaMatrix::fit() {
    const int columns = m_model->columnCount();
    if (columns == 0) return;
    const int room = viewport()->width();
    int shown = 0;
    for (int column = 0; column < columns; ++column) shown += isColumnHidden(column) ? 0 : 1;
    if (shown == 0) return;
    const int each = std::max(px(narrowestColumn), room / shown);
    int last = -1;
    for (int column = 0; column < columns; ++column) {
        if (isColumnHidden(column)) continue;
        setColumnWidth(column, each);
        last = column;
    }
    if (each * shown < room) setColumnWidth(last, each + room - each * shown);
    updateGeometries();  // the head is as high as words need at these widths

    // Rows share what is left when there is room, so that the matrix fills its card.
    resizeRowsToContents();
    int used = 0;
    int rows = 0;
    for (int row = 0; row < personaFieldCount; ++row) {
        if (isRowHidden(row)) continue;
        used += rowHeight(row);
        ++rows;
    }
    const int spare = viewport()->height() - used;
    if (spare > 0 && rows > 0)
        for (int row = 0; row < personaFieldCount; ++row)
            if (!isRowHidden(row)) setRowHeight(row, rowHeight(row) + std::min(spare / rows, px(24)));
}

void PersonaMatrix::goToGap(int column) {
    for (int row = 0; row < personaFieldCount; ++row) {
        const QModelIndex cell = m_model->index(row, column);
        if (!cell.data(PersonaModel::MissingRole).toBool() || isRowHidden(row)) continue;
        setCurrentIndex(cell);
        scrollTo(cell);
        break;
    }
    setFocus();
}

void PersonaMatrix::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fit();
}

void PersonaMatrix::keyPressEvent(QKeyEvent* event) {
    const int column = currentIndex().column();
    const bool alt = event->modifiers() & Qt::AltModifier;
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (control && event->key() == Qt::Key_E) {
        toggleAnecdote();
    } else if (alt && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) && column >= 0) {
        Q_EMIT moveAsked(column, event->key() == Qt::Key_Left ? -1 : 1);
    } else if (alt && enter && column >= 0) {
        Q_EMIT personaAsked(column);
    } else if (enter && currentIndex().isValid() && state() != EditingState) {
        edit(currentIndex());
    } else if ((event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) &&
               state() != EditingState) {
        m_model->clear(selectedIndexes());
    } else if (control || alt) {
        // Shortcuts of the window are no text for a cell.
        event->ignore();
        if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End || event->key() == Qt::Key_A)
            QTableView::keyPressEvent(event);
    } else {
        QTableView::keyPressEvent(event);
    }
}

void PersonaMatrix::contextMenuEvent(QContextMenuEvent* event) {
    const QModelIndex cell =
        event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!cell.isValid()) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto key = [](const QKeySequence& sequence) {
        return u'\t' + sequence.toString(QKeySequence::NativeText);
    };
    connect(menu->addAction(tr("Edit") + key(Qt::Key_F2)), &QAction::triggered, this,
            [this, cell] { edit(cell); });
    QAction* anecdote = menu->addAction(tr("Anecdote") + key(Qt::CTRL | Qt::Key_E));
    anecdote->setCheckable(true);
    anecdote->setChecked(cell.data(PersonaModel::AnecdoteRole).toBool());
    anecdote->setEnabled(!cell.data(PersonaModel::MissingRole).toBool());
    connect(anecdote, &QAction::triggered, this, [this, cell] {
        setCurrentIndex(cell);
        toggleAnecdote();
    });
    menu->addSeparator();
    connect(menu->addAction(tr("Copy") + key(QKeySequence::Copy)), &QAction::triggered, this,
            &PersonaMatrix::copy);
    connect(menu->addAction(tr("Paste") + key(QKeySequence::Paste)), &QAction::triggered, this,
            &PersonaMatrix::paste);
    connect(menu->addAction(tr("Clear") + key(Qt::Key_Delete)), &QAction::triggered, this,
            [this] { m_model->clear(selectedIndexes()); });
    menu->popup(event->reason() == QContextMenuEvent::Keyboard
                    ? viewport()->mapToGlobal(visualRect(cell).center())
                    : event->globalPos());
}

void PersonaMatrix::showColumnMenu(int column, const QPoint& global) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto key = [](const QKeySequence& sequence) {
        return u'\t' + sequence.toString(QKeySequence::NativeText);
    };
    connect(menu->addAction(tr("Edit persona") + key(Qt::ALT | Qt::Key_Return)), &QAction::triggered, this,
            [this, column] { Q_EMIT personaAsked(column); });
    connect(menu->addAction(tr("Move left") + key(Qt::ALT | Qt::Key_Left)), &QAction::triggered, this,
            [this, column] { Q_EMIT moveAsked(column, -1); });
    connect(menu->addAction(tr("Move right") + key(Qt::ALT | Qt::Key_Right)), &QAction::triggered, this,
            [this, column] { Q_EMIT moveAsked(column, 1); });
    menu->addSeparator();
    connect(menu->addAction(tr("Remove persona")), &QAction::triggered, this,
            [this, column] { Q_EMIT removeAsked(column); });
    menu->popup(global);
}

void PersonaMatrix::copy() {
    const QString text = m_model->copied(selectedIndexes());
    if (!text.isEmpty()) QApplication::clipboard()->setText(text);
}

void PersonaMatrix::paste() {
    QModelIndex first = currentIndex();
    for (const QModelIndex& cell : selectedIndexes())
        if (cell.row() <= first.row() && cell.column() <= first.column()) first = cell;
    m_model->paste(first, QApplication::clipboard()->text());
}

void PersonaMatrix::toggleAnecdote() {
    const QModelIndex cell = currentIndex();
    m_model->setData(cell, !cell.data(PersonaModel::AnecdoteRole).toBool(), PersonaModel::AnecdoteRole);
}

}  // namespace icp::ui
