#pragma once

#include "ui/stations/plaintable.h"
#include "ui/stations/twolines.h"

namespace icp::ui {

class EntryTable;

/// Draws the cells of an EntryTable and opens what writes each kind.
class EntryCell : public OneLine {
    Q_OBJECT
public:
    explicit EntryCell(EntryTable* table, QObject* parent = nullptr) : OneLine(parent), m_table(table) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

private:
    EntryTable* m_table;
};

/// An EntryTable on screen: arrows choose a cell, Enter, F2 or a double click writes it, Backspace empties
/// it, Space ticks, Delete asks to take the entry away. The chosen entry stays chosen wherever its row goes.
class EntryList : public PlainTable {
    Q_OBJECT
public:
    EntryList(EntryTable* table, const QString& name, QWidget* parent = nullptr);
    /// Opens the last row, which becomes the next entry.
    void begin();

Q_SIGNALS:
    void removeAsked(const QString& id);
    void left();  ///< writing of a cell ended, with or without a change

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void toggle(const QModelIndex& index);

    EntryTable* m_table;
    QString m_chosen;
    int m_column = 0;
};

}  // namespace icp::ui
