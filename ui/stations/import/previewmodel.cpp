#include "ui/stations/import/previewmodel.h"

#include "core/table/years.h"
#include "ui/stations/import/columnverdict.h"
#include "ui/stations/import/words.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace icp::ui {

namespace {

QPixmap dot(const QColor& colour) {
    QPixmap pixmap(px(16), px(16));
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(pixmap.rect()).center(), px(4), px(4));
    return pixmap;
}

QString typeWords(const ColumnInfo& info) {
    const QString type = typeTitle(info.type);
    const bool stale = info.valid >= 0 && info.valid < staleBelow;
    return stale ? PreviewModel::tr("%1, %2% up to date").arg(type).arg(int(std::floor(info.valid * 100)))
                 : type;
}

}  // namespace

PreviewModel::PreviewModel(QObject* parent) : QAbstractTableModel(parent) {}

void PreviewModel::setFile(std::shared_ptr<const Dataset> dataset, int file) {
    beginResetModel();
    m_dataset = std::move(dataset);
    m_file = file;
    m_columns.clear();
    m_rows.clear();
    m_unread.clear();
    m_badRows.clear();
    if (m_dataset && file >= 0 && std::size_t(file) < m_dataset->files.size()) {
        const SourceFile& source = m_dataset->files[std::size_t(file)];
        m_entity = source.role;
        const Table& table = *m_dataset->of(m_entity).table;
        for (std::size_t row = 0; row < table.rows; ++row)
            if (table.sourceFile.empty() || table.sourceFile[row] == file)
                m_rows.push_back(std::uint32_t(row));
        for (const Issue& issue : m_dataset->issues) {
            if (issue.file != source.name || issue.column.isEmpty() || issue.row <= 0 ||
                issue.severity != Severity::Warning)
                continue;
            m_unread.insert({quint32(issue.row), issue.column}, &issue);
            m_badRows.insert(quint32(issue.row), true);
        }
        for (const ColumnInfo& column : source.columnInfo) {
            Shown shown;
            const Attribute* attribute = attributeOf(*m_dataset, column);
            if (attribute && attribute->column >= 0) shown.column = &m_dataset->column(*attribute);
            shown.years = shown.column && holdsYears(*shown.column, column.header);
            shown.leftOut = isLeftOut(attribute);
            shown.reason = attribute ? attribute->reason : column.why;
            m_columns.push_back(std::move(shown));
        }
    }
    endResetModel();
}

const ColumnInfo& PreviewModel::info(int column) const {
    return m_dataset->files[std::size_t(m_file)].columnInfo[std::size_t(column)];
}

quint32 PreviewModel::fileRow(std::uint32_t row) const {
    const Table& table = *m_dataset->of(m_entity).table;
    return table.sourceRow.empty() ? row + 2 : table.sourceRow[row];
}

int PreviewModel::indexOf(qint64 fileRow) const {
    const auto at = std::find_if(m_rows.begin(), m_rows.end(),
                                 [&](std::uint32_t row) { return qint64(this->fileRow(row)) >= fileRow; });
    return at == m_rows.end() ? int(m_rows.size()) - 1 : int(at - m_rows.begin());
}

int PreviewModel::columnOf(const QString& header) const {
    for (int i = 0; i < int(m_columns.size()); ++i)
        if (info(i).header == header) return i;
    return -1;
}

int PreviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PreviewModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Shown& shown = m_columns[std::size_t(index.column())];
    const std::uint32_t row = m_rows[std::size_t(index.row())];
    const quint32 fileRow = this->fileRow(row);
    const bool missing = !shown.column || shown.column->isMissing(row);
    const Issue* unread = missing ? m_unread.value({fileRow, info(index.column()).header}) : nullptr;
    switch (role) {
        case Qt::DisplayRole:
            if (unread) return unread->text;
            return missing ? tr("empty") : cellText(*shown.column, row, shown.years);
        case Qt::ToolTipRole:
            return unread ? tr("Row %1: %2").arg(fileRow).arg(unread->reason) : QString();
        case Qt::TextAlignmentRole:
            return int(Qt::AlignVCenter |
                       (shown.column && shown.column->isNumeric() && shown.column->type() != ColumnType::Date
                            ? Qt::AlignRight
                            : Qt::AlignLeft));
        case Qt::ForegroundRole: {
            const Tokens& t = Tokens::of(QApplication::palette());
            return unread ? t.errInk : shown.leftOut ? t.warnInk : missing ? t.ink3 : t.ink;
        }
        case Qt::BackgroundRole: {
            const Tokens& t = Tokens::of(QApplication::palette());
            if (m_badRows.contains(fileRow)) return t.errBg;
            return shown.leftOut ? QVariant(t.warnBg) : QVariant();
        }
        case Qt::FontRole:
            return unread ? ui::font(Type::Table, QFont::DemiBold) : QVariant();
        case Qt::DecorationRole: {
            if (missing || m_entity != Entity::Deal || row >= m_dataset->dealState.size()) return {};
            const QString& attribute = info(index.column()).attribute;
            if (attribute != u"deal.stage" && attribute != u"deal.status") return {};
            const Tokens& t = Tokens::of(QApplication::palette());
            const DealState state = m_dataset->dealState[row];
            return dot(state == DealState::Won ? t.best : state == DealState::Lost ? t.least : t.rest);
        }
        default:
            return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical || section < 0 || section >= int(m_columns.size())) return {};
    const Shown& shown = m_columns[std::size_t(section)];
    switch (role) {
        case Qt::DisplayRole:
            return info(section).header;
        case Qt::ToolTipRole:
            return columnSentences(info(section), shown.reason).join(u'\n');
        case TypeRole:
            return typeWords(info(section));
        case AttributeRole:
            return info(section).attribute;
        case LeftOutRole:
            return shown.leftOut;
        case ReasonRole:
            return shown.reason;
        default:
            return {};
    }
}

}  // namespace icp::ui
