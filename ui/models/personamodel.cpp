#include "ui/models/personamodel.h"

#include "core/base/shown.h"
#include "core/deck/personaslide.h"

#include <algorithm>
#include <set>
#include <utility>

namespace icp::ui {

namespace {
constexpr double missingBelow = 0.2;  // share of accounts
}

std::vector<QStringList> cellsOf(const QString& text) {
    std::vector<QStringList> rows(1);
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != u'"')
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == u'"')
                cell += text[++i];
            else
                quoted = false;
        } else if (c == u'"' && cell.isEmpty()) {
            quoted = true;
        } else if (c == u'\t' || c == u'\n') {
            rows.back() << std::exchange(cell, QString());
            if (c == u'\n') rows.emplace_back();
        } else if (c != u'\r') {
            cell += c;
        }
    }
    rows.back() << cell;
    // A line end after the last row starts no further one.
    if (rows.size() > 1 && rows.back().size() == 1 && rows.back().front().isEmpty()) rows.pop_back();
    return rows;
}

void PersonaModel::setPersonas(const std::vector<Persona>& personas) {
    const bool same = std::equal(personas.begin(), personas.end(), m_personas.begin(), m_personas.end(),
                                 [](const Persona& a, const Persona& b) { return a.id == b.id; });
    if (same) {
        m_personas = personas;
        if (m_personas.empty()) return;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        return;
    }
    beginResetModel();
    m_personas = personas;
    m_coverage.clear();
    m_ofRole.clear();
    endResetModel();
}

void PersonaModel::setCoverage(const std::vector<Coverage>& coverage, const std::vector<Coverage>& ofRole) {
    const bool counted = coverage.size() == m_personas.size() && ofRole.size() == m_personas.size();
    m_coverage = counted ? coverage : std::vector<Coverage>();
    m_ofRole = counted ? ofRole : std::vector<Coverage>();
    if (!m_personas.empty()) Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int PersonaModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : personaFieldCount;
}

int PersonaModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_personas.size());
}

QVariant PersonaModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Persona& persona = m_personas[std::size_t(index.column())];
    const PersonaField field = PersonaField(index.row());
    const Persona::Entry& entry = persona[field];
    const bool empty = entry.text.trimmed().isEmpty();
    const bool missing = empty && isNeeded(field);
    switch (role) {
        case Qt::DisplayRole:
            return missing ? tr("Not known") : empty ? tr("As for all tiers") : entry.text;
        case Qt::EditRole:
            return entry.text;
        case Qt::AccessibleTextRole:
            return tr("%1, %2: %3")
                       .arg(roleTitle(persona.role), fieldTitle(field),
                            missing ? tr("not known") : entry.text) +
                   (entry.anecdote ? tr(" (anecdote)") : QString());
        case AnecdoteRole:
            return entry.anecdote && !empty;
        case MissingRole:
            return missing;
        default:
            return {};
    }
}

bool PersonaModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    Persona persona = m_personas[std::size_t(index.column())];
    Persona::Entry& entry = persona[PersonaField(index.row())];
    QString text;
    if (role == Qt::EditRole) {
        const QString written = value.toString().trimmed();
        if (written == entry.text) return true;
        entry.text = written;
        entry.anecdote = entry.anecdote && !written.isEmpty();
        text = tr("Write a persona cell");
    } else if (role == AnecdoteRole) {
        if (entry.text.isEmpty() || entry.anecdote == value.toBool()) return false;
        entry.anecdote = value.toBool();
        text = entry.anecdote ? tr("Mark an anecdote") : tr("Unmark an anecdote");
    } else {
        return false;
    }
    m_personas[std::size_t(index.column())] = persona;
    Q_EMIT dataChanged(index, index);
    Q_EMIT edited({persona}, text);
    return true;
}

QVariant PersonaModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) {
        if (section < 0 || section >= personaFieldCount || role != Qt::DisplayRole) return {};
        return fieldTitle(PersonaField(section));
    }
    if (section < 0 || section >= columnCount()) return {};
    return columnData(section, role);
}

