#include "ui/models/entrytable.h"

#include "core/workshop/workshop.h"

#include <QDate>
#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace icp::ui {

namespace {

/// Days stand as figures do, which no table cuts.
Qt::Alignment alignment(EntryTable::Kind kind) {
    return (kind == EntryTable::Kind::Day ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

}  // namespace

EntryTable::EntryTable(std::vector<Column> columns, const QString& prompt, QObject* parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns)), m_prompt(prompt) {}

void EntryTable::setRows(std::vector<Row> rows) {
    if (!m_writing) {
        take(std::move(rows));
        return;
    }
    // The view still holds the editor of the cell that is being written.
    const bool asked = m_waiting.has_value();
    m_waiting = std::move(rows);
    if (!asked)
        QTimer::singleShot(0, this, [this] {
            if (m_waiting) take(*std::exchange(m_waiting, std::nullopt));
        });
}

void EntryTable::take(std::vector<Row> rows) {
    m_waiting.reset();
    const bool same = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                 [](const Row& a, const Row& b) { return a.id == b.id; });
    if (same) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void EntryTable::setChoices(int column, std::vector<Choice> choices) {
    m_columns[std::size_t(column)].choices = std::move(choices);
    Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
}

QString EntryTable::idAt(int row) const {
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)].id : QString();
}

int EntryTable::rowOf(const QString& id) const {
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int EntryTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size()) + 1;
}

int EntryTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_columns.size());
}

QString EntryTable::shown(const Column& column, const QVariant& value) const {
    switch (column.kind) {
        case Kind::Words:
            break;
        case Kind::Choice:
        case Kind::Offer:
            for (const Choice& choice : column.choices)
                if (choice.value == value.toString()) return choice.text;
            if (column.kind == Kind::Choice) return {};
            break;
        case Kind::Day:
            return value.toDate().isValid() ? QLocale().toString(value.toDate(), QLocale::ShortFormat)
                                            : QString();
        case Kind::Tick:
            return {};
    }
    return value.toString();
}

QVariant EntryTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Column& column = m_columns[std::size_t(index.column())];
    if (role == KindRole) return int(column.kind);
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(alignment(column.kind));
    if (index.row() == int(m_rows.size())) {
        if (role == QuietRole) return true;
        return role == Qt::DisplayRole && index.column() == 0 ? m_prompt : QVariant();
    }
    const Row& row = m_rows[std::size_t(index.row())];
    const QVariant& cell = row.cells[std::size_t(index.column())];
    const bool alarm = row.alarm == index.column();
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return alarm ? tr("%1, overdue").arg(shown(column, cell)) : shown(column, cell);
        case Qt::EditRole:
            return cell;
        case Qt::CheckStateRole:
            if (column.kind == Kind::Tick) return cell.toBool() ? Qt::Checked : Qt::Unchecked;
            break;
        case AlarmRole:
            return alarm;
        case QuietRole:
            return row.past;
        default:
            break;
    }
    return {};
}

QVariant EntryTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::DisplayRole) return m_columns[std::size_t(section)].heading;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignment(m_columns[std::size_t(section)].kind));
    return {};
}

Qt::ItemFlags EntryTable::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.row() == int(m_rows.size()) && index.column() > 0) return flags;
    const bool tick = m_columns[std::size_t(index.column())].kind == Kind::Tick;
    return flags | (tick ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

bool EntryTable::setData(const QModelIndex& index, const QVariant& value, int role) {
    const bool tick = role == Qt::CheckStateRole;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::EditRole && !tick)) return false;
    const bool added = index.row() == int(m_rows.size());
    QVariant next = tick ? QVariant(value.toInt() == Qt::Checked) : value;
    if (next.typeId() == QMetaType::QString) next = next.toString().simplified();
    if (added ? next.toString().isEmpty() : next == index.data(Qt::EditRole)) return false;
    if (added) m_newest = newId();
    const QString id = added ? m_newest : idAt(index.row());
    m_writing = true;
    Q_EMIT written(id, index.column(), next);
    m_writing = false;
    return true;
}

}  // namespace icp::ui
