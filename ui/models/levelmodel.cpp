#include "ui/models/levelmodel.h"

#include "core/base/text.h"

#include <QLocale>

#include <algorithm>

namespace icp::ui {

void LevelModel::setColumn(const Column& column) {
    beginResetModel();
    m_levels.clear();
    if (column.type() == ColumnType::Boolean) {
        m_levels = {{QStringLiteral("yes"), tr("Yes"), 0, false}, {QStringLiteral("no"), tr("No"), 0, false}};
        for (std::size_t row = 0; row < column.size(); ++row)
            if (!column.isMissing(row)) ++m_levels[column.codes()[row] == 1 ? 0 : 1].count;
    } else if (column.type() == ColumnType::Category || column.type() == ColumnType::Multi) {
        for (std::uint32_t code = 0; code < column.dictionary().size(); ++code) {
            const QString text = toQString(column.dictionary().at(code));
            m_levels.push_back({text, text, 0, false});
        }
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (column.isMissing(row)) continue;
            if (column.type() == ColumnType::Category) {
                ++m_levels[column.codes()[row]].count;
            } else {
                for (const std::uint32_t code : column.elements(row)) ++m_levels[code].count;
            }
        }
        std::stable_sort(m_levels.begin(), m_levels.end(),
                         [](const Level& a, const Level& b) { return a.count > b.count; });
    }
    endResetModel();
}

void LevelModel::setChosen(const QStringList& values) {
    beginResetModel();
    for (Level& level : m_levels) level.chosen = values.contains(level.value);
    for (const QString& value : values)
        if (std::none_of(m_levels.begin(), m_levels.end(),
                         [&](const Level& level) { return level.value == value; }))
            m_levels.push_back({value, value, 0, true});
    endResetModel();
}

QStringList LevelModel::chosen() const {
    QStringList values;
    for (const Level& level : m_levels)
        if (level.chosen) values << level.value;
    return values;
}

int LevelModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_levels.size());
}

QVariant LevelModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Level& level = m_levels[std::size_t(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return tr("%1 (%2)").arg(level.label, QLocale().toString(level.count));
        case Qt::CheckStateRole:
            return level.chosen ? Qt::Checked : Qt::Unchecked;
        case CountRole:
            return level.count;
        case ValueRole:
            return level.value;
        default:
            return {};
    }
}

bool LevelModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    m_levels[std::size_t(index.row())].chosen = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
    return true;
}

Qt::ItemFlags LevelModel::flags(const QModelIndex& index) const {
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                           : Qt::NoItemFlags;
}

}  // namespace icp::ui
