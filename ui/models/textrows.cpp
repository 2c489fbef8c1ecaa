#include "ui/models/textrows.h"

namespace icp::ui {

TextRows::TextRows(const QStringList& header, int words, QObject* parent)
    : QAbstractTableModel(parent), m_header(header), m_words(words) {}

void TextRows::setRows(std::vector<Row> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void TextRows::setHeader(const QStringList& header) {
    if (header.size() != m_header.size()) {
        beginResetModel();
        m_header = header;
        m_rows.clear();
        endResetModel();
        return;
    }
    m_header = header;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(header.size()) - 1);
}

int TextRows::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int TextRows::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_header.size());
}

Qt::Alignment TextRows::alignment(int column) const {
    return (column < m_words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

QVariant TextRows::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[std::size_t(index.row())];
    if (role == Qt::DisplayRole) return row.cells.value(index.column());
    if (role == Qt::ToolTipRole) return row.tip.isEmpty() ? row.cells.value(index.column()) : row.tip;
    if (role == Qt::UserRole) return row.id;
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(alignment(index.column()));
    return {};
}

QVariant TextRows::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::DisplayRole) return m_header.value(section);
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(alignment(section));
    return {};
}

}  // namespace icp::ui
