#include "ui/models/titlerules.h"

#include "core/deck/personaslide.h"
#include "ui/models/titletable.h"

#include <algorithm>

namespace icp::ui {

void TitleRulesModel::setPersonas(const std::vector<Persona>& personas) {
    const auto sameRows = [](const Persona& a, const Persona& b) {
        return a.titlePatterns.size() == b.titlePatterns.size();
    };
    if (m_search.isEmpty() &&
        std::equal(personas.begin(), personas.end(), m_personas.begin(), m_personas.end(), sameRows)) {
        m_personas = personas;  // a rule that is being edited keeps its editor
        if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_personas = personas;
    narrow();
    endResetModel();
}

void TitleRulesModel::setSearch(const QString& text) {
    beginResetModel();
    m_search = text.trimmed();
    narrow();
    endResetModel();
}

void TitleRulesModel::narrow() {
    m_own.clear();
    m_usual.clear();
    for (int persona = 0; persona < int(m_personas.size()); ++persona) {
        const QStringList& patterns = m_personas[std::size_t(persona)].titlePatterns;
        for (int place = 0; place < int(patterns.size()); ++place)
            if (patterns[place].contains(m_search, Qt::CaseInsensitive)) m_own.push_back({persona, place});
    }
    for (const TitleRule& rule : usualTitleRules())
        if (rule.pattern.contains(m_search, Qt::CaseInsensitive)) m_usual.push_back(&rule);
}

void TitleRulesModel::add(const QString& words, int persona) {
    const QString pattern = titlePattern(words);
    if (pattern.isEmpty() || persona < 0 || persona >= int(m_personas.size())) return;
    std::vector<Persona> changed;
    for (int i = 0; i < int(m_personas.size()); ++i) {
        Persona one = m_personas[std::size_t(i)];
        const bool had = one.titlePatterns.contains(pattern);
        if (i == persona ? had : !had) continue;
        if (i == persona)
            one.titlePatterns << pattern;
        else
            one.titlePatterns.removeAll(pattern);
        changed.push_back(std::move(one));
    }
    if (!changed.empty()) Q_EMIT edited(changed, tr("Add a rule for titles"));
}

void TitleRulesModel::remove(int row) {
    if (row < 0 || !isOwn(row)) return;
    const Own own = m_own[std::size_t(row)];
    Persona persona = m_personas[std::size_t(own.persona)];
    persona.titlePatterns.removeAt(own.place);
    Q_EMIT edited({persona}, tr("Remove a rule for titles"));
}

int TitleRulesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_own.size() + m_usual.size());
}

int TitleRulesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString TitleRulesModel::says(int row) const {
    if (isOwn(row)) return personaName(m_personas[std::size_t(m_own[std::size_t(row)].persona)]);
    const TitleRule& rule = *m_usual[std::size_t(row) - m_own.size()];
    QStringList parts;
    if (rule.role) parts << roleTitle(*rule.role);
    if (rule.department) parts << departmentTitle(*rule.department);
    if (rule.seniority) parts << seniorityTitle(*rule.seniority);
    return parts.join(QStringLiteral(", "));
}

QVariant TitleRulesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const bool own = isOwn(index.row());
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole: {
            if (index.column() == Says) return says(index.row());
            if (!own) return m_usual[std::size_t(index.row()) - m_own.size()]->pattern;
            const Own& rule = m_own[std::size_t(index.row())];
            return m_personas[std::size_t(rule.persona)].titlePatterns[rule.place];
        }
        case Qt::ToolTipRole:
            return own ? tr("Your rule: it comes before the usual ones")
                       : tr("A usual rule. A rule of your own with the same words comes before it");
        default:
            return {};
    }
}

bool TitleRulesModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable)) return false;
    const QString pattern = titlePattern(value.toString());
    const Own own = m_own[std::size_t(index.row())];
    Persona persona = m_personas[std::size_t(own.persona)];
    if (pattern == persona.titlePatterns[own.place]) return true;
    if (pattern.isEmpty() || persona.titlePatterns.contains(pattern)) return false;
    persona.titlePatterns[own.place] = pattern;
    Q_EMIT edited({persona}, tr("Edit a rule for titles"));
    return true;
}

QVariant TitleRulesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    return section == Words ? tr("Words in a title") : tr("Mean");
}

Qt::ItemFlags TitleRulesModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (isOwn(index.row()) && index.column() == Words) flags |= Qt::ItemIsEditable;
    return flags;
}

}  // namespace icp::ui
