#include "ui/stations/import/columnlist.h"

#include "ui/stations/import/columnverdict.h"
#include "ui/stations/import/words.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace icp::ui {

namespace {

QString percent(double share) { return QStringLiteral("%1%").arg(int(std::floor(share * 100))); }

}  // namespace

ColumnList::ColumnList(QObject* parent) : QAbstractTableModel(parent) {}

const SourceFile* ColumnList::source() const {
    return m_dataset && m_file >= 0 && std::size_t(m_file) < m_dataset->files.size()
               ? &m_dataset->files[std::size_t(m_file)]
               : nullptr;
}

void ColumnList::setFile(std::shared_ptr<const Dataset> dataset, int file) {
    m_dataset = std::move(dataset);
    m_file = file;
    m_verdicts.clear();
    m_counts.clear();
    if (const SourceFile* from = source())
        for (const ColumnInfo& column : from->columnInfo) {
            m_verdicts << verdictOf(*m_dataset, column);
            ++m_counts[m_verdicts.last()];
        }
    filter();
}

void ColumnList::setVerdict(const QString& verdict) {
    m_verdict = verdict;
    filter();
}

void ColumnList::setSearch(const QString& text) {
    m_search = text.trimmed();
    filter();
}

void ColumnList::filter() {
    beginResetModel();
    m_rows.clear();
    for (std::size_t i = 0; i < std::size_t(m_verdicts.size()); ++i)
        if ((m_verdict.isEmpty() || m_verdicts[qsizetype(i)] == m_verdict) &&
            source()->columnInfo[i].header.contains(m_search, Qt::CaseInsensitive))
            m_rows.push_back(i);
    endResetModel();
}

QString ColumnList::header(int row) const { return info(row).header; }

bool ColumnList::leftOut(int row) const { return isLeftOut(attributeOf(*m_dataset, info(row))); }

int ColumnList::rowOf(const QString& header) const {
    for (int row = 0; row < int(m_rows.size()); ++row)
        if (info(row).header == header) return row;
    return -1;
}

int ColumnList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ColumnList::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ColumnList::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const ColumnInfo& column = info(index.row());
    const bool out = leftOut(index.row());
    const bool number = index.column() == Empty || index.column() == Holds;
    const Attribute* attribute = attributeOf(*m_dataset, column);
    const QString reason = attribute && !attribute->reason.isEmpty() ? attribute->reason : column.why;
    const qint64 rows = source()->rows;
    switch (role) {
        case Qt::TextAlignmentRole:
            return int(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
        case Qt::ForegroundRole:
            if (!out) return {};
            return Tokens::of(QApplication::palette()).ink3;
        case Qt::FontRole:
            return index.column() == Header ? ui::font(Type::Table, out ? QFont::Normal : QFont::Medium)
                                            : QVariant();
        case Qt::ToolTipRole:
            return columnSentences(column, reason).join(u'\n');
        case Qt::DisplayRole:
            break;
        default:
            return {};
    }
    switch (index.column()) {
        case Header:
            return column.header;
        case Verdict:
            return verdictTitle(m_verdicts[qsizetype(m_rows[std::size_t(index.row())])]);
        case TypeColumn:
            return typeTitle(column.type);
        case Empty:
            return rows > 0 ? percent(double(column.missing) / double(rows)) : QString();
        case Holds:
            return column.valid >= 0 ? percent(column.valid) : QString();
        default:
            return reason.isEmpty() ? column.evidence : reason;
    }
}

QVariant ColumnList::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) return {};
    const bool number = section == Empty || section == Holds;
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole && section == Holds)
        return tr("Share of its values that should still hold on the day of the data");
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Header:
            return tr("Column");
        case Verdict:
            return tr("Worth");
        case TypeColumn:
            return tr("Type");
        case Empty:
            return tr("Empty");
        case Holds:
            return tr("Still holds");
        default:
            return tr("Why");
    }
}

}  // namespace icp::ui