QVariant PersonaModel::columnData(int column, int role) const {
    const Persona& persona = m_personas[std::size_t(column)];
    const bool covered =
        std::size_t(column) < m_coverage.size() && m_coverage[std::size_t(column)].accounts > 0;
    const Coverage coverage = covered ? m_coverage[std::size_t(column)] : Coverage();
    const QString known =
        tr("known in %1 of %2 won accounts").arg(countText(coverage.known), countText(coverage.accounts));
    switch (role) {
        case Qt::DisplayRole:
            return roleTitle(persona.role);
        case Qt::AccessibleTextRole:
        case Qt::ToolTipRole: {
            QStringList parts{roleTitle(persona.role)};
            if (!persona.title.isEmpty()) parts << persona.title;
            if (!persona.department.isEmpty()) parts << persona.department;
            if (persona.seniority) parts << seniorityTitle(*persona.seniority);
            parts << tr("tier %1").arg(persona.tier)
                  << tr("%1 of %2 fields written").arg(persona.filled()).arg(personaFieldsNeeded);
            if (covered) parts << known;
            return parts.join(QStringLiteral(", "));
        }
        case RoleRole:
            return int(persona.role);
        case TitleRole:
            return persona.title;
        case TierRole:
            return persona.tier;
        case CompleteRole:
            return tr("%1/%2", "fields written of all").arg(persona.filled()).arg(personaFieldsNeeded);
        case CoverageRole:
            return covered ? QVariant(coverage.share()) : QVariant();
        case RoleMissingRole:
            return covered && m_ofRole[std::size_t(column)].share() < missingBelow;
        case CoverageTextRole:
            return covered ? known : QString();
        default:
            return {};
    }
}

Qt::ItemFlags PersonaModel::flags(const QModelIndex& index) const {
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable : Qt::NoItemFlags;
}

QString PersonaModel::copied(const QModelIndexList& cells) const {
    if (cells.isEmpty()) return {};
    std::set<int> rows;
    std::set<int> columns;
    for (const QModelIndex& cell : cells) {
        rows.insert(cell.row());
        columns.insert(cell.column());
    }
    QStringList lines;
    for (const int row : rows) {
        QStringList texts;
        for (const int column : columns) {
            QString text = cells.contains(index(row, column))
                               ? index(row, column).data(Qt::EditRole).toString()
                               : QString();
            if (text.contains(u'\t') || text.contains(u'\n') || text.contains(u'"'))
                text = u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
            texts << text;
        }
        lines << texts.join(u'\t');
    }
    return lines.join(u'\n');
}

void PersonaModel::paste(const QModelIndex& at, const QString& text) {
    if (!at.isValid() || text.isEmpty()) return;
    const std::vector<QStringList> rows = cellsOf(text);
    std::vector<Persona> changed;
    for (int column = at.column(); column < columnCount(); ++column) {
        Persona persona = m_personas[std::size_t(column)];
        bool touched = false;
        for (std::size_t i = 0; i < rows.size() && at.row() + int(i) < rowCount(); ++i) {
            if (column - at.column() >= rows[i].size()) continue;
            Persona::Entry& entry = persona[PersonaField(at.row() + int(i))];
            const QString pasted = rows[i][column - at.column()].trimmed();
            touched = touched || entry.text != pasted;
            entry.text = pasted;
            entry.anecdote = entry.anecdote && !pasted.isEmpty();
        }
        if (touched) changed.push_back(persona);
    }
    if (!changed.empty()) Q_EMIT edited(changed, tr("Paste persona cells"));
}

void PersonaModel::clear(const QModelIndexList& cells) {
    std::vector<Persona> changed;
    for (int column = 0; column < columnCount(); ++column) {
        Persona persona = m_personas[std::size_t(column)];
        bool touched = false;
        for (const QModelIndex& cell : cells) {
            if (cell.column() != column || persona[PersonaField(cell.row())].text.isEmpty()) continue;
            persona[PersonaField(cell.row())] = {};
            touched = true;
        }
        if (touched) changed.push_back(persona);
    }
    if (!changed.empty()) Q_EMIT edited(changed, tr("Clear persona cells"));
}

}  // namespace icp::ui
